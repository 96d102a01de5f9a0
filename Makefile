# The commands of this project; `make help` lists them.
# `make run` needs Python 3.11 or later with pip, and make. Everything else lands in .venv.

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python

SANDBOX := $(VENV)/sandbox.installed
DEV := $(VENV)/dev.installed

LANGUAGE := uk
POT := locales/messages.pot
PO := locales/$(LANGUAGE)/LC_MESSAGES/messages.po
MO := $(patsubst %.po,%.mo,$(wildcard locales/*/LC_MESSAGES/messages.po))
PYBABEL := $(PY) -m babel.messages.frontend --quiet

CHECKED := bot sandbox bench tests
GUARDS := tests/guards/test_catalogue.py tests/guards/test_tree.py
LOCK := $(VENV)/bin/uv pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links \
	--custom-compile-command "make lock" $(ARGS)

.DEFAULT_GOAL := help
.PHONY: help run test check format i18n content-check lock check-docker bench clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## /{printf "  make %-13s %s\n", $$1, $$2}' Makefile

run: $(SANDBOX) $(MO) ## the bot and its sandbox, at http://127.0.0.1:8090
	@$(PY) -m sandbox

test: $(DEV) $(MO) ## all tests; ARGS="tests/unit --no-cov" runs a part, -n 0 in one process
	@$(PY) -m pytest --cov -n auto --dist worksteal $(ARGS)

check: $(DEV) ## format, lint, types, import rules, guards
	@$(PY) -m ruff format --check .
	@$(PY) -m ruff check .
	@$(PY) -m mypy $(CHECKED)
	@$(VENV)/bin/lint-imports --no-logo
	@$(PY) -m pytest $(GUARDS)

format: $(DEV) ## format the code and mend what can be mended by itself
	@$(PY) -m ruff format .
	@$(PY) -m ruff check --fix .

i18n: $(DEV) ## bring the texts of the code into the catalogue, and compile it
	@$(PYBABEL) extract --no-default-keywords -k t:1c,2 -k plural:1c,2,3 \
		--add-location=file --sort-by-file --no-wrap -c Translators: \
		--header-comment="# What patients read; make i18n keeps it in step with the code." \
		--project=patient-assistant --version=unreleased \
		--msgid-bugs-address="the issues of the project" \
		--last-translator="Patient Assistant contributors" -o $(POT) bot
	@mkdir -p $(dir $(PO))
	@$(PYBABEL) update --init-missing --no-fuzzy-matching --ignore-obsolete --no-wrap \
		--ignore-pot-creation-date -i $(POT) -o $(PO) -l $(LANGUAGE)
	@$(PY) -m babel.messages.frontend compile --statistics \
		-i $(PO) -o $(PO:.po=.mo) -l $(LANGUAGE)

content-check: $(DEV) ## sources, links and dates of what patients read
	@$(PY) -m bot.content.check

lock: $(DEV) ## pin requirements/*.in with hashes; ARGS=--upgrade takes newer versions
	@$(LOCK) requirements/bot.in -o requirements/bot.txt
	@$(LOCK) requirements/sandbox.in -c requirements/bot.txt -o requirements/sandbox.txt
	@$(LOCK) requirements/dev.in -c requirements/sandbox.txt -o requirements/dev.txt

check-docker: $(DEV) ## lint the Dockerfile
	@$(VENV)/bin/hadolint Dockerfile

bench: $(DEV) ## measure search, directory sync and reminders beside their peers
	@$(PY) -m bench.search
	@$(PY) -m bench.sync
	@$(PY) -m bench.reminders

clean: ## remove what the other commands made; data/ stays
	@rm -rf $(VENV) $(POT) $(MO) .coverage .hypothesis
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	@find bot sandbox tests -name __pycache__ -type d -prune -exec rm -rf {} +

# What checks and tests need goes on top of what the sandbox needs, never side by side.
$(DEV): $(SANDBOX)

$(VENV)/%.installed: requirements/%.txt
	@PYTHON="$(PYTHON)" VENV="$(VENV)" sh tools/install.sh $<
	@touch $@

%.mo: %.po | $(SANDBOX)
	@$(PYBABEL) compile -i $< -o $@
