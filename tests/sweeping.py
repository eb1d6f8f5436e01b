"""Sweeping out what several connections have committed, although the tables refuse to lose rows."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db import connection

_TRIGGERS = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND sql IS NOT NULL"


@contextmanager
def without_guards() -> Iterator[None]:
    """
    The tables' guards taken down and put up again; on PostgreSQL they let TRUNCATE pass, nothing is done.
    """
    if connection.vendor != "sqlite":
        yield
        return
    with connection.cursor() as cursor:
        triggers = cursor.execute(_TRIGGERS).fetchall()
        for name, _ in triggers:
            cursor.execute(f'DROP TRIGGER "{name}"')
        yield
        for _, sql in triggers:
            cursor.execute(sql)


def sweep() -> None:
    """Empty every table of the test's database."""
    with without_guards():
        call_command("flush", verbosity=0, interactive=False)
