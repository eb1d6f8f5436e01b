"""Cards: each blank has its own label, and the whole sheet speaks of one subject."""

from collections.abc import Sequence
from dataclasses import replace

from qingzhuang.engine.collect.keys import HOUSEHOLD_NO, NAME
from qingzhuang.engine.fill.answers import Known
from qingzhuang.engine.fill.asking import Asking, CellPlan, Place, answer_cell
from qingzhuang.engine.fill.blanks import blank_of
from qingzhuang.engine.fill.boxes import boxes_behind, is_answered, tick
from qingzhuang.engine.fill.choices import choices_in, choose_in
from qingzhuang.engine.fill.fields import Asked, FormSheet
from qingzhuang.engine.fill.listed import NAMES
from qingzhuang.engine.fill.lists import is_writable, keep_unit, moved_by
from qingzhuang.engine.fill.lookup import look_up
from qingzhuang.engine.fill.plan import Growth, Write
from qingzhuang.engine.fill.skeletons import after_label, end_of_label, holds_blank, is_blank_text
from qingzhuang.engine.fill.subjects import is_about_households
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.read.layout import FieldKind, Purpose

_CARD_KINDS = (FieldKind.CELL, FieldKind.INLINE)


def card_fields(asked: tuple[Asked, ...]) -> tuple[Asked, ...]:
    """The fields outside tables that ask something of a subject."""
    return tuple(
        a
        for a in asked
        if a.field.table is None and a.field.kind in _CARD_KINDS and a.field.purpose is Purpose.ASKED
    )


def is_card(asked: tuple[Asked, ...]) -> bool:
    """
    Whether a sheet is one person's or household's: a blank outside tables wants the name (R-FIL-36).

    An ID number alone does not make it one: on an enterprise's form it is that of somebody nobody names.
    """
    return any(a.key in NAMES or a.key == HOUSEHOLD_NO for a in card_fields(asked))


def is_household_card(asked: tuple[Asked, ...]) -> bool:
    """Whether the card's subject is the household: its head is named, and no person beside him."""
    return is_about_households(card_fields(asked))


def plan_card(
    asking: Asking, sheet: FormSheet, asked: tuple[Asked, ...], subject: Profile, *, growths: Sequence[Growth]
) -> tuple[CellPlan, ...]:
    """
    What the blanks of a card get. Several blanks in one cell count each; the cell is written once, whole.

    growths: rows that grow in the sheet and move what stands below.
    """
    plans: list[CellPlan] = []
    inline: dict[tuple[int, int], list[Asked]] = {}
    for a in card_fields(asked):
        if a.field.kind is FieldKind.INLINE:
            inline.setdefault((a.field.row, a.field.column), []).append(a)
        else:
            plans += _plan_blank(asking, sheet, a, subject, growths)
    for blanks in inline.values():
        plans += _plan_inline(asking, sheet, blanks, subject, growths)
    return tuple(plans)


def subject_title(asking: Asking, subject: Profile) -> str:
    """What a subject's file or sheet is called: the person's name, or the head's."""
    answer = look_up(asking.book, subject, NAME, on=asking.on)
    return answer.value if isinstance(answer, Known) else f"第{subject.subject_id}号"


def _place(sheet: FormSheet, asked: Asked, growths: Sequence[Growth]) -> Place:
    row, column = asked.field.row, asked.field.column
    is_inside = bool(sheet.grid.text(row, column).strip())
    return Place(sheet.layout.name, row + moved_by(growths, row), column, (row, column), is_inside)


def _plan_blank(
    asking: Asking, sheet: FormSheet, asked: Asked, subject: Profile, growths: Sequence[Growth]
) -> list[CellPlan]:
    place = _place(sheet, asked, growths)
    cell = sheet.grid.at(*place.model)
    if not is_writable(cell, *place.model):
        return []
    if not is_blank_text(cell.text):
        choices = choices_in(cell.text)
        offered = replace(asked, field=replace(asked.field, options=choices)) if choices else asked
        return _ticked(asking, sheet, [offered], subject, place)
    answer = keep_unit(answer_cell(asking, sheet, asked, subject, place), cell.text)
    return [] if answer is None else [answer]


def _plan_inline(
    asking: Asking, sheet: FormSheet, blanks: list[Asked], subject: Profile, growths: Sequence[Growth]
) -> list[CellPlan]:
    place = _place(sheet, blanks[0], growths)
    if not is_writable(sheet.grid.at(*place.model), *place.model):
        return []
    return _ticked(asking, sheet, blanks, subject, place)


def _ticked(
    asking: Asking, sheet: FormSheet, blanks: list[Asked], subject: Profile, place: Place
) -> list[CellPlan]:
    """Blanks inside printed text, filled behind their labels or ticked; one plan per blank that counts."""
    text, start = sheet.grid.at(*place.model).text, 0
    plans: list[CellPlan] = []
    for blank in blanks:
        planned, done = answer_cell(asking, sheet, blank, subject, place), None
        if planned is not None and planned.write is not None:
            value = str(planned.write.value)
            done = _into_text(text, blank, value, start)
            if done is None:
                is_gap = value != blank.mark and not _is_answered(text, blank, start)
                planned = _without_place(asking, blank, subject, place) if is_gap else None
        plans += [] if planned is None else [planned]
        text, start = done or (text, end_of_label(text, blank.field.label or "", start) or start)
    whole = Write(place.sheet, place.row, place.column, text)
    return [replace(p, write=replace(whole, claim=p.write.claim)) if p.write else p for p in plans]


def _into_text(text: str, blank: Asked, value: str, start: int) -> tuple[str, int] | None:
    label = blank.field.label or ""
    if blank.field.kind is not FieldKind.INLINE and choices_in(text):
        chosen = choose_in(text, value)
        return None if chosen is None else (chosen, len(chosen))
    if boxes_behind(text, label, start):
        return tick(text, value, label=label, start=start)
    return after_label(text, label=label, value=value, start=start)


def _is_answered(text: str, blank: Asked, start: int) -> bool:
    """Whether the text says already what the blank asks: the form was filled before."""
    label = blank.field.label or ""
    if blank.field.kind is FieldKind.INLINE or boxes_behind(text, label, start):
        return is_answered(text, label, start)
    is_choice = bool(blank.field.options) and text.strip() not in blank.field.options
    return not (holds_blank(text) or is_choice)


def _without_place(asking: Asking, blank: Asked, subject: Profile, place: Place) -> CellPlan:
    """A known value for which the text has no box and no blank: counted as a gap and said (R-FIL-72)."""
    missing = blank_of(asking.book, blank, subject, cell=place.address)
    note = f"{place.address}：“{missing.label}”后面认不出该写在哪里，这一处没有填。请照缺项清单手填。"
    return CellPlan(place, missing=missing, note=note)
