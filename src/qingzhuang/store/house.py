"""Whether there is a house at all (reading forms works without one), and what the county put into it."""

from pathlib import Path

from django.conf import settings
from django.db import connection


def has_house() -> bool:
    """Whether there is a database: a server, or a SQLite file that somebody made."""
    return connection.vendor != "sqlite" or Path(connection.settings_dict["NAME"]).exists()


def county_catalogue() -> Path | None:
    """The folder of the county's own catalogue, `catalogue` in the data folder; None where there is none."""
    folder: Path = settings.HOME / "catalogue"
    return folder if folder.is_dir() else None
