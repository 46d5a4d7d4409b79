# Needs Python 3.11 or newer, git and make; everything else goes into .venv.
BIN := .venv/bin
CORE := .venv/core.stamp
DEV := .venv/dev.stamp
MADE := .venv site .cache dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Hundreds of processes run the same modules: they are compiled once.
unexport PYTHONDONTWRITEBYTECODE

.DEFAULT_GOAL := help
.PHONY: help site serve test lint format docs bench clean

help: ## say what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-8s %s\n", $$1, $$2 }' Makefile
	@echo '  ARGS="..." is handed on: make test ARGS="-k edit". PYTHON=python3.12 picks another Python.'

site: $(CORE) ## build the playbook site into site/
	@$(BIN)/mkdocs build $(ARGS)

serve: $(CORE) ## show the site and follow every edit
	@$(BIN)/mkdocs serve $(ARGS)

test: $(DEV) ## run the tests, two processes for each core
	@$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

lint: $(DEV) ## check style and types
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet . || { echo 'Not in the house format: run "make format".' >&2; exit 1; }
	@$(BIN)/mypy

format: $(DEV) ## sort imports and lay out the code
	@$(BIN)/ruff check --quiet --select I --fix .
	@$(BIN)/ruff format .

docs: $(CORE) ## write the reference in docs/ anew
	@$(BIN)/python tools/reference.py

bench: $(DEV) ## measure the speed
	@$(BIN)/python bench/run.py $(ARGS)

clean: ## remove whatever was made, .venv included
	@rm -rf $(MADE)

$(CORE): pyproject.toml tools/bootstrap.sh
	@sh tools/bootstrap.sh
	@touch $(CORE)

$(DEV): pyproject.toml tools/bootstrap.sh
	@sh tools/bootstrap.sh test,lint
	@touch $(CORE) $(DEV)
