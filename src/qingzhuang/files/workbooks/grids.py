"""A worksheet as a grid: merged regions, looks, hidden rows and columns, comments."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.engine.read.grid import Cell, Grid, Style
from qingzhuang.engine.values.domain import Raw
from qingzhuang.files.packages import xmls
from qingzhuang.files.packages.limits import MAX_MERGED_CELLS, TEMPLATE, Limits
from qingzhuang.files.packages.zips import PartStream
from qingzhuang.files.workbooks.comments import comments_of
from qingzhuang.files.workbooks.display import dated, is_date_format, parts_of_date_format, shown
from qingzhuang.files.workbooks.formulas import copied
from qingzhuang.files.workbooks.package import Package, SheetPart
from qingzhuang.files.workbooks.sheets import Area, RawCell, area_of, read_rows
from qingzhuang.files.workbooks.validations import FoundValidation, found_validations

Place = tuple[int, int]
Looks = tuple[tuple[Style, bool], ...]  # of `read_styles`: look, and whether locked if the sheet is protected


@dataclass(frozen=True, slots=True)
class _Found:
    """A cell before its look and region are known."""

    value: Raw
    formula: str | None
    look: int


@dataclass(slots=True)
class _Page:
    """What reading one sheet has found so far."""

    found: dict[Place, _Found] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: frozenset[int] = frozenset()
    merges: tuple[Area, ...] = ()
    validations: tuple[FoundValidation, ...] = ()
    is_protected: bool = False
    shared: dict[str, tuple[Place, str]] = field(default_factory=dict)  # formulas that others repeat


def read_grid(
    package: Package, sheet: SheetPart, *, string: Callable[[int], str], looks: Looks, limits: Limits
) -> tuple[Grid, tuple[FoundValidation, ...]]:
    """
    A sheet as a grid, and its validations: their lists may stand on sheets not yet read.

    string: the shared string of a number. Raises RefusedError for what is broken or beyond the limits.
    """
    page = _Page()

    def rest(worksheet: etree._Element) -> None:
        page.hidden_columns = _hidden_columns(worksheet, limits)
        page.merges = merges_of(worksheet, limits)
        page.validations = found_validations(worksheet)
        protection = xmls.child(worksheet, "sheetProtection")
        page.is_protected = protection is not None and protection.get("sheet") in ("1", "true")

    for row in read_rows(PartStream(package.parts[sheet.part]), string=string, on_rest=rest):
        if row.is_hidden:
            page.hidden_rows.add(row.number)
        for raw in row.cells:
            _keep(page, raw, limits)
    return _finished(page, package, sheet, looks), page.validations


def merges_of(worksheet: etree._Element, limits: Limits) -> tuple[Area, ...]:
    """The merged regions of more than one cell. Raises RefusedError for too many or too large ones."""
    listed = xmls.children(xmls.child(worksheet, "mergeCells"), "mergeCell")
    if len(listed) > limits.merges:
        raise RefusedError(Problem(FilesCode.TOO_MANY_MERGES))
    areas = [area_of(element.get("ref", "")) for element in listed]
    covered = sum((area[2] - area[0] + 1) * (area[3] - area[1] + 1) for area in areas)
    if covered > MAX_MERGED_CELLS:
        raise RefusedError(Problem(FilesCode.TOO_MANY_MERGES))
    return tuple(area for area in areas if area[:2] != area[2:])


def _keep(page: _Page, raw: RawCell, limits: Limits) -> None:
    formula = _formula(raw, page.shared)
    if raw.column > limits.columns:
        if raw.value is None and formula is None:
            return  # Some programs style rows out to the last column of the sheet.
        raise RefusedError(Problem(FilesCode.TOO_MANY_COLUMNS, {"limit": limits.columns}))
    if raw.row > limits.rows and (raw.value is not None or formula is not None):
        raise RefusedError(Problem(FilesCode.TOO_MANY_ROWS, {"limit": limits.rows}))
    if len(page.found) >= limits.cells:
        raise RefusedError(Problem(FilesCode.TOO_MANY_CELLS, {"limit": limits.cells}))
    page.found[raw.row, raw.column] = _Found(raw.value, formula, raw.look)


def _formula(raw: RawCell, shared: dict[str, tuple[Place, str]]) -> str | None:
    element = xmls.child(raw.element, "f")
    if element is None:
        return None
    text, index = element.text or "", element.get("si")
    if element.get("t") == "shared" and index is not None:
        if text:
            shared[index] = ((raw.row, raw.column), text)
        elif index in shared:
            (row, column), master = shared[index]
            return copied(master, rows=raw.row - row, columns=raw.column - column)
    return text


def _finished(page: _Page, package: Package, sheet: SheetPart, looks: Looks) -> Grid:
    styles = [
        replace(style, is_locked=True) if page.is_protected and locked else style for style, locked in looks
    ]
    comments = comments_of(package.parts, sheet.part)
    regions = {area[:2]: area for area in page.merges}
    covered = dict(_covered(page.merges))
    cells: dict[Place, Cell] = {}
    for place in sorted({*page.found, *regions, *comments} - covered.keys()):
        found = page.found.get(place, _Found(None, None, 0))
        style = _nth(styles, found.look)
        area = regions.get(place, (*place, *place))
        n_parts = parts_of_date_format(style.number_format)
        value = dated(found.value, n_parts=n_parts, is_1904=package.is_1904)
        cells[place] = Cell(
            row=place[0],
            column=place[1],
            text=_text(found.value, style, is_1904=package.is_1904),
            raw=value,
            rows=area[2] - area[0] + 1,
            columns=area[3] - area[1] + 1,
            formula=found.formula,
            style=style if place not in regions else _region_style(style, area, page.found, styles),
            comment=comments.get(place, ""),
        )
    return Grid(
        name=sheet.name,
        n_rows=max((cell.last_row for cell in cells.values() if _is_seen(cell)), default=0),
        n_columns=min(
            TEMPLATE.columns, max((cell.last_column for cell in cells.values() if _is_seen(cell)), default=0)
        ),
        cells=cells,
        covered=covered,
        hidden_rows=frozenset(page.hidden_rows),
        hidden_columns=page.hidden_columns,
        is_hidden=sheet.is_hidden,
    )


def _is_seen(cell: Cell) -> bool:
    return bool(cell.text or cell.formula is not None or cell.style.borders or cell.style.has_fill)


def _text(value: Raw, style: Style, *, is_1904: bool) -> str:
    """What a person sees: a format that shows only year and month needs the whole day to be shown."""
    n_parts = 3 if is_date_format(style.number_format) else 0
    return shown(dated(value, n_parts=n_parts, is_1904=is_1904), style.number_format)


def _covered(merges: tuple[Area, ...]) -> Iterator[tuple[Place, Place]]:
    for first_row, first_column, last_row, last_column in merges:
        for row in range(first_row, last_row + 1):
            for column in range(first_column, last_column + 1):
                if (row, column) != (first_row, first_column):
                    yield (row, column), (first_row, first_column)


def _region_style(style: Style, area: Area, found: Mapping[Place, _Found], styles: list[Style]) -> Style:
    """A region's right and bottom lines belong to the cells at its far end, where the file has them."""

    def drawn(row: int, column: int) -> str:
        cell = found.get((row, column))
        return style.borders if cell is None else _nth(styles, cell.look).borders

    ends = {
        "l": style.borders,
        "r": drawn(area[0], area[3]),
        "t": style.borders,
        "b": drawn(area[2], area[1]),
    }
    return replace(style, borders="".join(side for side, borders in ends.items() if side in borders))


def _nth(styles: list[Style], look: int) -> Style:
    if look >= len(styles):
        raise RefusedError(Problem(FilesCode.BROKEN))
    return styles[look]


def _hidden_columns(worksheet: etree._Element, limits: Limits) -> frozenset[int]:
    hidden: set[int] = set()
    for element in xmls.children(xmls.child(worksheet, "cols"), "col"):
        first, last = element.get("min", ""), element.get("max", "")
        if element.get("hidden") in ("1", "true") and first.isdecimal() and last.isdecimal():
            hidden.update(range(int(first), min(int(last), limits.columns) + 1))
    return frozenset(hidden)
