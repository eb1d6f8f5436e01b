"""Take in a foreign file of any kind: what it holds, and the bytes that are filled."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.read.grid import Workbook
from qingzhuang.files.intake import office
from qingzhuang.files.intake.children import ask
from qingzhuang.files.intake.oldbooks import OldBook
from qingzhuang.files.intake.packing import unpacked
from qingzhuang.files.packages.limits import MEGABYTE
from qingzhuang.files.packages.zips import join_parts, read_parts

_SECONDS_PER_MEGABYTE = (
    5  # of a roster, on top of what a form gets; measured: 4,000 rows of 10 columns a second
)
_STAMP = (0, 0x21)  # the earliest a zip can say: 1980-01-01


@dataclass(frozen=True, slots=True)
class TakenIn:
    """
    A form as it was taken in.

    source: the bytes that are filled: the file's own, or those of the .xlsx it was turned into.
    suffix: what these bytes are, `.xlsx` or `.docx`. was: the file's own suffix, in small letters.
    """

    workbook: Workbook
    source: bytes
    suffix: str
    was: str


def taken_in(path: Path) -> TakenIn:
    """
    A form of any kind that is taken in, read in a child process; .xls and .et through LibreOffice.

    Raises RefusedError with one sentence for any file that cannot be read.
    """
    answer = _Answer()
    (plain,) = opened("workbook", path, answer)
    was = path.suffix.lower()
    if answer.converted is not None:
        return TakenIn(unpacked(plain), _timeless(answer.converted), ".xlsx", was)
    workbook = unpacked(plain)
    is_document = any(grid.addresses for grid in workbook.sheets)
    return TakenIn(workbook, path.read_bytes(), ".docx" if is_document else ".xlsx", was)


@dataclass(slots=True)
class _Answer:
    """What came of opening beside the parts. converted: the .xlsx that an old file was turned into."""

    converted: bytes | None = None


def opened(job: str, path: Path, answer: _Answer | None = None) -> Iterator[Any]:
    """
    The parts of a child's answer (see `children.ask`); an old workbook is converted first.
    """
    parts = ask(job, path)
    first = next(parts, None)
    if isinstance(first, OldBook):
        for _ in parts:
            raise ValueError("an old workbook is one part")
        yield from _asked_again(job, first, path.suffix.lower(), answer or _Answer())
    elif first is not None:
        yield first
        yield from parts


def _asked_again(job: str, old: OldBook, was: str, answer: _Answer) -> Iterator[Any]:
    """The parts of the converted workbook, which goes through the same door as any other."""
    more = _SECONDS_PER_MEGABYTE * (len(old.content) // MEGABYTE) if job == "roster" else 0
    answer.converted = _renamed(old, was, office.READ_SECONDS + more)
    with tempfile.TemporaryDirectory(prefix="qingzhuang-") as folder:
        path = Path(folder) / "converted.xlsx"
        path.write_bytes(answer.converted)
        yield from ask(job, path)


def _renamed(old: OldBook, was: str, seconds: float) -> bytes:
    """The converted bytes; a refusal names the suffix that the person sees."""
    try:
        return office.as_xlsx(old.content, suffix=old.suffix, reader=old.reader, seconds=seconds)
    except RefusedError as refusal:
        code = refusal.problem.code
        raise RefusedError(Problem(code, {**refusal.problem.params, "suffix": was})) from refusal


def _timeless(content: bytes) -> bytes:
    """The package without the time it was made: the same form gives the same bytes on every day."""
    parts = read_parts(content)
    return join_parts(replace(part, stamp=_STAMP) for part in parts.values())
