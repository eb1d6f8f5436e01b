"""Read a workbook as grids."""

from pathlib import Path

from qingzhuang.engine.read.grid import Workbook
from qingzhuang.files.intake.opening import opened
from qingzhuang.files.intake.packing import unpacked


def read_workbook(path: Path) -> Workbook:
    """
    The workbook as grids, all sheets in order. Read in a child process with bounded memory and time.

    Raises RefusedError with one sentence for any file that cannot be read.
    """
    (plain,) = opened("workbook", path)
    return unpacked(plain)
