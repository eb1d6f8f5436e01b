"""
Backups: one file that holds what the house needs to stand again.

A gzipped tar: `manifest.json` first (what it is, of when, SHA-256 of every file), then the files. On SQLite a
consistent copy of the database is one of them; on PostgreSQL pg_dump keeps the database (docs/deploy.md).
"""

import hashlib
import io
import json
import os
import sqlite3
import tarfile
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from datetime import datetime
from pathlib import Path
from typing import IO

from django.conf import settings
from django.db import connection

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.keeping import KeepingCode
from qingzhuang.store.signing import KEY_FILE as SIGNING_KEY

KIND, MANIFEST, DATABASE = "qingzhuang-backup-1", "manifest.json", "qingzhuang.sqlite3"
ANCHORS, CATALOGUE = "journal.anchors", "catalogue"
COOKIE_KEY = "secret.key"  # as config.secrets makes it
KEPT = (COOKIE_KEY, SIGNING_KEY, ANCHORS)
_CHUNK = 1024 * 1024


def check_place(out: Path) -> None:
    """
    Let a place for a backup pass, or refuse.

    Raises:
        RefusedError: something stands there already, or its folder is none or cannot be written.
    """
    if out.exists() or not out.parent.is_dir() or not os.access(out.parent, os.W_OK):
        raise RefusedError(Problem(KeepingCode.NO_PLACE, {"file": str(out)}))


def pack(out: Path, *, at: datetime) -> int:
    """
    Write the backup into a new file (0600), whole or not at all; how many bytes it has.

    at: this instant, aware; it stands in the manifest.
    """
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=".backup-") as beside:
        files = _gathered(Path(beside))
        whole = Path(beside) / "whole"
        whole.touch(mode=0o600)
        with whole.open("wb") as raw:
            _write(raw, files, at=at)
            raw.flush()
            os.fsync(raw.fileno())
        out.hardlink_to(whole)  # refuses a file that came meanwhile
    return out.stat().st_size


def _gathered(beside: Path) -> dict[str, Path]:
    """
    Name in the backup → file. The anchors are copied before the database: every line they name is in it.
    """
    home: Path = settings.HOME
    files = {name: home / name for name in KEPT if (home / name).is_file()}
    if ANCHORS in files:
        copy = beside / ANCHORS
        copy.write_bytes(files[ANCHORS].read_bytes())
        files[ANCHORS] = copy
    for path in sorted((home / CATALOGUE).rglob("*")):
        if path.is_file() and not path.is_symlink():
            files[path.relative_to(home).as_posix()] = path
    if connection.vendor == "sqlite":
        files[DATABASE] = _copy_of_database(beside / DATABASE)
    return files


def _copy_of_database(target: Path) -> Path:
    """
    The database as it was committed last (https://sqlite.org/backup.html); others go on writing.

    By a connection of its own: from one that is writing SQLite copies nothing, and waits for ever.
    """
    target.touch(mode=0o600)
    address = f"{Path(connection.settings_dict['NAME']).absolute().as_uri()}?mode=ro"
    with closing(sqlite3.connect(address, uri=True)) as source, closing(sqlite3.connect(target)) as copy:
        source.backup(copy)
    return target


def _write(raw: IO[bytes], files: Mapping[str, Path], *, at: datetime) -> None:
    """The manifest, then the files, one after the other."""
    manifest = {
        "kind": KIND,
        "at": at.isoformat(timespec="seconds"),
        "database": connection.vendor,
        "files": {name: sha256_of(path) for name, path in files.items()},
    }
    words = json.dumps(manifest, ensure_ascii=False).encode()
    with tarfile.open(fileobj=raw, mode="w:gz", compresslevel=6) as archive:
        archive.addfile(_member(MANIFEST, len(words)), io.BytesIO(words))
        for name, path in files.items():
            with path.open("rb") as content:
                archive.addfile(_member(name, path.stat().st_size), content)


def _member(name: str, size: int) -> tarfile.TarInfo:
    """A file of the archive that tells nothing of this machine's people."""
    member = tarfile.TarInfo(name)
    member.size, member.mode = size, 0o600
    return member


def sha256_of(path: Path) -> str:
    """SHA-256 of a file, hex."""
    digest = hashlib.sha256()
    with path.open("rb") as content:
        for chunk in _chunks(content):
            digest.update(chunk)
    return digest.hexdigest()


def _chunks(content: IO[bytes]) -> Iterator[bytes]:
    while chunk := content.read(_CHUNK):
        yield chunk
