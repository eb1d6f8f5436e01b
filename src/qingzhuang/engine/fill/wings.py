"""Lists printed side by side: two people in one row, below the same labels twice."""

from collections.abc import Sequence
from dataclasses import replace

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.catalogue.spelling import label_key
from qingzhuang.engine.fill.fields import Asked, FormSheet
from qingzhuang.engine.fill.lists import columns_of
from qingzhuang.engine.fill.spots import Spot
from qingzhuang.engine.read.layout import FieldKind, Purpose
from qingzhuang.engine.read.match import Binding
from qingzhuang.engine.read.matching import match_label

Columns = tuple[Asked, ...]


def with_sure_wings(asked: tuple[Asked, ...], catalogue: Catalogue) -> tuple[Asked, ...]:
    """
    The fields with the keys of lists side by side: a label that stands twice only because people stand side
    by side is as sure as one that stands once.
    """
    tables = {a.field.table for a in asked if a.field.table is not None and a.field.kind is FieldKind.COLUMN}
    doubled = {
        id(a)
        for table in tables
        for half in _halves(_columns(asked, table))
        for a in half
        if _n(asked, table) > 1
    }
    return tuple(_sure(a, catalogue) if id(a) in doubled else a for a in asked)


def wings_of(sheet: FormSheet, asked: tuple[Asked, ...], table: int) -> tuple[Columns, ...]:
    """
    The columns of a list, one tuple per person in a row: one as a rule; () for a list that is the wing of
    one further left.
    """
    own = columns_of(asked, table)
    area = sheet.layout.tables[table]
    beside = [
        at
        for at, other in enumerate(sheet.layout.tables)
        if other.header_rows == area.header_rows and _labels(columns_of(asked, at)) == _labels(own)
    ]
    if beside[:1] != [table] and table in beside:
        return ()
    found = [half for at in (beside or [table]) for half in _halves(columns_of(asked, at))]
    return tuple(found)


def dealt(wings: int, spots: Sequence[Spot], wing: int) -> tuple[Spot, ...]:
    """The spots of one wing with their numbers in the whole list, which runs from left to right."""
    return tuple(replace(spot, serial=(spot.serial - 1) * wings + wing + 1) for spot in spots)


def _columns(asked: Sequence[Asked], table: int | None) -> Columns:
    return tuple(a for a in asked if a.field.table == table and a.field.kind is FieldKind.COLUMN)


def _n(asked: Sequence[Asked], table: int | None) -> int:
    return len(_halves(_columns(asked, table)))


def _labels(columns: Sequence[Asked]) -> tuple[str, ...]:
    return tuple(label_key(a.field.label or "") for a in columns)


def _halves(columns: Columns) -> tuple[Columns, ...]:
    """The columns cut where the same labels start anew, all of them in the same order; else whole."""
    labels = [label_key("/".join(a.field.path)) for a in columns]
    for n in (2, 3, 4):
        width = len(labels) // n
        if width > 1 and labels == labels[:width] * n:
            return tuple(columns[at : at + width] for at in range(0, len(columns), width))
    return (columns,)


def _sure(asked: Asked, catalogue: Catalogue) -> Asked:
    if asked.key is not None or asked.field.purpose is not Purpose.ASKED:
        return asked
    match = match_label(asked.field.label or "", catalogue=catalogue)
    is_sure = match.binding is Binding.AUTO and match.element in (
        asked.match.element,
        *asked.match.candidates,
    )
    return replace(asked, key=match.key) if is_sure else asked
