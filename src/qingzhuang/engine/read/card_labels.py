"""Cards: which label a blank has, and which blank a label names."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from qingzhuang.engine.read import words
from qingzhuang.engine.read.blanks import blanks_in
from qingzhuang.engine.read.grid import Cell
from qingzhuang.engine.read.layout import Purpose
from qingzhuang.engine.read.lines import Lines
from qingzhuang.engine.read.parts import ANSWERS, Part
from qingzhuang.engine.read.paths import distinct, label_text, section_labels
from qingzhuang.engine.read.region import Region


@dataclass(frozen=True, slots=True)
class Card:
    """What card reading needs to know of a sheet. is_taken: whether a cell belongs to a table or a title."""

    region: Region
    lines: Lines
    is_taken: Callable[[Cell], bool]


def label_of(card: Card, cell: Cell) -> Cell | None:
    """
    The label of a blank: left, unless that is a section and a label of the same width stands on top;
    else top; else the next label to the left over other blanks.
    """
    region = card.region
    if region.is_paragraph(cell):
        return None
    left, top = left_label(card, cell), _top_label(card, cell)
    if left is not None and top is not None and left.row <= top.row and left.rows > 1:
        return top
    if left is not None:
        return left
    if top is not None:
        return top
    is_named = region.part(cell) is Part.BLANKED and blanks_in(cell.text)[0].label is not None
    return None if is_named or _is_label_place(region, cell) else _next_label(card, cell)


def names_neighbour(card: Card, cell: Cell) -> bool:
    """Whether a label with a colon names the blank to its right or the one below, as wide as itself."""
    region = card.region
    if region.is_paragraph(cell):
        return False
    right = region.right(cell)
    if right is not None and right.column == cell.last_column + 1 and not card.is_taken(right):
        is_answer = region.part(right) in ANSWERS and (
            region.part(right) is not Part.OPTIONS or right.text.count("□") != 1
        )
        is_line = words.purpose_of(label_text(cell), in_line=True) in (Purpose.HEADER, Purpose.SIGNATURE)
        if region.part(right) is Part.DATE and not cell.style.borders and not asks_day(label_text(cell)):
            return False  # 填报单位：      年   月: two blanks in one line
        if region.part(right) is Part.DATE and is_line and not asks_day(label_text(cell)):
            return False  # 申请人签章： beside the day of signing
        has_box = region.has_borders and bool(cell.style.borders or right.style.borders)
        if is_answer and (has_box or not is_line or _is_below_label(region, cell)):
            return True
    below = region.below(cell)
    is_below = below is not None and region.part(below) is Part.EMPTY and not card.is_taken(below)
    return (
        is_below
        and below is not None
        and (below.column, below.last_column) == (cell.column, cell.last_column)
    )


def asks_day(label: str) -> bool:
    """Whether a label asks for a day or a time."""
    return re.search(r"时间|日期|年月|月份|年度|期|日$", label) is not None


def is_answered(card: Card, cell: Cell) -> bool:
    """Whether the answer of a label with a colon is printed to its right, among labels that ask alike."""
    region = card.region
    right = region.right(cell)
    if right is None or region.part(right) not in (Part.LABEL, Part.VALUE) or not right.style.borders:
        return False
    beside = (region.above(cell), region.below(cell))
    return any(
        other is not None
        and (other.column, other.last_column) == (cell.column, cell.last_column)
        and region.part(other) is Part.COLON
        and names_neighbour(card, other)
        for other in beside
    )


def _is_below_label(region: Region, cell: Cell) -> bool:
    """Whether a label of a card, which asks for something, stands right above (住址： over 联系电话：)."""
    above = region.above(cell)
    if above is None or region.part(above) is not Part.COLON or above.column != cell.column:
        return False
    return words.purpose_of(label_text(above), in_line=True) is Purpose.ASKED


def left_label(card: Card, cell: Cell) -> Cell | None:
    """The label right to the left of a cell; None where it asks for something else or has its answer."""
    left = card.region.left(cell)
    if left is None or not card.region.is_label(left) or card.is_taken(left):
        return None
    if card.region.part(left) is Part.COLON:
        return left if names_neighbour(card, left) else None
    return None if words.is_answered(left.text) else left


def _top_label(card: Card, cell: Cell) -> Cell | None:
    """The label above, as wide as the blank, that has no blank of its own to its right."""
    above = card.region.above(cell)
    is_title = above is not None and above.row in card.lines.title_rows
    if (
        above is None
        or is_title
        or card.region.is_paragraph(above)
        or not card.region.is_label(above)
        or _is_in_table(card, above)
    ):
        return None
    if (above.column, above.last_column) != (cell.column, cell.last_column):
        return None
    if card.region.part(above) is Part.COLON and not names_neighbour(card, above):
        return None
    if card.region.part(cell) is Part.DATE and words.SEAL_MARK.search(above.text):
        return None  # the day of sealing below the name of the office
    right = card.region.right(above)
    has_own = (
        right is not None
        and card.region.is_fillable(right)
        and right.row == above.row
        and right.rows == above.rows
    )
    return None if has_own else above


def _is_in_table(card: Card, cell: Cell) -> bool:
    """Whether a cell belongs to a table; captions count as taken as well, but they may name a blank."""
    is_caption = any(caption.row == cell.row for caption in card.lines.captions)
    return card.is_taken(cell) and not is_caption


def _is_label_place(region: Region, cell: Cell) -> bool:
    """Whether labels stand above or below the blank in the same columns, each with a blank to its right."""
    for other in (region.above(cell), region.below(cell)):
        if other is None or not region.is_label(other):
            continue
        if (other.column, other.last_column) == (cell.column, cell.last_column) and region.is_fillable(
            region.right(other)
        ):
            return True
    return False


def _next_label(card: Card, cell: Cell) -> Cell | None:
    """The nearest label to the left with only blanks between; none where one of those is a label's place."""
    left = card.region.left(cell)
    if left is not None and cell.rows > 1 == left.rows:
        return None  # a tall blank beside the row of another one is for a photo
    while left is not None and card.region.part(left) in ANSWERS:
        if _is_label_place(card.region, left) and not left_label(card, left):
            return None
        if (label := left_label(card, left)) is not None:
            return label if left.row == cell.row else None
        left = card.region.left(left, row=cell.row)
    return None


def path_of(card: Card, cell: Cell, label: Cell | None) -> tuple[str, ...]:
    """Path of a blank below its label: captions, sections, the label; captions alone where it has none."""
    captions = card.lines.captions_above(cell.row)
    if label is None:
        return captions
    return distinct((*captions, *section_labels(card.region, label), label_text(label)))
