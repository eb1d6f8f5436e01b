"""Labels in their block: what stands around a field, and one element for one blank only."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from qingzhuang.engine.catalogue.elements import Catalogue, SubjectKind
from qingzhuang.engine.read.labels import parse_label
from qingzhuang.engine.read.layout import Field, FieldKind, Purpose, SheetLayout
from qingzhuang.engine.read.match import Binding, Context, Match
from qingzhuang.engine.values.domain import Kind

_SOME_DIGITS = re.compile(r"[前后末尾]\d{1,2}位|[前后末尾][一二三四五六七八九十]{1,2}位")
_MONTH = re.compile(r"年[-./]?月(?!日)|到月$")
_DAY = re.compile(r"年月日|日期|生日")
_YEAR = re.compile(r"年份?$")


def contexts_of(layout: SheetLayout) -> tuple[Context, ...]:
    """The context of each field: its parents, all labels of its block, options, unit, title."""
    blocks: defaultdict[int | None, list[Field]] = defaultdict(list)
    for field in layout.fields:
        blocks[field.table].append(field)
    labels = {
        table: tuple(f"{field.label}{_shown(field)}" for field in fields if field.label is not None)
        for table, fields in blocks.items()
    }
    before = ("", *(field.label or "" for field in layout.fields))
    rows = (0, *(field.row for field in layout.fields))
    return tuple(
        Context(
            parents=field.path[:-1],
            neighbours=labels[
                field.table
            ],  # its own too: one tuple per block is read once for all its fields
            options=field.options,
            unit=field.unit,
            title=layout.title,
            stated_units=layout.stated_units,
            before=before[place] if rows[place] == field.row else "",
        )
        for place, field in enumerate(layout.fields)
    )


def _shown(field: Field) -> str:
    """What is printed in the blank belongs to what the neighbours can tell: 证件类型 with 身份证 in it."""
    return f":{field.printed}" if field.printed else ""


def one_to_one(
    fields: Sequence[Field],
    matches: Sequence[Match],
    confirmed: Sequence[Match | None],
    catalogue: Catalogue,
) -> tuple[Match, ...]:
    """
    The matches, with every AUTO taken back where two blanks of a block would hold one thing. Rule R-MAT-10.

    matches: as they are without any answer of a person. confirmed: what a person answered, None where nobody
    did; an answer goes before the match and asks nothing new of the other blanks. Rule R-MAT-31.

    A date in another precision (出生年月 beside 出生日期) and a number's last digits are another thing.
    The cells of a cross-tab and the sheet's own blanks
    (signature, day, remark) may repeat.
    """
    taken: defaultdict[tuple[int | None, str | None], list[int]] = defaultdict(list)
    for place, (field, match) in enumerate(zip(fields, matches, strict=True)):
        if (
            match.binding is Binding.AUTO
            and match.element
            and field.purpose is not Purpose.SIGNATURE
            and not _may_repeat(field, match.element, catalogue)
        ):
            taken[field.table, match.key].append(place)
    asked = {
        place
        for (_, key), places in taken.items()
        if len(places) > 1 and not _differ(key or "", [fields[place] for place in places], catalogue)
        for place in places
    }
    crossed = {
        place
        for place, (field, match) in enumerate(zip(fields, matches, strict=True))
        if field.kind is FieldKind.CROSS
        and match.binding is Binding.AUTO
        and not _has_role(match, catalogue)
        and not _is_of_sheet(match, catalogue)
    }
    return tuple(
        answer
        if answer is not None
        else _ask(match, "同一块里有两个空像是问同一样")
        if place in asked
        else _ask(match, "是交叉表里的数，要看行和列")
        if place in crossed
        else match
        for place, (match, answer) in enumerate(zip(matches, confirmed, strict=True))
    )


def _differ(key: str, fields: Sequence[Field], catalogue: Catalogue) -> bool:
    """Whether each label asks for one element in a form of its own."""
    kind = catalogue[key.partition("@")[0]].domain.kind
    forms = [_form(field.label or "", kind) for field in fields]
    return None not in forms and len(set(forms)) == len(forms)


def _form(label: str, kind: Kind) -> str | None:
    """In which form a label asks for a value; None where the label does not tell."""
    key = parse_label(label).key
    if kind is Kind.ID_NUMBER:
        masked = _SOME_DIGITS.search(key)
        return masked[0] if masked else "all"
    if kind is not Kind.DATE:
        return None
    return next(
        (name for name, form in (("month", _MONTH), ("day", _DAY), ("year", _YEAR)) if form.search(key)), None
    )


def _may_repeat(field: Field, code: str, catalogue: Catalogue) -> bool:
    return field.kind is FieldKind.CROSS or catalogue[code].subject is SubjectKind.RECORD


def _is_of_sheet(match: Match, catalogue: Catalogue) -> bool:
    """Whether the match is the sheet's own (备注): it is no number, whatever row and column it stands in."""
    return catalogue[match.element or ""].subject is SubjectKind.RECORD


def _has_role(match: Match, catalogue: Catalogue) -> bool:
    """Whether the match names somebody (father.name, person.phone@father): row and column are understood."""
    code = match.element or ""
    return match.role is not None or (
        catalogue[code].subject is SubjectKind.PERSON and not code.startswith("person.")
    )


def _ask(match: Match, why: str) -> Match:
    return replace(match, binding=Binding.SUGGESTED, why=why)
