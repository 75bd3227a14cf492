"""The lock files: every package with its hash, no address of an index, the versions that the project asks for."""

import json
import re
import tomllib

import pytest

from tools.processes import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock", "requirements-node.lock")


@pytest.mark.parametrize("name", LOCKS)
def test_every_package_has_a_hash_and_nothing_names_an_index(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    entries = re.split(r"^(?=[a-z0-9])", text, flags=re.MULTILINE)[1:]
    assert entries
    assert [entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry] == []
    assert "://" not in text and "index-url" not in text


def test_npm_records_no_address_of_a_package() -> None:
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert [name for name, entry in packages.items() if name and "integrity" not in entry] == []
    assert [name for name, entry in packages.items() if "resolved" in entry] == []


def test_no_package_follows_whatever_is_newest() -> None:
    """A lock that names no addresses does not hold a package that another asks for by a tag: `npm ci` fails one day."""
    packages = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    pinned = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["overrides"]
    by_tag = {
        name
        for entry in packages.values()
        for kind in ("dependencies", "optionalDependencies", "peerDependencies")
        for name, wish in entry.get(kind, {}).items()
        if re.fullmatch(r"[a-z]+", wish)
    }
    assert by_tag == set(pinned)
    assert {name: packages[f"node_modules/{name}"]["version"] for name in by_tag} == pinned


def test_both_locks_agree() -> None:
    def pins(name: str) -> dict[str, str]:
        return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", (ROOT / name).read_text(encoding="utf-8"), re.MULTILINE))

    runtime, development = pins("requirements.lock"), pins("requirements-dev.lock")
    assert {name: development.get(name) for name in runtime} == runtime


def test_the_lock_has_what_the_project_asks_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    text = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    for wish in project["dependencies"]:
        name, exact = re.match(r"([a-z0-9-]+)(?:\[.*\])?(==\S+)?", wish).groups()  # type: ignore[union-attr]
        assert re.search(rf"^{name}{re.escape(exact or '==')}", text, re.MULTILINE), wish
