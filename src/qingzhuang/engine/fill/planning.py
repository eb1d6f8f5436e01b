"""Planning a form: every cell's value, gap or conflict before anything is written. Same input, same plan."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from qingzhuang.engine.collect.keys import RELATION
from qingzhuang.engine.fill.asking import Asking, CellPlan
from qingzhuang.engine.fill.cards import is_card, is_household_card, plan_card, subject_title
from qingzhuang.engine.fill.counts import plan_counts
from qingzhuang.engine.fill.criteria import Criteria
from qingzhuang.engine.fill.fields import Asked, FormSheet, asked_of
from qingzhuang.engine.fill.headers import is_header_blank, plan_headers
from qingzhuang.engine.fill.lists import (
    TablePlan,
    columns_of,
    place_listed,
    place_subjects,
    plan_record,
    printed_rows,
    record_rows,
)
from qingzhuang.engine.fill.lookup import TO_APPLICANT
from qingzhuang.engine.fill.marks import marks_in
from qingzhuang.engine.fill.plan import Growth, Plan
from qingzhuang.engine.fill.subjects import choose, is_about_households, names_somebody, title_note
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.read.layout import Purpose, Table

_NOBODY_KNOWN = "这个村还没有导入过花名册，没有人可填。"
_NOBODY_MEANT = "没有人满足条件，一个人也没有填。"


@dataclass(frozen=True, slots=True)
class Output:
    """One file to make: title "" for a form of lists, the subject's name for a card."""

    title: str
    plan: Plan


@dataclass(frozen=True, slots=True)
class Form:
    """A template, planned. is_cards: a file per subject. notes: of the form and of its files, each once."""

    outputs: tuple[Output, ...]
    is_cards: bool
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _SheetPlan:
    """What one sheet gets. counted: places of the fields whose cells count the village."""

    cells: tuple[CellPlan, ...]
    tables: tuple[TablePlan, ...]
    rows: int
    notes: tuple[str, ...] = ()
    counted: frozenset[int] = frozenset()


def plan_form(sheets: tuple[FormSheet, ...], *, book: VillageBook, who: Criteria | None, on: str) -> Form:
    """
    The plans of all files that a template turns into (docs/rules/filling.md).

    Args:
        sheets: the visible sheets in order.
        book: of the village.
        who: criteria, None for the listed people or all residents.
        on: ISO day for ages and for 填报日期.

    Returns:
        One output for a form of lists; one per subject, in the book's order, for cards.

    Raises:
        ValueError: a sheet has not one match per field.

    """
    notes = tuple(note for sheet in sheets for note in _notes(sheet))
    asking = Asking(book, on)
    asked = tuple(asked_of(sheet, book, marks_in(notes)) for sheet in sheets)
    pairs = tuple(zip(sheets, asked, strict=True))
    empty = () if book.people or book.households else (_NOBODY_KNOWN,)
    cards = [own for _, own in pairs if is_card(own)]
    if not cards:
        planned = [_plan_list_sheet(asking, sheet, own, who) for sheet, own in pairs]
        rest = [_not_counted(own, each.counted) for (_, own), each in zip(pairs, planned, strict=True)]
        plan = _merge(planned, _unbound(rest))
        nobody = (_NOBODY_MEANT,) if who is not None and not plan.rows else ()
        return Form((Output("", plan),), is_cards=False, notes=_distinct((*empty, *nobody, *plan.notes)))
    unbound = _unbound(asked)
    chosen = choose(book, who, is_household=is_household_card(cards[0]), on=on)
    said = _said_about(who, chosen.n_unknown, sheets, asking)
    outputs = tuple(
        Output(subject_title(asking, s), _plan_subject(asking, pairs, s, unbound)) for s in chosen.subjects
    )
    own = (note for output in outputs for note in output.plan.notes)
    nobody = () if outputs else (_NOBODY_MEANT,)
    return Form(outputs, is_cards=True, notes=_distinct((*empty, *nobody, *said, *own)))


def _notes(sheet: FormSheet) -> tuple[str, ...]:
    """The notes of a sheet; all that is written on one with nothing to fill in (填表说明)."""
    if sheet.layout.fields:
        return sheet.layout.notes
    return tuple(cell.text for cell in sheet.grid.cells.values() if cell.text)


def _plan_subject(
    asking: Asking,
    pairs: tuple[tuple[FormSheet, tuple[Asked, ...]], ...],
    subject: Profile,
    unbound: tuple[str, ...],
) -> Plan:
    plan = _merge([_plan_card_sheet(asking, sheet, own, subject) for sheet, own in pairs], unbound)
    return replace(plan, rows=1)


def _plan_card_sheet(
    asking: Asking, sheet: FormSheet, asked: tuple[Asked, ...], subject: Profile
) -> _SheetPlan:
    """A card with its subject; tables in it are rows of the household's members."""
    tables: list[TablePlan] = []
    for index, table in enumerate(sheet.layout.tables):
        columns = columns_of(asked, index)
        if not names_somebody(columns) or is_about_households(columns):
            continue
        shift = sum(plan.n_new for plan in tables)
        members = members_listed(asking.book, subject, columns)
        columns = _as_of_head(asking.book, subject, columns)
        tables.append(_plan_rows(asking, sheet, table, columns, members, shift=shift))
    growths = _growths(tables)
    cells = plan_card(asking, sheet, asked, subject, growths=growths)
    cells += plan_headers(asking, sheet, asked, growths=growths)
    return _SheetPlan(cells, tuple(tables), 1)


def _as_of_head(book: VillageBook, subject: Profile, columns: tuple[Asked, ...]) -> tuple[Asked, ...]:
    """与申请人关系 is 与户主关系 where the applicant is the head (R-FIL-34)."""
    head = book.head_of(subject)
    if head is None or (head.subject_id != subject.subject_id and not subject.is_household):
        return columns
    return tuple(replace(a, key=RELATION) if a.key == TO_APPLICANT else a for a in columns)


def members_listed(book: VillageBook, subject: Profile, columns: tuple[Asked, ...]) -> tuple[Profile, ...]:
    """Who stands in a card's table of members: the household, less the subject unless 与户主关系 is asked."""
    members = book.members_of(subject)
    labels = "".join(a.field.label or "" for a in columns)
    if subject.is_household or "户主" in labels:
        return members
    return tuple(member for member in members if member.subject_id != subject.subject_id)


def _plan_list_sheet(
    asking: Asking, sheet: FormSheet, asked: tuple[Asked, ...], who: Criteria | None
) -> _SheetPlan:
    tables: list[TablePlan] = []
    for index, table in enumerate(sheet.layout.tables):
        columns = columns_of(asked, index)
        if not names_somebody(columns):
            continue
        shift = sum(plan.n_new for plan in tables)
        tables.append(_plan_table(asking, sheet, table, columns, who, shift=shift))
    growths = _growths(tables)
    counts = plan_counts(asking, sheet, asked, growths=growths)
    cells = (*plan_headers(asking, sheet, asked, growths=growths), *counts.values())
    rows = sum(plan.rows for plan in tables)
    return _SheetPlan(cells, tuple(tables), rows, counted=frozenset(counts))


def _plan_table(
    asking: Asking,
    sheet: FormSheet,
    table: Table,
    columns: tuple[Asked, ...],
    who: Criteria | None,
    *,
    shift: int,
) -> TablePlan:
    is_household = is_about_households(columns)
    rows = printed_rows(sheet, columns, record_rows(sheet, table))
    chosen = choose(asking.book, who, is_household=is_household, on=asking.on)
    has_listed = any(row.is_listed for row in rows)
    if not has_listed:
        plan = _plan_rows(asking, sheet, table, columns, chosen.subjects, shift=shift)
        said = _said_about(who, chosen.n_unknown, (sheet,), asking)
        return TablePlan(plan.cells, plan.growth, plan.rows, (*said, *plan.notes))
    everybody = choose(asking.book, None, is_household=is_household, on=asking.on).subjects
    listed, notes = place_listed(asking, rows, everybody, is_household=is_household, shift=shift)
    if who is None:
        cells = [c for record in listed for c in plan_record(asking, sheet, columns, record, is_new=False)]
        return TablePlan(tuple(cells), None, len(listed), notes)
    wanted = {subject.subject_id for subject in chosen.subjects}
    listed = tuple(record for record in listed if record.subject.subject_id in wanted)
    present = {record.subject.subject_id for record in listed}
    rest = tuple(subject for subject in chosen.subjects if subject.subject_id not in present)
    placed, growth = place_subjects(sheet, table, rows, rest, shift=shift)
    cells = [
        c
        for record in (*listed, *placed)
        for c in plan_record(asking, sheet, columns, record, is_new=record.row != record.model + shift)
    ]
    said = _said_about(who, chosen.n_unknown, (sheet,), asking)
    return TablePlan(tuple(cells), growth, len(listed) + len(placed), (*said, *notes))


def _plan_rows(
    asking: Asking,
    sheet: FormSheet,
    table: Table,
    columns: tuple[Asked, ...],
    subjects: tuple[Profile, ...],
    *,
    shift: int,
) -> TablePlan:
    rows = printed_rows(sheet, columns, record_rows(sheet, table))
    placed, growth = place_subjects(sheet, table, rows, subjects, shift=shift)
    cells = [
        c
        for record in placed
        for c in plan_record(asking, sheet, columns, record, is_new=record.row != record.model + shift)
    ]
    return TablePlan(tuple(cells), growth, len(placed))


def _said_about(
    who: Criteria | None, n_unknown: int, sheets: tuple[FormSheet, ...], asking: Asking
) -> tuple[str, ...]:
    if who is None:
        titles = (title_note(sheet.layout.title, asking.book.catalogue) for sheet in sheets)
        return _distinct(note for note in titles if note)
    if n_unknown:
        return (f"有 {n_unknown} 个人（户）因为条件要用的那一项还不知道，没有算进去。",)
    return ()


def _growths(tables: Iterable[TablePlan]) -> tuple[Growth, ...]:
    return tuple(plan.growth for plan in tables if plan.growth is not None)


def _not_counted(asked: tuple[Asked, ...], counted: frozenset[int]) -> tuple[Asked, ...]:
    return tuple(a for at, a in enumerate(asked) if at not in counted)


def _unbound(sheets: Iterable[tuple[Asked, ...]]) -> tuple[str, ...]:
    """Labels of fields that are asked for and that no fact or rule covers, as printed, each once."""
    return _distinct(
        a.field.label
        for asked in sheets
        for a in asked
        if a.key is None and a.field.purpose is Purpose.ASKED and a.field.label and not is_header_blank(a)
    )


def _merge(sheets: Iterable[_SheetPlan], unbound: tuple[str, ...]) -> Plan:
    """One plan out of the sheets' plans; a cell with several blanks is written once."""
    planned = tuple(sheets)
    cells = tuple(c for s in planned for c in (*s.cells, *(cell for t in s.tables for cell in t.cells)))
    writes = {(c.write.sheet, c.write.row, c.write.column): c.write for c in cells if c.write is not None}
    notes = [note for s in planned for note in (*s.notes, *(n for t in s.tables for n in t.notes))]
    notes += [c.note for c in cells if c.note]
    return Plan(
        writes=tuple(writes.values()),
        growths=tuple(growth for s in planned for growth in _growths(s.tables)),
        rows=sum(s.rows for s in planned),
        filled=sum(c.write is not None for c in cells),
        gap_cells=tuple(c.place.address for c in cells if c.missing is not None),
        conflict_cells=tuple(c.place.address for c in cells if c.disputed is not None),
        unbound=unbound,
        missing=tuple(c.missing for c in cells if c.missing is not None),
        notes=_distinct(notes),
        disputed=tuple(c.disputed for c in cells if c.disputed is not None),
    )


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
