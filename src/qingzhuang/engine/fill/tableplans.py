"""Lists planned: who stands where in each table of a sheet, then what each cell gets."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from qingzhuang.engine.collect.keys import NAME
from qingzhuang.engine.fill.asking import Asking, CellPlan, Place
from qingzhuang.engine.fill.criteria import Criteria
from qingzhuang.engine.fill.fields import Asked, FormSheet
from qingzhuang.engine.fill.groups import groups_in, left_out, left_out_of_groups
from qingzhuang.engine.fill.lists import RowOf, n_listed_and_free, place_listed, printed_rows, record_rows
from qingzhuang.engine.fill.plan import Growth, LeftOut
from qingzhuang.engine.fill.records import plan_records
from qingzhuang.engine.fill.spots import Records, Spot, by_group, place, records_of, segments_of
from qingzhuang.engine.fill.subjects import choose, is_about_households, title_note
from qingzhuang.engine.fill.totals import plan_totals
from qingzhuang.engine.fill.village import held
from qingzhuang.engine.fill.wings import dealt
from qingzhuang.engine.fill.writes import FilledRows, made_of
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.read.layout import Table

Columns = tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class Seating:
    """
    Who stands where in one table, in rows of the template. seats: columns with the spots they are filled at.
    growths: rows it needs. left_out: who finds no place.
    """

    table: Table
    seats: tuple[tuple[Columns, tuple[Spot, ...]], ...]
    growths: tuple[Growth, ...] = ()
    notes: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    is_whole: bool = True  # no row is left to people: its sums may be told


@dataclass(frozen=True, slots=True)
class TablePlan:
    """What one table gets. filled: its records, wing by wing. cells: their blanks, and the sums."""

    filled: tuple[FilledRows, ...]
    cells: tuple[CellPlan, ...]
    rows: int
    notes: tuple[str, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def seat_list(
    asking: Asking, sheet: FormSheet, table: Table, wings: tuple[Columns, ...], who: Criteria | None
) -> Seating:
    """Who stands where in a list: the listed people, those asked for, or all (R-FIL-01 to R-FIL-04)."""
    columns = wings[0]
    is_household = is_about_households(columns)
    chosen = choose(asking.book, who, is_household=is_household, on=asking.on)
    rows = record_rows(sheet, table)
    if not any(n_listed_and_free(sheet, own, rows)[0] for own in wings):
        said = said_about(who, chosen.n_unknown, (sheet,), asking)
        return _seat(asking, sheet, table, wings, chosen.subjects, notes=said)
    everybody = choose(asking.book, None, is_household=is_household, on=asking.on).subjects
    seats: list[tuple[Columns, tuple[Spot, ...]]] = []
    notes: list[str] = []
    present: set[int] = set()
    n_listed = 0
    for own in wings:
        printed = printed_rows(sheet, own, rows)
        found, said = place_listed(asking, printed, everybody, is_household=is_household)
        n_listed += sum(row.is_listed for row in printed)
        wanted = found if who is None else _of_these(found, chosen.subjects)
        present |= {record.subject.subject_id for record in wanted}
        seats.append((own, tuple(Spot(one.model, one.subject, one.serial) for one in wanted)))
        notes += said
    whole = len(present) == n_listed
    if who is None:
        return Seating(table, tuple(seats), notes=tuple(notes), is_whole=whole)
    rest = tuple(subject for subject in chosen.subjects if subject.subject_id not in present)
    more = _seat(asking, sheet, table, wings, rest)
    said = said_about(who, chosen.n_unknown, (sheet,), asking)
    return replace(more, seats=(*seats, *more.seats), notes=(*said, *notes, *more.notes), is_whole=whole)


def _of_these(found: Iterable[RowOf], subjects: Iterable[Profile]) -> tuple[RowOf, ...]:
    wanted = {subject.subject_id for subject in subjects}
    return tuple(record for record in found if record.subject.subject_id in wanted)


def seat_members(
    asking: Asking, sheet: FormSheet, table: Table, columns: Columns, members: tuple[Profile, ...]
) -> Seating:
    """The members of a household in the rows of a card's table."""
    return _seat(asking, sheet, table, (columns,), members)


def _seat(
    asking: Asking,
    sheet: FormSheet,
    table: Table,
    wings: tuple[Columns, ...],
    subjects: tuple[Profile, ...],
    *,
    notes: tuple[str, ...] = (),
) -> Seating:
    """These subjects in the free rows of a table and in new ones, wing by wing, group by group."""
    rows = record_rows(sheet, table)
    segments = segments_of(sheet, table, rows)
    is_known = bool(segments) and any(
        by_group(asking, subjects, [group for group, _ in segments])[0].values()
    )
    if is_known and len(wings) == 1:
        return _seat_by_group(asking, sheet, table, wings[0], subjects, notes=notes)
    seats: list[tuple[Columns, tuple[Spot, ...]]] = []
    growths: list[Growth] = []
    beyond: list[Profile] = []
    for at, columns in enumerate(wings):
        records = records_of(sheet, columns, rows, table)
        n_listed, free = n_listed_and_free(sheet, columns, records.rows)
        own = subjects[at :: len(wings)]
        placed = place(asking.book, sheet.layout.name, records, free, own, first=1 + n_listed)
        spots = dealt(len(wings), placed.spots, at) if len(wings) > 1 else placed.spots
        seats.append((columns, spots))
        growths += [placed.growth] if placed.growth else []
        beyond += placed.left_out
    out = tuple(left_out(asking.book, one) for one in beyond)
    return Seating(table, tuple(seats), tuple(growths), (*notes, *_beyond_notes(beyond)), out)


def _seat_by_group(
    asking: Asking,
    sheet: FormSheet,
    table: Table,
    columns: Columns,
    subjects: tuple[Profile, ...],
    *,
    notes: tuple[str, ...],
) -> Seating:
    """People below the band of their group; who belongs to no band is left out, which is said (R-FIL-95)."""
    segments = segments_of(sheet, table, record_rows(sheet, table))
    own, rest = by_group(asking, subjects, [group for group, _ in segments])
    spots: list[Spot] = []
    growths: list[Growth] = []
    for group, rows in segments:
        if not rows:
            rest += own[group]
            continue
        records = Records(rows, rows[-1])
        free = n_listed_and_free(sheet, columns, rows)[1]
        placed = place(asking.book, sheet.layout.name, records, free, own[group], first=len(spots) + 1)
        spots += placed.spots
        growths += [placed.growth] if placed.growth else []
    out = tuple(left_out(asking.book, one) for one in rest)
    return Seating(table, ((columns, tuple(spots)),), tuple(growths), (*notes, *_beyond_notes(rest)), out)


def _beyond_notes(beyond: Sequence[Profile]) -> tuple[str, ...]:
    if not beyond:
        return ()
    some = "、".join(held(one, NAME) for one in beyond[:3]) + ("等" if len(beyond) > 3 else "")
    return (f"有 {len(beyond)} 个人（{some}）在表上没有位置，没有填；名字在缺项清单里。",)


def merged_growths(seatings: Iterable[Seating]) -> tuple[Growth, ...]:
    """The growths of a sheet, from the top down; of two at one place (lists side by side) the larger."""
    most: dict[int, Growth] = {}
    for growth in (growth for seating in seatings for growth in seating.growths):
        known = most.get(growth.after_row, growth)
        most[growth.after_row] = max(known, growth, key=lambda one: one.n)
    return tuple(most[row] for row in sorted(most))


def plan_seating(asking: Asking, sheet: FormSheet, seating: Seating, growths: Sequence[Growth]) -> TablePlan:
    """What the cells of one table get. growths: of the whole sheet, which move its rows."""
    filled: list[FilledRows] = []
    cells: list[CellPlan] = []
    out: list[LeftOut] = list(seating.left_out)
    notes: list[str] = list(seating.notes)
    n_rows = 0
    for columns, spots in seating.seats:
        n_rows += len(spots)
        planned = plan_records(asking, sheet, columns, [spot.row_of(growths) for spot in spots])
        filled.append(planned.filled)
        cells += planned.blanks
        groups = groups_in(columns)
        for spot in spots if groups else ():
            beyond = left_out_of_groups(asking.book, groups, spot.subject)
            out += beyond
            notes += groups_note(spot.subject, beyond)
    if seating.table.total_rows and seating.is_whole and not seating.left_out:
        columns = tuple(a for own, _ in seating.seats[:1] for a in own)
        own = [*_written(filled), *cells]
        cells += plan_totals(asking, sheet, seating.table, columns, own, n_rows=n_rows, growths=growths)
    said, beyond = tuple(dict.fromkeys(notes)), tuple(dict.fromkeys(out))
    return TablePlan(tuple(filled), tuple(cells), n_rows, said, beyond)


def _written(filled: Iterable[FilledRows]) -> Iterator[CellPlan]:
    """A plan for each cell, for those who add them up."""
    for write in made_of(filled):
        yield CellPlan(Place(write.sheet, write.row, write.column, (write.row, write.column)), write)


def groups_note(subject: Profile, beyond: Sequence[LeftOut]) -> tuple[str, ...]:
    """The sentence about members for whom there is no numbered group (R-FIL-90)."""
    if not beyond:
        return ()
    names = "、".join(one.who for one in beyond)
    whose = held(subject, NAME) or beyond[0].head
    return (f"{whose}家的人多，表上成员的位置不够，{names}没有填；请另附纸，名字在缺项清单里。",)


def said_about(
    who: Criteria | None, n_unknown: int, sheets: tuple[FormSheet, ...], asking: Asking
) -> tuple[str, ...]:
    """What is said of whom a form is filled with: those its title means, those nobody can judge."""
    if who is None:
        titles = (title_note(sheet.layout.title, asking.book.catalogue) for sheet in sheets)
        return tuple(dict.fromkeys(note for note in titles if note))
    if n_unknown:
        return (f"有 {n_unknown} 个人（户）因为条件要用的那一项还不知道，没有算进去。",)
    return ()
