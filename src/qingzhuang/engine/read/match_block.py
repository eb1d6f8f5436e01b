"""Labels in their block: what stands around a field, and one element for one blank only."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from qingzhuang.engine.catalogue.elements import Catalogue, SubjectKind
from qingzhuang.engine.read.layout import Field, FieldKind, Purpose, SheetLayout
from qingzhuang.engine.read.match import Binding, Context, Match


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
    fields: Sequence[Field], matches: Sequence[Match], is_fixed: Sequence[bool], catalogue: Catalogue
) -> tuple[Match, ...]:
    """
    The matches, with every AUTO taken back where two blanks of a block would hold one thing. Rule R-MAT-10.

    is_fixed: bindings a person has confirmed; they stay. The cells of a cross-tab and the sheet's own blanks
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
    asked = {place for places in taken.values() if len(places) > 1 for place in places if not is_fixed[place]}
    crossed = {
        place
        for place, (field, match) in enumerate(zip(fields, matches, strict=True))
        if field.kind is FieldKind.CROSS and match.binding is Binding.AUTO and not _has_role(match, catalogue)
    }
    return tuple(
        _ask(match, "同一块里有两个空像是问同一样")
        if place in asked
        else _ask(match, "是交叉表里的数，要看行和列")
        if place in crossed and not is_fixed[place]
        else match
        for place, match in enumerate(matches)
    )


def _may_repeat(field: Field, code: str, catalogue: Catalogue) -> bool:
    return field.kind is FieldKind.CROSS or catalogue[code].subject is SubjectKind.RECORD


def _has_role(match: Match, catalogue: Catalogue) -> bool:
    """Whether the match names somebody (father.name, person.phone@father): row and column are understood."""
    code = match.element or ""
    return match.role is not None or (
        catalogue[code].subject is SubjectKind.PERSON and not code.startswith("person.")
    )


def _ask(match: Match, why: str) -> Match:
    return replace(match, binding=Binding.SUGGESTED, why=why)
