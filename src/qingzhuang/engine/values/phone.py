"""Telephone numbers: mobiles, landlines with area code and extension, service numbers."""

import re

from qingzhuang.engine.problems.core import Problem
from qingzhuang.engine.problems.values import ValuesCode
from qingzhuang.engine.values.digits import Digits, digits_of
from qingzhuang.engine.values.domain import Parsed, Raw

PREFIX_REMOVED = "去掉了国家代码86"
SEPARATORS_REMOVED = "去掉了号码里的分隔符"
NO_AREA_CODE = "座机号没有区号"
SHORT_NUMBER = "这是短号"
REMARK_LEFT_OUT = "号码旁边的说明没有记下"
SEVERAL_NUMBERS = "一格里有几个号码"

_MOBILE = re.compile(r"1[3-9]\d{9}")
_PREFIX = re.compile(r"^(?:\+|00|0)?86[-.]?(?=1[3-9]\d|0\d)")
_SEPARATORS = re.compile(r"[-.·_—–/()]")
_EXTENSION = re.compile(r"(?:转|分机号?|[xX#]|ext\.?|(?<=\d{7})-)(\d{1,6})$", re.IGNORECASE)
# Area codes (区号): 010 and 02x have three digits, all others four; none of the former has a longer form.
_LANDLINE = re.compile(r"(010|02\d|0[3-9]\d{2})([1-9]\d{6,7})")
_LOCAL = re.compile(r"[2-8]\d{6,7}")
_ONLY_MOBILE = re.compile(r"\D*(1[3-9]\d{9})\D*")
_SERVICE = re.compile(r"(?:400|800)\d{7}")
_SHORT = re.compile(r"\d{3,6}")
_ZERO_LOST = re.compile(r"(?:10|2\d|[3-9]\d{2})[2-8]\d{6,7}")
_SPLIT = re.compile(r"[、,;，；/|\n]|(?<=\d{7})\s+(?=1[3-9]|0)|或")
_LABELS = re.compile(r"^(?:手机号?码?|电话号?码?|座机|固话|联系电话|tel|Tel|TEL)[:：]?")


def parse_phone(raw: Raw) -> Parsed | Problem:
    """
    A telephone number: `13800001111`, `0797-1234567`, with an extension `0797-1234567-801`. Rule R-VAL-21.

    +86, blanks and separators go and are reported. Several numbers in one cell stay, joined by 、, with a
    warning; a landline without area code and a short number stay with a warning. A number cell keeps no
    leading 0: refused.
    """
    if isinstance(raw, str) and len(raw) == 11 and _MOBILE.fullmatch(raw) and raw.isascii():
        return Parsed(raw)
    if isinstance(raw, str):
        parts = [part for part in _SPLIT.split(raw.strip()) if part and part.strip()]
        if len(parts) > 1 and all(sum(sign.isdigit() for sign in part) >= 7 for part in parts):
            return _several(parts)
    found = digits_of(raw)
    if isinstance(found, Problem):
        return found
    if not isinstance(raw, str) and _ZERO_LOST.fullmatch(found.text) and not _SERVICE.fullmatch(found.text):
        return Problem(ValuesCode.PHONE_ZERO_LOST) if len(found.text) > 8 else _one(found)
    return _one(found)


def _several(parts: list[str]) -> Parsed | Problem:
    numbers: list[str] = []
    repairs: tuple[str, ...] = ()
    for part in parts:
        one = parse_phone(part)
        if isinstance(one, Problem):
            return one
        numbers.append(one.value)
        repairs += tuple(phrase for phrase in one.repairs if phrase not in repairs)
    distinct = tuple(dict.fromkeys(numbers))
    return Parsed("、".join(distinct), repairs, (SEVERAL_NUMBERS,) if len(distinct) > 1 else ())


def _one(found: Digits) -> Parsed | Problem:
    if "*" in found.text:
        return Problem(ValuesCode.MASKED)
    bare = _LABELS.sub("", found.text)
    national = _PREFIX.sub("", bare)
    repairs = found.repairs if national == bare else (*found.repairs, PREFIX_REMOVED)
    joined = _SEPARATORS.sub("", national)
    canonical, warnings = _canonical(joined)
    if canonical is None:
        canonical, warnings = _with_extension(national)
    if canonical is None:
        return _with_remark(found)
    if canonical.replace("-", "") != national.replace("-", "") or (
        canonical.isdigit() and canonical != national
    ):
        repairs = (*repairs, SEPARATORS_REMOVED)
    return Parsed(canonical, repairs, warnings)


def _with_remark(found: Digits) -> Parsed | Problem:
    """The one mobile number in a text without any other digit: 13800001111（儿子）."""
    inside = _ONLY_MOBILE.fullmatch(found.text)
    if inside is None:
        return Problem(ValuesCode.PHONE_SHAPE)
    return Parsed(inside[1], found.repairs, (REMARK_LEFT_OUT,))


def _with_extension(text: str) -> tuple[str | None, tuple[str, ...]]:
    found = _EXTENSION.search(text)
    if found is None:
        return None, ()
    main, warnings = _canonical(_SEPARATORS.sub("", text[: found.start()]))
    is_whole = main is not None and SHORT_NUMBER not in warnings  # a short number is itself an extension
    return (f"{main}-{found[1]}", warnings) if is_whole else (None, ())


def _canonical(digits: str) -> tuple[str | None, tuple[str, ...]]:
    if not (digits.isascii() and digits.isdigit()):
        return None, ()
    if _MOBILE.fullmatch(digits) or _SERVICE.fullmatch(digits):
        return digits, ()
    landline = _LANDLINE.fullmatch(digits)
    if landline is not None:
        return f"{landline[1]}-{landline[2]}", ()
    if _LOCAL.fullmatch(digits):
        return digits, (NO_AREA_CODE,)
    return (digits, (SHORT_NUMBER,)) if _SHORT.fullmatch(digits) else (None, ())
