# make        sets up .venv and builds the Xining brochure into out/
# make test   sets up what the suite needs and runs all of it
# make sheets draws docs/*.png, the pages of every shipped layout
# make bench  prints the figures the project is measured by (ONLY=peers for one of them)
# Nothing has to be activated; the set-up is done once and repeated only when a lock changes.

PYTHON ?= python3
VENV   := .venv
RUN    := $(VENV)/bin
PIP    := $(RUN)/python -m pip --disable-pip-version-check install --quiet

.DELETE_ON_ERROR:
.DEFAULT_GOAL := brochure
.PHONY: brochure setup test referees bench sheets lock clean

brochure: setup
	@$(RUN)/brochure build content/xining.yaml -o out

setup: $(VENV)/.runtime

# --dist loadfile: what the tests of one file share (a wheel, a printed brochure) is made once.
test: $(VENV)/.dev referees
	$(RUN)/ruff check .
	$(RUN)/mypy
	$(RUN)/lint-imports
	$(RUN)/pytest -n 2 --dist loadfile

referees:
	@sh tools/referees.sh

bench: $(VENV)/.dev
	@sh tools/referees.sh bench
	@$(RUN)/python -m benchmarks $(ONLY)

# one sheet of small pages for each shipped layout, in docs/
sheets: $(VENV)/.dev
	@$(RUN)/python -m tools.contact_sheet

lock: $(VENV)/.dev
	$(RUN)/python tools/lock.py

clean:
	rm -rf out dist .bench .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

# ---------------------------------------------------------------- the set-up

$(RUN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || { \
	  echo "brochure needs Python 3.11 or newer and \`$(PYTHON)\` is not; on Debian 12 or later: sudo apt install python3 python3-venv (or name another: make PYTHON=python3.12)" >&2; exit 3; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null || { \
	  echo "brochure sets itself up in a virtual environment and \`$(PYTHON)\` cannot make one; on Debian: sudo apt install python3-venv" >&2; exit 3; }
	@echo "first run: making $(VENV) (once, about a minute) …"
	@$(PYTHON) -m venv $(VENV)

# Build isolation would fetch the build backend unhashed: it is in the lock with everything else.
$(VENV)/.runtime: requirements.lock pyproject.toml | $(RUN)/python
	@$(PIP) --require-hashes --only-binary :all: -r requirements.lock
	@$(PIP) --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.dev: requirements-dev.lock $(VENV)/.runtime
	@$(PIP) --require-hashes --only-binary :all: -r requirements-dev.lock
	@touch $@
