# GNU make 4.3, git and Python 3.11 or newer are all that is needed. Another Python: make PYTHON=python3.12 test
PYTHON ?= python3
ROUND ?= candidates

MAKEFLAGS += --no-builtin-rules --no-print-directory
SHELL := bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
# What is tested is what was installed, whatever the caller's environment says.
unexport PYTHONPATH PYTHONHOME
# Tests start hundreds of interpreters, each of which would compile everything again.
unexport PYTHONDONTWRITEBYTECODE

LOCALE := src/stratsel/language/locale
# What an installation is made of; Python files are not among them, since .venv and .venv-dev are editable.
INSTALLED := pyproject.toml constraints.txt hatch_build.py src/stratsel/__about__.py \
	$(wildcard $(LOCALE)/*/LC_MESSAGES/*.po)
# Headers of a catalogue that change without its messages changing
NOISE := Project-Id-Version|Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date|Last-Translator|Language-Team|Generated-By
BUILD_TOOLS := build hatchling babel
# Compiling what nobody imports takes longer than everything else that pip does.
PIP := bin/python -m pip --disable-pip-version-check install -qq --no-compile
# Four workers at most: a container may show more processors than it has. On one: make WORKERS=0 test
WORKERS ?= auto
PYTEST := bin/pytest --numprocesses=$(WORKERS) --maxprocesses=4 --dist=worksteal
QUICK := -m "not slow" --hypothesis-profile=quick
# Time is short: chance, malice, the manual, whole outputs, pages of findings and a script are tried with the pinned
# versions alone.
NOT_LOWEST := $(addprefix --ignore=tests/,browser catalogue ci docs hostile properties regression reports what_if)

# $(call venv,DIR): an environment made of PYTHON, refused kindly where that is too old
venv = $(PYTHON) -c 'import sys; sys.version_info >= (3, 11) or sys.exit("stratsel needs Python 3.11 or newer, this \
is " + sys.version.split()[0] + "; try: make PYTHON=python3.12")' && $(PYTHON) -m venv $(1)

.PHONY: help
help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# --- use ------------------------------------------------------------------------------------------

.PHONY: rank
rank: .venv/ready ## rank the round in this folder
	@.venv/bin/stratsel rank $(ROUND)

.PHONY: report
report: .venv-dev/ready ## write the paper for the meeting in every format, into build/report/
	@mkdir -p build/report
	@.venv-dev/bin/stratsel report $(ROUND) --lang vi,en $(addprefix -o build/report/report.,md html docx pdf xlsx)

.PHONY: check
check: .venv/ready ## check every file of the round
	@.venv/bin/stratsel check

.venv/ready: $(INSTALLED)
	@$(call venv,.venv)
	@.venv/$(PIP) --constraint constraints.txt --editable .
	@touch $@

# --- tests ----------------------------------------------------------------------------------------

.PHONY: test
test: wheel ## build the wheel, install it in a clean environment, run every test
	@rm -rf .venv-test
	@$(call venv,.venv-test)
	@.venv-test/$(PIP) --constraint constraints.txt "$$(echo dist/stratsel-*.whl)[test]"
	@STRATSEL_TEST_WHEEL=1 .venv-test/$(PYTEST)

.PHONY: coverage
coverage: .venv-dev/ready ## measure what the quick tests of the engine and of intake cover, and refuse less than 95 %
	@.venv-dev/$(PYTEST) -q $(QUICK) --cov --cov-config=pyproject.toml --cov-report=term \
		tests/unit/engine tests/unit/assemble tests/unit/reading tests/unit/intake tests/catalogue

.PHONY: test-lowest
test-lowest: wheel ## the quick tests of all that calls a dependency, with the lowest versions that pyproject.toml allows
	@rm -rf .venv-lowest
	@$(call venv,.venv-lowest)
	@.venv-lowest/$(PIP) --constraint constraints-lowest.txt "$$(echo dist/stratsel-*.whl)[test]"
	@STRATSEL_TEST_WHEEL=1 .venv-lowest/$(PYTEST) $(QUICK) $(NOT_LOWEST)

.PHONY: quick
quick: .venv-dev/ready ## the tests against the tree, without the slow ones (while you work)
	@.venv-dev/$(PYTEST) -q $(QUICK)

.PHONY: smoke
smoke: wheel ## install only the wheel, in a temporary folder, then check and rank a copy of the round
	@folder="$$(mktemp -d)"; trap 'rm -rf "$$folder"' EXIT; \
	$(call venv,"$$folder/venv"); \
	"$$folder/venv"/$(PIP) --constraint constraints.txt dist/stratsel-*.whl; \
	cp -R criteria candidates $(wildcard *.yaml panel sources) "$$folder"; \
	cd "$$folder"; \
	venv/bin/stratsel check; \
	venv/bin/stratsel rank candidates

.PHONY: bench
bench: .venv-dev/ready ## run the benchmarks: ratios beside their limits
	@.venv-dev/bin/python -m benchmarks

.PHONY: wheel
wheel: .venv-build/ready ## build the sdist, and from it the wheel, into dist/
	@rm -rf build dist
	@mkdir -p build
	@.venv-build/bin/python -m build --no-isolation --outdir dist >build/log 2>&1 || { cat build/log; exit 1; }

.venv-build/ready: pyproject.toml constraints.txt
	@$(call venv,.venv-build)
	@.venv-build/$(PIP) --constraint constraints.txt $(BUILD_TOOLS)
	@touch $@

# --- quality --------------------------------------------------------------------------------------

.PHONY: lint
lint: .venv-dev/ready ## ruff, mypy, and which way imports go
	@.venv-dev/bin/ruff check --quiet
	@.venv-dev/bin/ruff format --check --quiet || { .venv-dev/bin/ruff format --check; exit 1; }
	@.venv-dev/bin/mypy --no-error-summary
	@.venv-dev/bin/lint-imports --no-cache >.venv-dev/imports.log 2>&1 || { cat .venv-dev/imports.log; exit 1; }
	@echo "lint: no complaints"

.PHONY: format
format: .venv-dev/ready ## let ruff repair and format what it can
	@.venv-dev/bin/ruff check --fix --quiet
	@.venv-dev/bin/ruff format --quiet

.venv-dev/ready: $(INSTALLED)
	@$(call venv,.venv-dev)
	@.venv-dev/$(PIP) --constraint constraints.txt $(BUILD_TOOLS)
	@.venv-dev/$(PIP) --constraint constraints.txt --no-build-isolation --editable '.[test,dev]'
	@touch $@

# --- made files -----------------------------------------------------------------------------------

.PHONY: catalogue
catalogue: .venv-dev/ready ## bring the message catalogues in step with the source, and compile them
	@mkdir -p build
	@.venv-dev/bin/pybabel --quiet extract --mapping-file=pyproject.toml --no-location --sort-output --no-wrap \
		--keywords='gettext ngettext:1,2 pgettext:1c,2 say:2 UsageError:1' --add-comments=TRANSLATORS: \
		--output-file=build/stratsel.pot src/stratsel
	@.venv-dev/bin/pybabel --quiet update --domain=stratsel --input-file=build/stratsel.pot --output-dir=$(LOCALE) \
		--no-wrap --no-fuzzy-matching --ignore-obsolete
	@sed -i.old -E '/^"($(NOISE)):/d' $(LOCALE)/*/LC_MESSAGES/stratsel.po
	@rm -f $(LOCALE)/*/LC_MESSAGES/stratsel.po.old
	@.venv-dev/bin/python hatch_build.py

.PHONY: pages
pages: .venv-dev/ready ## make the generated pages of the manual from the source
	@.venv-dev/bin/python docs/make_pages.py

.PHONY: schemas
schemas: .venv-dev/ready ## make the schemas for editors from the source and the criteria file of the round
	@for kind in criteria sources assessor decision scenario; do \
	.venv-dev/bin/stratsel schema $$kind --lang en -o schemas/$$kind.json; done
	@.venv-dev/bin/stratsel schema candidate --criteria criteria/strategic-products-2025.yaml --lang en \
		-o schemas/candidate.json

.PHONY: picture
picture: .venv-dev/ready ## make the picture of the report in the README (needs Chromium)
	@mkdir -p build
	@.venv-dev/bin/stratsel report --lang en -o build/paper.html
	@chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --window-size=1200,980 \
		--user-data-dir=build/chromium --screenshot=docs/report.png "file://$$PWD/build/paper.html" 2>/dev/null

.PHONY: fonts
fonts: .venv-dev/ready ## cut the fonts of the report from those of the system
	@.venv-dev/bin/python docs/make_fonts.py

.PHONY: constraints
constraints: ## pin everything that CI installs (run it with the oldest supported Python)
	@folder="$$(mktemp -d)"; trap 'rm -rf "$$folder"' EXIT; \
	$(call venv,"$$folder/venv"); \
	"$$folder/venv"/$(PIP) $(BUILD_TOOLS) '.[test,dev]'; \
	{ echo "# Everything that CI installs, pinned. Made by: make constraints"; \
	"$$folder/venv/bin/python" -m pip --disable-pip-version-check freeze --exclude stratsel; } >constraints.txt

.PHONY: lowest
lowest: ## write constraints-lowest.txt from the lower bounds in pyproject.toml
	@$(PYTHON) .ci/lowest.py >constraints-lowest.txt

.PHONY: clean
clean: ## remove everything that was made
	@rm -rf build dist htmlcov .venv .venv-build .venv-dev .venv-lowest .venv-test
	@rm -rf .coverage .coverage.* .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	@rm -f $(LOCALE)/*/LC_MESSAGES/*.mo
	@find src tests -name __pycache__ -type d -prune -exec rm -rf {} +
