"""What `make` offers: each command sets up what it needs first, which costs nothing when all is there."""

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from tools import browser, environment, node
from tools.messages import say, tell
from tools.processes import ROOT, status_of
from tools.processes import run as run_program

Arguments = Sequence[str]


def prepare(tests: bool = False) -> None:
    """Everything that a build needs; with `tests`, also what tests and screenshots need."""
    environment.ensure(tests)
    if tests:
        node.ensure_packages(tests=True)
        browser.ensure()
    node.ensure_vendor()


def in_environment(command: Sequence[str | Path]) -> int:
    """Run a program of the environment; answers its exit status."""
    return status_of(command, environment.variables())


def qingguo(*arguments: str) -> int:
    return in_environment([environment.program("qingguo"), *arguments])


def build(arguments: Arguments) -> int:
    prepare()
    return qingguo("build", *arguments)


def serve(arguments: Arguments) -> int:
    prepare()
    return qingguo("serve", *arguments)


def check(arguments: Arguments) -> int:
    prepare()
    return qingguo("check", *arguments)


def checkers() -> list[str]:
    """Run every static checker; answers the names of those that found something."""
    commands = {"ruff": ["ruff", "check"], "mypy": ["mypy"]}
    return [
        name
        for name, command in commands.items()
        if in_environment([environment.program(command[0]), *command[1:]]) != 0
    ]


def lint(arguments: Arguments) -> int:
    environment.ensure(tests=True)
    return 1 if checkers() else 0


def pytest(*arguments: str) -> int:
    """Run tests on every core, those of one file on the same."""
    return in_environment([environment.PYTHON, "-m", "pytest", "-n", "auto", "--dist", "loadfile", *arguments])


def test(arguments: Arguments) -> int:
    """Checkers and tests; the tests run even when a checker found something, and either turns the result red."""
    prepare(tests=True)
    complaining = checkers()
    status = pytest(*arguments)
    if complaining:
        tell(
            f"{'、'.join(complaining)} 有发现，见测试之前的输出。",
            f"{' and '.join(complaining)} found something; see above the tests.",
        )
    return status or (1 if complaining else 0)


def soak(arguments: Arguments) -> int:
    """The property tests with many times the usual number of examples."""
    prepare(tests=True)
    return pytest("--hypothesis-profile", "soak", "-m", "not browser", *arguments)


def screenshots(arguments: Arguments) -> int:
    prepare(tests=True)
    return qingguo("build") or in_environment([environment.PYTHON, "-m", "tools.screenshots", *arguments])


def bench(arguments: Arguments) -> int:
    """The benchmark beside its peers, and its report; takes hours with all its sizes."""
    prepare(tests=True)
    environment.install("requirements-bench.lock")
    return in_environment([environment.PYTHON, "-m", "benchmarks.run", *arguments])


def lighthouse(arguments: Arguments) -> int:
    """Lighthouse's judgement of the public site, and the report on it."""
    prepare(tests=True)
    return qingguo("build") or in_environment([environment.PYTHON, "-m", "tools.lighthouse", *arguments])


def lock(arguments: Arguments) -> int:
    """Compile the lock files anew; `--upgrade` also takes newer versions. None of them names an index."""
    environment.ensure(tests=True)
    uv: list[str | Path] = [environment.program("uv"), "pip", "compile", "--quiet", "--universal"]
    options = ["--python-version", "3.11", "--generate-hashes", "--custom-compile-command", "make lock", *arguments]
    tests = ["--group", "build", "--group", "test"]
    files = {
        "requirements.lock": ["pyproject.toml", "--group", "build"],
        "requirements-dev.lock": ["pyproject.toml", "--all-extras", *tests, "-c", "requirements.lock"],
        "requirements-bench.lock": ["--group", "bench"],
        "requirements-node.lock": ["--group", "node"],
    }
    for name, sources in files.items():
        run_program([*uv, *options, *sources, "-o", name], say(f"无法生成 {name}。", f"{name} could not be compiled."))
    _, npm = node.programs()
    run_program(
        [npm, "install", "--silent", "--package-lock-only"],
        say("无法生成 package-lock.json。", "package-lock.json could not be compiled."),
        environment.variables(),
    )
    return 0


def clean(arguments: Arguments) -> int:
    """Remove everything that `make` made."""
    made_by_setup = (".venv", "node_modules", "generator/vendor", "qingguo.egg-info", "build", "dist", ".cache")
    made_by_checkers = (".pytest_cache", ".hypothesis", ".mypy_cache", ".ruff_cache")
    for name in made_by_setup + made_by_checkers:
        shutil.rmtree(ROOT / name, ignore_errors=True)
    return 0


def show_help(arguments: Arguments) -> int:
    print("\n".join(f"  make {name:<12} {say(zh, en)}" for name, (_, zh, en) in COMMANDS.items()))
    return 0


COMMANDS: dict[str, tuple[Callable[[Arguments], int], str, str]] = {
    "build": (build, "建立网站，并说明如何打开", "build the site and say how to open it"),
    "serve": (serve, "本机预览，改动即时可见", "preview on this machine; edits show at once"),
    "check": (check, "列出内容中的问题", "list what is wrong with the content"),
    "test": (test, "代码检查与全部测试", "checkers and every test"),
    "lint": (lint, "只做代码检查", "the checkers alone"),
    "soak": (soak, "用大量随机数据长时间测试", "property tests with very many examples"),
    "bench": (bench, "与同类程序比速度，并写报告", "speed beside the peers, and the report"),
    "screenshots": (screenshots, "为每类页面截图", "take screenshots of every kind of page"),
    "lighthouse": (lighthouse, "用 Lighthouse 评定公开网站", "Lighthouse on the public site"),
    "lock": (lock, "重新生成锁定文件（ARGS=--upgrade 则升级）", "compile the lock files (ARGS=--upgrade to upgrade)"),
    "clean": (clean, "删除 make 生成的一切", "remove everything that make made"),
    "help": (show_help, "显示本列表", "show this list"),
}


def run(arguments: Arguments) -> int:
    """Run the command that the first argument names, with the others; answers the exit status (2: no such command)."""
    name = arguments[0] if arguments else "help"
    if name not in COMMANDS:
        tell(f"没有这个命令：{name}", f"There is no such command: {name}")
        show_help([])
        return 2
    command, _, _ = COMMANDS[name]
    return command(arguments[1:])
