"""The preview's server: the files of the site and nothing else; open pages hear of their changes."""

import http.client
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.editions.preview_server import PreviewServer
from generator.editions.production.live import LiveFiles, StagingStorage, staged_files
from tests.support.building import REPOSITORY
from tests.support.collection import write_collection
from tests.support.watching import watched_page


def shown(files: LiveFiles, name: str, contents: dict[str, bytes]) -> None:
    """Settle files as a production would."""
    staged = files.folder.parent / name
    files.begin(staged)
    for path, content in contents.items():
        StagingStorage(staged).write(path, content)
    files.settle(dict.fromkeys(contents, "key"))


SITE = {
    "index.html": b"<!doctype html><body>home</body></html>",
    "404.html": b"<!doctype html><body>none</body></html>",
    "figures/a/index.html": "<body>人</body>".encode(),
    "assets/a.css": b"a{}",
    "assets/a.js": b"1",
    "assets/a.woff2": b"font",
    "data.geojson": b"{}",
    "图/画.svg": b"<svg/>",
    "deep/" + "长" * 60 + "/" + "名" * 60 + "/x.txt": b"long",
}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[PreviewServer]:
    """A server of a few files, with a secret beside them."""
    files = LiveFiles(tmp_path / "site", 100)
    shown(files, "staged", SITE)
    (tmp_path / "secret.txt").write_text("secret")
    (tmp_path / "site" / "stray.txt").write_text("not of the site")
    with PreviewServer(files, 0) as serving, serving.serving():
        yield serving


def answer(server: PreviewServer, path: str, method: str = "GET") -> tuple[int, dict[str, str], bytes]:
    """Status, header and body, for a path sent as it is."""
    connection = http.client.HTTPConnection("127.0.0.1", server.server_address[1], timeout=10)
    connection.request(method, path)
    response = connection.getresponse()
    return response.status, dict(response.getheaders()), response.read()


def test_every_file_has_its_type(server: PreviewServer) -> None:
    for path, kind in {
        "/": "text/html; charset=utf-8",
        "/assets/a.css": "text/css; charset=utf-8",
        "/assets/a.js": "text/javascript; charset=utf-8",
        "/assets/a.woff2": "font/woff2",
        "/data.geojson": "application/geo+json",
        "/%E5%9B%BE/%E7%94%BB.svg": "image/svg+xml",
    }.items():
        status, header, body = answer(server, path)
        assert (status, header["Content-Type"]) == (200, kind)
        assert header["X-Content-Type-Options"] == "nosniff"
        assert body


def test_a_page_is_served_as_it_was_made_but_for_one_script(server: PreviewServer) -> None:
    _, _, body = answer(server, "/figures/a/")
    before, script, after = body.partition(
        b'<script src="/qingguo-preview/preview.js" data-version="101" defer></script>\n'
    )
    assert script
    assert before + after == SITE["figures/a/index.html"]
    assert answer(server, "/qingguo-preview/preview.js")[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/figures/../../secret.txt",
        "//etc/passwd",
        "/stray.txt",
        "/assets",
        "/assets/",
        "/index.html%00",
        "/%ff%fe",
        "/..\\secret.txt",
        "/qingguo-preview/",
    ],
)
def test_nothing_else_is_served(server: PreviewServer, path: str) -> None:
    status, _, body = answer(server, path)
    assert status == 404
    assert b"none" in body


def test_addresses_without_slash_lead_to_the_page(server: PreviewServer) -> None:
    status, header, _ = answer(server, "/figures/a")
    assert (status, header["Location"]) == (302, "/figures/a/")


def test_a_head_has_no_body_and_other_methods_no_answer(server: PreviewServer) -> None:
    status, header, body = answer(server, "/assets/a.css", "HEAD")
    assert (status, header["Content-Length"], body) == (200, "3", b"")
    assert answer(server, "/", "POST")[0] == 501


def test_a_site_below_a_path_is_served_there(server: PreviewServer) -> None:
    server.base_path = "/city/"
    assert answer(server, "/")[1]["Location"] == "/city/"
    assert b"/city/qingguo-preview/preview.js" in answer(server, "/city/figures/a/")[2]
    assert answer(server, "/figures/a/")[0] == 404


def news(server: PreviewServer, path: str, version: int, told: list[bytes]) -> threading.Thread:
    """Listen as a page at `path` does."""
    query = f"/qingguo-preview/news?path={path}&version={version}"
    thread = threading.Thread(target=lambda: told.append(answer(server, query)[2]), daemon=True)
    thread.start()
    time.sleep(0.2)
    return thread


def test_a_page_hears_of_its_own_change_only(server: PreviewServer) -> None:
    told: list[bytes] = []
    thread = news(server, "/figures/a/", 101, told)
    shown(server.files, "other", {"index.html": b"<body>new</body>"})
    server.tell()
    thread.join(0.3)
    assert told == []
    shown(server.files, "own", {"figures/a/index.html": b"<body>new</body>"})
    server.tell()
    thread.join(10)
    assert b"event: changed" in told[0]


def test_a_page_that_is_older_than_its_file_hears_at_once(server: PreviewServer) -> None:
    told: list[bytes] = []
    # From an earlier preview, or loaded while the file changed.
    news(server, "/figures/a/", 7, told).join(10)
    assert b"event: changed" in told[0]


def test_a_page_that_is_removed_hears_of_it(server: PreviewServer) -> None:
    told: list[bytes] = []
    thread = news(server, "/figures/a/", 101, told)
    server.files.remove_all_but({path: b"" for path in SITE if not path.startswith("figures/")})
    server.tell()
    thread.join(10)
    assert told
    assert answer(server, "/figures/a/")[0] == 404


def test_only_this_machine_is_served(server: PreviewServer) -> None:
    assert server.server_address[0] == "127.0.0.1"


def test_any_path_can_be_staged(tmp_path: Path) -> None:
    storage = StagingStorage(tmp_path / "staged")
    paths = {*SITE, "a%2Fb", "a/b", "c d/é.html"}
    for path in paths:
        storage.write(path, path.encode())
    assert set(staged_files(tmp_path / "staged")) == paths


@contextmanager
def serving_process(root: Path) -> Iterator[tuple["subprocess.Popen[str]", str]]:
    """The real command; gives its address once it answers."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-c", "from generator.cli import main; main()", "serve", "--root", str(root)]
    environment = {**os.environ, "LC_ALL": "en_GB.UTF-8", "PYTHONPATH": str(REPOSITORY)}
    process = subprocess.Popen(
        [*command, "--port", str(port)], cwd=REPOSITORY, env=environment, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
    )  # fmt: skip
    try:
        assert process.stderr is not None
        for line in process.stderr:
            if "Ctrl-C" in line:
                break
        yield process, f"http://127.0.0.1:{port}/"
    finally:
        process.kill()
        process.communicate()


def test_an_open_page_shows_an_edit_by_itself(tmp_path: Path, chromium: Browser) -> None:
    root = write_collection(tmp_path / "city")
    with serving_process(root) as (_, address), watched_page(chromium) as watch:
        watch.page.goto(f"{address}figures/person-a/")
        file = root / "figures/person-a.yml"
        text = file.read_text(encoding="utf-8")
        # As editors save: a new file in the place of the old one.
        (root / "figures/.person-a.yml.part").write_text(text.replace("虚构的小传", "改过的小传"), encoding="utf-8")
        (root / "figures/.person-a.yml.part").rename(file)
        watch.page.get_by_text("改过的小传").first.wait_for(timeout=20_000)
        file.write_text(text.replace("虚构的小传", "又改的小传"), encoding="utf-8")
        watch.page.get_by_text("又改的小传").first.wait_for(timeout=20_000)
        # A page that loads again lets go of what it was loading; fonts are replaced meanwhile.
        amiss = [each for each in watch.complaints if not each.startswith("failed:") and "404" not in each]
        assert amiss == []
        assert {request.split("/")[2] for request in watch.requests} == {address.split("/")[2]}


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupt_ends_it_and_leaves_nothing(tmp_path: Path, number: signal.Signals) -> None:
    root = write_collection(tmp_path / "city")
    with serving_process(root) as (process, _):
        process.send_signal(number)
        _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (0, "")
    assert sorted(path.name for path in (root / ".cache").iterdir()) == ["qingguo"]


def test_bad_content_is_told_with_its_place_and_mended_content_shown(tmp_path: Path) -> None:
    root = write_collection(tmp_path / "city")
    with serving_process(root) as (process, address):
        assert process.stderr is not None
        file = root / "figures/person-a.yml"
        text = file.read_text(encoding="utf-8")
        file.write_text(text + "nonsense: 1\n", encoding="utf-8")
        said = [process.stderr.readline()]
        while "stay as they were" not in said[-1]:
            said.append(process.stderr.readline())
        assert any(line.startswith("figures/person-a.yml:") for line in said)
        file.write_text(text.replace("虚构的小传", "改过的小传"), encoding="utf-8")
        while "updated in" not in process.stderr.readline():
            pass
        connection = http.client.HTTPConnection(address.split("/")[2], timeout=10)
        connection.request("GET", "/figures/person-a/")
        assert "改过的小传" in connection.getresponse().read().decode()
