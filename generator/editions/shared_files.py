"""The files of a site that no page is: assets, downloads, sitemap, robots."""

from collections.abc import Mapping

from generator.editions.language_site import LanguageSite
from generator.editions.site import Site


def shared_files(site: Site, languages: Mapping[str, LanguageSite]) -> dict[str, bytes]:
    """Every such file by its path from the root of the site."""
    return dict(site.assets.files)
