"""Running other programs, installing Debian packages, and remembering what is done already."""

import hashlib
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from tools.messages import Problem, tell

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"


def status_of(command: Sequence[str | Path], environment: Mapping[str, str] | None = None) -> int:
    """Run `command` in the root of the project, its output visible; answers its exit status."""
    return subprocess.run(command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL).returncode


def run(command: Sequence[str | Path], failure: str, environment: Mapping[str, str] | None = None) -> None:
    """Run `command`; raises `Problem` with the sentence `failure` when it does not end well."""
    if status_of(command, environment) != 0:
        raise Problem(failure)


def answer_of(command: Sequence[str | Path], seconds: float = 30) -> str | None:
    """What `command` prints, or None when it cannot be run, fails or takes longer than `seconds`."""
    try:
        done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, timeout=seconds, check=True)
    except (OSError, subprocess.SubprocessError):
        return None
    return done.stdout.decode(errors="replace").strip()


def apt_install(package: str) -> bool:
    """Install a Debian package as root, or by a `sudo` that asks nothing; False where that is impossible."""
    if shutil.which("apt-get") is None:
        return False
    root = os.name == "posix" and os.geteuid() == 0
    prefix = [] if root else ["sudo", "-n"]
    if not root and answer_of([*prefix, "true"]) is None:
        return False
    tell(f"正在用 apt 安装 {package} …", f"Installing {package} with apt …")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    CACHE.mkdir(exist_ok=True)
    log = CACHE / "apt.log"
    with log.open("wb") as output:
        for command in (["update"], ["install", "-y", "--no-install-recommends", package]):
            done = subprocess.run(
                [*prefix, "apt-get", "-q", *command],
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
            )
            if done.returncode != 0:
                tell(f"apt-get {command[0]} 失败，详见 {log}", f"apt-get {command[0]} failed; see {log}")
                return False
    return True


def fingerprint(*parts: str | Path) -> str:
    """One hash over texts and the content of files, all that a step depends on."""
    total = hashlib.sha256()
    for part in parts:
        content = part.read_bytes() if isinstance(part, Path) else part.encode()
        total.update(hashlib.sha256(content).digest())
    return total.hexdigest()


def is_done(stamp: Path, state: str) -> bool:
    """Whether the step that keeps `stamp` ended well in this very `state`."""
    return stamp.is_file() and stamp.read_text(encoding="utf-8").strip() == state


def mark_done(stamp: Path, state: str) -> None:
    """Remember that a step ended well in this `state`."""
    stamp.parent.mkdir(parents=True, exist_ok=True)
    stamp.write_text(state + "\n", encoding="utf-8")
