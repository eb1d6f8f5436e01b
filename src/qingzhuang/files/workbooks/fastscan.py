"""
Sheets and shared strings scanned as text, several times as fast as an XML parser, for rosters of many rows.

Only what programs usually write is understood; anything else raises `UnusualError` and is parsed as XML.
"""

import re
from collections.abc import Iterator
from itertools import chain, islice

from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.packages import xmls
from qingzhuang.files.packages.limits import LAST_ROW, MAX_STRINGS, MAX_TEXT, MEGABYTE
from qingzhuang.files.workbooks.strings import unescaped

_LONGEST = 16 * MEGABYTE  # of text between two row ends
_ROW = re.compile(r'<row(?: r="([0-9]{1,7})")?(?: [^<>]*)?')
_CELL = re.compile(
    r'<c r="([A-Z]{1,3})[0-9]{1,7}"(?: s="([0-9]{1,5})")?(?: t="([a-zA-Z]+)")?(?: s="([0-9]{1,5})")?'
    r"(?:/>|>(?:<f(?: [^<>]*)?(?:/>|>[^<]*</f>))?"
    r'(?:<v>([^<]*)</v>|<v ?/>|<is><t(?: xml:space="preserve")?>([^<]*)</t></is>)?</c>)'
)
_STRING = re.compile(r'<si><t(?: xml:space="preserve")?(?:/>|>([^<]*)</t>)</si>')
_ENTITY = re.compile(r"&(#x[0-9A-Fa-f]{1,6}|#[0-9]{1,7}|amp|lt|gt|quot|apos);")
_NAMED = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'"}
_ILLEGAL = bytes(range(9)) + b"\x0b\x0c" + bytes(range(14, 32))  # in XML 1.0
_FAR_CHARACTER = re.compile(r"&#([0-9]{4,7});")  # none of these can be a sign of XML itself
FoundCell = tuple[str, str, str, str, str, str]  # column letters, look, type, look again, value, inline text
FoundRow = tuple[int, list[FoundCell]]


class UnusualError(Exception):
    """The XML is not what programs usually write; it has to be parsed."""


class _Blocks:
    """Text of a part in blocks that end where an element ends."""

    def __init__(self, source: xmls.Source) -> None:
        self._source = source
        self._waiting = source.read(MEGABYTE)
        xmls.check_prolog(self._waiting[: xmls.PROLOG])

    def until(self, mark: bytes) -> bytes:
        """All up to and with the first mark, which must stand near the beginning."""
        at = self._waiting.find(mark)
        if at < 0:
            raise UnusualError
        head, self._waiting = self._waiting[: at + len(mark)], self._waiting[at + len(mark) :]
        return head

    def ending_with(self, end: bytes, *, last: bytes) -> Iterator[str]:
        """Blocks that end with `end`; after the last one comes what follows `last`."""
        while last not in self._waiting:
            more = self._source.read(MEGABYTE)
            if not more or len(self._waiting) > _LONGEST:
                raise UnusualError
            self._waiting += more
            cut = self._waiting.rfind(end, 0, self._waiting.find(last) if last in self._waiting else None)
            if cut >= 0:
                yield _decoded(self._waiting[: cut + len(end)])
                self._waiting = self._waiting[cut + len(end) :]
        block, _, self._waiting = self._waiting.partition(last)
        yield _decoded(block)

    def remaining(self) -> bytes:
        """What is left of the part."""
        blocks = [self._waiting]
        while block := self._source.read(MEGABYTE):
            blocks.append(block)
        return b"".join(blocks)


def scanned_rows(source: xmls.Source, rest: list[bytes]) -> Iterator[FoundRow]:
    """
    Row number and the cells of each row, their texts plain. The look stands in either of its places.

    When the rows are over, `rest` holds the sheet without them, to be parsed.
    Raises UnusualError, and RefusedError as `xmls.stream` does.
    """
    blocks = _Blocks(source)
    rest.append(blocks.until(b"<sheetData>"))
    number = 0
    for text in blocks.ending_with(b"</row>", last=b"</sheetData>"):
        *rows, after = text.split("</row>")
        for row in rows:
            head, body = _opened(row)
            found = _ROW.fullmatch(head)
            number, before = int(found[1] or number + 1) if found else 0, number
            cells = _CELL.findall(body)
            if body.count("<c") != len(cells) or not before < number <= LAST_ROW:
                raise UnusualError
            yield number, _plain_cells(cells) if len(body) > MAX_TEXT or _has_more(body) else cells
        if after.strip() and _opened(after + "<row>") != ("<row", ""):
            raise UnusualError
    rest.append(b"</sheetData>" + blocks.remaining())


def _opened(row: str) -> tuple[str, str]:
    """Opening tag of a row without its end, and what stands in the row; empty rows before it are left out."""
    head, _, body = row.lstrip().partition(">")
    while head.startswith("<row") and head.endswith("/"):
        head, _, body = body.lstrip().partition(">")
    return head, body


def scanned_strings(source: xmls.Source) -> Iterator[str]:
    """The shared strings, in order. Raises UnusualError, perhaps in the midst, when one of them has runs."""
    blocks = _Blocks(source)
    head = blocks.until(b"<si>")
    pieces = blocks.ending_with(b"</si>", last=b"</sst>")
    n_strings = 0
    for text in chain(("<si>" + text for text in islice(pieces, 1)), pieces):
        found = _STRING.findall(text)
        n_strings += len(found)
        if text.count("<") != 4 * len(found) - text.count("<t/>"):
            raise UnusualError
        if n_strings > MAX_STRINGS:
            raise RefusedError(Problem(FilesCode.TOO_HARD))
        if _has_more(text) or max(map(len, found), default=0) > MAX_TEXT:
            found = list(map(plain, found))
        yield from found
    xmls.parse(head + b"</si></sst>" + blocks.remaining())


def _plain_cells(cells: list[FoundCell]) -> list[FoundCell]:
    return [(*cell[:4], plain(cell[4]), plain(cell[5])) for cell in cells]


def plain(text: str) -> str:
    """The text of a piece of XML that has no tags. Raises UnusualError for entities of its own."""
    if len(text) > MAX_TEXT:
        raise RefusedError(Problem(FilesCode.TEXT_TOO_LONG, {"limit": MAX_TEXT}))
    replaced, n_found = _ENTITY.subn(_character, text)
    if n_found != text.count("&"):
        raise UnusualError
    return unescaped(replaced)


def _has_more(text: str) -> bool:
    return "&" in text or "_x" in text or "\r" in text


def _character(found: re.Match[str]) -> str:
    name = found[1]
    if not name.startswith("#"):
        return _NAMED[name]
    code = int("0" + name[1:], 16 if name[1] == "x" else 10)
    if not 9 <= code <= 0x10FFFF:
        raise UnusualError
    return chr(code)


def _decoded(block: bytes) -> str:
    if len(block.translate(None, _ILLEGAL)) != len(block):
        raise UnusualError
    try:
        text = block.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnusualError from error
    if "&#" in text:  # some programs write every Chinese character as its number
        pieces = _FAR_CHARACTER.split(text)
        pieces[1::2] = map(_FAR_CHARACTERS.__getitem__, pieces[1::2])
        return "".join(pieces)
    return text


class _Characters(dict[str, str]):
    """Characters by their decimal number, worked out once."""

    def __missing__(self, number: str) -> str:
        code = int(number)
        if code > 0x10FFFF or 0xD800 <= code <= 0xDFFF:
            raise UnusualError
        self[number] = chr(code)
        return self[number]


_FAR_CHARACTERS = _Characters()
