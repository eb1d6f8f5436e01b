"""Dates as offices write them, with the precision they state: 2020-03-07, 2020-03 or 2020."""

import re
import unicodedata
from datetime import date, timedelta

from qingzhuang.engine.problems.core import Problem
from qingzhuang.engine.problems.values import ValuesCode
from qingzhuang.engine.values.domain import Parsed, Raw
from qingzhuang.engine.values.text import tidy_text

OPEN_ENDED = {
    "长期": "长期", "长期有效": "长期", "永久": "长期", "永久有效": "长期", "无固定期限": "长期",
    "至今": "至今", "现在": "至今", "目前": "至今", "今": "至今",
}  # fmt: skip
ZEROS_DROPPED = "月或日写的是0，按不知道算"
LAST_SERIAL = 2958465  # 9999-12-31, the last day Excel knows
_FIRST_YEAR, _LAST_YEAR = 1800, 2200
_FIRST_BARE_YEAR = 1850  # a number cell from here on is a year, below it a serial of 1900 to 1905
_EPOCH = date(1899, 12, 30)

_SEPARATOR = r"\s*[-./年、。\\]\s*"
_CALENDAR = re.compile(
    rf"(\d{{4}})(?:{_SEPARATOR}(\d{{1,2}})(?:\s*[-./月、。\\]\s*(\d{{1,2}})\s*[日号]?|\s*月(?:份)?)?|\s*年(?:度)?)?"
    r"(?:[T\s]\s*\d{1,2}(?::\d{1,2}){1,2}(?:\.\d+)?)?(?:出生|生)?"
)
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})?")
_SHORT_YEAR = re.compile(
    r"\d{2}\s*[-./年、]\s*\d{1,2}(?:\s*[-./月、]\s*\d{1,2}\s*[日号]?|\s*月)?|\d{2}年|\d{6}"
)
_LUNAR = re.compile(r"[农阴旧]历|腊月|正月|初[一二三四五六七八九十]")

_DIGITS = dict(zip("〇○零一二三四五六七八九", "000123456789", strict=True))
_CHINESE = re.compile(
    "([〇○零一二三四五六七八九]{4})年(?:([〇○零一二三四五六七八九十]{1,3})月(?:份)?"
    "(?:([〇○零一二三四五六七八九十廿卅]{1,3})[日号])?)?"
)


def parse_date(raw: Raw) -> Parsed | Problem:
    """
    A date in ISO form with the precision stated, or 长期 / 至今. Rules R-VAL-30 to R-VAL-36.

    Text: 1990.3.7, 1990-3-7, 1990/3/7, 1990年3月7日, 19900307, 199003, 1990.03, 1990年, 二〇二三年五月, a
    time behind. Numbers: a year, YYYYMM, YYYYMMDD, 1990.03, else an Excel serial of the 1900 system.
    Two-digit years, lunar dates, impossible days and everything that would need a guess are Problems.
    """
    if isinstance(raw, date):
        return Parsed(f"{raw.year:04d}-{raw.month:02d}-{raw.day:02d}")
    if isinstance(raw, str):
        return _from_text(raw)
    if isinstance(raw, bool) or raw is None:
        return Problem(ValuesCode.DATE_SHAPE, {"text": str(raw)})
    return _from_number(raw)


def _from_text(raw: str) -> Parsed | Problem:
    parts = _clean_parts(raw)
    if parts is not None:
        return _calendar(parts[0], parts[1], parts[2], raw)
    tidy, repairs = tidy_text(raw)
    text = unicodedata.normalize("NFKC", tidy)
    if text in OPEN_ENDED:
        return Parsed(OPEN_ENDED[text], repairs)
    found = _CALENDAR.fullmatch(text) or _COMPACT.fullmatch(text)
    if found is not None:
        return _with_repairs(_calendar(found[1], found[2], found[3], text), repairs)
    chinese = _CHINESE.fullmatch(tidy.replace(" ", ""))
    if chinese is not None:
        year = "".join(_DIGITS[sign] for sign in chinese[1])
        return _with_repairs(_calendar(year, _chinese(chinese[2]), _chinese(chinese[3]), tidy), repairs)
    return _bad(_why_not(text), text)


def _clean_parts(raw: str) -> tuple[str, str | None, str | None] | None:
    """Year, month and day of the usual clean spellings, fast; None if the text needs a closer look."""
    if not raw.isascii():
        return None
    if len(raw) == 8 and raw.isdigit():
        return raw[:4], raw[4:6], raw[6:]
    if len(raw) == 10 and raw[4] == raw[7] == "-" and (raw[:4] + raw[5:7] + raw[8:]).isdigit():
        return raw[:4], raw[5:7], raw[8:]
    found = _CALENDAR.fullmatch(raw)
    return (found[1], found[2], found[3]) if found is not None else None


def _why_not(text: str) -> ValuesCode:
    if _LUNAR.search(text):
        return ValuesCode.DATE_LUNAR
    return ValuesCode.DATE_TWO_DIGIT_YEAR if _SHORT_YEAR.fullmatch(text) else ValuesCode.DATE_SHAPE


def _with_repairs(found: Parsed | Problem, repairs: tuple[str, ...]) -> Parsed | Problem:
    if isinstance(found, Problem) or not repairs:
        return found
    return Parsed(found.value, repairs + found.repairs, found.warnings)


def _calendar(year: str, month: str | None, day: str | None, text: str) -> Parsed | Problem:
    """The date of these parts; zeros for month or day mean unknown, as old registers write them."""
    if not _FIRST_YEAR <= int(year) <= _LAST_YEAR and int(year) != 9999:
        six = len(text) == 6 and text.isdigit()
        return _bad(ValuesCode.DATE_TWO_DIGIT_YEAR if six else ValuesCode.DATE_IMPOSSIBLE, text)
    if month is None:
        return Parsed(year)
    if day is None or int(day) == 0:
        return _month(year, int(month), text, () if day is None else (ZEROS_DROPPED,))
    try:
        return Parsed(date(int(year), int(month), int(day)).isoformat())
    except ValueError:
        return _bad(ValuesCode.DATE_IMPOSSIBLE, text)


def _month(year: str, month: int, text: str, repairs: tuple[str, ...]) -> Parsed | Problem:
    if month == 0:
        return Parsed(year, (ZEROS_DROPPED,))
    return Parsed(f"{year}-{month:02d}", repairs) if month <= 12 else _bad(ValuesCode.DATE_IMPOSSIBLE, text)


def _bad(code: ValuesCode, text: str) -> Problem:
    return Problem(code, {"text": text[:20]})


def _chinese(text: str | None) -> str | None:
    """五 → 5, 十二 → 12, 二十一 → 21, 廿一 → 21, 〇五 → 05."""
    if text is None:
        return None
    text = text.replace("廿", "二十").replace("卅", "三十")
    tens, ten, ones = text.partition("十")
    digits = "".join(_DIGITS.get(sign, "") for sign in (ones if ten else tens))
    if not ten:
        return digits
    return f"{_DIGITS.get(tens, '1')}{digits or '0'}"


def _from_number(raw: int | float) -> Parsed | Problem:
    shown = f"{raw:.15g}"
    if not 0 < raw <= 99991231:  # infinities and NaN too
        return _bad(ValuesCode.DATE_SERIAL, shown)
    whole = int(raw)
    if _FIRST_BARE_YEAR <= raw < _LAST_YEAR:
        return Parsed(str(whole)) if raw == whole else _year_point_month(shown)
    if raw != whole or not (whole > LAST_SERIAL or _is_year_month(whole)):
        return _from_serial(whole, shown)
    found = _COMPACT.fullmatch(str(whole))
    if found is None:
        return _bad(ValuesCode.DATE_SERIAL, shown)
    return _calendar(found[1], found[2], found[3], shown)


def _is_year_month(whole: int) -> bool:
    return _FIRST_YEAR <= whole // 100 <= _LAST_YEAR and 1 <= whole % 100 <= 12


def _year_point_month(shown: str) -> Parsed | Problem:
    """1990.03 and 1990.12 are months; 1990.1 may be January or October that lost its zero: asked."""
    year, _, digits = shown.partition(".")
    if digits == "1":
        return _bad(ValuesCode.DATE_AMBIGUOUS_MONTH, shown)
    if len(digits) > 2:
        return _bad(ValuesCode.DATE_SERIAL, shown)
    return _calendar(year, digits, None, shown)


def _from_serial(whole: int, shown: str) -> Parsed | Problem:
    """A day of the 1900 system (ECMA-376, 18.17.4.1): 1 = 1900-01-01; 60 is a day that never was."""
    if whole in (0, 60) or whole > LAST_SERIAL:
        return _bad(ValuesCode.DATE_SERIAL, shown)
    day = _EPOCH + timedelta(days=whole if whole > 60 else whole + 1)
    if day.year > _LAST_YEAR and whole != LAST_SERIAL:
        return _bad(ValuesCode.DATE_SERIAL, shown)
    return Parsed(day.isoformat())


def is_full_date(value: str) -> bool:
    """Whether a canonical date names its day."""
    return len(value) == 10 and value[4] == "-"


def as_date(value: str) -> date | None:
    """The day of a canonical full date; None if it is less precise or open-ended."""
    return date.fromisoformat(value) if is_full_date(value) else None
