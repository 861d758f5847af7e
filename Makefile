# make        set up everything, and build the site into output/
# make test   the same for the tests, and run them
# make lint   style, format and types
# make preview  show the pages in the browser, and correct translations there
# make frame  put the translations of the page frame and of the workbench into the package
# make rules  write docs/rules.md from the rules
# make clean  remove what was built and installed here

PYTHON ?= python3
BIN := .venv/bin
export PYTHON

.PHONY: build test lint preview frame rules clean tools
build: .venv/.package
	$(BIN)/plainspoken build

preview: .venv/.package
	$(BIN)/plainspoken preview

test: .venv/.dev node_modules/.package-lock.json
	$(BIN)/pytest -n 2 --dist worksteal

lint: .venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

# The translations of our own words ship with the package.
frame: .venv/.package
	$(BIN)/plainspoken update
	cd locales && cp --parents */LC_MESSAGES/site.po */LC_MESSAGES/workbench.po ../pipeline/locales/

rules: .venv/.package
	$(BIN)/plainspoken explain --format markdown >docs/rules.md

clean:
	rm -rf .venv node_modules build dist .mypy_cache .pytest_cache .ruff_cache .hypothesis
	find output -mindepth 1 ! -name .gitkeep -delete

# --- setting up: each stamp is older than what it depends on only if something has to be done ----------------------

.venv/.package: pyproject.toml scripts/python.sh
	scripts/python.sh package

.venv/.dev: .venv/.package
	scripts/python.sh dev

# The programs of the system are asked for each time: a stamp would not notice that one was removed.
tools:
	scripts/tools.sh

# The packages bring scripts that run after installing and could download more; nothing here needs them.
node_modules/.package-lock.json: package.json package-lock.json | tools
	npm ci --ignore-scripts --no-audit --no-fund
	touch $@
