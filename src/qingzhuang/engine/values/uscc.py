"""Unified social credit codes (统一社会信用代码, GB 32100-2015) and the numbers they replaced."""

import re

from qingzhuang.engine.problems.core import Problem
from qingzhuang.engine.problems.values import ValuesCode
from qingzhuang.engine.values.digits import digits_of
from qingzhuang.engine.values.domain import Parsed, Raw

UPPER_LETTERS = "小写字母改成了大写"
OLD_LICENCE = "旧的15位注册号"
OLD_ORGANISATION = "旧的9位组织机构代码"

# GB 32100-2015, 5.3: no I, O, S, V, Z.
_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_VALUES = {sign: at for at, sign in enumerate(_ALPHABET)}
_WEIGHTS = (1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28)
_SHAPE = re.compile(f"[{_ALPHABET}]{{2}}\\d{{6}}[{_ALPHABET}]{{10}}")
_LICENCE = re.compile(r"\d{15}")
_ORGANISATION = re.compile(r"[0-9A-Z]{8}-?[0-9X]")


def uscc_check_character(body: str) -> str:
    """
    Check character of a unified social credit code: (31 - Σ mod 31) mod 31. Rule R-VAL-20.

    body: the first seventeen characters. Source: GB 32100-2015.

    Raises:
        ValueError: body is not seventeen characters of the code's alphabet.

    """
    if len(body) != 17 or any(sign not in _VALUES for sign in body):
        raise ValueError("body must be seventeen characters of the alphabet")
    total = sum(_VALUES[sign] * weight for sign, weight in zip(body, _WEIGHTS, strict=True))
    return _ALPHABET[-total % 31]


def parse_uscc(raw: Raw) -> Parsed | Problem:
    """
    A unified social credit code, upper case; an old 15-digit or 9-character number stays, with a warning.
    R-VAL-20.
    """
    found = digits_of(raw)
    if isinstance(found, Problem):
        return found
    text, repairs = found.text, found.repairs
    upper = text.upper()
    if upper != text:
        repairs += (UPPER_LETTERS,)
    if "*" in upper:
        return Problem(ValuesCode.MASKED)
    if _SHAPE.fullmatch(upper):
        good = uscc_check_character(upper[:17]) == upper[17]
        return Parsed(upper, repairs) if good else Problem(ValuesCode.USCC_CHECKSUM)
    if _LICENCE.fullmatch(upper):
        return Parsed(upper, repairs, (OLD_LICENCE,))
    if _ORGANISATION.fullmatch(upper):
        return Parsed(upper.replace("-", ""), repairs, (OLD_ORGANISATION,))
    return Problem(ValuesCode.USCC_SHAPE)
