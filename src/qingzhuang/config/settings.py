"""Settings of the platform. Where the data lies: DATABASE_URL, else a SQLite file in QINGZHUANG_HOME."""

import os
from pathlib import Path
from typing import Any

import dj_database_url

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode

HOME = Path(os.environ.get("QINGZHUANG_HOME", "var")).absolute()
DATABASE_FILE = HOME / "qingzhuang.sqlite3"
JOURNAL_ANCHORS = HOME / "journal.anchors"  # heads of the journal, kept outside the database

# What must be on every SQLite connection (DESIGN.md §4): readers never wait for the writer, an
# acknowledged write survives a power cut, a writer takes its lock at BEGIN instead of failing half-
# way through.
_SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 60,  # seconds; SQLite's busy_timeout: an import of 100,000 rows holds the lock for some twenty
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=60000",
}
_POSTGRES_OPTIONS = {"connect_timeout": 10}  # seconds; without it a server that is not there takes minutes
_SQLITE, _POSTGRES = "django.db.backends.sqlite3", "django.db.backends.postgresql"


def _database() -> dict[str, Any]:
    """
    The one database of this house.

    Raises:
        RefusedError: DATABASE_URL names neither a SQLite file nor a PostgreSQL. It is not repeated: it may
            hold a password.
    """
    url = os.environ.get("DATABASE_URL", "").strip()
    found: dict[str, Any] = {"ENGINE": _SQLITE, "NAME": str(DATABASE_FILE)}
    if url:
        try:
            found = dict(dj_database_url.parse(url))
        except ValueError as error:
            raise RefusedError(Problem(StoreCode.BAD_DATABASE_URL)) from error
    if found["ENGINE"] not in (_SQLITE, _POSTGRES) or not found["NAME"]:
        raise RefusedError(Problem(StoreCode.BAD_DATABASE_URL))
    ours = _SQLITE_OPTIONS if found["ENGINE"] == _SQLITE else _POSTGRES_OPTIONS
    return found | {"OPTIONS": found.get("OPTIONS", {}) | ours}


DATABASES = {"default": _database()}
INSTALLED_APPS = ["qingzhuang.store"]  # the one app with tables
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# No SECRET_KEY: the command line signs nothing. The web will keep one in a 0600 file in HOME.

USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
LANGUAGE_CODE = "zh-hans"
DEBUG = False
