"""Read rosters, .xlsx, .csv and the old kinds, up to a million rows."""

from collections.abc import Iterator
from pathlib import Path

from qingzhuang.engine.collect.sheets import RosterSheet
from qingzhuang.files.intake.opening import opened
from qingzhuang.files.workbooks.packedrows import PackedRows
from qingzhuang.files.workbooks.rostersheets import gathered


def read_rosters(path: Path) -> Iterator[RosterSheet]:
    """
    The sheets of a roster in order, hidden ones marked; a .csv is one sheet named after the file.

    Rows without any value are left out; row numbers are those of the sheet, or lines of the .csv.
    Numbers stay as written: whole numbers exact, others floats; days are dates where the cell shows a day.

    Raises RefusedError, before the first sheet is given, for any file that cannot be read.
    """
    for sheet in list(gathered(opened("roster", path))):
        yield RosterSheet(sheet.name, PackedRows(sheet.chunks, sheet.n_rows), sheet.merges, sheet.is_hidden)
