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
from qingzhuang.engine.read.match import Memory
from qingzhuang.files.workbooks.rosters import read_rosters


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
        """What the person importing should know, sheet by sheet."""
        return tuple(note for sheet in self.sheets for note in sheet.notes)


def take_file(path: Path, *, catalogue: Catalogue, memory: Memory) -> Taken:
    """Read one file; what is wrong with it comes back as its `problem`. memory: columns bound by hand."""
    try:
        sheets = tuple(
            collect(sheet, file_name=path.name, catalogue=catalogue, memory=memory)
            for sheet in read_rosters(path)
        )
        with path.open("rb") as stream:
            sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    except RefusedError as refusal:
        return Taken(path, "", (), refusal.problem)
    except OSError:
        return Taken(path, "", (), Problem(ActionCode.UNREADABLE_FILE, {"file": path.name}))
    if not any(sheet.bound for sheet in sheets):
        return Taken(path, sha256, (), Problem(ActionCode.NO_ROSTER))
    return Taken(path, sha256, sheets)
