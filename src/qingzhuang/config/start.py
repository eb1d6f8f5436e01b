"""Opening the house: Django set up, the database there, migrated and durable."""

import os

import django
from django.conf import settings
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.house import has_house

FULL = 2  # PRAGMA synchronous: 0 OFF, 1 NORMAL, 2 FULL, 3 EXTRA (https://sqlite.org/pragma.html#pragma_synchronous)


def prepare() -> None:
    """Set Django up without touching a database or a disk."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qingzhuang.config.settings")
    django.setup()


def open_house() -> None:
    """
    Set Django up, make the data folder (readable by its owner only) and bring the database up to date.

    Raises:
        RefusedError: the database cannot be opened, or would not survive a power cut.
    """
    prepare()
    try:
        if "DATABASE_URL" not in os.environ:
            settings.HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
        migrate_if_needed()
    except (OperationalError, OSError) as error:
        raise RefusedError(Problem(StoreCode.NO_DATABASE, {"why": str(error).splitlines()[0]})) from error
    check_durability()


def open_house_if_any() -> None:
    """Set Django up, and open the house where there is one; nothing is made where there is none."""
    prepare()
    if has_house():
        open_house()


def migrate_if_needed() -> None:
    """Apply the migrations that are missing, without a word."""
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", verbosity=0, interactive=False)


def check_durability() -> None:
    """
    Refuse a SQLite database that would not survive a power cut.

    Raises:
        RefusedError: `synchronous` is below FULL.
    """
    if connection.vendor != "sqlite":
        return
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        if cursor.fetchone()[0] < FULL:
            raise RefusedError(Problem(StoreCode.NOT_DURABLE))
