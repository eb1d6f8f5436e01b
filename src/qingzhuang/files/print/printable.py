"""Values made ready for a template: plain data, days in words, nothing in a text that acts on the page."""

import re
import unicodedata
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any

# A word up to this long is kept whole (most e-mail addresses, numbers); a longer one may break anywhere.
LONGEST_WORD = 20
_BREAK_HERE = "\u200b"
# Latin, Greek, Cyrillic and their marks: scripts whose words a line break does not cut by itself.
_WORD = r"[!-~\u00a1-\u052f]"
# Characters that turn the writing around or hide: a name or number must read on paper as it is stored.
_ACTING = re.compile("[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]")
_REPLACED = {"Cc": "", "Cs": "\ufffd"}  # control characters; halves of a pair


def day_in_words(day: date) -> str:
    """A day as official papers write it: Arabic numerals, no leading zeros (GB/T 9704-2012, 7.3.5.4)."""
    return f"{day.year}年{day.month}月{day.day}日"


def printable(text: str, *, longest_word: int = LONGEST_WORD) -> str:
    """
    A text with nothing in it that acts on the page: no control characters but line breaks, no change of
    direction; lone surrogates become �; words over `longest_word` letters may be broken.
    """
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    shown = "".join(
        _REPLACED.get(unicodedata.category(each), each) if each != "\n" else each for each in unified
    )
    return re.sub(_WORD + f"{{{longest_word + 1},}}", _breakable, _ACTING.sub("", shown))


def _breakable(word: re.Match[str]) -> str:
    """The word with a place to break before each character that does not sit on the one before it."""
    return "".join(
        each if unicodedata.combining(each) else _BREAK_HERE + each for each in word.group()
    ).removeprefix(_BREAK_HERE)


def as_data(value: object, *, longest_word: int = LONGEST_WORD) -> Any:
    """
    A value of papers.py as JSON can hold it: dataclasses as objects, tuples as lists, days in words, texts
    printable.

    Raises:
        ValueError: something else stands in it.
    """
    if isinstance(value, str):
        return printable(value, longest_word=longest_word)
    if isinstance(value, date):
        return day_in_words(value)
    if value is None or isinstance(value, int | float):
        return value
    if isinstance(value, tuple | list):
        return [as_data(each, longest_word=longest_word) for each in value]
    if is_dataclass(value):
        return {
            each.name: as_data(getattr(value, each.name), longest_word=longest_word) for each in fields(value)
        }
    raise ValueError(f"{type(value).__name__} cannot be printed")


def length(data: object) -> int:
    """Characters of all texts in a value made by `as_data`."""
    if isinstance(data, str):
        return len(data)
    if isinstance(data, dict):
        return sum(length(each) for each in data.values())
    return sum(length(each) for each in data) if isinstance(data, list) else 0
