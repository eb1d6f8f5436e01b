"""What filling has written: fingerprints, so that our own older file is told from one somebody has edited."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.fill import FillCode

_MOST = 50_000  # fingerprints kept, the latest ones: two years of a busy township; 3 MB
_NAME = "written.sha256"


def fingerprints() -> frozenset[str]:
    """
    SHA-256 (hex) of files that filling wrote lately (R-FIL-107). They tell nothing of what is in them. Where
    the record is gone, nobody's file is taken for ours, and a copy more is kept.
    """
    return frozenset(_lines())


def remember(contents: Iterable[bytes]) -> None:
    """
    Add the fingerprints of files about to be written; the oldest go. One line each, in the data folder.

    Raises RefusedError where the data folder cannot be written.
    """
    known = _lines()
    new = [each for each in dict.fromkeys(map(_fingerprint, contents)) if each not in set(known)]
    if new:
        _write("\n".join([*known, *new][-_MOST:]) + "\n")


def _write(text: str) -> None:
    place = _place()
    beside = place.with_suffix(".tmp")
    try:
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside.write_text(text, encoding="ascii")
        beside.replace(place)
    except OSError as error:
        raise RefusedError(Problem(FillCode.CANNOT_WRITE, {"where": str(place.parent)})) from error


def _fingerprint(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _lines() -> list[str]:
    place = _place()
    return place.read_text(encoding="ascii").split() if place.is_file() else []


def _place() -> Path:
    home: Path = settings.HOME
    return home / _NAME
