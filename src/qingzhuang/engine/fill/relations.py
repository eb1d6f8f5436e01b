"""Rows printed beforehand with a relation (父亲, 配偶, 子女): each gets the member who is that."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.catalogue.spelling import label_key
from qingzhuang.engine.collect.keys import NAME, RELATION
from qingzhuang.engine.fill.asking import Asking, CellPlan, Place, answer_cell
from qingzhuang.engine.fill.fields import Asked, FormSheet
from qingzhuang.engine.fill.kin import CHILDREN, Kin, kin_word, relatives
from qingzhuang.engine.fill.lists import RowOf, is_writable, keep_unit, moved_by
from qingzhuang.engine.fill.lookup import TO_APPLICANT, relative_of
from qingzhuang.engine.fill.plan import Growth
from qingzhuang.engine.fill.skeletons import is_blank_text
from qingzhuang.engine.fill.village import held
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.read.layout import FieldKind, Purpose

_MARRIED = frozenset({"已婚", "初婚", "再婚", "复婚"})


@dataclass(frozen=True, slots=True)
class RelationCell:
    """A field in a row of relations. key: what is asked of the relative (person.phone)."""

    asked: Asked
    kin: Kin
    key: str


def relation_cells(asked: Sequence[Asked], catalogue: Catalogue) -> tuple[RelationCell, ...]:
    """
    The crossed fields of a card whose row is a relation and whose column asks for a person's element.

    Several rows with one word (子女, 子女) are the first, the second … of them, in the order of the sheet.
    """
    found = [cell for a in asked if (cell := _relation_cell(a, catalogue)) is not None]
    rows = {(cell.kin, cell.asked.field.row) for cell in found}
    often = Counter(kin for kin, _ in rows)
    numbered = {
        (kin, row): number
        for kin in often
        for number, row in enumerate(sorted(row for other, row in rows if other == kin), 1)
    }
    return tuple(
        replace(cell, kin=Kin(cell.kin.kin, numbered[cell.kin, cell.asked.field.row]))
        if often[cell.kin] > 1 and cell.kin.number == 0
        else cell
        for cell in found
    )


def _relation_cell(asked: Asked, catalogue: Catalogue) -> RelationCell | None:
    field = asked.field
    if field.kind is not FieldKind.CROSS or field.purpose is not Purpose.ASKED:
        return None
    words = [kin for label in field.path if (kin := kin_word(label)) is not None]
    keys = {
        code
        for label in field.path
        if kin_word(label) is None
        for code in catalogue.codes_by_label.get(label_key(label), ())
        if code.startswith("person.")
    }
    return RelationCell(asked, words[0], keys.pop()) if len(words) == len(keys) == 1 else None


def plan_relations(
    asking: Asking,
    sheet: FormSheet,
    cells: Iterable[RelationCell],
    subject: Profile,
    *,
    growths: Sequence[Growth],
) -> tuple[CellPlan, ...]:
    """
    What the cells of relation rows get. Nobody with that relation leaves the row blank, which is no gap,
    unless it is known that there is one (R-FIL-91). growths: rows that grow in the sheet.
    """
    planned = (_plan_cell(asking, sheet, cell, subject, growths) for cell in cells)
    return tuple(plan for plan in planned if plan is not None)


def relation_notes(asking: Asking, cells: Iterable[RelationCell], subject: Profile) -> tuple[str, ...]:
    """A sentence for each relation that fits several members, and for each of whom the rows are too few."""
    numbers: dict[str, int] = {}
    for cell in cells:
        numbers[cell.kin.kin] = max(numbers.get(cell.kin.kin, 0), cell.kin.number)
    notes = []
    for kin, number in numbers.items():
        found = relatives(asking.book, subject, kin)
        called = "、".join(held(member, NAME) for member in found.people)
        if number == 0 and len(found.people) > 1:
            notes.append(f"{held(subject, NAME)}的卡片：一行里合适的有 {called}，分不出填谁，这一行没有填。")
        elif len(found.people) > number > 0 and not found.is_open:
            left = "、".join(held(member, NAME) for member in found.people[number:])
            notes.append(f"{held(subject, NAME)}的卡片：行不够，{left}没有填上。请在表上加行再填，或手写。")
    return tuple(notes)


def _plan_cell(
    asking: Asking, sheet: FormSheet, cell: RelationCell, subject: Profile, growths: Sequence[Growth]
) -> CellPlan | None:
    row, column = cell.asked.field.row, cell.asked.field.column
    model = sheet.grid.at(row, column)
    if not is_writable(model, row, column) or not is_blank_text(model.text):
        return None
    place = Place(
        sheet.layout.name, row + moved_by(growths, row), column, (row, column), bool(model.text.strip())
    )
    relative = relative_of(asking.book, subject, cell.kin)
    if relative is not None:
        asked = replace(cell.asked, key=cell.key)
        return keep_unit(answer_cell(asking, sheet, asked, relative, place), model.text)
    asked = replace(cell.asked, key=f"{cell.key}@{cell.kin.role}")
    planned = keep_unit(answer_cell(asking, sheet, asked, subject, place), model.text)
    is_known = cell.kin.kin == "spouse" and held(subject, "person.marital_status") in _MARRIED
    return None if planned is not None and planned.missing is not None and not is_known else planned


def place_relatives(
    asking: Asking, sheet: FormSheet, columns: Sequence[Asked], rows: Sequence[int], subject: Profile
) -> tuple[RowOf, ...] | None:
    """
    The rows of a list of members whose relation is printed, with their members; None where none is printed.

    Rows without a printed relation take nobody: who belongs there is for people to say.
    """
    words = {row: kin for row in rows if (kin := _printed_kin(sheet, columns, row)) is not None}
    if not words:
        return None
    seen: Counter[Kin] = Counter()
    often = Counter(words.values())
    placed: list[RowOf] = []
    for row, kin in words.items():
        seen[kin] += 1
        number = seen[kin] if often[kin] > 1 and kin.kin in CHILDREN and not kin.number else kin.number
        relative = relative_of(asking.book, subject, replace(kin, number=number))
        if relative is not None:
            placed.append(RowOf(row, row, relative, len(placed) + 1))
    return tuple(placed)


def _printed_kin(sheet: FormSheet, columns: Sequence[Asked], row: int) -> Kin | None:
    texts = (sheet.grid.text(row, a.field.column) for a in columns if a.key in (RELATION, TO_APPLICANT))
    return next((kin for text in texts if (kin := kin_word(text)) is not None), None)
