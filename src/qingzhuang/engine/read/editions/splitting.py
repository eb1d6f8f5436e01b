"""One field that became several, or several that became one: always asked. Rule R-EDI-06."""

import re
from collections.abc import Sequence

from qingzhuang.engine.read.editions.changes import Change, Group
from qingzhuang.engine.read.editions.items import Item
from qingzhuang.engine.read.editions.telling import canonical

_JOINT = re.compile("、")


def find_splits(one: Sequence[Item], several: Sequence[Item], *, is_merged: bool) -> tuple[Group, ...]:
    """
    Fields of one edition that stand for several of the other: each field in one group at most.

    is_merged: the several are the old ones.
    """
    groups = []
    free = list(several)
    for item in one:
        parts = _parts_of(item, free)
        if len(parts) > 1:
            free = [other for other in free if other not in parts]
            old, new = (tuple(parts), (item,)) if is_merged else ((item,), tuple(parts))
            groups.append(Group(Change.MERGED if is_merged else Change.SPLIT, old, new))
    return tuple(groups)


def _parts_of(whole: Item, others: Sequence[Item]) -> list[Item]:
    """What stands below the whole's label, carries its label with more words, or is named in it."""
    below = [other for other in others if _stands_below(whole, other)]
    if len(below) > 1:
        return below
    named = [other for other in others if _is_named_in(whole, other)]
    return named if len(named) > 1 else []


def _stands_below(whole: Item, part: Item) -> bool:
    """年末人口 / 男 below 年末人口; 水稻 / 面积 where there was 面积; 人口数（男） where there was 人口数."""
    if not whole.key or not part.key or part.unit not in (whole.unit, ""):
        return False
    n = len(whole.key)
    if part.key[:n] == whole.key or (len(part.key) > n and part.key[-1] == whole.key[-1]):
        return len(part.key) > n
    differing = _differing(whole, part)
    if differing is None:
        return False
    a, b = differing
    return len(a) > 1 and len(b) > len(a) and (b.startswith(a) or b.endswith(a))


def _differing(whole: Item, part: Item) -> tuple[str, str] | None:
    """The one level in which two paths of one depth differ; None where they differ in none or in several."""
    if len(whole.key) != len(part.key):
        return None
    levels = [(a, b) for a, b in zip(whole.key, part.key, strict=True) if a != b]
    return (canonical(levels[0][0]), canonical(levels[0][1])) if len(levels) == 1 else None


def _is_named_in(whole: Item, part: Item) -> bool:
    """Whether the whole's label names several things and this is one of them: 姓名 of 姓名和电话."""
    differing = _differing(whole, part)
    if differing is None:
        return False
    pieces = [piece for piece in _JOINT.split(differing[0]) if piece]
    name = differing[1]
    return len(pieces) > 1 and any(
        piece.endswith(name) or (name.endswith(piece) and len(piece) > 1) for piece in pieces
    )
