# make report     read seeds/ (or ARTICLES=folder) and render reports/index.html
# make test       everything that must hold: lint, types, layers, tests, notebooks
# make lab        JupyterLab on notebooks/
# make browser    open every page of the report in Chromium, click through it and look for faults
# make benchmark CORPUS=stories.jsonl.xz [GOLD=folder]   speed and quality beside peers, installed apart
# make benchmark-reports [CORPUS=stories.jsonl.xz]   how long reports take to make and to open
# make benchmark-corpus CORPUS=stories.jsonl.xz [STORIES=1000000]   what a corpus of that many stories costs
# make notebooks  run the committed notebooks again and write them back with their outputs
# All that is needed is Python 3.11 or later and make; the first of these makes .venv from requirements.lock.

ARTICLES ?= seeds
OUT ?= reports
ARGS ?=
VENV ?= .venv
BIN := $(VENV)/bin

# Python under one of its names, 3.11 or later.
PYTHON ?= $(shell for name in python3.11 python3.12 python3.13 python3.14 python3 python; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$name; break; }; done)

# The stamp's name holds what was installed: another lock is another file, whatever the clock says.
STAMP := $(VENV)/.installed-$(shell cat requirements.lock pyproject.toml | cksum | cut -d' ' -f1)

# Python may be told not to keep compiled files: every start would then compile everything again.
unexport PYTHONDONTWRITEBYTECODE PYTHONPATH PYTHONHOME VIRTUAL_ENV

.PHONY: report test browser pictures lint notebooks lab benchmark benchmark-reports benchmark-corpus speed clean
.DEFAULT_GOAL := report

report: $(STAMP)
	@$(BIN)/koreaaid report "$(ARTICLES)" --out "$(OUT)" $(ARGS)

test: lint
	$(BIN)/python -m pytest tests -m "not browser" --numprocesses=auto --maxprocesses=8 --dist=loadfile
	$(BIN)/python -m pytest --nbval --nbval-current-env notebooks

browser: report
	$(BIN)/python -m pytest -m browser tests/browser tests/suite/test_pdf.py

pictures: report
	$(BIN)/python -m tests.browser.chromium "$(OUT)" screenshots

lint: $(STAMP)
	$(BIN)/ruff check --quiet .
	$(BIN)/ruff format --check --quiet .
	$(BIN)/mypy
	$(BIN)/lint-imports

notebooks: $(STAMP)
	$(BIN)/koreaaid refresh notebooks

lab: $(STAMP)
	$(BIN)/koreaaid lab

PEERS := .venv-peers
STORIES ?= 20000
benchmark:
	@test -n "$(CORPUS)" || { echo "name the stories to read: make benchmark CORPUS=stories.jsonl.xz [GOLD=folder]" >&2; exit 1; }
	@$(MAKE) --no-print-directory $(PEERS)
	@PYTHONPATH="$(CURDIR)" $(PEERS)/bin/python benchmarks/reading.py "$(CORPUS)" $(if $(GOLD),--gold "$(GOLD)")

benchmark-reports: $(STAMP)
	@$(BIN)/python benchmarks/reports.py $(if $(CORPUS),"$(CORPUS)")

benchmark-corpus: $(STAMP) $(PEERS)
	@test -n "$(CORPUS)" || { echo "name the stories: make benchmark-corpus CORPUS=stories.jsonl.xz [STORIES=1000000]" >&2; exit 1; }
	@$(BIN)/python benchmarks/corpus.py "$(CORPUS)" --stories $(STORIES) --plot cost.svg --peers $(PEERS)/bin/python

$(PEERS):
	@$(PYTHON) -m venv $(PEERS) && $(PEERS)/bin/python -m pip install --quiet -r benchmarks/requirements.txt

# Fails where reading has become slower, beside a fixed piece of work, than benchmarks/speed.toml says.
speed: $(STAMP)
	@$(BIN)/python benchmarks/speed.py

clean:
	rm -rf .koreaaid-cache .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis

$(STAMP):
	@test -n "$(PYTHON)" || { echo "Python 3.11 or later is needed and was not found: install it, or name it: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@echo "Setting up $(VENV) with $(PYTHON); this is done once and takes about two minutes."
	@$(PYTHON) -m venv "$(VENV)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --no-compile --no-deps --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-input --no-deps --no-build-isolation -e .
	@$(BIN)/python -m compileall -q -j 0 "$(VENV)/lib" koreaaid >/dev/null 2>&1 || true
	@touch "$@"
