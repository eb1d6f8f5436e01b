"""How a form is put on a page: its columns in three groups, and a picture of its sheet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qingzhuang.engine.admit.asking import FormPicture, HeaderCell
from qingzhuang.engine.admit.comparing.domain import HeldField
from qingzhuang.engine.admit.comparisons import KeptComparison
from qingzhuang.engine.read.grid import column_letters

_MOST_SHOWN, _FIRST_SHOWN = 9, 4  # columns of the picture, which has a third of the page


@dataclass(frozen=True, slots=True)
class Column:
    """One line of the binding page."""

    field: HeldField
    tag: str
    tone: str
    who: str
    is_villages: bool


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a form as the binding page groups them: new first, to confirm, sure."""

    new: tuple[Column, ...]
    unsure: tuple[Column, ...]
    sure: tuple[Column, ...]

    @property
    def n_all(self) -> int:
        """Columns that ask for data."""
        return len(self.new) + len(self.unsure) + len([c for c in self.sure if c.field.is_data])


def columns_of(kept: KeptComparison) -> Columns:
    """The columns in the three groups; the sheet's own blanks stand with the sure ones."""
    asked = {(field.label, field.place) for field in kept.asked}
    rows = [_column(field, is_villages=(field.label, field.place) in asked) for field in kept.held]
    unsure = tuple(row for row in rows if row.field.key and not row.field.is_sure)
    new = tuple(row for row in rows if row.is_villages and row not in unsure)
    return Columns(new, unsure, tuple(row for row in rows if row not in unsure and row not in new))


def _column(field: HeldField, *, is_villages: bool) -> Column:
    if field.key and not field.is_sure:
        return Column(field, "请你确认", "gap", field.treatment or "自动", is_villages)
    if is_villages:
        is_partly = field.is_supplied and field.share
        tag = "有一部分" if is_partly else "还没有" if field.key else "新字段"
        return Column(field, tag, "calc", field.treatment or "村里填", is_villages=True)
    return Column(field, "确定", "ok", field.treatment or "自动", is_villages=False)


@dataclass(frozen=True, slots=True)
class PictureCell:
    """One cell of the sheet's picture. look: `h` header, `q` the village fills it, "" else."""

    text: str
    columns: int
    rows: int
    look: str


@dataclass(frozen=True, slots=True)
class Picture:
    """The sheet as drawn: letters, header rows by number, and the first line below them."""

    letters: tuple[str, ...]
    rows: tuple[tuple[int, tuple[PictureCell, ...]], ...]
    below: tuple[PictureCell, ...]
    below_number: int


def drawn(picture: FormPicture, *, villages: frozenset[str]) -> Picture:
    """
    The picture of a sheet with the columns the village fills marked; of a wide one the first and those.

    villages: letters of the columns the village fills.
    """
    shown = _shown_columns(picture.n_columns, villages)
    rows = tuple(
        (picture.first + at, tuple(_cells(row, shown, villages))) for at, row in enumerate(picture.header)
    )
    letters = tuple(column_letters(column) for column in shown)
    below = tuple(
        PictureCell("村填", 1, 1, "q") if letter in villages else PictureCell("", 1, 1, "")
        for letter in letters
    )
    return Picture(letters, rows, below, picture.last + 1)


def _shown_columns(n_columns: int, villages: frozenset[str]) -> list[int]:
    """At most so many columns: the first ones, then those the village fills, in their order."""
    every = list(range(1, n_columns + 1))
    if n_columns <= _MOST_SHOWN:
        return every
    asked = [column for column in every if column_letters(column) in villages][: _MOST_SHOWN - _FIRST_SHOWN]
    others = [column for column in every if column not in asked]
    return sorted((*asked, *others[: _MOST_SHOWN - len(asked)]))


def _cells(
    row: Sequence[HeaderCell], shown: Sequence[int], villages: frozenset[str]
) -> Iterator[PictureCell]:
    """The cells of a header row as far as their columns are shown."""
    for cell in row:
        columns = [column for column in shown if cell.column <= column < cell.column + cell.columns]
        if columns:
            is_villages = cell.columns == 1 and column_letters(cell.column) in villages
            look = "q" if is_villages else "h" if cell.text else ""
            yield PictureCell(cell.text, len(columns), cell.rows, look)


def remarks_of(picture: FormPicture) -> Iterator[str]:
    """What the sheet holds besides its header, one short sentence each."""
    if picture.first:
        rows = (
            f"第 {picture.first} 行"
            if picture.first == picture.last
            else f"第 {picture.first}–{picture.last} 行"
        )
        yield f"{rows}认作表头，第 {picture.last + 1} 行起是数据。"
    elif picture.is_recognised:
        yield "这张表不是一行一条的，是一格一格填的。"
    if picture.hidden:
        yield f"藏着的列：{'、'.join(picture.hidden)}；要不要，请你看一看。"
    kept = [f"{picture.n_merges} 处合并"] if picture.n_merges else []
    kept += [f"{picture.n_formulas} 个公式"] if picture.n_formulas else []
    if kept:
        yield f"有 {'、'.join(kept)}，回填时都保留。"
    if picture.more:
        yield f"另外还有 {len(picture.more)} 张表：{'、'.join(picture.more)}，也看过了。"
