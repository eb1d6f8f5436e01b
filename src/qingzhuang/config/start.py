"""Opening the house: Django set up, the database there, migrated, durable and its owner's alone."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.management import call_command
from django.db import OperationalError, connection
from django.db.migrations.executor import MigrationExecutor

from qingzhuang.config.secrets import make_secret_key
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.house import has_house

FULL = 2  # PRAGMA synchronous: 0 OFF, 1 NORMAL, 2 FULL, 3 EXTRA (https://sqlite.org/pragma.html#pragma_synchronous)


def prepare() -> None:
    """
    Set Django up without touching a database or a disk.

    Raises:
        RefusedError: DATABASE_URL cannot be read, or PostgreSQL is asked for and its driver is not installed.
    """
    os.environ.setdefault("QINGZHUANG_FACE", "console")
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "qingzhuang.config.settings")
    try:
        django.setup()
    except ImproperlyConfigured as error:
        if "psycopg" not in str(error):
            raise
        raise RefusedError(Problem(StoreCode.NO_DRIVER)) from error


def open_house() -> None:
    """
    Set Django up, make the data folder (readable by its owner only) and bring the database up to date.

    Raises:
        RefusedError: the database cannot be opened, or would not survive a power cut.
    """
    prepare()
    with answering_database():
        try:
            close_to_others()
            migrate_if_needed()
        except OSError as error:
            raise RefusedError(Problem(StoreCode.NO_DATABASE, {"why": _why(error)})) from error
    check_durability()


def open_house_if_any() -> None:
    """Set Django up, and open the house where there is one; nothing is made where there is none."""
    prepare()
    if has_house():
        open_house()


@contextmanager
def answering_database() -> Iterator[None]:
    """
    A database that is locked, gone or cannot be written becomes a sentence; what was begun is rolled back.

    Raises:
        RefusedError: instead of OperationalError. What else SQLite calls operational (a table that is not
            there) is a mistake of ours and stays what it is.
    """
    try:
        yield
    except OperationalError as error:
        problem = _problem_of(_why(error))
        if problem is None:
            raise
        raise RefusedError(problem) from error


# What SQLite says (https://sqlite.org/rescode.html) when the disk or the file is at fault, not the program.
_OF_THE_DISK = ("unable to open", "readonly", "read-only", "disk i/o", "is full", "not a database")
# Somebody else writes; or two commands made the tables of a new house at the same moment.
_OF_ANOTHER = ("locked", "deadlock", "lock timeout", "already exists")


def _problem_of(why: str) -> Problem | None:
    """What to say of an OperationalError; None: it is our own mistake."""
    said = why.lower()
    if any(words in said for words in _OF_ANOTHER):
        return Problem(StoreCode.BUSY)
    if connection.vendor == "postgresql":
        return Problem(StoreCode.NO_SERVER)
    if any(words in said for words in _OF_THE_DISK):
        return Problem(StoreCode.NO_DATABASE, {"why": why})
    return None


def _why(error: Exception) -> str:
    """The first line of what went wrong."""
    return next(iter(str(error).splitlines()), type(error).__name__)


def close_to_others() -> None:
    """
    Make the data folder and the database file, and let nobody but their owner look into them.

    A folder that somebody else owns, or everybody uses (sticky, as the folder of temporary files), is left.
    """
    settings.HOME.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = settings.HOME.stat()
    if found.st_uid == os.geteuid() and not found.st_mode & stat.S_ISVTX:
        settings.HOME.chmod(0o700)
    make_secret_key(settings.HOME)
    mine = [settings.JOURNAL_ANCHORS]
    if connection.vendor == "sqlite":
        database = Path(connection.settings_dict["NAME"])
        database.touch(mode=0o600)
        mine += [database, *(Path(f"{database}{beside}") for beside in ("-wal", "-shm"))]
    for path in mine:
        if path.exists() and path.stat().st_uid == os.geteuid():
            path.chmod(0o600)


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
