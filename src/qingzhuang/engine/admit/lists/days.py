"""Days as lists write them."""

import re

from qingzhuang.engine.values.domain import Domain, Kind, Parsed
from qingzhuang.engine.values.parsing import parse

_FULL_DAY = len("2026-12-31")
_OPEN = re.compile(r"^(?:长期|长期有效|永久|至今|无固定期限|持续)$")
_MONTH_ENDS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


def day_of(text: str, *, is_last: bool = False) -> str | None:
    """
    The ISO day that a cell means, "" for no end (长期) or nothing written, None where it names no day.

    A year or a month alone means its first day, or its last one where `is_last`.

    >>> day_of("2026年12月", is_last=True)
    '2026-12-31'
    """
    if not text or _OPEN.match(text.strip()):
        return ""
    parsed = parse(text, Domain(Kind.DATE))
    if not isinstance(parsed, Parsed):
        return None
    return _whole(parsed.value, is_last=is_last)


def _whole(value: str, *, is_last: bool) -> str | None:
    """A day of a year, a month or a day in ISO; None for other words (至今)."""
    if re.fullmatch(r"\d{4}", value):
        return f"{value}-12-31" if is_last else f"{value}-01-01"
    if re.fullmatch(r"\d{4}-\d\d", value):
        year, month = int(value[:4]), int(value[5:])
        leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return f"{value}-{_MONTH_ENDS[month - 1] + leap:02d}" if is_last else f"{value}-01"
    return value if len(value) == _FULL_DAY else None
