"""A backup holds the house, and nothing but a whole one is taken back."""

import gzip
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.utils import timezone
from hypothesis import HealthCheck, given
from hypothesis import settings as trying
from hypothesis import strategies as st

from qingzhuang.actions.journal.keeping import back_up
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.keeping import KeepingCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.backups import check_place
from qingzhuang.store.restoring import restore
from qingzhuang.store.roles import Role
from qingzhuang.store.signing import signing_key
from qingzhuang.store.stamps import BACKUP, stamped

PROGRAM = Path(sys.executable).with_name("qingzhuang")
OFFICER = Actor("wu", (), roles=frozenset({Role.OFFICER}))


@pytest.fixture
def backup(home: Path, tmp_path: Path, child_environment: dict[str, str]) -> Path:
    """The backup of a house with a village, keys and a county's own calendar, made by the program itself."""
    (home / "catalogue").mkdir(parents=True)
    (home / "catalogue" / "calendar.csv").write_text("日期,休或班,名称\n", encoding="utf-8")
    signing_key(home)
    for words in (
        ["init", "--region", "360999101205", "--name", "青禾村"],
        ["backup", str(tmp_path / "backup.tgz")],
    ):
        subprocess.run([PROGRAM, *words], env=child_environment, check=True, capture_output=True)
    return tmp_path / "backup.tgz"


@pytest.fixture
def elsewhere(tmp_path: Path, settings: object) -> Path:
    """Another machine's empty data folder."""
    settings.HOME = tmp_path / "elsewhere"  # type: ignore[attr-defined]
    return tmp_path / "elsewhere"


def _files(folder: Path) -> dict[str, bytes]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def _code(file: Path) -> object:
    with pytest.raises(RefusedError) as refused:
        restore(file)
    return refused.value.problem.code


def test_everything_comes_back(home: Path, backup: Path, elsewhere: Path) -> None:
    """R-WEB-11: keys, anchors and the county's tables come back byte by byte, for their owner only."""
    said = restore(backup)

    kept = {"secret.key", "admission-keys.json", "journal.anchors", "catalogue/calendar.csv"}
    found = _files(elsewhere)
    assert said == (home / BACKUP).read_text("ascii")
    assert kept <= found.keys()
    assert all(found[name] == (home / name).read_bytes() for name in kept)
    assert all((elsewhere / name).stat().st_mode & 0o077 == 0 for name in found)


def test_the_database_comes_back_with_the_line_of_its_own_backup(backup: Path, elsewhere: Path) -> None:
    """R-WEB-11: on SQLite the copy holds the village and, last in its journal, that it was taken."""
    restore(backup)

    with closing(sqlite3.connect(elsewhere / "qingzhuang.sqlite3")) as copy:
        assert copy.execute("SELECT name FROM store_region").fetchall() == [("青禾村",)]
        last = copy.execute("SELECT action FROM store_journalentry ORDER BY seq DESC").fetchone()
    assert last == ("journal.back_up",)


def test_a_backup_is_its_owners_alone(home: Path, backup: Path) -> None:
    """R-WEB-11: it holds keys, so nobody else may read it; when it was made is noted for the self-check."""
    assert backup.stat().st_mode & 0o777 == 0o600
    assert stamped(home, BACKUP) is not None


def test_nothing_is_written_over(backup: Path) -> None:
    """R-WEB-11: a file that stands there stays; a folder that holds data stays."""
    before = backup.read_bytes()
    with pytest.raises(RefusedError) as refused:
        check_place(backup)

    assert refused.value.problem.code is KeepingCode.NO_PLACE
    assert backup.read_bytes() == before
    assert _code(backup) is KeepingCode.OCCUPIED


@trying(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 0.999))
def test_a_torn_backup_changes_nothing(backup: Path, elsewhere: Path, at: float) -> None:
    """R-WEB-11: cut anywhere, it is refused and the folder stays empty."""
    content = backup.read_bytes()
    torn = backup.with_name("torn.tgz")
    torn.write_bytes(content[: int(len(content) * at)])

    assert _code(torn) is KeepingCode.BROKEN
    assert _files(elsewhere) == {}


@trying(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(at=st.floats(0, 0.999))
def test_a_changed_backup_changes_nothing(backup: Path, elsewhere: Path, at: float) -> None:
    """R-WEB-11: one byte of its content changed, it is refused and the folder stays empty."""
    content = bytearray(gzip.decompress(backup.read_bytes()))
    body = content.rstrip(b"\0")
    content[int(len(body) * at)] ^= 0x01
    changed = backup.with_name("changed.tgz")
    changed.write_bytes(gzip.compress(bytes(content), 1))

    try:
        restore(changed)
    except RefusedError:
        assert _files(elsewhere) == {}
    else:  # a bit of padding or of a file's date that says nothing
        assert _files(elsewhere).pop("secret.key") is not None
        for path in sorted(elsewhere.rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()


def test_a_foreign_file_changes_nothing(backup: Path, elsewhere: Path) -> None:
    """R-WEB-11: something that is no backup of ours, or is not there, is refused in a sentence."""
    foreign = backup.with_name("foreign.tgz")
    foreign.write_bytes(b"%PDF-1.7 not a backup")

    assert _code(foreign) is KeepingCode.BROKEN
    assert _code(backup.with_name("nowhere.tgz")) is KeepingCode.NO_BACKUP
    assert _files(elsewhere) == {}


def test_only_the_keeper_takes_one(home: Path, tmp_path: Path) -> None:
    """R-WEB-11: an officer cannot carry the house away."""
    with pytest.raises(RefusedError):
        back_up(OFFICER, out=tmp_path / "x.tgz", at=timezone.now())

    assert not (tmp_path / "x.tgz").exists()
