"""Printed text as it is compared: blanks, widths and kinds of boxes do not matter."""

import re
import unicodedata

_BOXES = str.maketrans(dict.fromkeys("□☐○◻▢◯☑✓✔√■☒🗹", "□"))
_GAP = re.compile(r"[\s_]+|\((?=\s*\))|(?<=:)")
_BLANKS = re.compile(r"[\s_]+")


def print_key(text: str) -> str:
    """
    A printed text as compared: NFKC, one kind of box, neither white space nor underscores. "" for a blank.

    >>> print_key("姓　名：____ √男 □女")
    '姓名:□男□女'
    """
    return _BLANKS.sub("", _plain(text))


def captured(printed: str, returned: str) -> tuple[tuple[str, str], ...] | None:
    """
    What was written into the blanks of a printed text, as (print before it, words), in order.

    printed: the cell as it was sent (姓名：____ 电话：____). returned: as it came back. None: the returned
    text is not this print with something written into its blanks (the print was changed).

    >>> captured("姓名：____ 电话：", "姓名：张三 电话：123")
    (('姓名:', '张三'), ('电话:', '123'))
    """
    text = _plain(returned)
    literals = [piece for piece in (print_key(each) for each in _GAP.split(_plain(printed))) if piece]
    found: list[tuple[str, str]] = []
    before, at = "", 0
    for literal in literals:
        place = _find(text, literal, at)
        if place is None:
            return None
        found.append((before, _words(text[at : place[0]])))
        before, at = literal, place[1]
    found.append((before, _words(text[at:])))
    return tuple(pair for pair in found if pair[0] or pair[1])


def _plain(text: str) -> str:
    """NFKC with one kind of box."""
    return unicodedata.normalize("NFKC", text.translate(_BOXES)).translate(_BOXES)


def _words(text: str) -> str:
    return text.strip(" _\t\r\n")


def _find(text: str, literal: str, start: int) -> tuple[int, int] | None:
    """Where a print without blanks stands in a text that may stretch it by blanks: first and behind last."""
    first = text.find(literal[0], start)
    while first >= 0:
        last = _stretched_end(text, literal, first)
        if last is not None:
            return first, last
        first = text.find(literal[0], first + 1)
    return None


def _stretched_end(text: str, literal: str, at: int) -> int | None:
    for letter in literal:
        while at < len(text) and (text[at].isspace() or text[at] == "_") and text[at] != letter:
            at += 1
        if at >= len(text) or text[at] != letter:
            return None
        at += 1
    return at
