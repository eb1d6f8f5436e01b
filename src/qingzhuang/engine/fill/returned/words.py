"""The word in a blank that came back: its own value, the text behind its label, or the ticked option."""

import re

from qingzhuang.engine.collect.returned.prints import captured, print_key
from qingzhuang.engine.collect.returned.reading import ReturnedCell
from qingzhuang.engine.fill.boxes import boxes_behind, tick
from qingzhuang.engine.fill.fields import Asked, FormSheet
from qingzhuang.engine.fill.skeletons import is_blank_text
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.returning import ReturningCode
from qingzhuang.engine.read.layout import FieldKind
from qingzhuang.engine.values.domain import Raw

_EMPTY = "□☐○◻▢◯"
_AROUND = " \t\r\n\u3000_＿"  # blanks, and what is left of a line to write on
_BOX = re.compile(f"[{_EMPTY}☑✓✔√■☒🗹]")


def word_in(sheet: FormSheet, asked: Asked, back: ReturnedCell) -> Raw | Problem:
    """
    What was put into a blank; None where nothing was, a Problem where it cannot be told.

    sheet: as it was sent. back: the cell as it came back.
    """
    printed, text = sheet.grid.text(asked.field.row, asked.field.column), back.cell.text
    if asked.field.kind is FieldKind.COLUMN and not _BOX.search(printed):
        return _own_value(back)
    if _BOX.search(printed) and (asked.field.options or boxes_behind(printed, asked.field.label or "")):
        return _ticked(printed, text, asked)
    if asked.field.kind is FieldKind.INLINE:
        return _behind_label(printed, text, asked)
    return None if printed.strip() and print_key(text) == print_key(printed) else _own_value(back)


def _own_value(back: ReturnedCell) -> Raw:
    text = back.cell.text
    if is_blank_text(text):
        return None
    raw = back.cell.raw
    return text.strip(_AROUND) if raw is None or isinstance(raw, str) else raw


def _behind_label(printed: str, text: str, asked: Asked) -> Raw | Problem:
    """The words between a label and the next print in one cell."""
    if print_key(text) == print_key(printed):
        return None
    pieces = captured(printed, text)
    if pieces is None:
        return Problem(ReturningCode.PRINT_CHANGED, {"label": asked.field.label or ""})
    label = print_key(asked.field.label or "").rstrip(":")
    behind = [words for print_, words in pieces if label and print_.rstrip(":").endswith(label)]
    at = min((asked.field.blank or 1) - 1, len(behind) - 1) if len(behind) > 1 else 0
    return (behind[at] or None) if behind else None


def _ticked(printed: str, text: str, asked: Asked) -> Raw | Problem:
    """The option whose box is ticked now and was empty in print; boxes are told apart by their order."""
    before, after = _BOX.findall(printed), _BOX.findall(text)
    if len(before) != len(after):
        return Problem(ReturningCode.BOXES_CHANGED, {"label": asked.field.label or ""})
    chosen = []
    for option in asked.field.options:
        done = tick(printed, option, label=asked.field.label or "")
        if done is None:
            continue
        place = next(at for at, (a, b) in enumerate(zip(printed, done[0], strict=True)) if a != b)
        number = len(_BOX.findall(printed[:place]))
        if after[number] not in _EMPTY:
            chosen.append(option)
    if len(chosen) > 1:
        return Problem(ReturningCode.SEVERAL_TICKED, {"label": asked.field.label or ""})
    return chosen[0] if chosen else None
