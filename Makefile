# Two commands on a fresh machine: `make run` and `make test`. Running them again changes nothing.
VENV := .venv
PY := $(VENV)/bin/python

.PHONY: run test setup setup-dev browser bench clean

run: setup
	$(PY) -m leukchat index build > /dev/null
	$(PY) app.py

test: setup-dev browser
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	$(VENV)/bin/mypy
	$(VENV)/bin/lint-imports
	$(PY) -m pytest

setup: $(PY)
	@$(PY) scripts/install.py requirements.txt

setup-dev: $(PY)
	@$(PY) scripts/install.py requirements.txt --extra requirements-dev.txt

# Any Python 3.11 to 3.13 that starts: a name on the PATH is not enough, so each is tried.
$(PY):
	@for candidate in $(PYTHON) python3 python3.13 python3.12 python3.11 python; do \
	  if $$candidate -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' 2>/dev/null; then \
	    echo "Making $(VENV) with $$($$candidate --version)"; exec $$candidate -m venv $(VENV); \
	  fi; \
	done; \
	echo "LeukChat needs Python 3.11, 3.12 or 3.13 with venv. Install one (Debian: apt-get install python3 python3-venv), or name it: make run PYTHON=/path/to/python3.12"; exit 1

# Browser tests drive the system's Chromium. It is installed from Debian where we may; otherwise the command is named.
browser:
	@if ! command -v chromium >/dev/null || ! command -v chromedriver >/dev/null; then \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
	    echo "Installing Chromium for the browser tests"; \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium chromium-driver >/dev/null; \
	  else \
	    echo "The browser tests need Chromium and its driver: sudo apt-get install chromium chromium-driver"; exit 1; \
	  fi; \
	fi

bench: setup
	$(PY) benchmarks/answer.py
	$(PY) benchmarks/startup.py
	$(PY) benchmarks/guard.py
	$(PY) benchmarks/chain.py
	$(PY) benchmarks/labs.py
	$(PY) benchmarks/nutrition.py
	$(PY) benchmarks/llm.py

clean:
	rm -rf $(VENV) build dist *.egg-info .mypy_cache .ruff_cache .pytest_cache
