"""Cards: blanks with a label of their own, to the left or on top."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from qingzhuang.engine.read import words
from qingzhuang.engine.read.blanks import blanks_in
from qingzhuang.engine.read.fields import cell_fields
from qingzhuang.engine.read.grid import Cell
from qingzhuang.engine.read.layout import Field, Purpose
from qingzhuang.engine.read.lines import Lines
from qingzhuang.engine.read.parts import Part
from qingzhuang.engine.read.paths import distinct, label_text, section_labels
from qingzhuang.engine.read.region import Region

_ANSWERS = frozenset({Part.EMPTY, Part.UNIT, Part.OPTIONS, Part.DATE, Part.SEAL, Part.HINT})


@dataclass(frozen=True, slots=True)
class Card:
    """What card reading needs to know of a sheet. is_taken: whether a cell belongs to a table or a title."""

    region: Region
    lines: Lines
    is_taken: Callable[[Cell], bool]


def card_fields(card: Card, *, rows: Iterable[int]) -> Iterator[Field]:
    """Fields outside the tables, in reading order. rows: the rows that hold more than a table."""
    region = card.region
    for row in rows:
        for cell in region.lines[row]:
            if cell.row == row and not card.is_taken(cell):
                yield from _fields_of(card, cell)


def _fields_of(card: Card, cell: Cell) -> Iterator[Field]:
    part = card.region.part(cell)
    if part is Part.EMPTY:
        yield from _empty_cell(card, cell)
    elif part in (Part.BLANKED, Part.COLON) and not _opens_notes(card, cell):
        if part is Part.BLANKED or not _names_neighbour(card, cell):
            yield from _text_cell(card, cell)
    elif part in _ANSWERS:
        label = _label_of(card, cell)
        if label is not None or part in (Part.OPTIONS, Part.DATE):
            yield from cell_fields(card.region, cell, path=_path(card, cell, label))
    elif part is Part.LABEL and words.BOX.match(cell.text.strip()) and _is_lone_option(card, cell):
        yield from cell_fields(card.region, cell, path=_path(card, cell, _left_label(card, cell)))


def _opens_notes(card: Card, cell: Cell) -> bool:
    """Whether 说明： stands alone above its numbered lines."""
    below = card.region.below(cell)
    if not words.is_note(cell.text) or below is None or not below.text.strip():
        return False
    return card.region.part(below) is Part.PROSE or words.NUMBERING.match(below.text.strip()) is not None


def _is_lone_option(card: Card, cell: Cell) -> bool:
    """Whether a single tick box stands at the end of a row, where nothing follows that it could head."""
    return card.region.right(cell) is None and _row_has_label_before(card, cell)


def _row_has_label_before(card: Card, cell: Cell) -> bool:
    return any(
        other.column < cell.column and card.region.is_label(other) for other in card.region.lines[cell.row]
    )


def _empty_cell(card: Card, cell: Cell) -> Iterator[Field]:
    label = _label_of(card, cell)
    if label is None and not _is_spare(card, cell):
        return
    if not card.region.has_borders and not _follows_label(card, cell):
        return
    yield from cell_fields(card.region, cell, path=_path(card, cell, label) if label is not None else ())


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
    label = _label_of(card, cell) if card.region.part(cell) is Part.BLANKED else None
    if label is not None:
        yield from cell_fields(card.region, cell, path=_path(card, cell, label))
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
    fields = cell_fields(card.region, cell, path=(), in_line=True)
    return all(field.purpose in (Purpose.HEADER, Purpose.SIGNATURE) for field in fields)


def _names_neighbour(card: Card, cell: Cell) -> bool:
    """Whether a label with a colon names the blank to its right or the one below, as wide as itself."""
    region = card.region
    right = region.right(cell)
    if right is not None and right.column == cell.last_column + 1 and not card.is_taken(right):
        is_answer = region.part(right) in _ANSWERS and (
            region.part(right) is not Part.OPTIONS or right.text.count("□") != 1
        )
        is_line = words.purpose_of(label_text(cell), in_line=True) in (Purpose.HEADER, Purpose.SIGNATURE)
        if is_answer and (region.has_borders or not is_line):
            return True
    below = region.below(cell)
    is_below = below is not None and region.part(below) is Part.EMPTY and not card.is_taken(below)
    return (
        is_below
        and below is not None
        and (below.column, below.last_column) == (cell.column, cell.last_column)
    )


def _label_of(card: Card, cell: Cell) -> Cell | None:
    """
    The label of a blank: left, unless that is a section and a label of the same width stands on top;
    else top; else the next label to the left over other blanks.
    """
    region = card.region
    left, top = _left_label(card, cell), _top_label(card, cell)
    if left is not None and top is not None and left.row <= top.row and left.rows > 1:
        return top
    if left is not None:
        return left
    if top is not None:
        return top
    is_named = region.part(cell) is Part.BLANKED and blanks_in(cell.text)[0].label is not None
    return None if is_named or _is_label_place(region, cell) else _next_label(card, cell)


def _left_label(card: Card, cell: Cell) -> Cell | None:
    left = card.region.left(cell)
    if left is None or not card.region.is_label(left) or card.is_taken(left):
        return None
    if card.region.part(left) is Part.COLON:
        return left if _names_neighbour(card, left) else None
    return None if words.is_answered(left.text) else left


def _top_label(card: Card, cell: Cell) -> Cell | None:
    """The label above, as wide as the blank, that has no blank of its own to its right."""
    above = card.region.above(cell)
    is_title = above is not None and above.row in card.lines.title_rows
    if above is None or is_title or not card.region.is_label(above) or _is_in_table(card, above):
        return None
    if (above.column, above.last_column) != (cell.column, cell.last_column):
        return None
    if card.region.part(above) is Part.COLON and not _names_neighbour(card, above):
        return None
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
    while left is not None and card.region.part(left) in _ANSWERS:
        if _is_label_place(card.region, left) and not _left_label(card, left):
            return None
        if (label := _left_label(card, left)) is not None:
            return label if left.row == cell.row else None
        left = card.region.left(left, row=cell.row)
    return None


def _path(card: Card, cell: Cell, label: Cell | None) -> tuple[str, ...]:
    captions = card.lines.captions_above(cell.row)
    if label is None:
        return captions
    return distinct((*captions, *section_labels(card.region, label), label_text(label)))
