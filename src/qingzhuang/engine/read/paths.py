"""Paths of labels: which labels stand above or beside a blank and belong to it."""

from collections.abc import Iterable

from qingzhuang.engine.read import words
from qingzhuang.engine.read.grid import Cell
from qingzhuang.engine.read.header import Header
from qingzhuang.engine.read.parts import Part
from qingzhuang.engine.read.region import Region


def header_path(region: Region, header: Header, leaf: Cell) -> tuple[str, ...]:
    """
    Labels of a column, outermost first: every header cell above the leaf, as wide as the leaf or wider.

    An empty cell beside a group label takes that label: merges are lost in conversions.
    """
    texts = [label_text(leaf)]
    top = leaf.row
    for row in sorted((r for r in region.rows if header.top <= r < leaf.row), reverse=True):
        cell = _group_above(region, header, row, leaf)
        if cell is not None and cell.row < top:
            texts.append(label_text(cell))
            top = cell.row
    return distinct((roof(region, header), *reversed(texts)))


def roof(region: Region, header: Header) -> str:
    """The label right above a header, exactly as wide as the table and beside other cells, or ""."""
    above = max((row for row in region.rows if row < header.top), default=None)
    if above is None:
        return ""
    cells = region.within(above, header.first_column, header.last_column)
    is_roof = len(cells) == 1 and region.is_label(cells[0]) and len(region.lines[above]) > 1
    if is_roof and words.is_answered(cells[0].text):
        return ""
    is_as_wide = (
        (cells[0].column, cells[0].last_column) == (header.first_column, header.last_column)
        if cells
        else False
    )
    return label_text(cells[0]) if is_roof and is_as_wide and region.texts(above)[0] is not cells[0] else ""


def _group_above(region: Region, header: Header, row: int, leaf: Cell) -> Cell | None:
    """The header cell above a leaf in a row, looking left over empty cells of a split group."""
    cell = region.grid.at(row, leaf.column)
    while not cell.text.strip() and cell.column > header.first_column:
        left = region.left(cell, row=row)
        is_group = left is not None and left.columns == 1 and left.last_row < header.leaf_row
        if left is None or not is_group or left.column < header.first_column:
            return None
        cell = left
    return cell if cell.text.strip() and not _is_leaf_of_own(header, cell) else None


def _is_leaf_of_own(header: Header, cell: Cell) -> bool:
    return any((leaf.row, leaf.column) == (cell.row, cell.column) for leaf in header.leaves)


def label_text(cell: Cell) -> str:
    """Label of a cell, in one line, without its closing colon."""
    return words.tidy(cell.text)


def distinct(texts: Iterable[str]) -> tuple[str, ...]:
    """The texts without empty ones and neighbours told twice."""
    path: list[str] = []
    for text in texts:
        if text and (not path or path[-1] != text):
            path.append(text)
    return tuple(path)


def section_labels(region: Region, cell: Cell) -> tuple[str, ...]:
    """
    Labels to the left of a label (or table) in its row that stand above it: sections, not names of
    other blanks.

    A section's right neighbour, in its first row, is a label again or the head of a table; a label with
    its own blank beside or below it is none.
    """
    found: list[str] = []
    left = region.left(cell)
    nearest: Cell | None = None
    is_apart = False  # a blank stands between the nearest section and here: 儿童 | 姓名 |   | 家长 | 姓名 |
    while left is not None:
        is_sibling = nearest is not None and is_apart and left.rows <= nearest.rows
        if region.is_label(left) and is_section(region, left) and not is_sibling:
            found.append(label_text(left))
            nearest = left
        is_apart |= nearest is not None and region.is_fillable(left)
        left = region.left(left, row=cell.row)
    return distinct(reversed(found))


def is_section(region: Region, label: Cell) -> bool:
    """Whether a label heads the labels to its right."""
    right = region.right(label)
    if right is not None and label.rows == 1 and region.part(label) is region.part(right) is Part.COLON:
        return False  # 审核人： 填表人： stand side by side
    if right is None or not (region.is_label(right) or _is_corner(region, label, right)):
        return False
    if region.part(right) is Part.COLON and words.SEAL_MARK.search(label.text):
        return False  # 村委会（盖章） beside 经手人：
    below = region.below(label)
    owns_below = (
        below is not None
        and region.is_fillable(below)
        and (below.column, below.last_column) == (label.column, label.last_column)
    )
    return not owns_below


def _is_corner(region: Region, label: Cell, cell: Cell) -> bool:
    """
    Whether an empty cell beside a tall label is the corner of a table: a label to its right, a row
    label below.
    """
    below = region.below(cell)
    right = region.right(cell)
    return (
        not cell.text
        and label.rows > 1
        and region.is_label(right)
        and (below is not None and region.is_label(below))
    )
