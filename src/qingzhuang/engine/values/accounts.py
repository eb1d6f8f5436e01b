"""Accounts, certificate numbers and region codes: text that must not lose a digit."""

import re

from qingzhuang.engine.problems.core import Problem
from qingzhuang.engine.problems.values import ValuesCode
from qingzhuang.engine.values.digits import digits_of
from qingzhuang.engine.values.domain import Parsed, Raw
from qingzhuang.engine.values.text import tidy_text

GROUPS_JOINED = "去掉了分段的横线"
REGION_BY_NAME = "填的是地名，不是区划代码"

_ACCOUNT = re.compile(r"[0-9A-Za-z]+(?:-[0-9A-Za-z]+)*")
_GROUPS_OF_FOUR = re.compile(r"\d{4}(?:-\d{4})+-\d{1,4}")
_MASKED = re.compile(r"[\dA-Za-z][*＊xX]{2,}|[*＊]{2,}")
_REGION_LENGTHS = frozenset((2, 4, 6, 9, 12))


def parse_account(raw: Raw) -> Parsed | Problem:
    """
    A bank or other account: digits and letters, no blanks. Rule R-VAL-22.

    A number cell of 16 or more digits is refused. Hyphens between groups of four go; others belong to the
    account.
    """
    if isinstance(raw, str) and raw.isascii() and raw.isdigit():
        return Parsed(raw)
    found = digits_of(raw)
    if isinstance(found, Problem):
        return found
    text = found.text
    if "*" in text:
        return Problem(ValuesCode.MASKED)
    if not text.isascii() or not _ACCOUNT.fullmatch(text) or not any(sign.isdigit() for sign in text):
        return Problem(ValuesCode.ACCOUNT_SHAPE)
    if _GROUPS_OF_FOUR.fullmatch(text):
        return Parsed(text.replace("-", ""), (*found.repairs, GROUPS_JOINED))
    return Parsed(text, found.repairs)


def parse_document(raw: Raw) -> Parsed | Problem:
    """
    The number of a certificate (残疾证, 户口簿, 不动产权证 …): no blanks, brackets and Chinese words
    kept. R-VAL-22.

    A number cell of 16 or more digits is refused; a masked number too.
    """
    found = digits_of(raw)
    if isinstance(found, Problem):
        return found
    if _MASKED.search(found.text) and "*" in found.text:
        return Problem(ValuesCode.MASKED)
    return Parsed(found.text, found.repairs)


def parse_region(raw: Raw) -> Parsed | Problem:
    """
    A region code of 2, 4, 6, 9 or 12 digits (统计用区划代码); a place name stays, with a warning. Rule
    R-VAL-23.
    """
    found = digits_of(raw)
    if isinstance(found, Problem):
        return found
    text = found.text
    if text.isascii() and text.isdigit():
        known = len(text) in _REGION_LENGTHS
        return (
            Parsed(text, found.repairs) if known else Problem(ValuesCode.REGION_SHAPE, {"length": len(text)})
        )
    name, repairs = tidy_text(str(raw))
    return Parsed(name, repairs, (REGION_BY_NAME,))
