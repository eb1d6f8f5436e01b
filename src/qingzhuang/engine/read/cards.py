"""Cards: blanks with a label of their own, to the left or on top."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from qingzhuang.engine.read import words
from qingzhuang.engine.read.card_labels import (
    Card,
    is_answered,
    label_of,
    left_label,
    names_neighbour,
    path_of,
)
from qingzhuang.engine.read.fields import cell_fields, field_at, place_fields
from qingzhuang.engine.read.grid import Cell
from qingzhuang.engine.read.layout import Field, FieldKind, Purpose
from qingzhuang.engine.read.paragraphs import is_salutation, is_table_title
from qingzhuang.engine.read.parts import ANSWERS, Part
from qingzhuang.engine.read.paths import distinct, label_text, section_labels

_NUMBERED = re.compile(r"\d{1,2}[.、．]")  # 存在困难 | 1.
_SEAL_BOX = re.compile(r"(?:机关|单位|部门|[委局所站会])(?:公|印|盖)?章$|[（(](?:公章|盖章|签章|印章)[)）]$")
_LAST_LINES = 8  # paragraphs in which a document is signed and dated
# Who signs a statement and when, in its last lines.
_CLOSES = re.compile(r"(?:人|者|员|方|签名|签字|盖章|[）)]|时间|日期|电话|方式|单位)$")


def card_fields(card: Card, *, rows: Iterable[int]) -> Iterator[Field]:
    """Fields outside the tables, in reading order. rows: the rows that hold more than a table."""
    region = card.region
    for row in rows:
        for cell in region.lines[row]:
            if cell.row == row and not card.is_taken(cell):
                yield from _fields_of(card, cell)


def _fields_of(card: Card, cell: Cell) -> Iterator[Field]:
    region, part = card.region, card.region.part(cell)
    if is_salutation(region, cell) or is_table_title(region, cell):
        return
    if region.is_paragraph(cell) and part in ANSWERS:
        yield from _paragraph(card, cell)
    elif part is Part.EMPTY:
        yield from _empty_cell(card, cell)
    elif part is Part.BLANKED or (part is Part.COLON and not _names_other(card, cell)):
        yield from () if _opens_notes(card, cell) else _text_cell(card, cell)
    elif part in ANSWERS and not _is_unit_of_left(card, cell):
        label = label_of(card, cell)
        if label is None and words.is_place_blank(cell.text):
            yield from place_fields(cell)
        elif label is not None or part in (Part.OPTIONS, Part.DATE):
            yield from cell_fields(region, cell, path=path_of(card, cell, label))
    elif part not in ANSWERS:
        yield from _printed(card, cell)


def _names_other(card: Card, cell: Cell) -> bool:
    """Whether the blank of a label with a colon is another cell, empty or answered already."""
    return names_neighbour(card, cell) or is_answered(card, cell)


def _printed(card: Card, cell: Cell) -> Iterator[Field]:
    """Printed cells that are written in all the same: a number of a list, a box for a seal, one tick box."""
    text, label = cell.text.strip(), left_label(card, cell)
    is_box = card.region.part(cell) is Part.LABEL and _is_lone_option(card, cell)
    if _is_seal_box(card, cell):
        sections = (*card.lines.captions_above(cell.row), *section_labels(card.region, cell))
        path = distinct((*sections, label_text(cell)))
        seal = field_at(card.region, cell, path=path, kind=FieldKind.INLINE)
        yield replace(seal, purpose=Purpose.SIGNATURE)
    elif (label is not None and _NUMBERED.fullmatch(text)) or (
        card.region.part(cell) is Part.LABEL and is_box
    ):
        yield from cell_fields(card.region, cell, path=path_of(card, cell, label))


def _paragraph(card: Card, cell: Cell) -> Iterator[Field]:
    """
    A paragraph that is nothing but a day or tick boxes; a seal, a hint or a unit there asks for nothing.
    Rule R-REC-50.
    """
    part = card.region.part(cell)
    if words.is_place_blank(cell.text):
        yield from place_fields(cell)
    elif part is Part.DATE:
        yield from cell_fields(card.region, cell, path=(), kind=FieldKind.INLINE, in_line=True)
    elif part is Part.OPTIONS:
        path = card.lines.captions_above(cell.row)
        yield from cell_fields(card.region, cell, path=path, kind=FieldKind.INLINE, in_line=True)


def _opens_notes(card: Card, cell: Cell) -> bool:
    """Whether 说明： stands alone above its numbered lines."""
    below = card.region.below(cell)
    if not words.is_note(cell.text) or below is None or not below.text.strip():
        return False
    return card.region.part(below) is Part.PROSE or words.NUMBERING.match(below.text.strip()) is not None


def _is_seal_box(card: Card, cell: Cell) -> bool:
    """Whether a tall box says that a seal or signature goes into it, with no blank beside or below it."""
    if card.region.part(cell) is not Part.LABEL or cell.rows < 3 or not _SEAL_BOX.search(label_text(cell)):
        return False
    return not any(map(card.region.is_fillable, (card.region.right(cell), card.region.below(cell))))


def _is_lone_option(card: Card, cell: Cell) -> bool:
    """Whether a single tick box stands at the end of a row, where nothing follows that it could head."""
    is_box = words.BOX.match(cell.text.strip()) is not None
    return is_box and card.region.right(cell) is None and _row_has_label_before(card, cell)


def _row_has_label_before(card: Card, cell: Cell) -> bool:
    return any(
        other.column < cell.column and card.region.is_label(other) for other in card.region.lines[cell.row]
    )


def _empty_cell(card: Card, cell: Cell) -> Iterator[Field]:
    label = label_of(card, cell)
    if label is None and not _is_spare(card, cell):
        return
    if not card.region.has_borders and not _follows_label(card, cell):
        return
    right = card.region.right(cell)
    unit = words.unit_word(right.text) if right is not None and _is_unit_of_left(card, right) else None
    path = path_of(card, cell, label) if label is not None else ()
    yield from cell_fields(card.region, cell, path=path, unit=unit)


def _is_unit_of_left(card: Card, cell: Cell) -> bool:
    """Whether a cell only gives the unit of the labelled blank to its left (面积 |   | 亩). Rule R-REC-61."""
    left = card.region.left(cell)
    if card.region.part(cell) is not Part.UNIT or left is None or left.last_column + 1 != cell.column:
        return False
    label = left_label(card, left)
    is_one_row = label is not None and label.rows == left.rows == cell.rows  # a taller one is a section
    return is_one_row and card.region.part(left) is Part.EMPTY


def _follows_label(card: Card, cell: Cell) -> bool:
    """Whether the label stands right before the blank: in a sheet without borders nothing else is a blank."""
    left = card.region.left(cell)
    return left is not None and card.region.is_label(left) and left.last_column + 1 == cell.column


def _is_spare(card: Card, cell: Cell) -> bool:
    """Whether a blank without a label stands among other blanks of its row; lines for layout are left out."""
    line = card.region.lines[cell.row]
    has_label = any(card.region.part(other) is Part.LABEL for other in line)
    return card.region.has_borders and has_label and len(line) > 2


def _text_cell(card: Card, cell: Cell) -> Iterator[Field]:
    """A cell with text and blanks of its own: below its label if it has one, else on its own."""
    label = label_of(card, cell) if card.region.part(cell) is Part.BLANKED else None
    if label is not None:
        yield from cell_fields(card.region, cell, path=path_of(card, cell, label))
        return
    captions = card.lines.captions_above(cell.row)
    sections = section_labels(card.region, cell)
    is_line = not sections and _has_row_for_itself(card, cell)
    path = () if is_line and _is_closing_line(card, cell) else distinct((*captions, *sections))
    yield from cell_fields(card.region, cell, path=path, in_line=True)


def _has_row_for_itself(card: Card, cell: Cell) -> bool:
    return all(
        not other.text or card.region.part(other) in (Part.COLON, Part.BLANKED)
        for other in card.region.lines[cell.row]
    )


def _is_closing_line(card: Card, cell: Cell) -> bool:
    """
    Whether a line asks for offices, signers and days only: it closes the sheet and belongs to no
    section.
    """
    is_last = card.region.is_paragraph(cell) and _ends_document(card, cell)
    return all(
        field.purpose in (Purpose.HEADER, Purpose.SIGNATURE)
        or (is_last and _CLOSES.search(field.label or "") is not None)
        for field in cell_fields(card.region, cell, path=(), in_line=True)
    )


def _ends_document(card: Card, cell: Cell) -> bool:
    """Whether nothing but a few paragraphs without a number follows."""
    region = card.region
    rows = region.rows[bisect_right(region.rows, cell.row) :]
    after = list(islice((text for row in rows for text in region.texts(row)), _LAST_LINES + 1))
    return len(after) <= _LAST_LINES and all(
        region.is_paragraph(text) and not words.NUMBERING.match(text.text.strip()) for text in after
    )
