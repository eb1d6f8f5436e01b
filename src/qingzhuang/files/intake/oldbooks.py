"""Old workbooks (.xls, .et, and what is saved under these names), judged before LibreOffice sees a byte."""

import re
import struct
from dataclasses import dataclass

from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.intake.webpages import clean_page, decoded
from qingzhuang.files.packages import xmls
from qingzhuang.files.packages.compound import Compound
from qingzhuang.files.packages.kinds import Kind

# Records of [MS-XLS] 2.4 that are looked for in the globals, which end with the first EOF.
_BOF, _BOF_4, _EOF = 0x0809, 0x0409, 0x000A
_FILE_PASS = 0x002F
_BOUND_SHEET = 0x0085
_MACRO_SHEETS = (1, 6)  # Excel 4.0 macros, Visual Basic module
_SHEET_NAMESPACE = "urn:schemas-microsoft-com:office:spreadsheet"
_LINK = f"{{{_SHEET_NAMESPACE}}}HRef"
_FORMULA = f"{{{_SHEET_NAMESPACE}}}Formula"
_OTHER_BOOK = re.compile(r"\[[^\]\d-]")  # [book]; R[-1]C[2] is a place beside the cell


@dataclass(frozen=True, slots=True)
class OldBook:
    """
    What LibreOffice is to convert. content: the file's bytes, or the harmless part of a web page.
    suffix: under which LibreOffice gets it. reader: LibreOffice's name of the filter that reads it.
    """

    content: bytes
    suffix: str
    reader: str


def old_book(data: bytes, kind: Kind, *, most_cells: int) -> OldBook:
    """
    The old workbook of these bytes, judged (R-OFC-03). most_cells: of a web page or XML.

    Raises RefusedError: encrypted, with macros or other files inside, cut off, broken, too large.
    """
    if kind is Kind.HTML:
        return OldBook(clean_page(data, most_cells=most_cells), ".html", "HTML (StarCalc)")
    if kind is Kind.XML_SHEET:
        return OldBook(_clean_sheet(data, most_cells), ".xml", "MS Excel 2003 XML")
    _check_names(Compound(data))
    book = Compound(data).stream("Workbook", "Book")
    _check_records(book)
    is_95 = len(book) > 5 and struct.unpack_from("<H", book, 4)[0] < 0x0600
    return OldBook(data, ".xls", "MS Excel 95" if is_95 else "MS Excel 97")


def _check_names(compound: Compound) -> None:
    """Macros and embedded files have storages of their own."""
    if any(name.upper().startswith(("_VBA_PROJECT", "VBA")) for name in compound.names):
        raise RefusedError(Problem(FilesCode.MACRO))
    if any(name.startswith("MBD") for name in compound.names):
        raise RefusedError(Problem(FilesCode.EMBEDDED))


def _check_records(book: bytes) -> None:
    """The records of the globals: no password, no macro sheet, and each sheet where it is said to be."""
    at, is_begun = 0, False
    while at + 4 <= len(book):
        record, size = struct.unpack_from("<HH", book, at)
        if not is_begun and record not in (_BOF, _BOF_4):
            raise RefusedError(Problem(FilesCode.BROKEN))
        is_begun = True
        if record == _EOF:
            return
        if record == _FILE_PASS:
            raise RefusedError(Problem(FilesCode.ENCRYPTED))
        if record == _BOUND_SHEET:
            _check_sheet(book, at + 4, size)
        at += 4 + size
    raise RefusedError(Problem(FilesCode.TRUNCATED))


def _check_sheet(book: bytes, at: int, size: int) -> None:
    if size < 6 or at + size > len(book):
        raise RefusedError(Problem(FilesCode.TRUNCATED))
    begins, _, sheet_kind = struct.unpack_from("<IBB", book, at)
    if sheet_kind in _MACRO_SHEETS:
        raise RefusedError(Problem(FilesCode.MACRO))
    if begins + 4 > len(book) or struct.unpack_from("<H", book, begins)[0] not in (_BOF, _BOF_4):
        raise RefusedError(Problem(FilesCode.TRUNCATED))


def _clean_sheet(data: bytes, most_cells: int) -> bytes:
    """A SpreadsheetML 2003 workbook, parsed under our own limits, without links, written again as UTF-8."""
    text = decoded(data)
    at = text.find("?>") if text.lstrip().startswith("<?xml") else -2
    root = xmls.parse(text[at + 2 :].lstrip().encode())
    if xmls.local(root) != "Workbook":
        raise RefusedError(Problem(FilesCode.BROKEN))
    for n_cells, cell in enumerate(root.iter(f"{{{_SHEET_NAMESPACE}}}Cell"), 1):
        if n_cells > most_cells:
            raise RefusedError(Problem(FilesCode.TOO_MANY_CELLS, {"limit": most_cells}))
        xmls.drop_attribute(cell, _LINK)
        if _OTHER_BOOK.search(cell.get(_FORMULA, "")):
            raise RefusedError(Problem(FilesCode.EXTERNAL_LINK))
    return xmls.to_bytes(root)
