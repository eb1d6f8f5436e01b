"""One sheet planned: a card with its subject, or lists and counts of the village."""

from dataclasses import dataclass, replace

from qingzhuang.engine.collect.keys import RELATION
from qingzhuang.engine.fill.asking import Asking, CellPlan
from qingzhuang.engine.fill.cards import card_fields, plan_card
from qingzhuang.engine.fill.counts import plan_counts
from qingzhuang.engine.fill.criteria import Criteria
from qingzhuang.engine.fill.families import (
    family_columns,
    is_family,
    is_list_of_residents,
    is_with_subject,
    members_seen,
    open_name,
)
from qingzhuang.engine.fill.fields import Asked, FormSheet
from qingzhuang.engine.fill.groups import groups_in, left_out_of_groups
from qingzhuang.engine.fill.headers import plan_headers
from qingzhuang.engine.fill.lists import columns_of, record_rows
from qingzhuang.engine.fill.lookup import TO_APPLICANT
from qingzhuang.engine.fill.ofvillage import plan_own
from qingzhuang.engine.fill.plan import Growth, LeftOut
from qingzhuang.engine.fill.relations import place_relatives, plan_relations, relation_cells, relation_notes
from qingzhuang.engine.fill.spots import Spot
from qingzhuang.engine.fill.subjects import names_somebody
from qingzhuang.engine.fill.tableplans import (
    Seating,
    TablePlan,
    groups_note,
    merged_growths,
    plan_seating,
    seat_list,
    seat_members,
)
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.fill.wings import wings_of
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.read.layout import Table

_OPEN_NAME = "“{label}”要填哪些人，表上看不出来，名单没有填；请用 --who 说明，比如 --who 村民小组=1组。"


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """What one sheet gets. counted: places of the fields whose cells count the village, or say its word."""

    cells: tuple[CellPlan, ...]
    tables: tuple[TablePlan, ...]
    growths: tuple[Growth, ...]
    rows: int
    notes: tuple[str, ...] = ()
    counted: frozenset[int] = frozenset()
    left_out: tuple[LeftOut, ...] = ()


def plan_card_sheet(
    asking: Asking, sheet: FormSheet, asked: tuple[Asked, ...], subject: Profile
) -> SheetPlan:
    """A card with its subject; tables in it are rows of the household's members, or of its relations."""
    seatings: list[Seating] = []
    for index, table in enumerate(sheet.layout.tables):
        columns = family_columns(columns_of(asked, index))
        if is_family(sheet, table, columns, is_household=subject.is_household):
            seatings.append(_seat_family(asking, sheet, table, columns, subject))
    growths = merged_growths(seatings)
    tables = tuple(plan_seating(asking, sheet, seating, growths) for seating in seatings)
    related = relation_cells(asked, asking.book.catalogue)
    cells = plan_card(asking, sheet, asked, subject, growths=growths)
    cells += plan_relations(asking, sheet, related, subject, growths=growths)
    cells += plan_headers(asking, sheet, asked, growths=growths)
    beyond = left_out_of_groups(asking.book, groups_in(card_fields(asked)), subject)
    notes = (*relation_notes(asking, related, subject), *groups_note(subject, beyond))
    out = (*beyond, *(one for table in tables for one in table.left_out))
    return SheetPlan(cells, tables, growths, 1, notes, left_out=out)


def _seat_family(
    asking: Asking, sheet: FormSheet, table: Table, columns: tuple[Asked, ...], subject: Profile
) -> Seating:
    related = place_relatives(asking, sheet, columns, record_rows(sheet, table), subject)
    if related is not None:
        spots = tuple(Spot(one.model, one.subject, one.serial) for one in related)
        return Seating(table, ((columns, spots),), is_whole=False)
    members = members_listed(asking.book, subject, columns)
    if is_with_subject(sheet, columns, record_rows(sheet, table)):
        own = (asking.book.head_of(subject) or subject) if subject.is_household else subject
        members = (own, *(member for member in members if member.subject_id != own.subject_id))
    members = members_seen(asking.book, subject, columns, members)
    return seat_members(asking, sheet, table, _as_of_head(asking.book, subject, columns), members)


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


def is_asking_people(sheet: FormSheet, asked: tuple[Asked, ...]) -> bool:
    """Whether a sheet of lists has one with a row for each person or household."""
    wings = (wings_of(sheet, asked, index) for index in range(len(sheet.layout.tables)))
    return any(own and is_list_of_residents(sheet, asked, own[0]) for own in wings)


def plan_list_sheet(
    asking: Asking, sheet: FormSheet, asked: tuple[Asked, ...], who: Criteria | None
) -> SheetPlan:
    """The lists of a sheet, and the cells that count the village."""
    seatings: list[Seating] = []
    notes: list[str] = []
    for index, table in enumerate(sheet.layout.tables):
        wings = wings_of(sheet, asked, index)
        if wings and is_list_of_residents(sheet, asked, wings[0]):
            seatings.append(seat_list(asking, sheet, table, wings, who))
        elif wings and (open_one := open_name(wings[0])) is not None and names_somebody(wings[0]):
            notes.append(_OPEN_NAME.format(label=open_one.field.label))
    growths = merged_growths(seatings)
    tables = tuple(plan_seating(asking, sheet, seating, growths) for seating in seatings)
    counts = plan_counts(asking, sheet, asked, growths=growths)
    counted = {at: cell for at, cell in counts.items() if cell.write is not None}
    said, own = plan_own(asking, sheet, asked, counted=counted, growths=growths)
    counts = {at: cell for at, cell in counts.items() if at not in own}
    cells = (*plan_headers(asking, sheet, asked, growths=growths), *counts.values(), *said)
    out = tuple(one for table in tables for one in table.left_out)
    rows = sum(plan.rows for plan in tables)
    return SheetPlan(
        cells, tables, growths, rows, tuple(notes), counted=frozenset(counts) | own, left_out=out
    )
