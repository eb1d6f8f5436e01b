"""A file handed in by a browser, put where files are read from: its name made harmless, its size bounded."""

import re
from pathlib import Path

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode

MOST_BYTES = 20 * 1024 * 1024  # what a form may have (FORMS.md); a proxy in front allows a little more
_HARMFUL = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2066-\u2069/\\:*?\"<>|]")
_LONGEST = 80  # characters of a name, so that every file system takes it


def harmless_name(name: str) -> str:
    """
    The name a person gave a file, without folders, control or direction characters; `表` where none is left.

    A name that turns text around (U+202E) could show `exe.xlsx` for what is no workbook.
    """
    last = re.split(r"[/\\]", name)[-1]
    bare = _HARMFUL.sub("", last).strip(" .-")
    stem, dot, suffix = bare.rpartition(".")
    return f"{(stem or suffix)[:_LONGEST]}{dot}{suffix[:10]}" if stem else (bare[:_LONGEST] or "表")


def put_into(folder: Path, name: str, content: bytes) -> Path:
    """
    Write an uploaded file into a folder of our own, under a harmless name.

    Raises:
        RefusedError: nothing in it, or more than 20 MB.
    """
    if not content:
        raise RefusedError(Problem(FilesCode.EMPTY_UPLOAD))
    if len(content) > MOST_BYTES:
        raise RefusedError(Problem(FilesCode.BIG_UPLOAD))
    path = folder / harmless_name(name)
    path.write_bytes(content)
    return path
