"""Statements as somebody at the database's own prompt would type them."""

from django.db import connection, transaction


def run(sql: str, *values: str | int | None) -> None:
    """One statement in a transaction of its own."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, list(values))
