# The work is done by tools/setup.py, which also runs where there is no make:  py tools\setup.py build
PYTHON ?= python3
ARGS ?=

COMMANDS := build serve check test lint soak bench screenshots lighthouse lock clean help

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: $(COMMANDS)

$(COMMANDS):
	@command -v $(PYTHON) >/dev/null 2>&1 || { \
		echo "找不到 $(PYTHON)；请安装 Python 3.11 或更新版本。 / $(PYTHON) is not there; install Python 3.11 or newer." >&2; exit 1; }
	@$(PYTHON) tools/setup.py $@ $(ARGS)
