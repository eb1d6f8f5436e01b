"""Whether there is a house at all: reading forms works without one."""

from pathlib import Path

from django.db import connection


def has_house() -> bool:
    """Whether there is a database: a server, or a SQLite file that somebody made."""
    return connection.vendor != "sqlite" or Path(connection.settings_dict["NAME"]).exists()
