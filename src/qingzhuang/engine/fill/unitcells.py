"""Rows of an indicator sheet whose unit has a cell of its own: 总人口 | 人 | blank asks once, not twice."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from qingzhuang.engine.fill.fields import Asked
from qingzhuang.engine.read.layout import FieldKind

_LEAST = 2  # rows that look alike; one row may as well have a unit to write before and a spare cell


def with_unit_cells(asked: tuple[Asked, ...]) -> tuple[Asked, ...]:
    """
    The fields less the units' own cells; the blank to the right has that unit (R-FIL-108).

    Only where several rows have the unit in one column and the blank in the next.
    """
    pairs = [(left, right) for left, right in _neighbours(asked) if _is_unit_of(left, right)]
    often = Counter((left.field.column, right.field.column) for left, right in pairs)
    sure = [(left, right) for left, right in pairs if often[left.field.column, right.field.column] >= _LEAST]
    gone = {id(left) for left, _ in sure}
    units = {id(right): left.field.unit for left, right in sure}
    return tuple(
        replace(a, field=replace(a.field, unit=units[id(a)])) if id(a) in units else a
        for a in asked
        if id(a) not in gone
    )


def _neighbours(asked: Sequence[Asked]) -> list[tuple[Asked, Asked]]:
    """Blanks of one row and one path that follow each other."""
    return [
        (left, right)
        for left, right in pairwise(asked)
        if left.field.row == right.field.row
        and left.field.path == right.field.path
        and left.field.kind is right.field.kind is FieldKind.CELL
    ]


def _is_unit_of(left: Asked, right: Asked) -> bool:
    unit = left.field.unit
    return bool(unit) and left.field.printed.strip() == unit and not right.field.printed.strip()
