"""Identity numbers (公民身份号码, GB 11643-1999): checked, never guessed, never converted silently."""

import re
from itertools import product

from qingzhuang.engine.problems.core import Problem
from qingzhuang.engine.problems.values import ValuesCode
from qingzhuang.engine.values.digits import Digits, digits_of
from qingzhuang.engine.values.domain import Parsed, Raw
from qingzhuang.engine.values.text import tidy_code

UPPER_X = "小写x改成了大写X"
GROUPS_JOINED = "去掉了分段的横线"
OLD_NUMBER = "旧证：15位身份证号"
UNKNOWN_REGION = "身份证号开头的地区代码不认识"

# GB 11643-1999, 4.2: weights of the first seventeen digits, and check characters by remainder modulo 11.
_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK = "10X98765432"

# Provinces of GB/T 2260; 81-83 residence permits of Hong Kong, Macao, Taiwan; 91-99 foreign permanent
# residents.
_PROVINCES = frozenset(
    "11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83"
    " 91 92 93 94 95 96 97 98 99".split()
)
_LENGTH = {1: 31, 2: 29, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
_MONTH_DAYS = frozenset(
    f"{month:02d}{day:02d}" for month, last in _LENGTH.items() for day in range(1, last + 1)
)
_YEARS = frozenset(f"{year:04d}" for year in range(1850, 2101))
_GROUPED = re.compile(r"\d{6}-\d{8}-\d{3}[\dXx]")


def _chunk_sums(at: int, width: int) -> dict[str, int]:
    """Weighted sums of all digit runs of one chunk: six look-ups instead of seventeen products per number."""
    weights = _WEIGHTS[at : at + width]
    return {
        "".join(run): sum(int(digit) * weight for digit, weight in zip(run, weights, strict=True))
        for run in product("0123456789", repeat=width)
    }


_S0, _S3, _S6, _S9, _S12 = (_chunk_sums(at, 3) for at in (0, 3, 6, 9, 12))
_S15 = _chunk_sums(15, 2)


def identity_check_digit(body: str) -> str:
    """
    Check character of an identity number, `0`–`9` or `X`.

    body: the first seventeen digits. Source: GB 11643-1999 (ISO 7064 MOD 11-2). Rule R-VAL-10.

    Raises:
        ValueError: body is not seventeen ASCII digits.

    >>> identity_check_digit("11010519491231002")
    'X'

    """
    if len(body) != 17 or not (body.isascii() and body.isdigit()):
        raise ValueError("body must be seventeen digits")
    return _check(body)


def _check(body: str) -> str:
    total = (
        _S0[body[:3]]
        + _S3[body[3:6]]
        + _S6[body[6:9]]
        + _S9[body[9:12]]
        + _S12[body[12:15]]
        + _S15[body[15:17]]
    )
    return _CHECK[total % 11]


def parse_identity(raw: Raw) -> Parsed | Problem:
    """
    An identity number in canonical form: 18 characters with upper-case X, or 15 digits of an old card.

    Checksum, birth date (a day of the calendar, 1850–2100) and length are Problems; an unknown region is
    a warning; x, full width, blanks, apostrophe are repaired and reported. A number cell of 16 or more
    digits is refused, even if its checksum fits: Excel keeps only 15. Nothing is guessed. Rules R-VAL-10
    to R-VAL-14.
    """
    if isinstance(raw, str) and len(raw) == 18 and raw.isascii() and raw[:17].isdigit():
        return _parse_18(raw, ())  # the usual clean cell
    found = digits_of(raw)
    if isinstance(found, Problem):
        return found
    text = found.text
    if len(text) == 18 and text[:17].isdigit() and text.isascii():
        return _parse_18(text, found.repairs)
    if len(text) == 15 and text.isascii() and text.isdigit():
        return _parse_15(text, found.repairs)
    return _refuse(text, found)


def _parse_18(text: str, repairs: tuple[str, ...]) -> Parsed | Problem:
    last = text[17]
    if last == "x":
        text, last, repairs = text[:17] + "X", "X", (*repairs, UPPER_X)
    if last != "X" and not last.isdigit():
        return Problem(ValuesCode.ID_CHARACTER)
    if not _is_day(text[6:10], text[10:14]):
        return Problem(ValuesCode.ID_DATE)
    if _check(text) != last:
        return Problem(ValuesCode.ID_CHECKSUM)
    return Parsed(text, repairs, () if text[:2] in _PROVINCES else (UNKNOWN_REGION,))


def _parse_15(text: str, repairs: tuple[str, ...]) -> Parsed | Problem:
    if not _is_day("19" + text[6:8], text[8:12]):
        return Problem(ValuesCode.ID_DATE)
    odd = () if text[:2] in _PROVINCES else (UNKNOWN_REGION,)
    return Parsed(text, repairs, (OLD_NUMBER, *odd))


def _refuse(text: str, found: Digits) -> Parsed | Problem:
    if _GROUPED.fullmatch(text):
        return _parse_18(text.replace("-", ""), (*found.repairs, GROUPS_JOINED))
    if "*" in text or "＊" in text:
        return Problem(ValuesCode.MASKED)
    if not text.strip("0123456789Xx"):
        return Problem(ValuesCode.ID_LENGTH, {"length": len(text)})
    return Problem(ValuesCode.ID_CHARACTER)


def _is_day(year: str, month_day: str) -> bool:
    if year not in _YEARS:
        return False
    if month_day != "0229":
        return month_day in _MONTH_DAYS
    number = int(year)
    return number % 4 == 0 and (number % 100 != 0 or number % 400 == 0)


def birth_date_of(id_number: str) -> str:
    """
    Birth date, ISO, of a canonical identity number; a 15-digit number is of the 1900s. Rule R-VAL-13.

    Raises:
        ValueError: neither 18 nor 15 characters.

    """
    if len(id_number) == 18:
        return f"{id_number[6:10]}-{id_number[10:12]}-{id_number[12:14]}"
    if len(id_number) == 15:
        return f"19{id_number[6:8]}-{id_number[8:10]}-{id_number[10:12]}"
    raise ValueError("an identity number has 18 or 15 characters")


def sex_of(id_number: str) -> str:
    """
    Sex by the sequence number: odd 男, even 女. id_number: canonical, 18 or 15 characters. Rule R-VAL-13.

    Raises:
        ValueError: neither 18 nor 15 characters.

    """
    if len(id_number) not in (15, 18):
        raise ValueError("an identity number has 18 or 15 characters")
    digit = id_number[16] if len(id_number) == 18 else id_number[14]
    return "男" if int(digit) % 2 else "女"


def lengthened(id_number: str) -> str:
    """
    The 18-character number that replaced a 15-digit one (19 before the year, check digit behind), for
    comparing only.

    People born before 1900 got other endings, so this is never stored. An 18-character number comes back
    unchanged.
    """
    if len(id_number) != 15:
        return id_number
    body = id_number[:6] + "19" + id_number[6:]
    return body + _check(body)


def is_same_number(one: str, other: str) -> bool:
    """Whether two canonical numbers, of the old or the new length, are one person's. Rule R-VAL-12."""
    return one == other or lengthened(one) == lengthened(other)


def tidy_identity(text: str) -> str:
    """An identity number as typed, half-width, upper case, no blanks: for looking up, not for storing."""
    return tidy_code(text)[0].upper()
