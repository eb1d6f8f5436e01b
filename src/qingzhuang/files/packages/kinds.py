"""What a foreign file really is: told by its first bytes and its names inside, whatever its own name says."""

import re
from enum import Enum, auto

from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.packages.compound import SIGNATURE, Compound

_ZIP = b"PK\x03\x04"
_LOOKED_AT = 4096  # bytes from which text is told from the rest
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"BM", b"II*\x00", b"MM\x00*")
_BOOK_SUFFIXES = frozenset({".xlsx", ".xls", ".xlt", ".et", ".ett"})
_WORD_SUFFIXES = frozenset({".docx", ".doc", ".dot", ".wps", ".wpt"})
_BY_SUFFIX = {
    **dict.fromkeys((".rtf",), FilesCode.OLD_DOC),
    **dict.fromkeys((".pdf",), FilesCode.PDF),
    **dict.fromkeys((".ofd",), FilesCode.OFD),
    **dict.fromkeys((".jpg", ".jpeg", ".png", ".gif", ".bmp", ".tif", ".tiff", ".webp", ".heic", ".svg"),
                    FilesCode.PICTURE),
    **dict.fromkeys((".xlsm", ".xlsb", ".xltm", ".xlam", ".docm", ".dotm"), FilesCode.WITH_MACROS_SUFFIX),
}  # fmt: skip


class Kind(Enum):
    """A kind of file that is taken in. The last three are turned into XLSX first."""

    XLSX = auto()
    DOCX = auto()
    CSV = auto()
    XLS = auto()
    HTML = auto()
    XML_SHEET = auto()


OLD = frozenset({Kind.XLS, Kind.HTML, Kind.XML_SHEET})


def kind_of(data: bytes, suffix: str) -> Kind:
    """
    The kind by content; the name (suffix in small letters, with its dot) only says what was meant.

    Raises RefusedError with the sentence for what is not taken in (R-OFC-02).
    """
    if suffix == ".csv":
        return _csv(data)
    if suffix in _BY_SUFFIX:
        raise _refusal(_BY_SUFFIX[suffix], suffix)
    if suffix not in _BOOK_SUFFIXES | _WORD_SUFFIXES:
        raise _refusal(_never_a_table(data) or FilesCode.UNKNOWN_KIND, suffix)
    if data.startswith(_ZIP):
        return _zipped(data, suffix)
    if data.startswith(SIGNATURE):
        return _compound(data, suffix)
    found = _never_a_table(data)
    if found:
        raise _refusal(found, suffix)
    return _text(data, suffix)


def _csv(data: bytes) -> Kind:
    if data.startswith((_ZIP, SIGNATURE)):
        raise _refusal(FilesCode.NAMED_WRONG, ".csv")
    return Kind.CSV


def _zipped(data: bytes, suffix: str) -> Kind:
    """A package: names of parts stand in it as they are."""
    if b"OFD.xml" in data and b"xl/" not in data:
        raise _refusal(FilesCode.OFD, suffix)
    if b"mimetypeapplication/vnd.oasis" in data[:256]:
        raise _refusal(FilesCode.UNKNOWN_KIND, suffix)
    has_book, has_word = b"xl/workbook" in data, b"word/document" in data
    if has_book == has_word:
        return Kind.XLSX if suffix in _BOOK_SUFFIXES else Kind.DOCX
    return Kind.XLSX if has_book else Kind.DOCX


def _compound(data: bytes, suffix: str) -> Kind:
    """An old Excel workbook; anything else in such a container is refused."""
    names = Compound(data).names
    if "EncryptedPackage" in names:
        raise _refusal(FilesCode.ENCRYPTED if suffix in _BOOK_SUFFIXES else FilesCode.DOCX_ENCRYPTED, suffix)
    if names & {"Workbook", "Book"}:
        return Kind.XLS
    raise _refusal(FilesCode.OLD_DOC if "WordDocument" in names else FilesCode.NO_TABLE_INSIDE, suffix)


def _never_a_table(data: bytes) -> FilesCode | None:
    """PDF, RTF and pictures, by their first bytes."""
    if data.startswith(b"%PDF-"):
        return FilesCode.PDF
    if data.startswith(b"{\\rtf"):
        return FilesCode.OLD_DOC
    is_picture = data.startswith(_PICTURES) or data[4:8] == b"ftyp" or data[8:12] == b"WEBP"
    return FilesCode.PICTURE if is_picture else None


def _text(data: bytes, suffix: str) -> Kind:
    """A web page or XML that a program saved under the name of a workbook."""
    head = data[:_LOOKED_AT]
    is_wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    shown = head.decode("utf-16", "replace") if is_wide else head.decode("latin-1")
    if "\0" in shown:
        raise _refusal(_not_what_it_says(suffix), suffix)
    if suffix in _WORD_SUFFIXES:
        raise _refusal(FilesCode.NOT_DOCX if suffix == ".docx" else FilesCode.OLD_DOC, suffix)
    if "urn:schemas-microsoft-com:office:spreadsheet" in shown and "<html" not in shown.lower():
        return Kind.XML_SHEET
    if re.search(r"<(?:html|table|!doctype\s+html)", shown, re.IGNORECASE):
        return Kind.HTML
    if shown.lstrip("\ufeff ï»¿\r\n\t").startswith("<"):
        raise _refusal(FilesCode.NO_TABLE_INSIDE, suffix)
    if re.search(r"^mime-version:", shown, re.IGNORECASE | re.MULTILINE):
        raise _refusal(FilesCode.WEB_ARCHIVE, suffix)
    raise _refusal(FilesCode.NOT_XLSX if suffix == ".xlsx" else FilesCode.TEXT_INSIDE, suffix)


def _not_what_it_says(suffix: str) -> FilesCode:
    """The sentence for bytes that nobody knows under this name."""
    return {".xlsx": FilesCode.NOT_XLSX, ".docx": FilesCode.NOT_DOCX}.get(suffix, FilesCode.BROKEN)


def _refusal(code: FilesCode, suffix: str) -> RefusedError:
    return RefusedError(Problem(code, {"suffix": suffix}))
