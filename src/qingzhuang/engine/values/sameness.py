"""Sameness: when two canonical values of one element mean the same, so that spelling is never a conflict."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from qingzhuang.engine.values.codes import find, kinds_of, normalise_code_text
from qingzhuang.engine.values.domain import CodeEntry, CodeList, Domain, Kind
from qingzhuang.engine.values.groups import is_same_group
from qingzhuang.engine.values.identity import is_same_number
from qingzhuang.engine.values.numbers import as_decimal
from qingzhuang.engine.values.text import bare_name

_PUNCTUATION = re.compile(r"[\s,，.。;；:：、()（）\[\]【】\-—_·]+")
_NOT_ALNUM = re.compile(r"[\W_]+")
_FOREVER = frozenset(("长期", "9999-12-31"))
_EXTENSION = re.compile(r"^(0\d{2,3}-\d{7,8})-\d+$")


def is_same_meaning(a: str, b: str, domain: Domain) -> bool:
    """
    Whether two canonical values say the same. Rule R-VAL-80.

    Dates agree as far as both are known (1990-03 and 1990-03-07); names by NFC and dot; numbers by value,
    exactly; phones by digits, with or without area code; addresses and text after tidying (village groups by
    R-VAL-06); codes by entry; identity numbers across the old and the new length.
    """
    if a == b:
        return True
    if domain.kind is Kind.CODE:
        return _same_code(a, b, domain)
    return _SAME[domain.kind](a, b)


def _same_code(a: str, b: str, domain: Domain) -> bool:
    if domain.code_list is not None:
        one, other = find(domain.code_list, a), find(domain.code_list, b)
        if one is not None or other is not None:
            return one is other or _is_kind(one, other, domain.code_list)
    return normalise_code_text(a) == normalise_code_text(b)


def _is_kind(one: CodeEntry | None, other: CodeEntry | None, code_list: CodeList) -> bool:
    """Whether one of two entries is a class and the other a kind of it. R-VAL-63."""
    if one is None or other is None:
        return False
    return other.code in kinds_of(code_list, one) or one.code in kinds_of(code_list, other)


def _same_date(a: str, b: str) -> bool:
    if a in _FOREVER and b in _FOREVER:
        return True
    short, long = sorted((a, b), key=len)
    return len(short) in (4, 7) and long.startswith(short + "-")


def _same_number(a: str, b: str) -> bool:
    one, other = as_decimal(a), as_decimal(b)
    return isinstance(one, Decimal) and isinstance(other, Decimal) and one == other


def _same_phone(a: str, b: str) -> bool:
    ones, others = ({_EXTENSION.sub(r"\1", part) for part in text.split("、")} for text in (a, b))
    return all(any(_is_same_line(one, other) for other in others) for one in ones) and len(ones) == len(
        others
    )


def _is_same_line(a: str, b: str) -> bool:
    short, long = sorted((_NOT_ALNUM.sub("", a), _NOT_ALNUM.sub("", b)), key=len)
    return short == long or (len(short) in (7, 8) and long.startswith("0") and long.endswith(short))


@lru_cache(maxsize=16_384)
def _key(text: str, drop: re.Pattern[str]) -> str:
    return drop.sub("", unicodedata.normalize("NFKC", text)).casefold()


def _same_text(a: str, b: str) -> bool:
    return _key(a, _PUNCTUATION) == _key(b, _PUNCTUATION)


def _same_plain_text(a: str, b: str) -> bool:
    return _same_text(a, b) or is_same_group(a, b)


def _same_name(a: str, b: str) -> bool:
    return bare_name(a) == bare_name(b)


def _same_letters(a: str, b: str) -> bool:
    return _key(a, _NOT_ALNUM) == _key(b, _NOT_ALNUM)


def _differ(_a: str, _b: str) -> bool:
    return False


_SAME: Mapping[Kind, Callable[[str, str], bool]] = MappingProxyType({
    Kind.TEXT: _same_plain_text,
    Kind.NAME: _same_name,
    Kind.ADDRESS: _same_text,
    Kind.ID_NUMBER: is_same_number,
    Kind.DOCUMENT: _same_letters,
    Kind.USCC: _same_letters,
    Kind.PHONE: _same_phone,
    Kind.ACCOUNT: _same_letters,
    Kind.REGION: _same_letters,
    Kind.DATE: _same_date,
    Kind.NUMBER: _same_number,
    Kind.BOOLEAN: _differ,
})  # fmt: skip
