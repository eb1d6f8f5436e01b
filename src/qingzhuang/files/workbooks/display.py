"""What a person sees in a cell: numbers and dates shown in the cell's own number format."""

import math
import re
from datetime import date, timedelta
from functools import lru_cache

from qingzhuang.engine.values.date_styles import parts_of_number_format
from qingzhuang.engine.values.domain import Raw

_LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?:\$[^\]]*|[A-Za-z][A-Za-z0-9 ]*|[<>=][^\]]*)\]')
_TOKEN = re.compile(
    r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]|(yyyy|yy|e|mmmmm|mmmm|mmm|mm|m|dddd|ddd|dd|d|aaaa|aaa)|(.)',
    re.DOTALL | re.IGNORECASE,
)
_WEEKDAYS = "一二三四五六日"
_LAST_SERIAL = 2_958_465  # 9999-12-31
_LEAP_BUG = 60  # 1900-02-29, a day that never was


@lru_cache(maxsize=4096)
def is_date_format(number_format: str) -> bool:
    """Whether numbers in this format are shown as days: year, month or day, not a bare time of the day."""
    section = _LITERAL.sub("", number_format.split(";", maxsplit=1)[0]).lower()
    if "general" in section or "@" in section or ("0" in section.replace("00:00", "") and "y" not in section):
        return False
    without_minutes = re.sub(r"h+[^a-z]*m+|m+[^a-z]*s+", "", section)
    return any(letter in without_minutes for letter in "ymd") or "e" in section.replace("am/pm", "")


@lru_cache(maxsize=4096)
def parts_of_date_format(number_format: str) -> int:
    """How much of a day a format shows: 3 day, 2 month, 1 year, 0 no date. What it hides nobody has said."""
    if not is_date_format(number_format):
        return 0
    return parts_of_number_format(number_format) or 3


def dated(value: Raw, *, n_parts: int, is_1904: bool) -> Raw:
    """
    The day of a number that is shown as one, as text (1990-03) where its format shows no day; else as it is.

    n_parts: of `parts_of_date_format`.
    """
    if not n_parts or isinstance(value, bool) or not isinstance(value, int | float):
        return value
    day = as_day(value, is_1904=is_1904)
    if day is None:
        return value
    return day if n_parts > 2 else day.isoformat()[: 3 * n_parts + 1]  # 2020-03, 2020


def as_day(number: float, *, is_1904: bool) -> date | None:
    """The day of a serial number; None for a number that is no day (0, negative, 60, beyond 9999)."""
    serial = math.floor(number)
    if is_1904:
        return date(1904, 1, 1) + timedelta(days=serial) if 0 <= serial <= _LAST_SERIAL - 1462 else None
    if not 1 <= serial <= _LAST_SERIAL or serial == _LEAP_BUG:
        return None
    # Lotus counted 29 February 1900, so serials below it start one day later.
    return date(1899, 12, 31 if serial < _LEAP_BUG else 30) + timedelta(days=serial)


def serial_of(day: date, *, is_1904: bool) -> int:
    """The serial number of a day in this workbook's date system."""
    if is_1904:
        return (day - date(1904, 1, 1)).days
    serial = (day - date(1899, 12, 30)).days
    return serial if serial > _LEAP_BUG else serial - 1


def shown(value: Raw, number_format: str) -> str:
    """The value as Excel shows it, for the formats that forms use; any other number as General does."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, date):
        return _shown_day(value, number_format)
    if isinstance(value, str):
        return value
    return _shown_number(value, number_format)


def _shown_day(day: date, number_format: str) -> str:
    shown_text = ""
    for quoted, escaped, token, other in _TOKEN.findall(number_format.split(";", maxsplit=1)[0]):
        if token:
            shown_text += _day_token(day, token.lower())
        elif other.lower() in ("h", "s"):
            break  # The time of the day is not kept.
        else:
            shown_text += quoted or escaped or other
    return shown_text.strip(" :") or day.isoformat()


def _day_token(day: date, token: str) -> str:
    plain = {
        "yyyy": f"{day.year:04}", "yy": f"{day.year % 100:02}", "e": str(day.year),
        "mm": f"{day.month:02}", "m": str(day.month), "dd": f"{day.day:02}", "d": str(day.day),
        "aaaa": "星期" + _WEEKDAYS[day.weekday()], "aaa": _WEEKDAYS[day.weekday()],
    }  # fmt: skip
    return plain.get(token) or day.strftime({"mmmm": "%B", "mmm": "%b", "dddd": "%A"}.get(token, "%a"))


def _shown_number(number: float, number_format: str) -> str:
    section = number_format.split(";", maxsplit=1)[0]
    pattern = _LITERAL.sub("", section)
    found = re.fullmatch(r"[^0#]*?(#,##)?([0#]+)(?:\.(0+))?(%?)[^0#]*", pattern)
    if not found or "e" in pattern.lower() or (isinstance(number, float) and not math.isfinite(number)):
        return _general(number)
    decimals = len(found[3] or "")
    scaled = number * 100 if found[4] else number
    text = f"{scaled:,.{decimals}f}" if found[1] else f"{scaled:.{decimals}f}"
    width = found[2].count("0") + (decimals + 1 if decimals else 0)
    affixes = re.fullmatch(r'(?P<before>(?:"[^"]*"|[^0#"])*)[0#,.%]+(?P<after>.*)', section, re.DOTALL)
    before, after = (_literal(affixes[name]) for name in ("before", "after")) if affixes else ("", "")
    return before + (text if found[1] else text.zfill(width)) + found[4] + after


def _literal(section: str) -> str:
    """The text that a piece of a format shows: what is quoted, escaped, or stands for itself."""
    plain = re.sub(r"\[\$([^\]-]*)[^\]]*\]", r"\1", section)
    plain = re.sub(r"\[[^\]]*\]|_.|\*.", "", plain)
    return re.sub(r'"([^"]*)"|\\(.)', lambda found: found[1] or found[2] or "", plain)


def _general(number: float) -> str:
    if isinstance(number, int):
        return str(number)
    if number.is_integer() and abs(number) < 1e15:
        return str(int(number))
    return f"{number:.15g}"
