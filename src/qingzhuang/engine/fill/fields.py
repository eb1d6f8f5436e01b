"""The fields of a form as questions: which key each asks for, whose, on which day, with which advice."""

import re
from collections.abc import Hashable
from dataclasses import dataclass
from dataclasses import field as made_by

from qingzhuang.engine.catalogue.elements import ASKABLE
from qingzhuang.engine.collect.keys import HEAD_ROLE, LABEL, RELATION
from qingzhuang.engine.fill.days import day_of_path
from qingzhuang.engine.fill.derived import AREA_RULES
from qingzhuang.engine.fill.marks import Mark, mark_for
from qingzhuang.engine.fill.tallied import Told
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.read.grid import Cell, Grid
from qingzhuang.engine.read.layout import Field, SheetLayout
from qingzhuang.engine.read.match import Binding, Match
from qingzhuang.engine.read.memory import path_key
from qingzhuang.engine.read.programs import key_of_program
from qingzhuang.engine.values.domain import Written

# 户主或与户主关系 asks what the row's person is to the head, not what the head is.
_RELATION_OF_ROW = {f"{RELATION}@{HEAD_ROLE}": RELATION}


@dataclass(frozen=True, slots=True)
class Worked:
    """
    What was worked out of a sheet once and serves every village that it is filled for.

    record_rows: by area of the table. open_cells: column → row → number format of the empty cell that may be
    written there, None for any other. text_rows: rows in which something is printed; empty: not looked yet.
    answers: what stands behind labels of names and numbers; empty: not looked yet.
    shown: question, day, number format → canonical value → as it is written, None where it is not.
    told: words of the title → what they say of those counted. asked: what the fields ask for, by what that
    hangs on: keys and labels that a village knows, and the notes. above: the texts above the first table.
    """

    record_rows: dict[tuple[int, int, int, int], tuple[int, ...]] = made_by(default_factory=dict)
    open_cells: dict[int, dict[int, str | None]] = made_by(default_factory=dict)
    text_rows: list[frozenset[int]] = made_by(default_factory=list)
    answers: list[tuple[str, ...]] = made_by(default_factory=list)
    shown: dict[tuple["Asked", str, str], dict[str, Written | None]] = made_by(default_factory=dict)
    told: dict[str, Told | None] = made_by(default_factory=dict)
    asked: dict[Hashable, tuple["Asked", ...]] = made_by(default_factory=dict)
    above: list[list[Cell]] = made_by(default_factory=list)


@dataclass(frozen=True, slots=True)
class FormSheet:
    """
    One sheet of a template: its grid, what was read in it, and one match per field. worked: no part of what
    the sheet is.
    """

    grid: Grid
    layout: SheetLayout
    matches: tuple[Match, ...]
    worked: Worked = made_by(default_factory=Worked, init=False, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Asked:
    """
    A field with the key it asks for; key None: no fact and no rule covers it.

    is_of_household: a membership asked for households (是否低保户). day: the label's own, ISO. mark: what is
    written where the question does not arise. sample: what the printed sample row shows in its column.
    advice: what comments and notes say about it.
    """

    field: Field
    match: Match
    key: str | None
    is_of_household: bool = False
    day: str | None = None
    mark: str | None = None
    sample: str = ""
    advice: str = ""


def asked_of(sheet: FormSheet, book: VillageBook, marks: tuple[Mark, ...] = ()) -> tuple[Asked, ...]:
    """
    Each field of a sheet with the key it asks for. marks: what the form's notes want for 不适用.

    Raises:
        ValueError: there is not one match per field.
    """
    labels = tuple(field.label for field in sheet.layout.fields if field.label)
    asked = []
    for field, match in zip(sheet.layout.fields, sheet.matches, strict=True):
        key = _key_of(field, match, book, sheet.layout.title)
        mark = mark_for(marks, label=field.label or "", labels=labels, about=_about(field, key, book))
        asked.append(
            Asked(
                field,
                match,
                key,
                is_of_household=_is_of_household(field, key, book),
                day=day_of_path(field.path or (field.label or "",)),
                mark=None if field.options and mark not in field.options else mark,
                sample=_sample(sheet, field),
                advice=_advice(sheet, field),
            )
        )
    return tuple(asked)


def _is_of_household(field: Field, key: str | None, book: VillageBook) -> bool:
    """Whether a membership is asked for the household: 户 stands in the label, and not in 户主 or 户籍."""
    element = book.catalogue.elements.get((key or "").partition("@")[0])
    label = re.sub("户主|户籍|户口", "", field.label or "")
    return element is not None and element.is_membership and "户" in label


def _sample(sheet: FormSheet, field: Field) -> str:
    """What the printed sample row of a field's table shows in its column."""
    if field.table is None:
        return ""
    rows = sheet.layout.tables[field.table].sample_rows
    return next((text for row in rows if (text := sheet.grid.text(row, field.column).strip())), "")


def _advice(sheet: FormSheet, field: Field) -> str:
    """What comments at the header and sentences of the notes say about this column."""
    label = re.sub(r"[\s（(].*", "", field.label or "")
    said = [
        text
        for note in sheet.layout.notes
        for text in re.split("[。；;\n]", note)
        if len(label) > 1 and label in text
    ]
    if field.header_rows is not None:
        said += [
            sheet.grid.at(row, field.column).comment
            for row in range(field.header_rows[0], field.header_rows[1] + 1)
        ]
    return " ".join(text for text in (*said, sheet.grid.at(field.row, field.column).comment) if text)


def _about(field: Field, key: str | None, book: VillageBook) -> str:
    """What a field is about, in words: its path and the membership its element hangs on."""
    element = book.catalogue.elements.get((key or "").partition("@")[0])
    membership = element.depends_on if element is not None else book.listed_by.get(key or "")
    names = [book.catalogue[membership].name] if membership else []
    return " ".join([*field.path, *names])


def _program_key(key: str, title: str, book: VillageBook) -> str:
    """
    The key of what is paid under the form's programme (R-FIL-67). Two names are one programme if one holds
    the other; a form that names none takes the only programme there is.
    """
    own = key_of_program(key, title)
    if own in book.keys or not key.startswith("benefit.") or "@" in key:
        return own
    program = own.partition("@")[2]
    others = [known.partition("@")[2] for known in book.keys if known.partition("@")[0] == key]
    close = [other for other in others if other in program or program in other]
    return f"{key}@{close[0]}" if len(close) == 1 and close[0] else own


def _key_of(field: Field, match: Match, book: VillageBook, title: str) -> str | None:
    """
    The key under which the answer stands: the sure match, else a label that a source brought along.

    A sure match to an event, an organisation or the sheet itself is covered only where somebody said it.
    """
    if match.binding is Binding.AUTO and match.key is not None and match.element is not None:
        element = book.catalogue.elements.get(match.element)
        is_askable = element is not None and element.subject in ASKABLE
        if is_askable or match.element in AREA_RULES or match.key in book.keys:
            return _program_key(_RELATION_OF_ROW.get(match.key, match.key), title, book)
        return None
    own = field.path or ((field.label,) if field.label else ())
    older = tuple(match.stands_for.removeprefix(LABEL).split("/")) if match.stands_for else ()
    keys = (*_label_keys(own), *_label_keys(older))
    return next((key for key in keys if key in book.keys), None)


def label_keys(field: Field) -> tuple[str, ...]:
    """Keys under which a fact of this field's label may stand outside the catalogue, the barest path last."""
    return _label_keys(field.path or ((field.label,) if field.label else ()))


def _label_keys(path: tuple[str, ...]) -> tuple[str, ...]:
    """Keys of a label outside the catalogue: its path, then without parents that say nothing (基本情况)."""
    telling = (
        tuple(label for label in path[:-1] if not label.strip().endswith(("情况", "信息", "资料")))
        + path[-1:]
    )
    return tuple(LABEL + path_key(labels) for labels in dict.fromkeys((path, telling)) if labels)
