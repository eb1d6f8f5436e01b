"""The door for foreign files: size, kind, package and parts are judged before anything is parsed."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.packages.kinds import Kind, kind_of
from qingzhuang.files.packages.limits import MEGABYTE, TEMPLATE, Limits
from qingzhuang.files.packages.zips import Part, read_parts

# Parts that run, link or carry other files. Settings of a printer are binary too, and harmless.
_UNWANTED = (
    ("vbaproject", FilesCode.MACRO),
    ("/macrosheets/", FilesCode.MACRO),
    ("/dialogsheets/", FilesCode.MACRO),
    ("/externallinks/", FilesCode.EXTERNAL_LINK),
    ("/embeddings/", FilesCode.EMBEDDED),
    ("/activex/", FilesCode.EMBEDDED),
)


@dataclass(frozen=True, slots=True)
class Foreign:
    """A file that came through the door: its bytes, and what they are."""

    data: bytes
    kind: Kind


def load(path: Path, limits: Limits = TEMPLATE) -> Foreign:
    """
    A file that is there, not too large, and of a kind that is taken in: told by its content.

    Raises RefusedError with the sentence for what it is instead.
    """
    if path.is_dir():
        raise RefusedError(Problem(FilesCode.FOLDER))
    if not path.is_file():
        raise RefusedError(Problem(FilesCode.NOT_THERE))
    size = path.stat().st_size
    if size > limits.file_bytes:
        params = {"megabytes": size // MEGABYTE, "limit": limits.file_bytes // MEGABYTE}
        raise RefusedError(Problem(FilesCode.TOO_BIG, params))
    if size == 0:
        raise RefusedError(Problem(FilesCode.EMPTY))
    data = path.read_bytes()
    return Foreign(data, kind_of(data, path.suffix.lower()))


def open_parts(data: bytes, limits: Limits = TEMPLATE) -> dict[str, Part]:
    """The parts of a package. Raises RefusedError for what `read_parts` refuses, macros and links."""
    parts = read_parts(data, limits)
    _check_parts(parts)
    return parts


def _check_parts(names: Iterable[str]) -> None:
    for name in names:
        lowered = "/" + name.lower()
        for mark, code in _UNWANTED:
            if mark in lowered:
                raise RefusedError(Problem(code))
