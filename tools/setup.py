"""The entrance to set-up, build and test: `python tools/setup.py COMMAND`. `make COMMAND` says the same."""

import sys
from pathlib import Path

# Started by its path, a program finds only its own folder; the project's packages are in the one above.
sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tools.messages import Problem, tell


def main() -> int:
    """Run the command that the arguments name; answers the exit status."""
    version = sys.version_info
    if version < (3, 11):
        found = f"{version[0]}.{version[1]}"
        tell(
            f"需要 Python 3.11 或更新版本，当前是 {found}。请安装后指定，例如：make build PYTHON=python3.12",
            f"Python 3.11 or newer is needed; this is {found}. Name another one: make build PYTHON=python3.12",
        )
        return 1
    # Only here, because an older Python cannot read these files.
    from tools.commands import run

    try:
        return run(sys.argv[1:])
    except Problem as problem:
        tell("错误：" + str(problem), "Error: " + str(problem))
        return 1
    except KeyboardInterrupt:
        tell("已中断。", "Interrupted.")
        return 130


if __name__ == "__main__":
    sys.exit(main())
