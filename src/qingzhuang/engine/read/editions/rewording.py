"""Which of the fields left over are one field in other words: proposed, one click. Rule R-EDI-04."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from qingzhuang.engine.read.editions.changes import Pair
from qingzhuang.engine.read.editions.items import Item
from qingzhuang.engine.read.editions.likeness import PROPOSED, PROPOSED_IN_PLACE, likeness

_IN_PLACE = 0.1  # how much more a partner between the same neighbours counts than one elsewhere
_CLOSE = 0.03  # two partners nearer than this cannot be told apart


def propose_rewordings(
    old: Sequence[Item], new: Sequence[Item], neighbours: Sequence[Pair]
) -> tuple[Pair, ...]:
    """
    The likeliest partners, each field in one pair at most; a field with two equally likely ones in none.

    neighbours: fields that stayed where they are; what stands between the same two of them counts more.
    """
    before = [pair.old.place for pair in neighbours]
    after = [pair.new.place for pair in neighbours]
    ranked = []
    for one, other in _comparable(old, new):
        is_near = bisect_left(before, one.place) == bisect_left(after, other.place)
        is_in_place = bool(neighbours) and is_near  # where nothing stayed, nobody is a neighbour
        score = likeness(one, other)
        if score >= (PROPOSED_IN_PLACE if is_in_place else PROPOSED):
            ranked.append((score + _IN_PLACE * is_in_place, Pair(one, other, round(score, 3))))
    ranked.sort(key=lambda each: (-each[0], each[1].old.place, each[1].new.place))
    return tuple(sorted(_distinct(ranked), key=lambda pair: pair.old.place))


def _comparable(old: Sequence[Item], new: Sequence[Item]) -> list[tuple[Item, Item]]:
    by_shape: defaultdict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in new:
        by_shape[item.unit, item.type].append(item)
    return [(one, other) for one in old for other in by_shape[one.unit, one.type]]


def _distinct(ranked: Sequence[tuple[float, Pair]]) -> list[Pair]:
    """Best first; nobody twice, and nobody whose second choice is as good and still free."""
    taken: set[tuple[bool, int]] = set()
    found = []
    for position, (rank, pair) in enumerate(ranked):
        ends = {(False, pair.old.place), (True, pair.new.place)}
        if ends & taken:
            continue
        taken |= ends
        rivals = [
            other
            for its_rank, other in ranked[position + 1 :]
            if its_rank > rank - _CLOSE and _shares_an_end(pair, other) and not _is_taken(other, pair, taken)
        ]
        if not rivals:
            found.append(pair)
    return found


def _shares_an_end(pair: Pair, other: Pair) -> bool:
    return pair.old.place == other.old.place or pair.new.place == other.new.place


def _is_taken(other: Pair, pair: Pair, taken: set[tuple[bool, int]]) -> bool:
    """Whether the rival's own end, the one it does not share with the pair, has found its partner already."""
    if other.old.place == pair.old.place:
        return (True, other.new.place) in taken
    return (False, other.old.place) in taken
