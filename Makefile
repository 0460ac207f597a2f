# Two commands for a machine with nothing but Python 3.11, git and make: `make calc` and `make test`.

PYTHON ?= python3
CASE ?= cases/investeringspuljen-2016/case-1.yaml
SECONDS ?= 60
SINCE ?= HEAD
AXE := 4.14.1
BIN := .venv/bin

.PHONY: help calc test site axe versions sdist bench fuzz outputs format generated pictures pins clean

help: ## what can be made
	@grep -E '^[a-z]+:.*##' Makefile | sed -E 's/:.*## /	/'

calc: .venv/ready ## print a real case's Tabel 1; CASE=… for another
	@$(BIN)/bizcase calc $(CASE) --no-notes

test: .venv/ready ## run every check; with CI=1 also the tests that wait for other programs: LibreOffice, Chromium, pre-commit
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/bizcase schema --check schemas
	$(BIN)/bizcase explain --check docs/da/fund.md --lang da
	$(BIN)/bizcase explain --check docs/findings.md --lang en
	$(BIN)/bizcase validate cases
	$(BIN)/python -m pytest $(if $(CI),,-m "not slow") --numprocesses auto --dist worksteal

site: .venv/ready ## make the documents a site that can be searched, in .site; a link that leads nowhere ends it
	$(BIN)/mkdocs build --quiet --strict

axe: .axe/$(AXE) ## get axe-core from npm, with which the tests hold the pages of HTML in a Chromium, if there is one

.axe/$(AXE):
	mkdir -p .axe && npm install --silent --no-fund --no-audit --prefix .axe axe-core@$(AXE)
	@touch $@

versions: ## run the tests with the lowest and with the newest versions that pyproject.toml allows
	for which in lowest newest; do \
		$(PYTHON) -m venv --clear .versions/$$which && \
		.versions/$$which/bin/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]' \
			$$(test $$which = newest || sed -nE '/^dependencies/,/^]/s/^ *"([^>]*)>=([^,]*),.*/\1==\2/p' pyproject.toml) && \
		.versions/$$which/bin/python -m pip list | grep -iE '^(pydantic|pyyaml|rich|typer) ' && \
		.versions/$$which/bin/python -m pytest -m 'not slow' --numprocesses auto --dist worksteal || exit 1; \
	done

sdist: .venv/ready ## build the sdist, and run its own tests in an environment of its own, away from this clone
	rm -rf .sdist && $(BIN)/python -m hatchling build --target sdist --directory .sdist
	$(PYTHON) -m venv .sdist/environment && mkdir .sdist/unpacked
	tar --extract --gzip --file .sdist/*.tar.gz --directory .sdist/unpacked --strip-components 1
	cd .sdist/unpacked && ../environment/bin/python -m pip install --quiet --disable-pip-version-check '.[dev]'
	cd .sdist/unpacked && ../environment/bin/python -m pytest --numprocesses auto --dist worksteal

bench: .venv/ready ## measure speed beside peers, and write benchmarks/README.md's table
	mkdir -p .bench && test -x .bench/peers/bin/check-jsonschema || $(PYTHON) -m venv .bench/peers
	.bench/peers/bin/python -m pip install --quiet --disable-pip-version-check check-jsonschema
	cd .bench && npm install --silent --no-fund --no-audit ajv-cli || echo "npm has no ajv-cli to give: left out"
	$(BIN)/python benchmarks/run.py

fuzz: .venv/ready ## throw mutated files at every command and form for SECONDS=60, end runs at 50 moments of each form, send 5,000 cases through their forms
	$(BIN)/python tests/fuzz/fuzz.py $(SECONDS)
	KILLS=50 $(BIN)/python -m pytest tests/test_interruption.py -q -n0
	FORMS=5000 $(BIN)/python -m pytest tests/output/test_form.py -k any_case -q

outputs: .venv/ready ## compare all that is printed with an earlier revision: SINCE=HEAD
	$(BIN)/python tests/outputs.py $(SINCE)

format: .venv/ready ## put the code in its usual form
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

generated: .venv/ready ## write the JSON Schemas and the pages of findings anew
	$(BIN)/bizcase schema --write schemas
	$(BIN)/bizcase explain --write docs/da/fund.md --lang da
	$(BIN)/bizcase explain --write docs/findings.md --lang en

pictures: .venv/ready ## draw the pictures of the documents anew; those of forms need LibreOffice, Ghostscript and poppler
	$(BIN)/python docs/pictures.py
	$(BIN)/python docs/form_pictures.py

.venv/ready: pyproject.toml requirements-dev.txt
	$(PYTHON) -c 'import sys; sys.exit("bizcase needs Python 3.11 or later; say which: make PYTHON=python3.12" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv --clear .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@

pins: .venv/ready ## pin the newest versions that pyproject.toml allows
	$(BIN)/python -m pip install --quiet pip-tools
	$(BIN)/pip-compile --quiet --strip-extras --upgrade --extra dev --no-emit-index-url --no-emit-find-links \
		--no-emit-trusted-host --all-build-deps --unsafe-package pip --output-file requirements-dev.txt pyproject.toml

clean: ## take away what was made
	rm -rf .venv .mypy_cache .pytest_cache .ruff_cache .hypothesis .import_linter_cache .fuzz .bench .outputs .versions .sdist .site .axe
