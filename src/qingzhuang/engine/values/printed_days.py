"""Days printed in running text, in titles and labels: 2024年12月31日, 2024.12.31, 2024-12, 20241231."""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

_YEAR = r"(?<!\d)((?:19|20)\d\d)"
_DAY = re.compile(rf"{_YEAR}\s*[年.\-/．]\s*(\d{{1,2}})\s*[月.\-/．]\s*(\d{{1,2}})(?!\d)(?:\s*[日号])?")
_COMPACT = re.compile(rf"{_YEAR}(0[1-9]|1[0-2])([0-2]\d|3[01])(?!\d)")
# Behind 年 the month has to say that it is one: 2024年5项补贴 is no May.
_MONTH = re.compile(rf"{_YEAR}(?:\s*年\s*(\d{{1,2}})\s*月份?(?!\s*\d)|[./-](\d{{1,2}})(?![\d./月-]))")


@dataclass(frozen=True, slots=True)
class PrintedDay:
    """A day in a text. start, end: of the characters that print it. day: ISO; of a month its last day."""

    start: int
    end: int
    day: str


def days_in(text: str) -> Iterator[PrintedDay]:
    """The full days printed in a text, parted by 年 月 日, points or strokes; 2月30日 is none."""
    return _found(_DAY, text)


def compact_days_in(text: str) -> Iterator[PrintedDay]:
    """The days printed as eight digits (20241231), as names of files and sheets have them."""
    return _found(_COMPACT, text)


def months_in(text: str) -> Iterator[PrintedDay]:
    """The months printed without a day (2024年12月, 2024.12), each as its last day."""
    for found in _MONTH.finditer(text):
        year, month = int(found[1]), int(found[2] or found[3])
        if 1 <= month <= 12:
            day = f"{year:04d}-{month:02d}-{monthrange(year, month)[1]:02d}"
            yield PrintedDay(found.start(), found.end(), day)


def _found(pattern: re.Pattern[str], text: str) -> Iterator[PrintedDay]:
    for found in pattern.finditer(text):
        year, month, day = (int(part) for part in found.groups())
        if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]:
            yield PrintedDay(found.start(), found.end(), f"{year:04d}-{month:02d}-{day:02d}")
