# 两条命令就够：make demo 看它怎么干活，make test 跑全部检查。其余：make help。
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input --quiet --quiet
LOCK := $(BIN)/pip-compile --generate-hashes --allow-unsafe --strip-extras --quiet --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links --no-emit-options
PINNED := --constraint requirements/base.txt --constraint requirements/build.txt
HOW_MANY := 2

.PHONY: help setup demo test check lint bench lock

help: ## 列出这些命令
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

setup: .venv/base.stamp ## 建好运行环境（.venv/bin/qingzhuang）

# A Python counts when it is new enough and can make environments; Debian ships ensurepip apart, as python3-venv.
.venv/bin/python:
	@for python in python3 python3.13 python3.12 python3.11; do \
	  if ! $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then continue; fi; \
	  if ! $$python -c 'import ensurepip, venv' 2>/dev/null; then lacking=$$python; continue; fi; \
	  exec $$python -m venv --clear .venv; \
	done; \
	if [ -n "$${lacking:-}" ]; then \
	  version=$$($$lacking -c 'import sys; print("python%d.%d" % sys.version_info[:2])'); \
	  echo "还差一个软件包，装上再来：sudo apt-get install $$version-venv（或 python3-venv）" >&2; \
	else \
	  echo "没找到 3.11 以上的 Python，装上再来：sudo apt-get install python3 python3-venv" >&2; \
	fi; exit 1

.venv/base.stamp: requirements/base.txt requirements/build.txt pyproject.toml | .venv/bin/python
	@echo "正在装运行环境（按校验值锁定的版本）……" >&2
	@$(PIP) install --require-hashes --only-binary :all: -r requirements/build.txt -r requirements/base.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/dev.stamp: requirements/dev.txt .venv/base.stamp
	@echo "正在装检查工具（按校验值锁定的版本）……" >&2
	@$(PIP) install --require-hashes --only-binary :all: -r requirements/dev.txt
	@touch $@

demo: setup ## 用一个虚构的县走一遍，最后开网页，每个岗位一个账号
	@$(BIN)/qingzhuang demo

lint: .venv/dev.stamp
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy

check: lint ## 不用数据库的检查，两分钟以内
	@$(BIN)/pytest -v -n $(HOW_MANY) --dist loadfile -m 'not database and not office and not acceptance and not browser'

# Where a PostgreSQL answers, the database tests run on it first; the last line is always the whole suite's summary.
test: lint ## 全部检查和测试，二十分钟以内
	@postgres=$$($(BIN)/python -m tests.postgres); \
	command -v soffice >/dev/null || \
	  echo "没有 LibreOffice，读不了 .xls，跳过要用它的测试。要用：sudo apt-get install libreoffice-calc-nogui libreoffice-writer-nogui"; \
	if [ -n "$$postgres" ]; then \
	  echo "数据库测试：先 PostgreSQL，再 SQLite"; \
	  DATABASE_URL="$$postgres" $(BIN)/pytest -v -m database; \
	else \
	  echo "没有应答的 PostgreSQL，数据库测试只跑 SQLite。要跑：sudo apt-get install postgresql，再设 TEST_POSTGRES_URL"; \
	fi; \
	$(BIN)/pytest -v -n $(HOW_MANY) --dist loadfile

bench: .venv/dev.stamp ## 速度和准确率（FORMS_DIR 指到带答案的表样）
	@for script in bench/*.py; do \
	  name=$$(basename "$$script" .py); \
	  echo "== $$name"; $(BIN)/qingzhuang bench "$$name"; \
	done

lock: .venv/dev.stamp ## 重新锁定依赖的版本和校验值
	@$(LOCK) --output-file requirements/build.txt requirements/build.in
	@$(LOCK) --output-file requirements/base.txt pyproject.toml
	@$(LOCK) $(PINNED) --extra county --output-file requirements/county.txt pyproject.toml
	@$(LOCK) $(PINNED) --extra fast --output-file requirements/fast.txt pyproject.toml
	@$(LOCK) $(PINNED) --extra dev --output-file requirements/dev.txt pyproject.toml
