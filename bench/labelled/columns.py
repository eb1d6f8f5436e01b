"""Labelled pairs of an asked column and a held element; the labels were set by others, for other ends."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.labelled.domain import Case
from bench.matching import FOLDER, meanings_of_labels, sources, without

from qingzhuang.engine.admit.comparing.domain import Coverage, HeldField
from qingzhuang.engine.admit.comparing.held import held_fields
from qingzhuang.engine.admit.domain import AskedField
from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.catalogue.spelling import label_key
from qingzhuang.engine.read.layout import Field, FieldKind, SheetKind, SheetLayout, Table
from qingzhuang.engine.read.match import Binding, Match
from qingzhuang.engine.read.matching import match_fields, match_label

ON = "2026-11-20"
REAL = FOLDER.parent / "real_forms.json"
# What an identity number and a birth date say (GB 11643): the labeller's own table, not the product's.
FOLLOWS = {"person.age": {"person.birth_date", "person.id_number"}, "person.birth_date": {"person.id_number"}}
FOLLOWS["person.sex"] = {"person.id_number"}

Column = tuple[str, str]  # label as printed, element by the gold
Forms = dict[str, tuple[str, list[Column]]]  # id → title, columns


def real_forms(path: Path = REAL) -> Forms:
    """The real forms with the gold's element of each column; `x.…` is an element of that one column."""
    forms = json.loads(path.read_text(encoding="utf-8"))
    return {
        form["id"]: (form["name"], [(column["label"], column["element"]) for column in form["cols"]])
        for form in forms
    }


def unseen_of(forms: Forms) -> dict[str, set[str]]:
    """Per form, the spellings that occur in it alone: nobody had seen them before it came."""
    seen = Counter(key for _, columns in forms.values() for key in {label_key(label) for label, _ in columns})
    return {
        name: {key for label, _ in columns if seen[key := label_key(label)] == 1}
        for name, (_, columns) in forms.items()
    }


def answered(asked: AskedField, match: Match, gold: str) -> AskedField:
    """The field after its department answered: the gold where the matcher proposed it, else none of these."""
    if asked.is_sure:
        return asked
    is_proposed = gold == asked.element or gold in match.candidates
    return AskedField(asked.label, element=gold if is_proposed else "", is_sure=True)


def matches_of(columns: Sequence[str], catalogue: Catalogue, title: str) -> tuple[Match, ...]:
    """What the product's matcher says of the columns of one list."""
    fields = tuple(
        Field(2, at, label, (label,), FieldKind.COLUMN, header_rows=(1, 1), first_row=2, last_row=9, table=0)
        for at, label in enumerate(columns, start=1)
    )
    table = Table((1, 1), 2, 9, 1, len(columns))
    layout = SheetLayout("Sheet1", SheetKind.LIST, fields, (table,), title)
    return match_fields(layout, catalogue=catalogue)


def asked_field(label: str, match: Match) -> AskedField:
    """The column as the application binds it: sure where the matcher asks nobody."""
    return AskedField(label, element=match.key or "", is_sure=match.binding is Binding.AUTO)


def columns_against_holdings(catalogue: Catalogue, *, is_answered: bool = False) -> Iterator[Case]:
    """
    Each column of each real form, asked anew while the elements of all other forms are held.

    is_answered: the department answered what the matcher asked it: the gold's element where it was proposed,
    none where it was not.
    """
    forms = real_forms()
    unseen = unseen_of(forms)
    for name, (title, columns) in forms.items():
        held = {element for other, (_, theirs) in forms.items() if other != name for _, element in theirs}
        known = without(catalogue, unseen[name])
        holdings = {key: Coverage("平台", ON, 100, 100) for key in held if key in catalogue.elements}
        labels, golds = zip(*columns, strict=True)
        matches = matches_of(labels, known, title)
        fields = tuple(map(asked_field, labels, matches))
        if is_answered:
            fields = tuple(map(answered, fields, matches, golds))
        compared = held_fields(fields, catalogue=known, holdings=holdings, on=ON)
        for (label, element), asked, found in zip(columns, fields, compared, strict=True):
            truth = _truth(element, held)
            is_right = asked.element == element
            yield Case("column", f"{name} {label}", asked.element, truth, verdict_of(found), is_right)


def _truth(element: str, held: set[str]) -> str:
    """By the gold; a fact of one occasion (event.…) or of the sheet (record.…) is held nowhere else."""
    if element.startswith(("event.", "record.")):
        return "new"
    if element in held:
        return "same"
    return "convertible" if FOLLOWS.get(element, set()) & held else "new"


def verdict_of(field: HeldField) -> str:
    """The verdict: a doubtful one is none yet, the sheet's own blanks are no duplicates."""
    if not field.is_data or field.is_doubtful:
        return "new"
    return field.comparison.value


def labels_against_holdings(catalogue: Catalogue) -> Iterator[Case]:
    """Each label of the real templates beside the groups' elements; its source's own spellings unknown."""
    meanings = meanings_of_labels(catalogue)
    elements = {element for element in meanings.values() if element}
    holdings = {key: Coverage("平台", ON, 100, 100) for key in elements}
    by_source = sources()
    seen = Counter(key for keys in by_source.values() for key in keys)
    for keys in by_source.values():
        known = without(catalogue, {key for key in keys if seen[key] == 1})
        for label, meant in meanings.items():
            if label_key(label) not in keys:
                continue
            asked = asked_field(label, match_label(label, catalogue=known))
            found = held_fields([asked], catalogue=known, holdings=holdings, on=ON)[0]
            truth = "same" if meant and not meant.startswith("record.") else "new"
            yield Case("label", label, asked.element, truth, verdict_of(found), asked.element == meant)
