"""The files of a site that tell search engines and other machines of its pages: sitemap and robots."""

from collections.abc import Iterable, Mapping

from generator.editions.site import Site
from generator.exports.sitemap import robots, sitemap
from generator.views.links import language_prefix

NOT_LISTED = frozenset({"404.html"})


def shared_files(site: Site, pages: Mapping[str, Iterable[str]]) -> dict[str, bytes]:
    """Every such file by its path from the root of the site. `pages` are the addresses of each language's pages."""
    default = site.options.languages[0]
    paths: dict[str, dict[str, str]] = {}
    for language, addresses in pages.items():
        for path in addresses:
            if path not in NOT_LISTED:
                paths.setdefault(path, {})[language] = language_prefix(language, default) + path
    listed = [paths[path] for path in sorted(paths)]
    texts = {**sitemap(site.site_url, listed, default), "robots.txt": robots(site.site_url)}
    return {path: text.encode() for path, text in texts.items()}
