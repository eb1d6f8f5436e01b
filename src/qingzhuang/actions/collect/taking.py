"""
Taking a file into the hand: its bytes fingerprinted, every visible sheet read and collected. Writes
nothing.
"""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.collect.roster import collect
from qingzhuang.engine.collect.said import Collected, RefusedRow
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.actions import ActionCode
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.engine.read.match import Memory
from qingzhuang.files.intake.rosters import read_rosters
from qingzhuang.store.lengths import too_long
from qingzhuang.store.models import Statement


@dataclass(frozen=True, slots=True)
class Taken:
    """
    One file, read. problem: why it cannot be taken; then there are no sheets. sha256: of the
    bytes, hex.
    """

    path: Path
    sha256: str
    sheets: tuple[Collected, ...]
    problem: Problem | None = None

    @property
    def accepted(self) -> int:
        """Rows taken, over all sheets."""
        return sum(len(sheet.said) for sheet in self.sheets)

    @property
    def refused(self) -> tuple[RefusedRow, ...]:
        """Rows not taken, in the order of sheets and rows."""
        return tuple(row for sheet in self.sheets for row in sheet.refused)

    @property
    def notes(self) -> tuple[str, ...]:
        """What the person importing should know, sheet by sheet; named where there is more than one."""
        is_one = len(self.sheets) == 1
        return tuple(
            note if is_one else f"“{sheet.sheet}”：{note}" for sheet in self.sheets for note in sheet.notes
        )


def take_file(path: Path, *, catalogue: Catalogue, memory: Memory) -> Taken:
    """
    Read one file; what is wrong with it comes back as its `problem`. memory: columns bound by hand.

    Its bytes are fingerprinted before and after: what is read is what the fingerprint stands for (R-IMP-10).
    """
    if path.exists() and not path.is_file():  # a folder, or a pipe: opening that would wait for ever
        return Taken(path, "", (), Problem(FilesCode.FOLDER if path.is_dir() else FilesCode.NOT_THERE))
    try:
        sha256 = _fingerprint(path)
        sheets = tuple(
            collect(sheet, file_name=path.name, catalogue=catalogue, memory=memory)
            for sheet in read_rosters(path)
        )
        has_changed = _fingerprint(path) != sha256
    except RefusedError as refusal:
        return Taken(path, "", (), refusal.problem)
    except OSError:
        return Taken(path, "", (), Problem(ActionCode.UNREADABLE_FILE, {"file": path.name}))
    if has_changed:
        return Taken(path, "", (), Problem(ActionCode.FILE_CHANGED, {"file": path.name}))
    problem = _problem_of(sheets)
    return Taken(path, sha256, () if problem else sheets, problem)


def _problem_of(sheets: tuple[Collected, ...]) -> Problem | None:
    """Why nothing of these sheets can be kept: none is a roster, or a name is too long for the store."""
    if not any(sheet.bound for sheet in sheets):
        return Problem(ActionCode.NO_ROSTER)
    lengthy = (too_long(each.sheet, what="表名", model=Statement, field="sheet") for each in sheets)
    return next(filter(None, lengthy), None)


def _fingerprint(path: Path) -> str:
    """SHA-256 of the file's bytes, hex."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
