"""Where the records of a list go: blank rows first, new rows behind them, bands and blocks as printed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from qingzhuang.engine.collect.keys import GROUP, HEAD_NAME, NAME
from qingzhuang.engine.fill.answers import Known
from qingzhuang.engine.fill.asking import Asking
from qingzhuang.engine.fill.fields import Asked, FormSheet
from qingzhuang.engine.fill.lists import RowOf, moved_by
from qingzhuang.engine.fill.lookup import look_up
from qingzhuang.engine.fill.plan import Growth
from qingzhuang.engine.fill.tallied import plain_label
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.read.layout import Table
from qingzhuang.engine.values.groups import group_name, plain_group


@dataclass(frozen=True, slots=True)
class Spot:
    """
    One record's place, in rows of the template. model: the row it stands in or looks like. nth_new: 0 for a
    row that is there, else the how-manyth new row below `after`. serial: its number from 1.
    """

    model: int
    subject: Profile
    serial: int
    after: int = 0
    nth_new: int = 0

    @property
    def is_new(self) -> bool:
        """Whether the row is still to be added."""
        return self.nth_new > 0

    def row_of(self, growths: Sequence[Growth]) -> RowOf:
        """The record with its row in the finished file. growths: all of the sheet."""
        if not self.is_new:
            return RowOf(self.model + moved_by(growths, self.model), self.model, self.subject, self.serial)
        row = self.after + moved_by(growths, self.after) + self.nth_new
        return RowOf(row, self.model, self.subject, self.serial, is_new=True)


@dataclass(frozen=True, slots=True)
class Records:
    """
    The rows of a list that take records, from top to bottom: each record's first row, `height` rows apart
    in new ones. n_each: how many records share a printed block (a household's merged cell), 1 for none.
    bottom: the last row that belongs to them.
    """

    rows: tuple[int, ...]
    bottom: int
    height: int = 1
    n_each: int = 1


@dataclass(frozen=True, slots=True)
class Placed:
    """What became of the subjects of a list: their spots, the growth they need, who found no place."""

    spots: tuple[Spot, ...]
    growth: Growth | None = None
    left_out: tuple[Profile, ...] = ()


def records_of(sheet: FormSheet, columns: Sequence[Asked], rows: tuple[int, ...], table: Table) -> Records:
    """
    How tall the records are: cells merged over several rows make a tall record, or a household's block where
    the name stands in each of the rows (R-FIL-94).
    """
    if not rows:
        return Records((), table.last_row)
    first = [(a, sheet.grid.at(rows[0], a.field.column)) for a in columns]
    tall = [(a, cell) for a, cell in first if cell.last_row > rows[0]]
    is_block = any(_is_of_household(a) for a, _ in tall) and any(
        a.key == NAME and cell.rows == 1 for a, cell in first
    )
    is_tall = any(a.key in (NAME, HEAD_NAME) for a, _ in tall)
    bottom = max(sheet.grid.at(rows[-1], a.field.column).last_row for a in columns)
    if not (is_block or is_tall):
        return Records(rows, rows[-1])
    height = max(cell.last_row - rows[0] + 1 for _, cell in tall)
    starts = tuple(range(rows[0], rows[-1] + 1, height))
    if not all(_is_even(sheet, a, starts, height) for a, cell in tall if cell.rows == height):
        return Records(rows, bottom)  # no even records: they can be filled, and growing is refused
    every = tuple(row for start in starts for row in range(start, start + height)) if is_block else starts
    return Records(every, starts[-1] + height - 1, height, height if is_block else 1)


def _is_of_household(asked: Asked) -> bool:
    return (asked.key or "").startswith("household.") or (asked.key or "").endswith("@head")


def _is_even(sheet: FormSheet, asked: Asked, starts: Sequence[int], height: int) -> bool:
    cells = [sheet.grid.at(row, asked.field.column) for row in starts]
    return all((cell.row, cell.rows) == (row, height) for row, cell in zip(starts, cells, strict=True))


def place(
    book: VillageBook,
    sheet: str,
    records: Records,
    free: Sequence[int],
    subjects: Sequence[Profile],
    *,
    first: int,
) -> Placed:
    """
    Each subject with its place: free rows first, then new ones below (R-FIL-20, R-FIL-21).

    free: first rows of the records that nobody is printed in. first: the number of the first of them.
    """
    if records.n_each > 1:
        return _place_in_blocks(book, sheet, records, free, subjects, first=first)
    sample = records.rows[-1] if records.rows else records.bottom
    spots: list[Spot] = []
    for at, subject in enumerate(subjects):
        if at < len(free):
            spots.append(Spot(free[at], subject, first + at))
        else:
            nth = (at - len(free)) * records.height + 1
            spots.append(Spot(sample, subject, first + at, records.bottom, nth))
    n_new = max(0, len(subjects) - len(free)) * records.height
    growth = Growth(sheet, records.bottom, n_new, sample, records.height) if n_new else None
    return Placed(tuple(spots), growth)


def _place_in_blocks(
    book: VillageBook,
    sheet: str,
    records: Records,
    free: Sequence[int],
    subjects: Sequence[Profile],
    *,
    first: int,
) -> Placed:
    """A household in each block; members beyond its rows are left out, which is said."""
    height, blank = records.n_each, set(free)
    blocks = [records.rows[at : at + height] for at in range(0, len(records.rows), height)]
    open_blocks = [block for block in blocks if blank.issuperset(block)]
    homes = [list(own) for _, own in groupby(subjects, key=lambda one: _home(book, one))]
    last = blocks[-1]
    spots: list[Spot] = []
    for at, members in enumerate(homes):
        for nth, member in enumerate(members[:height]):
            if at < len(open_blocks):
                spots.append(Spot(open_blocks[at][nth], member, first + at))
            else:
                new = (at - len(open_blocks)) * height + nth + 1
                spots.append(Spot(last[nth], member, first + at, records.bottom, new))
    n_new = max(0, len(homes) - len(open_blocks)) * height
    growth = Growth(sheet, records.bottom, n_new, last[0], height) if n_new else None
    beyond = tuple(member for members in homes for member in members[height:])
    return Placed(tuple(spots), growth, beyond)


def _home(book: VillageBook, subject: Profile) -> int:
    household = book.household_of(subject)
    return household.subject_id if household else -subject.subject_id


def segments_of(
    sheet: FormSheet, table: Table, rows: Sequence[int]
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """
    The rows below each band that names a village group (1组), with that group; () where no bands do, or only
    a part of the rows stands below one (R-FIL-95).
    """
    found: list[tuple[str, list[int]]] = []
    for row in range(table.header_rows[1] + 1, table.last_row + 1):
        group = "" if row in rows else band_group(sheet, table, row)
        if group:
            found.append((group, []))
        elif row in rows and found:
            found[-1][1].append(row)
        elif row in rows:
            return ()
    return tuple((group, tuple(own)) for group, own in found)


def band_group(sheet: FormSheet, table: Table, row: int) -> str:
    """The village group that a row names all alone (第三村民小组); "" for other rows."""
    cells = {sheet.grid.at(row, column) for column in range(table.first_column, table.last_column + 1)}
    texts = [cell.text for cell in cells if cell.text.strip()]
    return (group_name(plain_label(texts[0])) or "") if len(texts) == 1 else ""


def by_group(
    asking: Asking, subjects: Iterable[Profile], groups: Sequence[str]
) -> tuple[dict[str, list[Profile]], list[Profile]]:
    """The subjects of each group in their order, and those of none of them."""
    own: dict[str, list[Profile]] = {group: [] for group in groups}
    rest: list[Profile] = []
    for subject in subjects:
        answer = look_up(asking.book, subject, GROUP, on=asking.on)
        group = plain_group(answer.value) if isinstance(answer, Known) else ""
        own.get(group, rest).append(subject)
    return own, rest
