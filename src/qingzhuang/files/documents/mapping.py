"""
A document as one sheet (decision 0010): paragraphs are rows as wide as the sheet, tables stand below each
other in reading order, and each cell of a table covers the columns between its two edges.
"""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.engine.read.grid import Cell, Grid, Style, Validation
from qingzhuang.files.documents.controls import AutomaticNumbers, options_in
from qingzhuang.files.documents.looks import Looks
from qingzhuang.files.documents.package import DocumentPackage
from qingzhuang.files.documents.tables import SAME_EDGE, table_cells
from qingzhuang.files.documents.texts import inside, paragraph_atoms, paragraphs_of, shown
from qingzhuang.files.packages import xmls
from qingzhuang.files.packages.limits import MAX_TEXT, TEMPLATE

NAME = "document"
_DEEPEST = 5  # tables inside tables

Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class DocumentMap:
    """The sheet of a document. elements: the <w:p> or <w:tc> of each place that has a cell."""

    grid: Grid
    elements: Mapping[Place, etree._Element]


@dataclass(frozen=True, slots=True)
class _Box:
    """Something with a place: its element, its address, its edges in twips; None for as wide as the sheet."""

    element: etree._Element
    address: str
    text: str
    style: Style
    edges: tuple[int, int] | None = None
    rows: int = 1
    options: tuple[str, ...] = ()


_Line = list[_Box]


def map_document(package: DocumentPackage) -> DocumentMap:
    """The document as a sheet. Raises RefusedError where it is larger than a form can be."""
    lines = list(_lines(package.body, _Reader(Looks(package.styles), AutomaticNumbers())))
    edges = _joined_edges([box.edges for line in lines for box in line if box.edges is not None])
    if len(lines) > TEMPLATE.rows or len(edges) > TEMPLATE.columns:
        raise RefusedError(Problem(FilesCode.TOO_HARD))
    return _placed(lines, edges)


def cell_text(element: etree._Element) -> str:
    """The text of a cell or paragraph, a line for each paragraph. RefusedError where it is too long."""
    text = "\n".join(shown(paragraph_atoms(paragraph)) for paragraph in paragraphs_of(element))
    if len(text) > MAX_TEXT:
        raise RefusedError(Problem(FilesCode.TEXT_TOO_LONG, {"limit": MAX_TEXT}))
    return text


def _is_prompt_alone(element: etree._Element) -> bool:
    """Whether a cell holds nothing but a content control's prompt: then it is an empty cell."""
    return all(atom.is_prompt for each in paragraphs_of(element) for atom in paragraph_atoms(each))


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is looked up or counted along the whole document."""

    looks: Looks
    numbers: AutomaticNumbers


def _lines(body: etree._Element, reader: _Reader) -> Iterator[_Line]:
    paragraphs = tables = 0
    is_apart = True
    for element in inside(body, "p", "tbl"):
        if xmls.local(element) == "tbl":
            tables += 1
            yield from _table_lines(element, f"T{tables}", reader, start=0, depth=1)
            is_apart = False
            continue
        paragraphs += 1
        text = cell_text(element)
        if text.strip():
            yield [_Box(element, f"P{paragraphs}", text, reader.looks.of_paragraph(element))]
            is_apart = False
        elif not is_apart:
            yield []  # what stands apart on paper stands apart in the sheet
            is_apart = True


def _table_lines(
    table: etree._Element, name: str, reader: _Reader, *, start: int, depth: int
) -> Iterator[_Line]:
    """The rows of a table, those of the tables inside its cells after them."""
    if depth > _DEEPEST:
        raise RefusedError(Problem(FilesCode.TOO_HARD))
    nested: list[tuple[etree._Element, str, int]] = []
    rows = table_cells(table)
    borders = reader.looks.of_table(table)
    for row in rows:
        line: _Line = []
        for cell in row:
            address = f"{name}R{cell.row}C{cell.number}"
            edges = (start + cell.left, start + cell.right)
            inner = list(inside(cell.element, "tbl"))
            nested += [(each, f"{address}T{at}", edges[0]) for at, each in enumerate(inner, 1)]
            number, text = reader.numbers.shown_in(cell.element), cell_text(cell.element)
            if set(text) == {"_"} and _is_prompt_alone(cell.element):
                text = ""
            if inner and not text.strip():
                continue  # a frame round another table is no blank
            is_last = cell.row + cell.rows - 1 == len(rows)
            style = borders.of_cell(cell, is_last_row=is_last)
            options = options_in(cell.element)
            line.append(_Box(cell.element, address, text or number, style, edges, cell.rows, options))
        yield line
    for element, inner_name, left in nested:
        yield from _table_lines(element, inner_name, reader, start=left, depth=depth + 1)


def _joined_edges(spans: Sequence[tuple[int, int]]) -> list[int]:
    """
    The left ends of the sheet's columns in twips, and the right end of the last one. Edges close to each
    other are one, unless a cell stands between them.
    """
    narrow = {(left, right) for left, right in spans if right - left <= SAME_EDGE}
    own: list[int] = []
    group: set[int] = set()
    for edge in sorted({edge for span in spans for edge in span}):
        parts = any(right == edge and left in group for left, right in narrow)
        if not own or edge - own[-1] > SAME_EDGE or parts:
            own.append(edge)
            group = set()
        group.add(edge)
    return own if len(own) > 1 else [0, 1]


def _placed(lines: Sequence[_Line], edges: Sequence[int]) -> DocumentMap:
    n_columns = len(edges) - 1
    cells: dict[Place, Cell] = {}
    covered: dict[Place, Place] = {}
    addresses: dict[Place, str] = {}
    elements: dict[Place, etree._Element] = {}
    choices: list[Validation] = []
    for row, line in enumerate(lines, 1):
        for box in line:
            first, last = (1, n_columns) if box.edges is None else _columns(edges, box.edges)
            place = (row, first)
            if place in cells or place in covered:
                continue  # tables with crossed merges; Word shows one of them too
            cells[place] = Cell(
                *(row, first, box.text, box.text or None),
                *(box.rows, last - first + 1, None, box.style),
            )
            addresses[place], elements[place] = box.address, box.element
            if box.options:
                is_free = next(box.element.iter("{*}comboBox"), None) is not None  # takes other words too
                choices.append(
                    Validation("list", ((row, first, row, first),), box.options, is_advice=is_free)
                )
            others = ((r, c) for r in range(row, row + box.rows) for c in range(first, last + 1))
            covered.update((other, place) for other in others if other != place)
            if len(cells) + len(covered) > TEMPLATE.cells:
                raise RefusedError(Problem(FilesCode.TOO_MANY_CELLS, {"limit": TEMPLATE.cells}))
    grid = Grid(
        *(NAME, len(lines), n_columns, cells, covered),
        validations=tuple(choices),
        addresses=addresses,
    )
    return DocumentMap(grid, elements)


def _columns(edges: Sequence[int], span: tuple[int, int]) -> tuple[int, int]:
    """First and last column between two edges."""
    first = bisect_right(edges, span[0])
    return first, max(first, bisect_right(edges, span[1]) - 1)
