"""Rosters as .csv: encoding told strictly, every row with the line it begins on."""

import csv
import re
from collections.abc import Iterator
from itertools import islice

from qingzhuang.engine.collect.sheets import RosterSheet
from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.engine.values.domain import Raw
from qingzhuang.files.packages.limits import MAX_TEXT, ROSTER
from qingzhuang.files.workbooks.packedrows import CHUNK, Row, pack_rows

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DELIMITERS = (",", "\t", ";")  # the first of those that stand most often
_HEAD = 4096  # characters in which they are counted: a title line alone holds none
_GUARDED = re.compile(r'="([^"=]*)"')
_STRAY = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]|\r(?!\n)")
_CHINESE = re.compile("[\u4e00-\u9fff]{2}")


def csv_sheet(data: bytes, name: str) -> RosterSheet:
    """
    The one sheet of a .csv file: texts, None where empty; row numbers are lines of the file.

    Raises RefusedError naming the line for a byte that fits no encoding, stray controls and open quotes.
    """
    return RosterSheet(name, tuple(_rows(_clean_text(data))))


def csv_events(data: bytes, name: str) -> Iterator[tuple[str, object, object]]:
    """The same sheet in the pieces that `roster_events` sends, never held whole. Raises as `csv_sheet`."""
    rows = _rows(_clean_text(data))
    n_rows = 0
    yield "begin", name, False
    while chunk := tuple(islice(rows, CHUNK)):
        n_rows += len(chunk)
        yield "rows", pack_rows(chunk), 0
    yield "end", n_rows, ()


def _clean_text(data: bytes) -> str:
    text = _text(data)
    stray = _STRAY.search(text)
    if stray is not None:
        raise _at_line(FilesCode.CSV_STRAY_CONTROL, text, stray.start())
    return text


def _lines(text: str) -> Iterator[str]:
    """Lines with their ends, one at a time: a list of them, or a StringIO, would double the memory."""
    start = 0
    while start < len(text):
        end = text.find("\n", start) + 1 or len(text)
        yield text[start:end]
        start = end


def _rows(text: str) -> Iterator[Row]:
    csv.field_size_limit(2 * ROSTER.file_bytes)  # our own limit is lower and speaks plainly
    reader = csv.reader(_lines(text), delimiter=_delimiter(text), strict=True)
    line = 1
    n_rows = n_cells = 0
    try:
        for fields in reader:
            n_rows += 1
            n_cells += len(fields)
            _check(fields, n_rows, n_cells)
            if any(fields):
                yield line, tuple(_value(field) for field in fields)
            line = reader.line_num + 1
    except csv.Error as error:
        raise RefusedError(Problem(FilesCode.CSV_OPEN_QUOTE, {"line": line})) from error


def _delimiter(text: str) -> str:
    """What parts the cells: the comma, unless the first lines have more tabs or semicolons. R-WBK-17."""
    head = text[:_HEAD]
    return max(_DELIMITERS, key=head.count)


def _value(field: str) -> Raw:
    """A cell's text, None where empty; ="…" is how programs guard digits: the text inside. R-WBK-17."""
    if field.startswith('="') and (guarded := _GUARDED.fullmatch(field)):
        return guarded[1] or None
    return field or None


def _check(fields: list[str], n_rows: int, n_cells: int) -> None:
    if n_rows > ROSTER.rows:
        raise RefusedError(Problem(FilesCode.TOO_MANY_ROWS, {"limit": ROSTER.rows}))
    if n_cells > ROSTER.cells:
        raise RefusedError(Problem(FilesCode.TOO_MANY_CELLS, {"limit": ROSTER.cells}))
    if len(fields) > ROSTER.columns:
        raise RefusedError(Problem(FilesCode.TOO_MANY_COLUMNS, {"limit": ROSTER.columns}))
    if any(len(field) > MAX_TEXT for field in fields):
        raise RefusedError(Problem(FilesCode.TEXT_TOO_LONG, {"limit": MAX_TEXT}))


def _text(data: bytes) -> str:
    """The text: by its mark, else strict UTF-8, else strict GB18030; nothing is replaced or guessed."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], encoding, skipped=len(mark))
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_mixed(data):
            raise _bad_byte(data, error.start) from error
    return _decoded(data, "gb18030", skipped=0)


def _decoded(data: bytes, encoding: str, *, skipped: int) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        before = data[: error.start].decode(encoding).count("\n")
        params = {"line": before + 1, "byte": skipped + error.start + 1}
        raise RefusedError(Problem(FilesCode.CSV_BAD_BYTE, params)) from error


def _is_mixed(data: bytes) -> bool:
    """Whether some line is Chinese in UTF-8 though the file as a whole is not: two encodings in one."""
    for line in data.split(b"\n"):
        if line.isascii():
            continue
        try:
            if _CHINESE.search(line.decode("utf-8")):
                return True
        except UnicodeDecodeError:
            continue
    return False


def _bad_byte(data: bytes, at: int) -> RefusedError:
    params = {"line": data.count(b"\n", 0, at) + 1, "byte": at + 1}
    return RefusedError(Problem(FilesCode.CSV_BAD_BYTE, params))


def _at_line(code: FilesCode, text: str, at: int) -> RefusedError:
    return RefusedError(Problem(code, {"line": text.count("\n", 0, at) + 1}))
