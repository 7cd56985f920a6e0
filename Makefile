# What a newcomer needs: `make demo` and `make test`. Everything else is listed by `make`.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
INSTALLED := .venv/installed
TEMPLATES = $(shell find templates -name '*.html')

.PHONY: help demo test check format lock messages browser

help: ## lists the targets
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

demo: $(INSTALLED) ## the site with demo content on 127.0.0.1:$PORT (8000)
	@SITE_URL=$${SITE_URL:-http://127.0.0.1:$(PORT)} PORT=$(PORT) $(BIN)/python manage.py demo

test: $(INSTALLED) browser ## the whole test suite, on SQLite or on $DATABASE_URL
	@$(BIN)/python -m pytest -n auto --dist loadfile $(ARGS)

check: $(INSTALLED) ## style, types, templates, migrations, deployment settings
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/djade --check $(TEMPLATES)
	$(BIN)/python manage.py makemigrations --check --dry-run
	SITE_URL=https://www.example.int SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(60))') \
		$(BIN)/python manage.py check --deploy --fail-level WARNING

format: $(INSTALLED) ## formats code and templates
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .
	$(BIN)/djade $(TEMPLATES)

lock: $(INSTALLED) ## writes requirements.lock anew from pyproject.toml
	$(BIN)/uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
		--no-emit-index-url --no-emit-find-links --no-header --no-annotate --quiet -o requirements.lock > /dev/null

messages: $(INSTALLED) ## collects interface strings and compiles them (needs Debian's gettext)
	$(BIN)/python manage.py makemessages -l fr -l es -l ar --add-location file --no-obsolete -i var -i tests -i .venv
	$(BIN)/python manage.py compilemessages -l fr -l es -l ar -i var -i .venv

browser: # The browser tests skip, and say so, where this cannot install; under CI they fail.
	@command -v chromium > /dev/null || tests/browser/install || true

$(INSTALLED): requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
		|| { echo "iomsite needs Python 3.11, 3.12 or 3.13: make PYTHON=python3.12 …" >&2; exit 1; }
	@$(PYTHON) -m venv .venv || { echo "Install Python's venv module (Debian: python3-venv) and try again." >&2; exit 1; }
	@echo "Installing the locked dependencies into .venv …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@touch $@
