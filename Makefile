# Two commands do everything on a fresh machine: "make site" and "make test".
# Each first makes what it needs (tools/setup), once; later runs install nothing.

.DEFAULT_GOAL := site
.PHONY: site serve test fuzz check bench bench-search coverage format lock upgrade audit clean

BIN := .venv/bin
SETTINGS := pyproject.toml tools/setup tests/package-lock.json $(wildcard requirements/*.txt)

# Material's notice about its own end of life; CONTRIBUTING says what we do about it.
export NO_MKDOCS_2_WARNING := 1

# Where this is set, as in many containers, each of a hundred processes compiles all modules anew.
unexport PYTHONDONTWRITEBYTECODE

site: .venv/ready-site ## set up and build the site into site/
	$(BIN)/resources build
	@echo "To look at it here: make serve"

serve: .venv/ready-site ## preview on http://127.0.0.1:8000/, following every save
	$(BIN)/resources preview

check: .venv/ready-site ## list every problem in the content
	$(BIN)/resources check

test: .venv/ready-test ## set up and run every check and test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/lint-imports
	$(BIN)/mypy & types=$$!; $(BIN)/pytest --numprocesses=auto --dist=worksteal && wait $$types

FUZZ ?= 50
fuzz: .venv/ready-nightly ## the tests of the night: those that make up their input have 50 times as much; an hour
	FUZZ=$(FUZZ) $(BIN)/pytest --numprocesses=auto --dist=worksteal --timeout=10800 -m "hypothesis or fuzz or nightly"

bench: .venv/ready-bench ## measure builds of many sizes, against other generators; half an hour
	$(BIN)/python benchmarks/limits.py
	$(BIN)/python benchmarks/worksheets.py
	$(BIN)/python benchmarks/whole_site.py

bench-search: .venv/ready-test ## build the site and ask its search questions with a known answer
	$(BIN)/resources build
	$(BIN)/python benchmarks/search.py

coverage: .venv/ready-test ## run every test and list the lines and branches that none of them reaches
	rm -rf .cache/coverage && mkdir -p .cache/coverage
	$(BIN)/coverage run -m pytest --numprocesses=auto --dist=worksteal
	$(BIN)/coverage combine --quiet
	$(BIN)/coverage report

format: .venv/ready-test ## put the Python in its agreed form
	$(BIN)/ruff check --fix
	$(BIN)/ruff format

lock: .venv/ready-upkeep ## write requirements/ anew after a change in pyproject.toml
	sh tools/lock

upgrade: .venv/ready-upkeep ## write requirements/ with the newest versions that pyproject.toml allows
	sh tools/lock --upgrade

audit: .venv/ready-upkeep ## look for known faults in the locked packages, and for newer versions
	$(BIN)/pip-audit --strict --require-hashes --disable-pip --requirement requirements/test.txt
	$(BIN)/pip list --outdated

clean: ## remove everything these commands made
	rm -rf .venv site .site-* .cache .mypy_cache .pytest_cache .ruff_cache

.venv/ready-site: $(SETTINGS)
	sh tools/setup site

.venv/ready-test: $(SETTINGS)
	sh tools/setup test

.venv/ready-nightly: $(SETTINGS)
	sh tools/setup nightly

.venv/ready-bench: $(SETTINGS)
	sh tools/setup bench

.venv/ready-upkeep: $(SETTINGS)
	sh tools/setup upkeep
