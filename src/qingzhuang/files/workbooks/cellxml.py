"""Values as the XML inside a cell."""

import re
from datetime import date
from decimal import Decimal
from functools import lru_cache
from xml.sax.saxutils import escape

from qingzhuang.engine.values.domain import Written
from qingzhuang.files.workbooks.display import serial_of

# What XML 1.0 cannot hold, and what Excel would read back as such an escape.
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")


def text_xml(text: str) -> str:
    """The <t> element of a text; blanks at its ends and line breaks are kept."""
    if text.isalnum():  # nothing to escape: the common case, and the fast one
        return f"<t>{text}</t>"
    if not text.isprintable() or "_x" in text:
        text = text.replace("\r\n", "\n").replace("\r", "\n")
        text = _UNSAFE.sub(lambda found: f"_x{ord(found[0]):04X}_", text)
    keeps = ' xml:space="preserve"' if text != text.strip() or "\n" in text or "  " in text else ""
    return f"<t{keeps}>{escape(text)}</t>"


def number_text(value: int | Decimal | date, *, is_1904: bool) -> str:
    """A number or day as the text of <v>: plain digits, no exponent. Raises ValueError for infinity."""
    if isinstance(value, Decimal):
        if not value.is_finite():
            raise ValueError("not a number")
        return f"{value:f}"
    if isinstance(value, bool):
        raise ValueError("a truth is written as text or as a number")
    return str(value) if isinstance(value, int) else _serial_text(value, is_1904)


@lru_cache(maxsize=65_536)
def _serial_text(day: date, is_1904: bool) -> str:
    return str(serial_of(day, is_1904=is_1904))


def cell_xml(start: str, value: Written, *, is_1904: bool) -> str:
    """A whole cell. start: its opening tag without type and end, `<c r="A5" s="3"`."""
    if isinstance(value, str):
        return f'{start} t="inlineStr"><is>{text_xml(value)}</is></c>'
    return f"{start}><v>{number_text(value, is_1904=is_1904)}</v></c>"
