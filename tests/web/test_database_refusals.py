"""A database that is busy, gone or misnamed: one sentence, exit code 2, never a traceback."""

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import OperationalError, connection

from qingzhuang.actions.organisations.villages import open_village
from qingzhuang.config import start
from qingzhuang.config.start import answering_database
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor
from qingzhuang.web.commands import organisations
from qingzhuang.web.commands.main import main

PROGRAM = Path(sys.executable).with_name("qingzhuang")
INIT = ["init", "--region", "360999101205", "--name", "青禾村"]


@pytest.mark.database
@pytest.mark.django_db(transaction=True)
def test_a_locked_database_is_said_to_be_busy(zhang: Actor) -> None:
    """While another process holds the write lock, an action waits, then is refused."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL has many writers")
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA busy_timeout=100")
    other = sqlite3.connect(connection.settings_dict["NAME"], isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pytest.raises(RefusedError) as refused, answering_database():
            open_village(zhang, region="360999101205", name="青禾村", today="2025-06-30")
    finally:
        other.execute("ROLLBACK")
        other.close()
        connection.close()

    assert refused.value.problem.code is StoreCode.BUSY


def test_a_command_that_finds_it_locked_ends_with_two(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The command line says the one sentence; exit code 2."""

    def locked(*_: object) -> int:
        raise OperationalError("database is locked")

    monkeypatch.setattr(start, "open_house", lambda: None)
    monkeypatch.setattr(organisations, "run", locked)

    assert main(INIT) == 2
    assert capsys.readouterr().err == "正有另一个命令在写数据，等一会儿再来。\n"


def test_a_mistake_of_ours_stays_one() -> None:
    """A table that is not there is no trouble of the user's: it is not dressed up as one."""
    if connection.vendor != "sqlite":
        pytest.skip("PostgreSQL calls it a programming error")

    with pytest.raises(OperationalError), answering_database():
        raise OperationalError("no such table: store_region")


@pytest.mark.acceptance
@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("foo://x", "DATABASE_URL 写得不对"),
        ("mysql://x/y", "DATABASE_URL 写得不对"),
        ("postgresql://", "DATABASE_URL 写得不对"),
        ("postgresql://x:secret@127.0.0.1:port/y", "DATABASE_URL 写得不对"),
        ("postgresql://x:secret@127.0.0.1:1/y", "PostgreSQL 没有应答"),
        ("sqlite:////nowhere/to/be/found.sqlite3", "数据库打不开"),
    ],
)
def test_a_database_that_is_not_there_is_one_sentence(
    child_environment: dict[str, str], url: str, said: str
) -> None:
    """A DATABASE_URL that cannot be read or does not answer: one sentence, exit code 2, no password in it."""
    environment = child_environment | {"DATABASE_URL": url}

    done = subprocess.run(
        [PROGRAM, *INIT], env=environment, capture_output=True, encoding="utf-8", check=False
    )

    assert done.returncode == 2
    assert done.stderr.startswith(said)
    assert len(done.stderr.splitlines()) == 1
    assert "secret" not in done.stderr


@pytest.mark.acceptance
def test_a_missing_driver_is_one_sentence(child_environment: dict[str, str]) -> None:
    """PostgreSQL asked for where psycopg is not installed: one sentence with the command that installs it."""
    without = "import sys; sys.modules['psycopg'] = sys.modules['psycopg2'] = None; "
    call = f"from qingzhuang.web.commands.main import main; sys.exit(main({INIT}))"

    done = subprocess.run(
        [sys.executable, "-c", without + call],
        env=child_environment | {"DATABASE_URL": "postgresql://127.0.0.1/y"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 2
    assert done.stderr.splitlines() == [StoreCode.NO_DRIVER.value]


@pytest.mark.acceptance
def test_an_empty_database_url_is_none(child_environment: dict[str, str], home: Path) -> None:
    """DATABASE_URL set to nothing means the file in the data folder, which is made."""
    done = subprocess.run([PROGRAM, *INIT], env=child_environment | {"DATABASE_URL": ""}, check=False)

    assert done.returncode == 0
    assert (home / "qingzhuang.sqlite3").is_file()
