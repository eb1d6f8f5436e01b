"""An acknowledged write survives."""

import pytest
from django.db import connection

from qingzhuang.config.start import check_durability
from qingzhuang.engine.problems import RefusedError

pytestmark = pytest.mark.database


def test_sqlite_writes_through() -> None:
    """R-STO-09: every connection has WAL, synchronous FULL, a busy timeout, and takes its lock at BEGIN."""
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite has these switches")
    with connection.cursor() as cursor:
        found = {}
        for switch in ("journal_mode", "synchronous", "busy_timeout", "foreign_keys"):
            cursor.execute(f"PRAGMA {switch}")
            found[switch] = cursor.fetchone()[0]

    assert found == {"journal_mode": "wal", "synchronous": 2, "busy_timeout": 60000, "foreign_keys": 1}
    assert connection.settings_dict["OPTIONS"]["transaction_mode"] == "IMMEDIATE"


@pytest.mark.django_db(transaction=True)
def test_less_than_full_is_refused(django_db_blocker: object) -> None:
    """R-STO-09: with synchronous NORMAL the program does not start."""
    if connection.vendor != "sqlite":
        pytest.skip("only SQLite has this switch")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=NORMAL")

    try:
        with pytest.raises(RefusedError):
            check_durability()
    finally:
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=FULL")
