# Every verb works with nothing but Python 3.11 or later, make and the package registries:
# uv is used where it is installed, and otherwise fetched into .uv-bootstrap/ of this checkout.

SHELL := /bin/sh
.DEFAULT_GOAL := help
MAKEFLAGS += --no-print-directory
PYTHON ?= python3
BOOTSTRAP := .uv-bootstrap
UV := $(shell if uv cache dir >/dev/null 2>&1; then echo uv; else echo $(BOOTSTRAP)/bin/uv; fi)
RUN := $(UV) run --no-sync
PYTEST := $(RUN) pytest
CODE := app graph seed tests

# Trust what this machine trusts, also behind a proxy that signs for others (the second name is the older one).
UV_SYSTEM_CERTS ?= true
UV_NATIVE_TLS ?= true
export UV_SYSTEM_CERTS UV_NATIVE_TLS

# PyICU has no wheels: it is built where it is installed.
OR_SAY := || { echo "If PyICU could not be built: it needs a C++ compiler and ICU (Debian: g++ libicu-dev pkg-config)" >&2; exit 1; }

# The Neo4j that runs; not given means the project's own version.
ifneq ($(NEO4J_VERSION),)
export NEO4J_VERSION
endif

.PHONY: help up down test check fmt lint types unit integration contract browser bench soak faults sbom seed docs lock eval train screenshot
.PHONY: environment

help: ## Say what each verb does
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /  \1|/' | awk -F'|' '{printf "%-13s %s\n", $$1, $$2}'

up: $(UV) ## Start everything here: Neo4j, the seeded graph and the service; Ctrl-C stops it
	@$(UV) sync --quiet --locked --no-dev --inexact $(OR_SAY)
	@$(RUN) whofined up

down: environment ## Stop the local Neo4j
	@$(RUN) whofined neo4j stop

# Two workers: tests that wait for a server leave a core idle, and each worker starts servers of its own.
test: check ## Check and test everything, as continuous integration does
	@$(PYTEST) --numprocesses=2 --dist=loadfile --no-loadscope-reorder --cov --cov-report=term

check: environment ## Format, lint, types and dead code; no server needed
	@$(RUN) ruff format --check $(CODE)
	@$(RUN) ruff check $(CODE)
	@$(RUN) basedpyright
	@$(RUN) lint-imports
	@$(RUN) deptry .
	@$(RUN) vulture

fmt: environment ## Format the code and mend what a machine can mend
	@$(RUN) ruff format $(CODE)
	@$(RUN) ruff check --fix $(CODE)

lint: environment ## Ruff, import contracts, dependencies, dead code
	@$(RUN) ruff format --check $(CODE)
	@$(RUN) ruff check $(CODE)
	@$(RUN) lint-imports
	@$(RUN) deptry .
	@$(RUN) vulture

types: environment ## Types: strict for the code, standard for the tests
	@$(RUN) basedpyright

unit: environment ## Tests of pure code and of the architecture; seconds
	@$(PYTEST) tests/unit tests/architecture

integration: environment ## Tests on a real Neo4j; NEO4J_VERSION=5.26.30 runs them on the long-term version
	@$(PYTEST) tests/integration

contract: environment ## Tests of what we promise to others: OpenAPI, containers, formats
	@$(PYTEST) tests/contract

browser: environment ## Tests in a real Chromium
	@$(PYTEST) tests/browser

bench: environment ## Measure the hot paths beside raw Bolt and Neo4j's own Query API
	@$(RUN) python -m tests.bench

soak: environment ## Take in 10,000 documents, killed twice, and compare with one clean run; SOAK_DOCUMENTS=2000 for fewer
	@SOAK_DOCUMENTS=$${SOAK_DOCUMENTS:-10000} $(PYTEST) tests/soak

faults: environment ## Break what lies between service and graph, kill each step of what writes, try every bound of every parameter; prints a table
	@FAULTS=all $(PYTEST) tests/faults tests/integration/import_/test_bulk_killed.py tests/contract/test_schemathesis.py

sbom: environment ## Write what it is made of as CycloneDX into dist/: Python packages and the jars of Neo4j
	@mkdir -p dist
	@$(UV) export --quiet --locked --no-dev --all-extras --no-emit-project --format requirements-txt \
	  | $(RUN) cyclonedx-py requirements --pyproject pyproject.toml --mc-type application --output-reproducible \
	    --spec-version 1.6 --output-format JSON --output-file dist/python.cdx.json -
	@$(RUN) python -m app.sbom > dist/neo4j.cdx.json
	@ls -l dist/python.cdx.json dist/neo4j.cdx.json

seed: environment ## Load the curated records and notes into the graph; again changes nothing
	@$(RUN) whofined seed

docs: environment ## Write again what is derived: openapi.json and the tables of the vocabulary
	@$(RUN) python -m app.docs

eval: environment ## Score the extractor and list its misses by kind
	@$(RUN) python -m tests.eval

train: environment ## Train the model that says how sure a claim is, and keep its coefficients with their figures
	@$(RUN) python -m tests.train

screenshot: environment ## Make the picture of the README anew, from a service that runs
	@$(RUN) python -m tests.browser.screenshot

lock: $(UV) ## Resolve the dependencies again and install them
	@$(UV) lock
	@$(UV) sync --quiet --locked

environment: $(UV)
	@$(UV) sync --quiet --locked $(OR_SAY)

uv: ;

$(BOOTSTRAP)/bin/uv:
	@echo "Fetching uv into $(BOOTSTRAP)/"
	@rm -rf $(BOOTSTRAP)
	@$(PYTHON) -m venv $(BOOTSTRAP) >/dev/null 2>&1 \
	  && $(BOOTSTRAP)/bin/python -m pip install --quiet --disable-pip-version-check "uv>=0.9" \
	  || { rm -rf $(BOOTSTRAP); $(PYTHON) -m pip install --quiet --disable-pip-version-check --target $(BOOTSTRAP) "uv>=0.9"; } \
	  || { rm -rf $(BOOTSTRAP); echo "uv could not be fetched: install it (https://docs.astral.sh/uv/) or python3-venv, and try again" >&2; exit 1; }
