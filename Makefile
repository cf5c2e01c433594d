# Deux commandes suffisent : `make run` et `make test`. Voir `make` pour les autres.
# Rien n'est installé hors de $(VENV) ; un second appel ne réinstalle que si un fichier épinglé a changé.

VENV ?= .venv
BIN = $(VENV)/bin
PIP = $(BIN)/python -m pip --disable-pip-version-check --quiet
# Le premier Python de la machine qui convient ; vide s'il n'y en a aucun.
PYTHON ?= $(shell for each in python3 python3.14 python3.13 python3.12 python3.11; do \
	$$each -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 && { echo $$each; break; }; done)
PYTEST_ARGS ?=

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help run test lint audit bench crash communes requirements clean

help: ## cette aide
	@echo "Solipacte — commandes disponibles :"
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1|\2/p' $(firstword $(MAKEFILE_LIST)) | awk -F'|' '{ printf "%-20s %s\n", $$1, $$2 }'

run: $(VENV)/.installed ## tout installer, puis ouvrir le robot sur http://127.0.0.1:8080 avec des données inventées
	$(BIN)/solipacte serve --demo

test: $(VENV)/.installed-test ## lancer tous les tests, dans un ordre tiré au sort (PYTEST_ARGS="-k communes")
	$(BIN)/python -m pytest --numprocesses=auto --maxprocesses=4 --dist=worksteal $(PYTEST_ARGS)

lint: $(VENV)/.installed-test ## vérifier l'écriture, les types et le sens des imports
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

audit: $(VENV)/.installed-test ## chercher les failles connues des bibliothèques épinglées (demande internet)
	$(BIN)/pip-audit --disable-pip --require-hashes --requirement requirements/base.txt

bench: $(VENV)/.installed-test ## mesurer la vitesse, rapportée à d'autres manières de faire
	$(BIN)/python -m tests.bench

crash: $(VENV)/.installed-test ## tuer le robot des centaines de fois pendant qu'il travaille, puis tout compter (deux heures)
	$(BIN)/python -m tests.crash

communes: $(VENV)/.installed ## reconstruire la liste des communes depuis ses sources (demande internet)
	$(BIN)/python -m directory.communes.rebuild

# --no-emit-*: the index of whoever runs this is nobody else's business.
COMPILE = CUSTOM_COMPILE_COMMAND="make requirements" $(BIN)/pip-compile --quiet $(if $(UPGRADE),--upgrade) --generate-hashes \
	--allow-unsafe --strip-extras --no-emit-index-url --no-emit-find-links --no-emit-trusted-host --no-emit-options

requirements: $(VENV)/.installed-tools ## épingler à nouveau les bibliothèques (UPGRADE=1 pour les versions récentes)
	$(COMPILE) --output-file requirements/base.txt pyproject.toml
	$(COMPILE) --output-file requirements/test.txt --extra test --extra matrix-test --constraint requirements/base.txt pyproject.toml
	$(COMPILE) --output-file requirements/build.txt --constraint requirements/test.txt requirements/build.in
	$(COMPILE) --output-file requirements/tools.txt --constraint requirements/test.txt requirements/tools.in

clean: ## enlever l'environnement et les caches (les données de var/ restent)
	rm -rf $(VENV) .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis build dist
	find bot directory knowledge tests -name __pycache__ -type d -prune -exec rm -rf {} +

$(VENV)/pyvenv.cfg:
	@test -n "$(PYTHON)" && $(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
		echo "Solipacte demande Python 3.11 ou plus récent, introuvable ici. Installez-le, ou indiquez-le : make run PYTHON=/chemin/vers/python3.12" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); \
		echo "L'environnement Python n'a pas pu être créé. Sous Debian ou Ubuntu : apt install python3-venv" >&2; exit 1; }

$(VENV)/.installed: $(VENV)/pyvenv.cfg requirements/pip.txt requirements/base.txt requirements/build.txt pyproject.toml
	@echo "Installation des bibliothèques (une à deux minutes la première fois)…"
	$(PIP) install --require-hashes -r requirements/pip.txt
	$(PIP) install --require-hashes -r requirements/base.txt -r requirements/build.txt
	$(PIP) install --no-build-isolation --no-deps --editable .
	@touch $@

$(VENV)/.installed-test: $(VENV)/.installed requirements/test.txt
	$(PIP) install --require-hashes -r requirements/test.txt
	@touch $@

$(VENV)/.installed-tools: $(VENV)/pyvenv.cfg requirements/pip.txt requirements/tools.txt
	$(PIP) install --require-hashes -r requirements/pip.txt
	$(PIP) install --require-hashes -r requirements/tools.txt
	@touch $@
