"""One table of a document: its cells, where they begin and end, which of them are merged."""

from dataclasses import dataclass
from itertools import accumulate

from lxml import etree

from qingzhuang.files.documents.texts import attribute, inside, is_on
from qingzhuang.files.packages import xmls

SAME_EDGE = 100  # twips (1.8 mm): edges of tables drawn by hand differ by as much
_USUAL_WIDTH = 1_000  # twips, of a grid column nobody gave a width
_WIDEST = 31_680  # twips; Word takes no wider page (22 inches)


@dataclass(slots=True)
class TableCell:
    """
    A cell of a table. row, number: its <w:tr> and <w:tc>, from 1. left, right: twips from the table's edge.
    is_first, is_last: of its row. rows: how many it covers downwards.
    """

    element: etree._Element
    row: int
    number: int
    left: int
    right: int
    is_first: bool
    is_last: bool
    rows: int = 1


def rows_of(table: etree._Element) -> list[etree._Element]:
    """The rows (<w:tr>) of a table that people see: none that is hidden, or deleted in tracked changes."""
    return [
        row
        for row in inside(table, "tr")
        if properties(row, "del") is None and not is_on(properties(row, "hidden"))
    ]


def table_cells(table: etree._Element) -> list[list[TableCell]]:
    """The cells of each row, without those that only go on with a cell above."""
    edges = _edges(table)
    open_cells: list[TableCell] = []  # merged downwards, as far as the row above
    found = []
    for number, row in enumerate(rows_of(table), 1):
        own: list[TableCell] = []
        going: list[TableCell] = []
        for cell in _row_cells(row, number, edges):
            merge = _merge(cell.element)
            above = _same_columns(open_cells, cell) if merge == "continue" else None
            if above is not None:
                above.rows += 1
                going.append(above)
                continue
            own.append(cell)
            if merge is not None:
                going.append(cell)
        open_cells = going
        found.append(own)
    return found


def properties(element: etree._Element, name: str) -> etree._Element | None:
    """A property of a table, row or cell by its name: of a <w:tc> the child of its <w:tcPr>."""
    held = xmls.child(element, xmls.local(element) + "Pr")
    return None if held is None else xmls.child(held, name)


def number_in(element: etree._Element | None, name: str, otherwise: int) -> int:
    """A whole number in an attribute, `otherwise` where there is none."""
    text = attribute(element, name)
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 7 else otherwise


def _row_cells(row: etree._Element, number: int, edges: list[int]) -> list[TableCell]:
    elements = list(inside(row, "tc"))
    spans = [_span(element) for element in elements]
    before = number_in(properties(row, "gridBefore"), "val", 0)
    n_columns = before + sum(spans) + number_in(properties(row, "gridAfter"), "val", 0)
    lefts = None if n_columns == len(edges) - 1 else _widths(row, elements)
    if lefts is None:
        columns = list(accumulate(spans, initial=before))
        lefts = [_edge(edges, column) for column in columns]
    last = len(elements) - 1
    return [
        TableCell(element, number, at + 1, lefts[at], lefts[at + 1], at == 0, at == last)
        for at, element in enumerate(elements)
    ]


def _widths(row: etree._Element, elements: list[etree._Element]) -> list[int] | None:
    """
    The edges of cells by their own widths, for a row that does not fit the table's grid: programs that write
    tables without spans leave it to these. None where some cell has no width.
    """
    widths = [_twips(properties(element, "tcW")) for element in elements]
    return list(accumulate(widths, initial=_twips(properties(row, "wBefore")))) if all(widths) else None


def _twips(width: etree._Element | None) -> int:
    """A width in twips; 0 where it is none, or a share of the page."""
    return min(number_in(width, "w", 0), _WIDEST) if attribute(width, "type", "dxa") == "dxa" else 0


def _span(cell: etree._Element) -> int:
    return max(1, number_in(properties(cell, "gridSpan"), "val", 1))


def _same_columns(cells: list[TableCell], cell: TableCell) -> TableCell | None:
    """The cell that stands over the same columns."""
    return next(
        (
            above
            for above in cells
            if abs(above.left - cell.left) <= SAME_EDGE and abs(above.right - cell.right) <= SAME_EDGE
        ),
        None,
    )


def _merge(cell: etree._Element) -> str | None:
    """How a cell is merged downwards, `restart` or `continue`; None for a plain one."""
    merge = properties(cell, "vMerge")
    return None if merge is None else attribute(merge, "val", "continue")


def _edges(table: etree._Element) -> list[int]:
    """Twips from the left edge of the table to each edge of its grid."""
    edges = [0]
    for column in xmls.children(xmls.child(table, "tblGrid"), "gridCol"):
        width = number_in(column, "w", _USUAL_WIDTH)
        edges.append(edges[-1] + (min(width, _WIDEST) or _USUAL_WIDTH))
    return edges


def _edge(edges: list[int], column: int) -> int:
    """The edge, beyond the grid as if its columns went on."""
    beyond = column - (len(edges) - 1)
    return edges[column] if beyond <= 0 else edges[-1] + beyond * _USUAL_WIDTH
