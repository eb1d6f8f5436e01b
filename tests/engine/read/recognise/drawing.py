"""Drawing sheets for the recogniser: a table in text → Grid, merges included."""

from dataclasses import replace

from qingzhuang.engine.read.grid import Cell, Grid, Style, Validation
from qingzhuang.engine.read.layout import Field, SheetLayout
from qingzhuang.engine.read.recognise import recognise

BOX = Style(borders="lrtb")
BARE = Style()


def sheet(
    table: str,
    *,
    bordered: bool = True,
    hidden_columns: tuple[int, ...] = (),
    hidden_rows: tuple[int, ...] = (),
    validations: tuple[Validation, ...] = (),
    name: str = "Sheet1",
) -> Grid:
    r"""
    The grid of a drawn table, one line per row, cells between bars.

    `<` joins a cell to the one on its left, `^` to the one above (a rectangle needs both in its corner: `<`).
    `.` is a cell without border, `#5` the number 5, `=A1` a formula, `\n` a line break.
    An empty cell is a blank.
    """
    lines = [line.strip().strip("|").split("|") for line in table.strip().splitlines()]
    marks = [
        [mark.strip(" ") if mark.strip(" ") in ("<", "^", ".", "") else mark[1:-1] for mark in line]
        for line in lines
    ]
    covered: dict[tuple[int, int], tuple[int, int]] = {}
    cells: dict[tuple[int, int], Cell] = {}
    for row, line in enumerate(marks, start=1):
        for column, mark in enumerate(line, start=1):
            if mark in ("<", "^"):
                beside = (row, column - 1) if mark == "<" else (row - 1, column)
                covered[row, column] = covered.get(beside, beside)
            elif mark != "." or bordered:
                cells[row, column] = _cell(row, column, mark.strip(" "), is_boxed=bordered and mark != ".")
    for (row, column), anchor in covered.items():
        cell = cells[anchor]
        cells[anchor] = replace(
            cell,
            rows=max(cell.rows, row - cell.row + 1),
            columns=max(cell.columns, column - cell.column + 1),
        )
    return Grid(
        name=name,
        n_rows=len(marks),
        n_columns=max(len(line) for line in marks),
        cells=cells,
        covered=covered,
        hidden_rows=frozenset(hidden_rows),
        hidden_columns=frozenset(hidden_columns),
        validations=validations,
    )


def document(text: str) -> Grid:
    r"""
    A Word document as one sheet: a line with bars is a row of a table as in `sheet`, any other line a
    paragraph as wide as the sheet. Cells are named T1R2C1 and P3 as the reader of Word files does.
    """
    lines = [line.strip() for line in text.strip("\n").splitlines()]
    width = max([line.count("|") - 1 for line in lines if line.startswith("|")], default=1)
    rows = [line if line.startswith("|") else f"| {line} |" + " < |" * (width - 1) for line in lines]
    drawn = sheet("\n".join(rows))
    names: dict[tuple[int, int], str] = {}
    cells = dict(drawn.cells)
    tables = paragraphs = row_of_table = 0
    for row, line in enumerate(lines, start=1):
        if not line.startswith("|"):
            paragraphs, row_of_table = paragraphs + 1, 0
            names[row, 1] = f"P{paragraphs}"
            cells[row, 1] = replace(cells[row, 1], style=BARE)
            continue
        tables += row_of_table == 0
        row_of_table += 1
        own = sorted(column for (at, column) in cells if at == row)
        names |= {(row, column): f"T{tables}R{row_of_table}C{i}" for i, column in enumerate(own, start=1)}
    return replace(drawn, name="document", cells=cells, addresses=names)


def read_document(text: str) -> SheetLayout:
    """The layout of a drawn Word document."""
    return recognise(document(text))


def _cell(row: int, column: int, mark: str, *, is_boxed: bool) -> Cell:
    style = BOX if is_boxed else BARE
    if mark.startswith("="):
        return Cell(row, column, formula=mark[1:], style=style)
    if mark.startswith("#"):
        return Cell(row, column, text=mark[1:], raw=float(mark[1:]), style=style)
    text = "" if mark == "." else mark.replace("\\n", "\n")
    return Cell(row, column, text=text, raw=text or None, style=style)


def read(table: str, **how: object) -> SheetLayout:
    """The layout of a drawn table."""
    return recognise(sheet(table, **how))  # type: ignore[arg-type]


def address(field: Field) -> str:
    """Address of a field such as C4 or A9#2."""
    letters = (
        chr(64 + field.column)
        if field.column <= 26
        else f"{chr(64 + (field.column - 1) // 26)}{chr(65 + (field.column - 1) % 26)}"
    )
    return f"{letters}{field.row}" + (f"#{field.blank}" if field.blank else "")


def paths(layout: SheetLayout) -> dict[str, str]:
    """Path of each field, levels joined by /, by its address."""
    return {address(field): "/".join(field.path) for field in layout.fields}


def columns(layout: SheetLayout) -> list[str]:
    """Paths of the columns, left to right, levels joined by /."""
    return ["/".join(field.path) for field in layout.fields if field.kind == "column"]


def field_at(layout: SheetLayout, where: str) -> Field:
    """The only field at an address."""
    (found,) = [field for field in layout.fields if address(field) == where]
    return found
