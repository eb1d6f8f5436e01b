"""Changes of a form that mean nothing: each gives the same sheet as another office might have drawn it."""

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from itertools import pairwise

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.read.grid import Cell, Grid, Validation
from qingzhuang.engine.read.layout import FieldKind, SheetLayout
from qingzhuang.engine.read.matching import match_fields
from qingzhuang.engine.read.recognise import recognise

Change = Callable[[Grid, SheetLayout], Grid | None]  # None: the sheet has nothing to change so
Bindings = Counter[tuple[tuple[str, ...], str | None, str | None, str]]
_TRADITIONAL = str.maketrans(
    "户号证码电话龄别业务农乡镇县区党员残疾类级贫组织机构单位银行账与现职务联络备注联系医疗",
    "戶號證碼電話齡別業務農鄉鎮縣區黨員殘疾類級貧組織機構單位銀行賬與現職務聯絡備註聯繫醫療",
)
_SIMPLIFIED = {traditional: simplified for simplified, traditional in _TRADITIONAL.items()}
_WIDE = str.maketrans("()0123456789:,/", "（）０１２３４５６７８９：，／")
_NARROW = str.maketrans("（）：，／", "():,/")


def bindings_of(grid: Grid, catalogue: Catalogue) -> Bindings:
    """What each field of a sheet asks for: its path without looks, element, role and binding."""
    layout = recognise(grid)
    matches = match_fields(layout, catalogue=catalogue, memory={})
    return Counter(
        (tuple(map(plain, field.path)), match.element, match.role, match.binding.value)
        for field, match in zip(layout.fields, matches, strict=True)
    )


def plain(label: str) -> str:
    """A label without spaces, widths, numbering and traditional characters."""
    text = unicodedata.normalize("NFKC", label).translate(_SIMPLIFIED)
    return re.sub(r"^\d+[.、]", "", re.sub(r"[\s:*]", "", text))


def moved(grid: Grid, *, rows: Callable[[int], int], columns: Callable[[int], int]) -> Grid:
    """The sheet with every place moved; merged regions move as a whole."""

    def area(one: tuple[int, int, int, int]) -> tuple[int, int, int, int]:
        return rows(one[0]), columns(one[1]), rows(one[2]), columns(one[3])

    def cell(one: Cell) -> Cell:
        top, left, bottom, right = area((one.row, one.column, one.last_row, one.last_column))
        return replace(one, row=top, column=left, rows=bottom - top + 1, columns=right - left + 1)

    cells = {(new.row, new.column): new for new in map(cell, grid.cells.values())}
    covered = {
        (row, column): (one.row, one.column)
        for one in cells.values()
        for row in range(one.row, one.last_row + 1)
        for column in range(one.column, one.last_column + 1)
        if (row, column) != (one.row, one.column)
    }
    validations: Iterable[Validation] = (
        replace(one, areas=tuple(map(area, one.areas))) for one in grid.validations
    )
    return replace(
        grid,
        cells=cells,
        covered=covered,
        validations=tuple(validations),
        n_rows=max(rows(grid.n_rows), max((one.last_row for one in cells.values()), default=0)),
        n_columns=max(columns(grid.n_columns), max((one.last_column for one in cells.values()), default=0)),
        hidden_rows=frozenset(map(rows, grid.hidden_rows)),
        hidden_columns=frozenset(map(columns, grid.hidden_columns)),
    )


def with_texts(grid: Grid, changed: Callable[[Cell], str]) -> Grid:
    """The sheet with other texts."""

    def cell(one: Cell) -> Cell:
        text = changed(one)
        return one if text == one.text else replace(one, text=text, raw=text)

    return replace(grid, cells={place: cell(one) for place, one in grid.cells.items()})


def _same(place: int) -> int:
    return place


def a_row_on_top(grid: Grid, _layout: SheetLayout) -> Grid:
    """An empty first row."""
    return moved(grid, rows=lambda row: row + 1, columns=_same)


def a_column_on_the_left(grid: Grid, _layout: SheetLayout) -> Grid:
    """An empty first column."""
    return moved(grid, rows=_same, columns=lambda column: column + 1)


def stretched(grid: Grid, _layout: SheetLayout) -> Grid:
    """姓　名: labels of two characters with a wide space between them."""
    return with_texts(
        grid, lambda one: re.sub(r"^([\u4e00-\u9fff])([\u4e00-\u9fff])$", "\\1\u3000\\2", one.text)
    )


def wide(grid: Grid, _layout: SheetLayout) -> Grid:
    """Brackets and digits in full width."""
    return with_texts(grid, lambda one: one.text.translate(_WIDE) if isinstance(one.raw, str) else one.text)


def narrow(grid: Grid, _layout: SheetLayout) -> Grid:
    """Brackets and colons in half width."""
    return with_texts(grid, lambda one: one.text.translate(_NARROW) if isinstance(one.raw, str) else one.text)


def traditional(grid: Grid, layout: SheetLayout) -> Grid:
    """戶籍地址: the labels in traditional characters."""
    labels = {field.label for field in layout.fields} | {part for f in layout.fields for part in f.path}
    return with_texts(grid, lambda one: one.text.translate(_TRADITIONAL) if one.text in labels else one.text)


def numbered(grid: Grid, layout: SheetLayout) -> Grid | None:
    """1.姓名, 2.性别: the labels numbered, where they have no numbers yet."""
    leaves = [field.label for field in layout.fields if field.label]
    if any(re.match(r"[\d一二三四五六七八九十（(①-⑳]", label) for label in leaves):
        return None
    number: Mapping[str, int] = {label: at for at, label in enumerate(dict.fromkeys(leaves), 1)}
    return with_texts(grid, lambda one: f"{number[one.text]}.{one.text}" if one.text in number else one.text)


def another_title(grid: Grid, layout: SheetLayout) -> Grid | None:
    """A title that says nothing."""
    if not layout.title:
        return None
    return with_texts(grid, lambda one: "信息采集表" if one.text == layout.title else one.text)


def a_title_not_merged(grid: Grid, layout: SheetLayout) -> Grid | None:
    """The title's merge split: its text stands in the first cell alone."""
    titles = [one for one in grid.cells.values() if one.text == layout.title and one.columns > 1]
    if not layout.title or len(titles) != 1:
        return None
    title = replace(titles[0], rows=1, columns=1)
    place = (title.row, title.column)
    covered = {at: anchor for at, anchor in grid.covered.items() if anchor != place}
    return replace(grid, cells={**grid.cells, place: title}, covered=covered)


def a_hidden_column(grid: Grid, layout: SheetLayout) -> Grid | None:
    """A hidden column of the office's own in the middle of a list, with a header."""
    if not layout.tables or layout.kind.value != "list":
        return None
    table = layout.tables[0]
    at = (table.first_column + table.last_column) // 2 + 1
    apart = moved(grid, rows=_same, columns=lambda column: column + (column >= at))
    inner = Cell(table.header_rows[1], at, text="内部编号", raw="内部编号")
    if (inner.row, at) in apart.covered:
        return None
    return replace(
        apart, cells={**apart.cells, (inner.row, at): inner}, hidden_columns=apart.hidden_columns | {at}
    )


def columns_swapped(grid: Grid, layout: SheetLayout) -> Grid | None:
    """Two columns of a list change places, if nothing merged crosses them."""
    leaves = [f.column for f in layout.fields if f.kind is FieldKind.COLUMN and len(f.path) == 1]
    pairs = [(a, b) for a, b in pairwise(leaves[1:]) if b == a + 1]
    for a, b in reversed(pairs):
        top = layout.tables[0].header_rows[0] if layout.tables else 1
        crossing = [c for c in grid.cells.values() if c.columns > 1 and c.column <= b and c.last_column >= a]
        if any(one.row >= top for one in crossing):
            continue
        places = {a: b, b: a}
        below = [c for c in grid.cells.values() if c.row >= top and c.columns == 1]
        other = {key: one for key, one in grid.cells.items() if one.row < top or one.columns > 1}
        swapped = (replace(one, column=places.get(one.column, one.column)) for one in below)
        covered = {
            (r, places.get(c, c)) if r >= top and c in places else (r, c): (
                (ar, places.get(ac, ac)) if ar >= top else (ar, ac)
            )
            for (r, c), (ar, ac) in grid.covered.items()
        }
        return replace(grid, cells={**other, **{(s.row, s.column): s for s in swapped}}, covered=covered)
    return None


def a_total_row(grid: Grid, layout: SheetLayout) -> Grid | None:
    """合计 in a row of its own below a list."""
    return _with_row(grid, layout, text="合计", at_end=True)


def a_sample_row(grid: Grid, layout: SheetLayout) -> Grid | None:
    """例 in the first row of a list."""
    return _with_row(grid, layout, text="例", at_end=False)


def _with_row(grid: Grid, layout: SheetLayout, *, text: str, at_end: bool) -> Grid | None:
    """A list with one more row that begins with this text, drawn as the others are."""
    if len(layout.tables) != 1 or layout.kind.value != "list":
        return None
    table = layout.tables[0]
    model, at = (table.last_row, table.last_row + 1) if at_end else (table.first_row, table.first_row)
    if any(row == model for row, _ in grid.covered) or (model < at and not at_end):
        return None
    apart = moved(grid, rows=lambda row: row + (row >= at), columns=_same)
    drawn = [one for one in grid.cells.values() if one.row == model and one.rows == 1 and one.columns == 1]
    row = {(at, one.column): replace(one, row=at, text="", raw=None, formula=None) for one in drawn}
    if (at, table.first_column) not in row:
        return None
    first = row[at, table.first_column]
    row[at, table.first_column] = replace(first, text=text, raw=text)
    return replace(apart, cells={**apart.cells, **row})


CHANGES: Mapping[str, Change] = {
    change.__name__: change
    for change in (
        a_row_on_top,
        a_column_on_the_left,
        stretched,
        wide,
        narrow,
        traditional,
        numbered,
        another_title,
        a_title_not_merged,
        a_hidden_column,
        columns_swapped,
        a_total_row,
        a_sample_row,
    )
}
