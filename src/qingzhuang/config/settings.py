"""Settings of the platform. Where the data lies: DATABASE_URL, else a SQLite file in QINGZHUANG_HOME."""

import os
from pathlib import Path
from typing import Any

import dj_database_url

HOME = Path(os.environ.get("QINGZHUANG_HOME", "var")).absolute()
DATABASE_FILE = HOME / "qingzhuang.sqlite3"
JOURNAL_ANCHORS = HOME / "journal.anchors"  # heads of the journal, kept outside the database

# What must be on every SQLite connection (DESIGN.md §4): readers never wait for the writer, an
# acknowledged write survives a power cut, a writer takes its lock at BEGIN instead of failing half-
# way through.
_SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 5,  # seconds; SQLite's busy_timeout
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=5000",
}


def _database() -> dict[str, Any]:
    """The one database of this house."""
    url = os.environ.get("DATABASE_URL", "")
    found: dict[str, Any] = (
        dict(dj_database_url.parse(url))
        if url
        else {"ENGINE": "django.db.backends.sqlite3", "NAME": str(DATABASE_FILE)}
    )
    if found["ENGINE"] == "django.db.backends.sqlite3":
        found["OPTIONS"] = found.get("OPTIONS", {}) | _SQLITE_OPTIONS
    return found


DATABASES = {"default": _database()}
INSTALLED_APPS = ["qingzhuang.store"]  # the one app with tables
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# No SECRET_KEY: the command line signs nothing. The web will keep one in a 0600 file in HOME.

USE_TZ = True
TIME_ZONE = "Asia/Shanghai"
LANGUAGE_CODE = "zh-hans"
DEBUG = False
