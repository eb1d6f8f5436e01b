"""Criteria of COUNTIF and SUMIF: ">=60", "汉族", "张*"."""

import re
from collections.abc import Callable

from qingzhuang.engine.values.formulas.coercing import COMPARISONS, compared
from qingzhuang.engine.values.formulas.domain import FormulaError, NotComputedError, Value

_CRITERION = re.compile(r"(<=|>=|<>|=|<|>)?(.*)", re.DOTALL)
_NUMBER = re.compile(r"\s*[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)\s*")
_DIGITS = 15  # beyond them Excel takes different numbers for the same one
Fits = Callable[[Value], bool]


def criterion(wanted: Value) -> Fits:
    """
    Whether a cell (None: an empty one) fits the criterion.

    Raises NotComputedError for criteria that programs understand differently: long numbers, days, order of
    texts.
    """
    if not isinstance(wanted, str):
        return _equals(float(wanted or 0)) if not isinstance(wanted, bool) else _is(wanted)
    found = _CRITERION.fullmatch(wanted)
    sign, text = (found[1] or "", found[2]) if found else ("", wanted)
    if _NUMBER.fullmatch(text):
        return _numeric(sign, text)
    if sign in ("<", ">", "<=", ">=") or re.match(r"\s*[0-9]+[-/.%,:年]", text):
        raise NotComputedError
    if not text:
        return _empty(sign)
    fits = _like(text)
    return (lambda value: not fits(value)) if sign == "<>" else fits


def _is(wanted: bool) -> Fits:
    return lambda value: value is wanted


def _numeric(sign: str, text: str) -> Fits:
    if sum(letter.isdigit() for letter in text) > _DIGITS:
        raise NotComputedError
    number = float(text)
    fits = _equals(number)
    if sign in ("", "="):
        return fits
    if sign == "<>":
        return lambda value: not fits(value)
    holds = COMPARISONS[sign]
    return lambda value: _is_number(value) and holds(compared(value, number))


def _is_number(value: Value) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _equals(number: float) -> Fits:
    """A number, or the same number written as text."""

    def fits(value: Value) -> bool:
        if isinstance(value, str) and not isinstance(value, FormulaError) and _NUMBER.fullmatch(value):
            return compared(float(value), number) == 0
        return _is_number(value) and compared(value, number) == 0

    return fits


def _empty(sign: str) -> Fits:
    if sign == "<>":
        return lambda value: value is not None
    if sign == "=":
        return lambda value: value is None
    return lambda value: value is None or value == ""


def _like(text: str) -> Fits:
    """The same text in whatever case; * any signs, ? one sign, ~ before a sign: that sign itself."""
    pattern, at = "", 0
    while at < len(text):
        letter = text[at]
        if letter == "~" and text[at + 1 : at + 2] in ("*", "?", "~"):
            at += 1
            letter = re.escape(text[at])
        else:
            letter = {"*": ".*", "?": "."}.get(letter) or re.escape(letter)
        pattern += letter
        at += 1
    found = re.compile(re.sub(r"(\.\*)+", ".*", pattern), re.IGNORECASE | re.DOTALL)
    if pattern.count(".*") > 8:  # a pattern that takes for ever is no criterion
        raise NotComputedError
    return lambda value: (
        isinstance(value, str) and not isinstance(value, FormulaError) and found.fullmatch(value) is not None
    )
