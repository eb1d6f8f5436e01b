"""What a form asks, taken from its sheets as they were read: asked fields, and a picture of the sheet."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from qingzhuang.engine.admit.domain import AskedField
from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.read.grid import Cell, Grid, column_letters
from qingzhuang.engine.read.layout import Field, FieldKind, Purpose, SheetLayout
from qingzhuang.engine.read.match import Binding, Match, Memory
from qingzhuang.engine.read.matching import match_fields, match_label
from qingzhuang.engine.read.recognise import recognise

# A signature is nobody's data, and what stands above the table is printed by us (填报单位、日期).
_NOT_ASKED = frozenset({Purpose.SIGNATURE, Purpose.HEADER})
_MOST_COLUMNS = 60  # of the picture; a wider sheet is shown as far as this


@dataclass(frozen=True, slots=True)
class HeaderCell:
    """One printed cell of a header: its text, first column (1 = A) and size in columns and rows."""

    text: str
    column: int
    columns: int
    rows: int


@dataclass(frozen=True, slots=True)
class FormPicture:
    """
    How the main sheet of a form looks, kept beside its fields so that no page opens the file again.

    title: as printed. first, last: header rows, 0 where none was recognised; was_chosen: by a person. header:
    row by row. hidden: letters of hidden columns. n_formulas, n_merges: cells. more: names of further sheets.
    paths: place → labels, outermost first, as a person's answer is remembered.
    """

    sheet: str
    title: str
    n_columns: int
    first: int
    last: int
    header: tuple[tuple[HeaderCell, ...], ...]
    hidden: tuple[str, ...]
    n_formulas: int
    n_merges: int
    more: tuple[str, ...]
    paths: Mapping[str, tuple[str, ...]]
    was_chosen: bool = False

    @property
    def is_recognised(self) -> bool:
        """Whether anything to fill was found."""
        return bool(self.paths)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a form asks: its fields in reading order, and the picture of its main sheet."""

    fields: tuple[AskedField, ...]
    picture: FormPicture


def asked_by(grids: Sequence[Grid], *, catalogue: Catalogue, memory: Memory) -> Asked:
    """
    What a workbook asks on its visible sheets; the one with most fields is the main one. R-APP-06.

    Fields of other sheets carry the sheet's name in their place (`表2!C`). At least one visible sheet.
    """
    visible = [grid for grid in grids if not grid.is_hidden] or list(grids)
    read = [(grid, recognise(grid)) for grid in visible]
    main = max(read, key=lambda pair: len(pair[1].fields))
    fields: dict[str, AskedField] = {}
    paths: dict[str, tuple[str, ...]] = {}
    for grid, layout in sorted(read, key=lambda pair: pair is not main):
        matches = match_fields(layout, catalogue=catalogue, memory=memory)
        before = "" if grid is main[0] else f"{grid.name}!"
        for field, match in zip(layout.fields, matches, strict=True):
            if field.purpose not in _NOT_ASKED and field.label:
                place = before + _place(grid, field)
                fields.setdefault(place, _asked_field(field, match, place))
                paths.setdefault(place, tuple(filter(None, field.path)) or (field.label,))
    more = tuple(grid.name for grid in visible if grid is not main[0])
    return Asked(tuple(fields.values()), _picture(*main, paths, more))


def asked_below(grid: Grid, row: int, *, catalogue: Catalogue, memory: Memory) -> Asked:
    """What the columns below a header row ask that a person pointed out: one label a column. R-APP-07."""
    cells = [cell for cell in _anchors(grid, row) if cell.text.strip()]
    fields, paths = [], {}
    for cell in cells:
        label = " ".join(cell.text.split())
        place = column_letters(cell.column)
        fields.append(_of_match(label, match_label(label, catalogue=catalogue, memory=memory), place))
        paths[place] = (label,)
    layout = SheetLayout(grid.name, recognise(grid).kind, ())
    return Asked(tuple(fields), _picture(grid, layout, paths, (), chosen=row))


def _place(grid: Grid, field: Field) -> str:
    """The letters of a column, the address of a cell; the number of the blank where several share a cell."""
    if field.kind is FieldKind.COLUMN:
        return column_letters(field.column)
    return grid.address(field.row, field.column) + (f"#{field.blank}" if field.blank else "")


def _asked_field(field: Field, match: Match, place: str) -> AskedField:
    label = " ".join((field.label or "").split())
    return _of_match(label, match, place, field.options)


def _of_match(label: str, match: Match, place: str, options: Iterable[str] = ()) -> AskedField:
    """The field as it is bound; what was only proposed waits for a person. R-APP-06."""
    is_sure = match.binding is Binding.AUTO
    element = match.key or ""
    if not element and match.binding is Binding.SUGGESTED and match.candidates:
        element = match.candidates[0]
    return AskedField(label, place, element, is_sure, options=tuple(options))


def _picture(
    grid: Grid,
    layout: SheetLayout,
    paths: Mapping[str, tuple[str, ...]],
    more: tuple[str, ...],
    *,
    chosen: int = 0,
) -> FormPicture:
    first, last = (chosen, chosen) if chosen else _header_rows(layout)
    width = min(grid.n_columns, _MOST_COLUMNS)
    rows = range(first, last + 1) if first else range(0)
    header = tuple(
        tuple(_header_cell(cell, width, last) for cell in _anchors(grid, row) if cell.column <= width)
        for row in rows
    )
    return FormPicture(
        sheet=grid.name,
        title=layout.title,
        n_columns=width,
        first=first,
        last=last,
        header=header,
        hidden=tuple(column_letters(column) for column in sorted(grid.hidden_columns)[:_MOST_COLUMNS]),
        n_formulas=sum(cell.formula is not None for cell in grid.cells.values()),
        n_merges=sum(cell.rows * cell.columns > 1 for cell in grid.cells.values()),
        more=more,
        paths=paths,
        was_chosen=bool(chosen),
    )


def _header_rows(layout: SheetLayout) -> tuple[int, int]:
    """The rows of the widest table's header; (0, 0) where the sheet has no table."""
    rows = [table.header_rows for table in layout.tables]
    return rows[0] if rows else (0, 0)


def _anchors(grid: Grid, row: int) -> Iterator[Cell]:
    """The cells of a row, empty ones too; a merged region stands where its top left corner is."""
    for column in range(1, grid.n_columns + 1):
        if (row, column) not in grid.covered:
            yield grid.at(row, column)


def _header_cell(cell: Cell, width: int, last: int) -> HeaderCell:
    columns = min(cell.columns, width - cell.column + 1)
    return HeaderCell(" ".join(cell.text.split()), cell.column, columns, min(cell.rows, last - cell.row + 1))


def picture_document(picture: FormPicture) -> dict[str, Any]:
    """The picture as JSON types; `picture_from` gives it back equal."""
    return asdict(picture) | {"paths": {place: list(path) for place, path in picture.paths.items()}}


def picture_from(document: Mapping[str, Any]) -> FormPicture:
    """The picture a document holds."""
    words = dict(document)
    words["header"] = tuple(tuple(HeaderCell(**cell) for cell in row) for row in words["header"])
    words["hidden"], words["more"] = tuple(words["hidden"]), tuple(words["more"])
    words["paths"] = {place: tuple(path) for place, path in words["paths"].items()}
    return FormPicture(**words)
