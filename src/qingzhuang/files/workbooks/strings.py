"""Shared strings, inline strings and rich text."""

import re
from collections.abc import Iterator

from lxml import etree

from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.packages import xmls
from qingzhuang.files.packages.limits import MAX_STRINGS, MAX_TEXT

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def text_of(element: etree._Element) -> str:
    """The text of an <si> or <is>: all its runs, without the phonetic ones."""
    texts = [
        found.text or ""
        for found in element.iter("{*}t")
        if (parent := found.getparent()) is None or xmls.local(parent) != "rPh"
    ]
    text = "".join(texts)
    if len(text) > MAX_TEXT:
        raise RefusedError(Problem(FilesCode.TEXT_TOO_LONG, {"limit": MAX_TEXT}))
    return unescaped(text) if "_x" in text else text


def unescaped(text: str) -> str:
    """Text with Excel's _x000D_ escapes replaced; line ends are line feeds."""
    pieces = _ESCAPE.split(text)
    plain = "".join(chr(int(piece, 16)) if odd % 2 else piece for odd, piece in enumerate(pieces))
    return plain.replace("\r\n", "\n")


def shared_strings(source: xmls.Source) -> Iterator[str]:
    """The strings of the shared table, in order. Raises RefusedError when there are too many."""
    for n, element in enumerate(xmls.stream(source, ("si",))):
        if n >= MAX_STRINGS:
            raise RefusedError(Problem(FilesCode.TOO_HARD))
        yield text_of(element)
        xmls.clear(element)
