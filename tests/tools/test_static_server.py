"""The server behind `make lighthouse` answers as a good static host does."""

import gzip
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from tools.static_server import serving


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "figures").mkdir()
    (tmp_path / "index.html").write_text("home", encoding="utf-8")
    (tmp_path / "figures" / "index.html").write_text("史良" * 100, encoding="utf-8")
    (tmp_path / "404.html").write_text("nothing here", encoding="utf-8")
    (tmp_path / "site.0123456789ab.css").write_text("p{}", encoding="utf-8")
    (tmp_path / "font.0123456789ab.woff2").write_bytes(b"wOF2")
    return tmp_path


def get(site: Path, path: str, encoding: str = "gzip") -> tuple[HTTPResponse, bytes]:
    with serving(site) as address:
        connection = HTTPConnection(urlsplit(address).netloc, timeout=5)
        connection.request("GET", path, headers={"Accept-Encoding": encoding})
        response = connection.getresponse()
        content = response.read()
        connection.close()
    return response, content


def test_text_goes_compressed_to_those_who_can_read_it(site: Path) -> None:
    response, content = get(site, "/figures/")
    assert response.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(content).decode() == "史良" * 100
    response, content = get(site, "/figures/?q=1", encoding="identity")
    assert response.headers["Content-Encoding"] is None
    assert content.decode() == "史良" * 100


def test_a_font_is_not_compressed_again(site: Path) -> None:
    response, content = get(site, "/font.0123456789ab.woff2")
    assert response.headers["Content-Encoding"] is None and content == b"wOF2"


def test_only_names_with_a_hash_are_kept(site: Path) -> None:
    assert "immutable" in get(site, "/site.0123456789ab.css")[0].headers["Cache-Control"]
    assert get(site, "/")[0].headers["Cache-Control"] == "no-cache"


def test_other_addresses(site: Path) -> None:
    response, content = get(site, "/nowhere/", encoding="identity")
    assert (response.status, content) == (404, b"nothing here")
    response, _ = get(site, "/figures")
    assert response.status == 301 and response.headers["Location"].endswith("/figures/")
    assert get(site, "/../../etc/passwd")[0].status == 404


def test_a_changed_file_is_read_again(site: Path) -> None:
    assert gzip.decompress(get(site, "/")[1]) == b"home"
    (site / "index.html").write_text("changed", encoding="utf-8")
    assert gzip.decompress(get(site, "/")[1]) == b"changed"
