"""How alike two labels are that may be one label in other words. It proposes, it never decides."""

from collections import Counter
from functools import lru_cache

from rapidfuzz import fuzz

from qingzhuang.engine.read.editions.items import Item
from qingzhuang.engine.read.editions.telling import canonical, says_the_same
from qingzhuang.engine.read.parents import theme_variants

# Two editions of real questionnaires put re-wordings at a ratio of .70 and more; between the same two
# neighbours less will do, for there is one place to come from and one to go to.
PROPOSED = 0.70
PROPOSED_IN_PLACE = 0.50
_MEANT_ALIKE = 0.95  # the catalogue surely means one element by both
_REORDERED = 0.95  # the same characters in another order count nearly as much as the same text
_SWAPPED = 0.15  # taken off where characters gave way to others: 致贫, 返贫


def likeness(old: Item, new: Item) -> float:
    """
    How alike two fields are in text, 0–1; 0 where unit, type or a small word differs. Rules R-EDI-04 and 05.

    Both surely bound to one element: alike; to two: not.
    """
    if (old.unit, old.type) != (new.unit, new.type):
        return 0.0
    if old.meaning and new.meaning and old.meaning != new.meaning:
        return 0.0
    if old.head != new.head and _labels_likeness(old.head, new.head) < PROPOSED:
        return 0.0
    score = max(_paths_likeness(a, b) for a in _variants(old) for b in _variants(new))
    return max(score, _MEANT_ALIKE) if score and old.meaning and old.meaning == new.meaning else score


def _variants(item: Item) -> tuple[tuple[str, ...], ...]:
    """The path as it stands, and without parents that only name a theme (基本情况)."""
    return tuple((*parents, item.key[-1]) for parents in theme_variants(item.key[:-1]))


def _paths_likeness(old: tuple[str, ...], new: tuple[str, ...]) -> float:
    """Level by level, the worst counts; paths of other depth are compared as one text."""
    if len(old) != len(new):
        return _labels_likeness("".join(old), "".join(new))
    return min(_labels_likeness(a, b) for a, b in zip(old, new, strict=True))


@lru_cache(maxsize=65536)
def _labels_likeness(old: str, new: str) -> float:
    if old == new:
        return 1.0
    if not says_the_same(old, new):
        return 0.0
    a, b = canonical(old), canonical(new)
    if a == b:
        return 1.0
    ours, theirs = Counter(a), Counter(b)
    shared = sum((ours & theirs).values())
    if not shared:
        return 0.0
    score = max(fuzz.ratio(a, b) / 100, _REORDERED * 2 * shared / (len(a) + len(b)))
    is_swapped = bool(ours - theirs) and bool(theirs - ours)
    return score - _SWAPPED if is_swapped else score
