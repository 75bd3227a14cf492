"""The files of a site that are no pages: assets, downloads, sitemap, robots."""

from collections.abc import Mapping

from generator.editions.language_site import LanguageSite
from generator.editions.site import Site
from generator.exports.sitemap import robots, sitemap

NOT_LISTED = frozenset({"404.html"})


def shared_files(site: Site, languages: Mapping[str, LanguageSite]) -> dict[str, bytes]:
    """Every such file by its path from the root of the site."""
    paths: dict[str, dict[str, str]] = {}
    for language, pages in languages.items():
        for path in (*(page.path for page in pages.pages.values()), *(page.path for page in pages.records)):
            if path not in NOT_LISTED:
                paths.setdefault(path, {})[language] = pages.prefix + path
    listed = [paths[path] for path in sorted(paths)]
    texts = {**sitemap(site.site_url, listed, site.options.languages[0]), "robots.txt": robots(site.site_url)}
    return {
        **site.assets.files,
        **site.downloads.files,
        **{path: text.encode() for path, text in texts.items()},
    }
