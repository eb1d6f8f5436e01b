"""Give a filled workbook back in the old format, where somebody asks for it."""

import re

from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.intake.office import as_xls
from qingzhuang.files.packages import guard
from qingzhuang.files.packages.limits import ROSTER
from qingzhuang.files.workbooks.package import open_package
from qingzhuang.files.workbooks.sheets import column_number

_MOST_ROWS, _MOST_COLUMNS = 65_536, 256  # of BIFF8, [MS-XLS] 2.5.198.104
_CELL = re.compile(rb'<c [^>]*?\br="([A-Z]{1,3})(\d{1,7})"')


def as_old_workbook(content: bytes) -> bytes:
    """
    Our own .xlsx as .xls, its formulas calculated; same content, same bytes (R-OFC-20 to R-OFC-22).

    Raises RefusedError: a sheet larger than an .xls can be, no LibreOffice, or it failed.
    """
    package = open_package(guard.open_parts(content, ROSTER))
    for sheet in package.sheets:
        _check_size(sheet.name, package.parts[sheet.part].inflate())
    return as_xls(content)


def _check_size(sheet: str, xml: bytes) -> None:
    """LibreOffice would cut the rest off without a word."""
    places = {(column, row) for column, row in _CELL.findall(xml)}
    rows = max((int(row) for _, row in places), default=0)
    columns = max((column_number(column.decode()) for column in {each for each, _ in places}), default=0)
    if rows > _MOST_ROWS or columns > _MOST_COLUMNS:
        raise RefusedError(
            Problem(FilesCode.CANNOT_BE_XLS, {"sheet": sheet, "rows": rows, "columns": columns})
        )
