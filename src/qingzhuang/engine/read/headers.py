"""Headers of tables: where a row of labels stands on top of rows to fill."""

from collections.abc import Sequence
from itertools import pairwise

from qingzhuang.engine.read import words
from qingzhuang.engine.read.evidence import is_header
from qingzhuang.engine.read.grid import Cell
from qingzhuang.engine.read.header import Header, overlap, sticks_out
from qingzhuang.engine.read.helper_rows import helper_rows, is_above_units, numbers_columns, unit_above
from qingzhuang.engine.read.layout import Purpose
from qingzhuang.engine.read.parts import Part
from qingzhuang.engine.read.region import Region
from qingzhuang.engine.read.split_headers import split_header

_TEXTS = frozenset({Part.LABEL, Part.COLON, Part.PROSE, Part.VALUE})


def headers_in(region: Region, row: int) -> tuple[Header, ...]:
    """The headers whose leaf row is `row`, left to right."""
    following = region.next_row(row)
    if following is not None and split_header(region, following) is not None:
        return ()
    split = split_header(region, row)
    found = (_header(region, row, run) for run in ([split] if split else _runs(region, row)))
    return tuple(header for header in found if header is not None)


def _runs(region: Region, row: int) -> list[list[Cell]]:
    """Neighbouring labels that end in this row; a run may start with an empty corner cell."""
    runs: list[list[Cell]] = []
    current: list[Cell] = []
    for cell in region.lines.get(row, ()):
        measured = unit_above(region, row, cell)
        if measured is not None:
            current.append(measured)
            continue
        ends_here = cell.last_row == row or region.next_row(cell.last_row) == region.next_row(row)
        is_label = region.is_label(cell) or _is_odd_label(region, cell, current)
        if ends_here and is_label and not _is_line_above(region, cell):
            current.append(cell)
            continue
        lost = _lost_merge(region, row, cell, current)
        if lost is not None:
            current = [*current, lost] if lost is not current[-1] else current
            continue
        if len(current) > 1:
            runs.append(_without_field_label(region, current, cell))
        is_corner = ends_here and region.part(cell) in (Part.EMPTY, Part.OUTSIDE)
        current = [cell] if is_corner else []
    runs.append(current)
    return [run for run in runs if sum(region.is_label(cell) for cell in run) > 1 and not _is_numbered(run)]


def _is_line_above(region: Region, cell: Cell) -> bool:
    """Whether a cell without borders is of a line above a table with borders (填报单位： 单位：万元)."""
    if cell.style.borders or not region.has_borders or region.part(cell) is Part.EMPTY:
        return False
    is_header = words.purpose_of(words.tidy(cell.text), in_line=True) is Purpose.HEADER
    return words.is_answered(cell.text) or (region.part(cell) is Part.COLON and is_header)


def _is_numbered(run: Sequence[Cell]) -> bool:
    """Whether the run only numbers columns: it belongs to the header above it."""
    return numbers_columns([cell.text.strip() for cell in run if cell.text.strip()])


def _lost_merge(region: Region, row: int, cell: Cell, run: Sequence[Cell]) -> Cell | None:
    """
    The label above an empty cell of the leaf row, where a vertical merge was lost in conversion.

    Beside it the run must hold a label of this row below a group and one that reaches down from the
    label's row.
    """
    above = region.above(cell)
    below = region.below(cell)
    if len(run) < 2 or cell.text or above is None or below is None or not region.is_fillable(below):
        return None
    is_beside = any(leaf.row == above.row and leaf.last_row >= row for leaf in run) and any(
        leaf.row == row for leaf in run
    )
    is_empty_below = all(not other.text for other in region.within(row, above.column, above.last_column))
    return above if region.is_label(above) and is_beside and is_empty_below else None


def _is_odd_label(region: Region, cell: Cell, run: Sequence[Cell]) -> bool:
    """
    Whether a cell that alone would be no label may be one among labels: a year, the next of the numbers
    1, 2 … (days of a month), a long text, a text with a colon.
    """
    part = region.part(cell)
    below = region.below(cell)
    if below is None or not run or part is region.part(below):
        return False
    if part is Part.UNIT:
        return _is_part_of_day(region, cell)
    if part is Part.VALUE:
        return words.is_year(cell.text) or _counts_on(region, cell, run[-1])
    return part in (Part.PROSE, Part.BLANKED) and cell.columns < 4 and not words.is_note(cell.text)


def _is_part_of_day(region: Region, cell: Cell) -> bool:
    """Whether 年, 月 and 日 head columns side by side: one of them has the next or the last beside it."""
    beside = [region.left(cell), region.right(cell)]
    texts = {words.squeeze(other.text) for other in beside if other is not None}
    return words.squeeze(cell.text) in "年月日" and bool(texts & {"年", "月", "日"})


def _counts_on(region: Region, cell: Cell, before: Cell) -> bool:
    """Whether numbers go on: 1 with 2 behind it, or one more than the number before."""
    number, last = words.squeeze(cell.text), words.squeeze(before.text)
    following = region.right(cell)
    starts = number == "1" and following is not None and words.squeeze(following.text) == "2"
    return starts or (number.isdecimal() and last.isdecimal() and int(number) == int(last) + 1)


def _without_field_label(region: Region, run: list[Cell], behind: Cell) -> list[Cell]:
    """
    The run without its last label where that names the blank behind it, not one below (a tall blank is
    a photo).
    """
    has_own = all(_has_blank_below(region, cell) for cell in run[-2:])
    return run[:-1] if region.is_fillable(behind) and behind.rows == 1 and not has_own else run


def _has_blank_below(region: Region, label: Cell) -> bool:
    below = region.below(label)
    return below is not None and region.is_fillable(below) and below.columns == label.columns


def _header(region: Region, row: int, run: list[Cell]) -> Header | None:
    """The header made of a run of labels, if what stands below fits."""
    if is_above_units(region, row, run):
        return None
    bottom, units = helper_rows(region, row, run)
    units |= _units_below(region, row, run)
    first = region.next_row(bottom)
    if not region.is_label(run[0]) and not _is_stub_below(region, run[0], first):
        run = run[1:]
    if len(run) < 2 or _is_signed(region, run, first):
        return None
    if first is not None and _is_group_row(region, first, run):
        return None
    header = Header(
        top=_top(region, run), bottom=bottom, leaf_row=row, leaves=tuple(run), first=first, units=units
    )
    return header if _is_whole(region, header) and is_header(region, header) else None


def _is_signed(region: Region, run: Sequence[Cell], first: int | None) -> bool:
    """Whether the labels are lines of a card, or ask for signatures with nothing but days below them."""
    under = region.within(first or 0, run[0].column, run[-1].last_column)
    if all(region.part(cell) is Part.COLON for cell in run) and any(
        region.part(cell) is Part.BLANKED for cell in under
    ):
        return True  # lines of a card, each with its blank behind the colon
    is_signing = all(
        words.purpose_of(words.tidy(cell.text), in_line=True) is Purpose.SIGNATURE for cell in run
    )
    return is_signing and bool(under) and all(region.part(cell) in (Part.DATE, Part.SEAL) for cell in under)


def _units_below(region: Region, row: int, run: Sequence[Cell]) -> dict[int, str]:
    """Units printed in the leaf row below leaves that end above it."""
    below = {leaf.column: region.grid.text(row, leaf.column) for leaf in run if leaf.last_row < row}
    return {column: words.unit_word(text) for column, text in below.items() if words.is_unit(text)}


def _is_whole(region: Region, header: Header) -> bool:
    """Whether the rows of a header hold its labels only: no cell sticks out, no blank stands among them."""
    for row in region.rows:
        if header.top <= row < header.leaf_row:
            cells = region.within(row, header.first_column, header.last_column)
            if any(sticks_out(cell, header.leaves) or _is_blank_among(region, cell) for cell in cells):
                return False
    return True


def _is_blank_among(region: Region, cell: Cell) -> bool:
    """
    Whether a cell is a blank to fill rather than the rest of a lost merge, with a label below or above
    it.
    """
    is_rest = region.is_label(region.below(cell)) or region.is_label(region.above(cell))
    return region.part(cell) is Part.EMPTY and not is_rest


def _is_group_row(region: Region, first: int, run: Sequence[Cell]) -> bool:
    """
    Whether two labels side by side stand below one of the cells: then that one groups them, unless
    labels go on below (row labels of two levels).
    """
    following = region.next_row(first)
    for leaf in run:
        if following is not None and region.is_label(region.grid.at(following, leaf.last_column)):
            continue
        under = [c for c in region.within(first, leaf.column, leaf.last_column) if not sticks_out(c, (leaf,))]
        if any(region.is_label(a) and region.is_label(b) for a, b in pairwise(under)):
            return True
    return False


def _is_stub_below(region: Region, corner: Cell, first: int | None) -> bool:
    return first is not None and region.part(region.grid.at(first, corner.column)) in _TEXTS


def _top(region: Region, run: Sequence[Cell]) -> int:
    """
    First row of the header: where the tallest leaf starts, and rows above that group the leaves.

    A grouping row holds labels only (empty cells beside them are allowed), at least one of them above
    two leaves or more; a single label over the whole table is a title or caption.
    """
    top = min(cell.row for cell in run if region.is_label(cell))
    while True:
        above = max((other for other in region.rows if other < top), default=None)
        if above is None or not _groups(region, above, run):
            return top
        top = min(cell.row for cell in region.within(above, run[0].column, run[-1].last_column))


def _is_card_row(region: Region, row: int) -> bool:
    """Whether each label of the row, two or more, has its own blank to its right."""
    labels = [cell for cell in region.texts(row) if cell.row == row]
    rights = [region.right(cell, row=row) for cell in labels]
    return len(labels) > 1 and all(
        region.is_label(cell) and right is not None and region.part(right) is Part.EMPTY and right.rows == 1
        for cell, right in zip(labels, rights, strict=True)
    )


def _groups(region: Region, row: int, run: Sequence[Cell]) -> bool:
    """
    Whether a row groups the leaves below it; empty cells may stand over the leaves that are in no
    group.
    """
    cells = region.within(row, run[0].column, run[-1].last_column)
    if len(cells) < 2 or any(sticks_out(cell, run) for cell in cells):
        return False
    if any(region.part(cell) not in (Part.LABEL, Part.EMPTY, Part.OUTSIDE) for cell in cells):
        return False
    firsts, lasts = {leaf.column for leaf in run}, {leaf.last_column for leaf in run}
    labels = [cell for cell in cells if region.part(cell) is Part.LABEL]
    if any(words.is_answered(cell.text) for cell in labels):
        return False
    if any(cell.column not in firsts or cell.last_column not in lasts for cell in labels):
        return False
    n_leaves = {cell.column: sum(overlap(cell, leaf) > 0 for leaf in run) for cell in labels}
    if _is_card_row(region, row):
        return False
    # A label over one leaf with an empty cell behind it is a card's label with its blank.
    is_card = any(a.column in n_leaves and n_leaves[a.column] == 1 and not b.text for a, b in pairwise(cells))
    return not is_card and max(n_leaves.values(), default=0) >= 2
