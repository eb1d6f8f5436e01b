"""The door for foreign files: size, kind, package and parts are judged before anything is parsed."""

from collections.abc import Iterable
from pathlib import Path

from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.packages.limits import MEGABYTE, TEMPLATE, Limits
from qingzhuang.files.packages.zips import Part, read_parts

_ZIP = b"PK\x03\x04"
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_PDF = b"%PDF-"
_SUFFIXES = {
    ".xls": FilesCode.OLD_XLS,
    ".xlt": FilesCode.OLD_XLS,
    ".et": FilesCode.WPS_ET,
    ".ett": FilesCode.WPS_ET,
    ".doc": FilesCode.WORD,
    ".docx": FilesCode.WORD,
    ".wps": FilesCode.WORD,
    ".rtf": FilesCode.WORD,
    ".pdf": FilesCode.PDF,
    ".ofd": FilesCode.PDF,
    ".jpg": FilesCode.PICTURE,
    ".jpeg": FilesCode.PICTURE,
    ".png": FilesCode.PICTURE,
    ".xlsm": FilesCode.WITH_MACROS_SUFFIX,
    ".xlsb": FilesCode.WITH_MACROS_SUFFIX,
    ".xltm": FilesCode.WITH_MACROS_SUFFIX,
    ".xlam": FilesCode.WITH_MACROS_SUFFIX,
}
# Parts that run, link or carry other files. Settings of a printer are binary too, and harmless.
_UNWANTED = (
    ("vbaproject", FilesCode.MACRO),
    ("/macrosheets/", FilesCode.MACRO),
    ("/dialogsheets/", FilesCode.MACRO),
    ("/externallinks/", FilesCode.EXTERNAL_LINK),
    ("/embeddings/", FilesCode.EMBEDDED),
    ("/activex/", FilesCode.EMBEDDED),
)


def load(path: Path, limits: Limits = TEMPLATE) -> bytes:
    """
    The bytes of a file whose size, name and first bytes agree: a zip package for .xlsx, text for .csv.

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
    _check_kind(data, path.suffix.lower())
    return data


def open_parts(data: bytes, limits: Limits = TEMPLATE) -> dict[str, Part]:
    """The parts of a package. Raises RefusedError for what `read_parts` refuses, macros and links."""
    parts = read_parts(data, limits)
    _check_parts(parts)
    return parts


def _check_kind(data: bytes, suffix: str) -> None:
    is_zip = data.startswith(_ZIP)
    if suffix == ".csv":
        _check_csv(data, is_zip=is_zip)
    elif suffix == ".xlsx":
        _check_xlsx(data, is_zip=is_zip)
    elif suffix in _SUFFIXES:
        _refuse_suffix(suffix, is_zip=is_zip)
    else:
        raise RefusedError(Problem(FilesCode.UNKNOWN_KIND))


def _check_csv(data: bytes, *, is_zip: bool) -> None:
    if is_zip:
        raise RefusedError(Problem(FilesCode.NAMED_WRONG, {"suffix": ".csv"}))
    if data.startswith(_OLE):
        raise RefusedError(Problem(FilesCode.OLD_XLS))


def _check_xlsx(data: bytes, *, is_zip: bool) -> None:
    if is_zip:
        return
    if data.startswith(_OLE):
        is_encrypted = (
            "EncryptedPackage".encode("utf-16-le") in data or "Workbook".encode("utf-16-le") not in data
        )
        raise RefusedError(Problem(FilesCode.ENCRYPTED if is_encrypted else FilesCode.OLD_XLS))
    raise RefusedError(Problem(FilesCode.PDF if data.startswith(_PDF) else FilesCode.NOT_XLSX))


def _refuse_suffix(suffix: str, *, is_zip: bool) -> None:
    code = _SUFFIXES[suffix]
    if is_zip and code in (FilesCode.OLD_XLS, FilesCode.WPS_ET):
        raise RefusedError(Problem(FilesCode.NAMED_WRONG, {"suffix": suffix}))
    raise RefusedError(Problem(code, {"suffix": suffix}))


def _check_parts(names: Iterable[str]) -> None:
    for name in names:
        lowered = "/" + name.lower()
        for mark, code in _UNWANTED:
            if mark in lowered:
                raise RefusedError(Problem(code))
