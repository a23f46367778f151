# Two commands do everything: `make site` and `make test`. They set up what they need (Python 3.11+ and make).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: site serve test check bench properdocs export schema lock lint clean browser

site: $(READY)            ## build the site into site/
	$(BIN)/python -m rsmms site

serve: $(READY)           ## preview on http://127.0.0.1:8000, follows every change
	$(BIN)/python -m rsmms serve

check: $(READY)           ## validate data and text only
	$(BIN)/python -m rsmms check

test: $(READY) browser    ## run all tests, browser ones included
	$(BIN)/python -m pytest

properdocs: $(READY)      ## the same site, built by ProperDocs, into site-properdocs/
	$(BIN)/python -m rsmms site --builder properdocs --out site-properdocs

export: $(READY)          ## all pages as plain Markdown, into export/
	$(BIN)/python -m rsmms export export

bench: $(READY)           ## measure speed and sizes
	$(BIN)/python -m bench

schema: $(READY)          ## write data/schema from the models
	$(BIN)/python -m rsmms schema

lint: $(READY)            ## style and types
	$(BIN)/ruff check . && $(BIN)/mypy

browser:                  ## a Chromium for the browser tests
	@sh tests/chromium.sh

lock:                     ## lock the Python packages with hashes, after a change in pyproject.toml
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/pip install --quiet pip-tools
	$(VENV)-lock/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --extra test --no-emit-index-url --no-emit-find-links --no-header --output-file requirements.lock pyproject.toml
	rm -rf $(VENV)-lock

clean:
	rm -rf $(VENV) .build .cache site site-properdocs export

$(READY): requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes --requirement requirements.lock
	touch $@
