"""Taking a backup back: all is unpacked and checked aside before anything enters the data folder."""

import gzip
import json
import re
import shutil
import sqlite3
import tarfile
import tempfile
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connection

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.keeping import KeepingCode
from qingzhuang.store.backups import ANCHORS, CATALOGUE, DATABASE, KEPT, KIND, MANIFEST, sha256_of
from qingzhuang.store.chain import Fault, Line, first_fault
from qingzhuang.store.queries.journal import read_anchors
from qingzhuang.store.signing import KEY_FILE as SIGNING_KEY

_LARGEST_MANIFEST = _CHUNK = 1024 * 1024  # bytes
_BELOW = re.compile(r"[^/\\\x00]+(/[^/\\\x00]+)*")
_TORN = (OSError, EOFError, tarfile.TarError, gzip.BadGzipFile, zlib.error, ValueError, KeyError, TypeError)


def restore(file: Path) -> str:
    """
    Put a backup into the data folder, which holds no data yet; comes back: the instant of the backup, ISO.

    Raises:
        RefusedError: the folder holds data, the file cannot be opened, is not a backup, is not whole, is of
            another kind of database, or its journal does not hold. The folder is then as it was.
    """
    home: Path = settings.HOME
    if any((home / name).exists() for name in (DATABASE, SIGNING_KEY, ANCHORS, CATALOGUE)):
        raise RefusedError(Problem(KeepingCode.OCCUPIED, {"folder": str(home)}))
    home.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=home, prefix=".restore-") as beside:
        manifest = _unpacked(file, Path(beside))
        if manifest["database"] != connection.vendor:
            raise RefusedError(Problem(KeepingCode.OTHER_DATABASE, {"kind": str(manifest["database"])}))
        fault = _fault(Path(beside)) if DATABASE in manifest["files"] else None
        if fault:
            raise RefusedError(Problem(KeepingCode.BAD_CHAIN, {"line": fault.seq}))
        _move_in(Path(beside), home)
    return str(manifest["at"])


def _unpacked(file: Path, folder: Path) -> Mapping[str, Any]:
    """The manifest; the files lie in the folder, each with the bytes that the manifest names."""
    if not file.is_file():
        raise RefusedError(Problem(KeepingCode.NO_BACKUP, {"file": file.name}))
    try:
        with gzip.open(file) as whole, tarfile.open(fileobj=whole, mode="r:") as archive:
            manifest = _manifest(archive)
            for member in archive:
                if member.name != MANIFEST:
                    _take(archive, member, manifest["files"], folder)
            while whole.read(_CHUNK):  # to the very end: only there gzip tells that nothing was cut off
                pass
        _check_all(folder, manifest["files"])
    except _TORN as error:
        raise RefusedError(Problem(KeepingCode.BROKEN, {"file": file.name})) from error
    return manifest


def _manifest(archive: tarfile.TarFile) -> dict[str, Any]:
    """What the backup says it holds. Raises ValueError, KeyError where it is none of ours."""
    first = archive.next()
    content = archive.extractfile(first) if first and first.name == MANIFEST else None
    if content is None:
        raise ValueError("no manifest")
    manifest: dict[str, Any] = json.loads(content.read(_LARGEST_MANIFEST))
    if manifest["kind"] != KIND or not {"at", "database", "files"} <= manifest.keys():
        raise ValueError("another kind of file")
    return manifest


def _take(archive: tarfile.TarFile, member: tarfile.TarInfo, named: Mapping[str, str], folder: Path) -> None:
    """One file out of the archive; a name that is not in the manifest or leads elsewhere is refused."""
    is_ours = member.name in (*KEPT, DATABASE) or member.name.startswith(f"{CATALOGUE}/")
    is_below = _BELOW.fullmatch(member.name) and ".." not in member.name.split("/")
    content = archive.extractfile(member) if member.isreg() else None
    if content is None or not is_ours or not is_below or member.name not in named:
        raise ValueError("a file that is not ours")
    target = folder / member.name
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    target.touch(mode=0o600, exist_ok=False)
    with target.open("wb") as place:
        shutil.copyfileobj(content, place)


def _check_all(folder: Path, named: Mapping[str, str]) -> None:
    """Raises ValueError, OSError where a file is not there or has other bytes."""
    for name, expected in named.items():
        if sha256_of(folder / name) != expected:
            raise ValueError("other bytes than the manifest says")


def _fault(folder: Path) -> Fault | None:
    """The first line of the backup's journal that does not hold; line 0: the database itself is broken."""
    anchors = read_anchors(folder / ANCHORS)
    columns = ", ".join(f'"{name}"' for name in Line.__slots__)
    try:
        with closing(sqlite3.connect(folder / DATABASE)) as copy:
            if copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                return Fault(0, "数据库坏了")
            rows = copy.execute(f"SELECT {columns} FROM store_journalentry ORDER BY seq")  # noqa: S608 (our names)
            return first_fault(_lines(rows), anchors=anchors)
    except sqlite3.DatabaseError:
        return Fault(0, "数据库坏了")


def _lines(rows: sqlite3.Cursor) -> Iterator[Line]:
    return (Line(*row) for row in rows)


def _move_in(beside: Path, home: Path) -> None:
    """Everything into its place; the database last: whoever finds it finds the rest too."""
    for path in sorted(beside.iterdir(), key=lambda path: path.name == DATABASE):
        path.replace(home / path.name)
