# The commands of this project. Each installs what it needs; `make help` lists them.
VENV := .venv
BIN := $(VENV)/bin

.PHONY: help setup demo app test test-hard check bench mutate messages lock clean

help:
	@echo "make app    open the window"
	@echo "make demo   build and verify the example pack in out/demo"
	@echo "make test   run every test"
	@echo "make test-hard  the crash tests in their long form"
	@echo "make check  ruff, mypy, import contracts, house rules"
	@echo "make bench  measure, and write ratios to out/bench"
	@echo "make mutate put faults into the rules; the tests must catch each"
	@echo "make setup  make .venv (the others call it)"

setup:
	@sh tools/setup.sh

demo: setup
	@$(BIN)/talentpack demo -o out/demo

app: setup
	@$(BIN)/talentpack window

test: setup
	@sh tools/test_needs.sh
	@$(BIN)/python -m pytest -n 2 --dist loadgroup tests

test-hard: setup
	@TALENTPACK_KILLS=200 $(BIN)/python -m pytest tests/casefile/test_crash.py

check: setup
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports --no-cache
	@$(BIN)/python -m pytest -q tests/house

bench: setup
	@$(BIN)/python -m bench

mutate: setup
	@$(BIN)/python tools/mutate.py

messages: setup
	@$(BIN)/python tools/messages.py

clean:
	rm -rf out build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
