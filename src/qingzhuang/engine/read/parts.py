"""
The part a cell plays by its own text: label, blank, unit, options, prose … Neighbours are looked at
later.
"""

import re
from enum import StrEnum
from functools import lru_cache

from qingzhuang.engine.read import words
from qingzhuang.engine.read.blanks import blanks_in
from qingzhuang.engine.read.grid import Cell


class Part(StrEnum):
    """What a cell is, as far as the cell alone tells."""

    EMPTY = "empty"  # a blank a person can see: bordered, or in a sheet without borders
    OUTSIDE = "outside"  # no text and no border in a sheet that draws borders
    LABEL = "label"
    COLON = "colon"  # a label with a closing colon: names the next cell, or holds its blank itself
    UNIT = "unit"
    OPTIONS = "options"
    DATE = "date"  # 年 月 日 and nothing else
    SEAL = "seal"  # （盖章） with or without a date skeleton
    HINT = "hint"  # advice in brackets
    BLANKED = "blanked"  # text with blanks inside
    FORMULA = "formula"
    VALUE = "value"  # data: a number, a date, a code
    PROSE = "prose"


# What is to be written over: **年*月从**迁入, numbers of lines with nothing behind them.
_MASKED = re.compile(r"[*＊×xX]{1,4}年[*＊×xX]{1,2}月")
_PART_OF_NUMBER = re.compile(r"[ \u3000_＿]{3,}[/／][ \u3000_＿]*(?:mmHg)?")  # blood pressure
_NUMBERED_LINES = re.compile(r"(?:\d{1,2}[、.．][ \u3000]*\n\s*)+\d{1,2}[、.．]\s*")

# Cells a person writes in. BLANKED cells hold their own labels as well.
FILLABLE = frozenset({Part.EMPTY, Part.UNIT, Part.OPTIONS, Part.DATE, Part.SEAL, Part.HINT, Part.BLANKED})
LABELS = frozenset({Part.LABEL, Part.COLON})
# Cells that are the answer to a label beside them, whatever is printed there to be written over.
ANSWERS = FILLABLE - {Part.BLANKED}


def part_of(cell: Cell, *, is_boxed: bool) -> Part:
    """Part of a cell. is_boxed: whether an empty cell here is a visible blank."""
    text = cell.text.strip()
    if cell.formula is not None:
        return Part.FORMULA
    if not text:
        return Part.EMPTY if is_boxed else Part.OUTSIDE
    if isinstance(cell.raw, int | float) and not isinstance(cell.raw, bool):
        return Part.VALUE
    is_number = _PART_OF_NUMBER.fullmatch(cell.text) is not None
    is_skeleton = is_number or words.is_place_blank(cell.text) or words.is_money_blank(text)
    return Part.HINT if is_skeleton else _part_of_text(text)


@lru_cache(maxsize=16384)  # lists repeat their values
def _part_of_text(text: str) -> Part:
    skeleton = _skeleton(text)
    if skeleton is not None:
        return skeleton
    if words.is_value(text):
        return Part.VALUE
    if words.is_note(text) and len(words.squeeze(text)) > 8:
        return Part.PROSE
    blanks = blanks_in(text)
    if blanks:
        is_one = len(blanks) == 1 and blanks[0].is_closing and not blanks[0].parents
        return Part.COLON if is_one and not words.is_prose(text) else Part.BLANKED
    return Part.PROSE if words.is_prose(text) or words.is_advice(text) else Part.LABEL


def _skeleton(text: str) -> Part | None:
    """Part of a text that is nothing but a skeleton to be written over."""
    tests = (
        (Part.UNIT, words.is_unit),
        (Part.DATE, words.is_date_blank),
        (Part.SEAL, words.is_seal),
        (Part.HINT, words.is_hint),
    )
    for part, is_it in tests:
        if is_it(text):
            return part
    if re.match(r"-{3,}\s+\S", text):
        return Part.OPTIONS
    if words.is_choice(text):
        return Part.OPTIONS
    if _NUMBERED_LINES.fullmatch(text) or (_MASKED.search(text) and re.search(r"[:：，,。]", text) is None):
        return Part.HINT
    lead = words.squeeze(words.BOX.split(text)[0])
    is_unnamed = len(lead) <= 12 and not re.search(r"[:：]|[?？]$", lead) if words.BOX.search(text) else True
    has_choice = len(words.BOX.findall(text)) > 1 or len(words.TICK.findall(text)) > 1
    return Part.OPTIONS if has_choice and is_unnamed and not blanks_in(text)[1:] else None
