# What a developer types. `make` alone explains it.

PYTHON ?= python3
BIN := .venv/bin
WHAT ?= tests src
DATA ?= $(or $(TEJIDO_DATA),var/demo)
BIND ?= 127.0.0.1:8000
JOBS ?= 2
CASES ?= 12
SPREAD := -n $(JOBS) --dist loadfile --no-loadscope-reorder
ACTS := $(wildcard src/tejido/*/tests/test_acts*.py src/tejido/search/tests/test_f*.py src/tejido/records/tests/test_[ek]*.py \
  src/tejido/ledger/tests/test_record*.py src/tejido/exchange/tests/test_[no]*.py src/tejido/custody/tests/test_[ef]*.py \
  tests/test_tables.py tests/test_making*.py)
CATALOGUES := $(wildcard src/tejido/locale/*/LC_MESSAGES/*.po)
PACKAGE := pyproject.toml hatch_build.py $(CATALOGUES)

# Hashes and no host names: whoever installs chooses where from.
LOCK := $(BIN)/uv pip compile --quiet --universal --generate-hashes --no-header --no-annotate

# Neither the data nor the language of whoever develops has anything to do with what is checked. Hundreds of commands are
# started by the tests: each would compile two thousand modules where none may be written down.
ALONE := env -u DATABASE_URL -u TEJIDO_DATA -u TEJIDO_ORIGIN -u PYTHONDONTWRITEBYTECODE LC_ALL=C.UTF-8

# Branch coverage of what decides and what changes has to be complete.
DECIDES := src/tejido/engine/*,src/tejido/*/rules.py,src/tejido/*/rules/*,src/tejido/*/commands.py,src/tejido/*/commands/*

.DEFAULT_GOAL := help
.PHONY: help install demo serve test thorough postgresql check coverage fuzz bench shots lock messages clean chromium peers lighthouse

help:
	@echo "make install   .venv with the tejido command in it"
	@echo "make demo      the demonstration network in the browser, at http://$(BIND)"
	@echo "make serve     the network of DATA (now: $(DATA)), as it stands"
	@echo "make test      every test on SQLite and, where a server answers, what changes and finds on PostgreSQL"
	@echo "make thorough  what make test leaves out: long walks, crowds, every seat at every address"
	@echo "make postgresql  every test on PostgreSQL alone"
	@echo "make coverage  every branch of what decides and of what changes"
	@echo "make check     lint, format, types, import contracts, migrations, translations"
	@echo "make fuzz      requests made up of the OpenAPI description, as every role; needs PyPI once"
	@echo "make bench     the benchmarks, each against a named limit"
	@echo "make lighthouse  Lighthouse over the ten pages used most, where npm is there; nothing else needs it"
	@echo "make shots     pictures of the main pages in shots/, and those of the handbook anew"
	@echo "make messages  translations brought up to date with the code"
	@echo "make lock      the hashed requirements made again from pyproject.toml"
	@echo "make clean     what can be made again is removed; .venv and data stay"

install: .venv/installed

demo: .venv/installed
	$(BIN)/tejido demo --data $(DATA) --bind $(BIND)

serve: .venv/installed
	$(BIN)/tejido serve --data $(DATA) --bind $(BIND)

# The package is installed again only when what goes into it by other ways than its Python files has changed.
.venv/installed: requirements/runtime.txt requirements/build.txt $(PACKAGE)
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Tejido needs Python 3.11 or newer: make install PYTHON=python3.x" >&2; exit 1; }
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/runtime.txt -r requirements/build.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $@

.venv/developed: requirements/dev.txt .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	touch $@

# The journeys drive Debian's Chromium. Without it they are skipped, and said to be.
chromium:
	@command -v chromium >/dev/null || { test "$$(id -u)" = 0 && command -v apt-get >/dev/null \
	  && apt-get -qq update && apt-get -qq install -y --no-install-recommends chromium; } \
	  || echo "SKIPPED: there is no chromium here, so no journey in a real browser is tested" >&2

# What packages and doors for learning systems are tried with. What is not there is skipped, and said to be.
peers: .venv/developed
	$(BIN)/python tools/peers.py

# Without npm no page is looked at, and it is said.
lighthouse: .venv/developed chromium
	$(BIN)/python tools/lighthouse.py

test: .venv/developed chromium
	$(ALONE) $(BIN)/pytest $(SPREAD) -m "not thorough" tests src
	@echo "LEFT OUT: long walks and crowds, and the seats of the matrix by turns: make thorough" >&2
	$(MAKE) --no-print-directory postgresql WHAT="$(ACTS)"

# `make test` sees the acts, the finding and the tables on PostgreSQL as well. Alone, this takes everything.
postgresql: .venv/developed
	@url=$$($(BIN)/python tools/postgresql.py); if [ -n "$$url" ]; then \
	  echo "The same on PostgreSQL" && $(ALONE) DATABASE_URL=$$url $(BIN)/pytest $(SPREAD) \
	    -m "not journey and not sqlite and not anywhere and not slow" \
	    --ignore=src/tejido/engine --ignore=src/tejido/formats $(WHAT); \
	else echo "SKIPPED: no PostgreSQL server answers, so nothing is tested on PostgreSQL" >&2; fi

# Whoever changes much runs this before it goes in: what passes here was left out of what has to pass in twenty minutes.
thorough: .venv/developed chromium
	$(ALONE) TEJIDO_EVERY_SEAT=1 $(BIN)/pytest $(SPREAD) -m thorough tests src
	$(ALONE) TEJIDO_EVERY_SEAT=1 $(BIN)/pytest tests/test_matrix.py
	$(ALONE) TEJIDO_EVERY_WAY=1 $(BIN)/pytest tests/journeys/test_every_page.py

# Tracing takes half as long again, so it is done apart from the tests of every day.
coverage: .venv/developed
	rm -f .coverage .coverage.*
	$(ALONE) $(BIN)/coverage run -m pytest $(SPREAD) -m "not journey" tests src
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report --include='$(DECIDES)' --omit='*/tests/*' --fail-under=100

check: .venv/developed
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(ALONE) TEJIDO_DATA=$(abspath build/data) $(BIN)/mypy
	$(BIN)/lint-imports --no-cache
	$(ALONE) TEJIDO_DATA=$(abspath build/data) $(BIN)/python manage.py makemigrations --check --dry-run
	$(BIN)/python tools/catalogues.py check

# Schemathesis stands in a folder of its own and in no lock. Ten minutes or more for each role: CASES and ROLES make it less.
fuzz: .venv/developed
	$(ALONE) $(BIN)/python tools/fuzz.py $(CASES) $(ROLES)

bench: .venv/developed
	$(BIN)/python bench

shots: .venv/developed chromium
	$(BIN)/python tools/shots.py shots
	$(BIN)/python tools/shots.py --handbook

lock: .venv/developed
	$(LOCK) pyproject.toml -o requirements/runtime.txt
	$(LOCK) pyproject.toml --extra dev -o requirements/dev.txt
	{ $(BIN)/python -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")'; \
	  echo editables; } | $(LOCK) --constraints requirements/dev.txt - -o requirements/build.txt
	printf '%s\n' lti-consumer-xblock openedx-cmi5-xblock PyLTI1p3 'setuptools<81' \
	  | $(LOCK) --python-version 3.11 - -o requirements/peers-openedx.txt
	echo tincan | $(LOCK) --python-version 3.11 - -o requirements/peers-tincan.txt

messages: .venv/developed
	$(BIN)/python tools/catalogues.py update
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .

clean:
	rm -rf build dist shots .peers .coverage .coverage.* .hypothesis .mypy_cache .pytest_cache .ruff_cache .import_linter_cache
	find src tests tools bench -name __pycache__ -prune -exec rm -rf {} +
