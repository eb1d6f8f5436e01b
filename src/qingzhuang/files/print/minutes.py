"""Minutes of a joint review as a PDF."""

import unicodedata
from datetime import date

from qingzhuang.files.print.papers import MinutesSheet
from qingzhuang.files.print.printable import as_data
from qingzhuang.files.print.typesetting import typeset

_NARROWEST, _WIDEST = 3, 16  # full-width characters a column counts for when the sheet is shared out
_CENTRED = 6  # cells up to this long look better in the middle
_SHORT_HEAD = 4  # stays on one line
_LONGEST_WORD = 5  # in a narrow column a longer word would run over the line


def minutes_sheet(minutes: MinutesSheet, *, made_on: date) -> bytes:
    """
    The minutes on A4, upright up to eight columns, lying above; the table's head on every sheet.

    made_on: the day written into the file when the sheet itself is undated.

    Raises:
        RefusedError: no Chinese typeface on this machine, or far too long.
        ValueError: a row has another number of cells than the head.
    """
    if any(len(row) != len(minutes.columns) for row in minutes.rows) or not minutes.columns:
        raise ValueError("a row of the minutes does not fit their head")
    widest = [_widest(minutes, at) for at in range(len(minutes.columns))]
    table = {
        "columns": as_data(minutes.columns, longest_word=_LONGEST_WORD),
        "rows": as_data(minutes.rows, longest_word=_LONGEST_WORD),
        "widest": [min(max(width, _NARROWEST), _WIDEST) for width in widest],
        "sides": ["centre" if width <= _CENTRED else "left" for width in widest],
        "dated": as_data(minutes.dated or ""),
    }
    return typeset("minutes", as_data(minutes) | table, dated=minutes.dated or made_on)


def _widest(minutes: MinutesSheet, at: int) -> float:
    """Length of the longest cell of a column, in full-width characters; a long head may take two lines."""
    cells = max((_width(row[at]) for row in minutes.rows), default=0)
    head = _width(minutes.columns[at])
    return max(cells, head if head <= _SHORT_HEAD else head / 2)


def _width(text: str) -> float:
    """Length in full-width characters of the longest line."""
    return max(
        sum(1 if unicodedata.east_asian_width(each) in "WFA" else 0.5 for each in line)
        for line in text.split("\n")
    )
