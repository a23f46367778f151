# Two commands do everything: `make site` and `make test`. They set up what they need (Python 3.11+ and make).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: admin site serve test check bench properdocs import export schema lock lint clean browser servers icons compress archive sbom audit

site: $(READY)            ## build the site into site/
	$(BIN)/python -m rsmms site

serve: $(READY)           ## preview on http://127.0.0.1:8000, follows every change
	$(BIN)/python -m rsmms serve

check: $(READY)           ## validate data and text only
	$(BIN)/python -m rsmms check

test: site admin browser servers ## run all tests, browser ones included, on the site as it is built
	BUILT_SITE=$(CURDIR)/site $(BIN)/python -m pytest -n auto --dist loadfile

properdocs: $(READY)      ## the same site, built by ProperDocs, into site-properdocs/
	$(BIN)/python -m rsmms site --builder properdocs --out site-properdocs

import: $(READY)          ## what `rsmms import` reads files with (installed with everything else)
	$(BIN)/python -m rsmms import --help

admin: $(READY)           ## the form for contacts, sources and pages into admin-site/ (never below site/)
	$(BIN)/python -m rsmms admin
	PYTHONPATH=tests $(BIN)/python admin/build.py

export: $(READY)          ## all pages as plain Markdown, into export/
	$(BIN)/python -m rsmms export export

bench: $(READY)           ## measure speed and sizes
	$(BIN)/python -m bench

schema: $(READY)          ## write data/schema from the models
	$(BIN)/python -m rsmms schema

lint: $(READY)            ## style, types, which room imports which, and a theme that Chrome 64 can read
	$(BIN)/ruff check . && $(BIN)/mypy && $(BIN)/lint-imports --no-cache
	$(BIN)/python tests/theme_lint.py

icons: $(READY)           ## draw the pictograms anew from the locked npm package
	@PYTHONPATH=. $(BIN)/python tests/sprite.py

browser: $(READY)         ## a Chromium for the browser tests, and those of phones of 2018 to 2020
	@sh tests/chromium.sh
	@$(BIN)/python tests/old_browsers.py

servers:                  ## nginx and Caddy for the tests of deploy/
	@sh tests/nginx.sh

compress: $(READY)        ## brotli and gzip beside each file of site/, before publishing on a server of your own
	$(BIN)/python -m rsmms compress

archive: $(READY)         ## site/ as one file with its checksum
	$(BIN)/python -m rsmms archive

sbom: $(VENV)-release/.ready  ## what the site is built from, as CycloneDX, into sbom.json
	$(VENV)-release/bin/cyclonedx-py requirements --pyproject pyproject.toml --output-reproducible --output-format JSON --output-file sbom.json requirements.lock

audit: $(VENV)-release/.ready  ## known weaknesses of the Python packages (asks a public list)
	$(VENV)-release/bin/pip-audit --requirement requirements.lock --require-hashes --disable-pip

lock:                     ## lock the Python packages with hashes, after a change in pyproject.toml
	$(PYTHON) -m venv $(VENV)-lock
	$(VENV)-lock/bin/pip install --quiet pip-tools
	$(VENV)-lock/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --extra test --extra import --no-emit-index-url --no-emit-find-links --no-header --output-file requirements.lock pyproject.toml
	$(VENV)-lock/bin/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --no-emit-index-url --no-emit-find-links --no-header --output-file requirements-release.lock deploy/release.in
	rm -rf $(VENV)-lock

clean:
	rm -rf $(VENV) $(VENV)-release .build .cache site site-properdocs admin-site export parts prepared sbom.json rsmms-site.tar.gz rsmms-site.tar.gz.sha256

$(READY): requirements.lock
	$(PYTHON) -m venv $(VENV)
	$(BIN)/pip install --quiet --require-hashes --requirement requirements.lock
	touch $@

$(VENV)-release/.ready: requirements-release.lock
	$(PYTHON) -m venv $(VENV)-release
	$(VENV)-release/bin/pip install --quiet --require-hashes --requirement requirements-release.lock
	touch $@
