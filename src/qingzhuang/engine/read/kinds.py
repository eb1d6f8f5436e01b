"""The kind of a sheet, from the fields found in it."""

from collections.abc import Sequence

from qingzhuang.engine.read.layout import Field, FieldKind, Purpose, SheetKind

# A part with less than this share of the fields is a trifle. Tables stand in most cards, so they weigh
# less there.
_TRIFLE = 0.15
_MUCH = 0.5


def kind_of(fields: Sequence[Field]) -> SheetKind:
    """Kind of a sheet by what most of its fields are; lines above and below the tables do not count."""
    counted = [f for f in fields if f.purpose not in (Purpose.HEADER, Purpose.SIGNATURE)] or list(fields)
    if not counted:
        return SheetKind.NONE
    columns = sum(f.kind is FieldKind.COLUMN for f in counted) / len(counted)
    crossed = sum(f.kind is FieldKind.CROSS for f in counted) / len(counted)
    has_cells = any(f.kind is FieldKind.CELL for f in counted)
    single = 1 - columns - crossed if has_cells else 0.0
    if single >= _TRIFLE:
        return SheetKind.CARD if max(columns, crossed) < _MUCH else SheetKind.MIXED
    if min(columns, crossed) >= _TRIFLE:
        return SheetKind.MIXED
    return SheetKind.LIST if columns > crossed else SheetKind.CROSSTAB if crossed else SheetKind.CARD
