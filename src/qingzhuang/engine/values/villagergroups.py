"""Villager groups as people write them (一组、第2组、三小组), compared."""

import re

_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
_WRITTEN = re.compile(r"第?([0-9]{1,3}|[零一二三四五六七八九十]{1,3})(?:村民小组|村小组|小组|组)?")
_PARTED = re.compile(r"[、,，;；\s]+")


def groups_in(text: str) -> tuple[str, ...]:
    """
    The groups that a text names, in one way of writing each, in order, each once. R-ORG-14.

    `第一组、2组 三小组` gives `1组`, `2组`, `3组`; what carries no number stays as written.
    """
    return tuple(dict.fromkeys(_group(part) for part in _PARTED.split(text) if part))


def _group(text: str) -> str:
    found = _WRITTEN.fullmatch(text)
    return f"{_number(found[1])}组" if found else text


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    if "十" not in text:
        return int("".join(str(_DIGITS[each]) for each in text))
    tens, _, ones = text.partition("十")
    return (_DIGITS[tens] if tens else 1) * 10 + (_DIGITS[ones] if ones else 0)
