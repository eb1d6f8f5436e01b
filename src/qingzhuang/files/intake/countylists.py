"""Lists that a county keeps in Excel, handed in by a browser or from the command line."""

from pathlib import Path
from tempfile import TemporaryDirectory

from qingzhuang.engine.collect.sheets import RosterSheet
from qingzhuang.files.intake.rosters import read_rosters
from qingzhuang.files.intake.uploads import put_into


def county_sheets(name: str, content: bytes) -> tuple[RosterSheet, ...]:
    """
    The sheets of a county's .xlsx, .xls, .et or .csv in order, hidden ones marked; read in a child process.

    Raises RefusedError for any file that cannot be read, in one sentence.
    """
    with TemporaryDirectory(prefix="list-") as folder:
        return tuple(read_rosters(put_into(Path(folder), name, content)))
