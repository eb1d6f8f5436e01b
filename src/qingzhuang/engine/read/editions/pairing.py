"""Fields with the same text path, unit and type: found again wherever they stand. Rules R-EDI-01 and 02."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Hashable, Sequence

from qingzhuang.engine.read.editions.changes import Change, Group, Pair
from qingzhuang.engine.read.editions.items import Item
from qingzhuang.engine.read.editions.order import longest_rise

_Pile = tuple[list[Item], list[Item]]  # old and new fields that are alike


def pair_alike(old: Sequence[Item], new: Sequence[Item]) -> tuple[tuple[Pair, ...], tuple[Group, ...]]:
    """
    Pairs of one identity, and labels that stand there several times and cannot be told apart.

    A label that occurs once in either edition is found anywhere. One that occurs more often is only paired,
    in its order, where it occurs equally often between the same unmoved neighbours, and where it occurs there
    more than once, nothing else between them changed.
    """
    piles = piles_by(old, new, lambda item: item.identity)
    single = [Pair(olds[0], news[0]) for olds, news in piles if len(olds) == len(news) == 1]
    single.sort(key=lambda pair: pair.old.place)
    unmoved = longest_rise([pair.new.place for pair in single])
    anchors = [pair for position, pair in enumerate(single) if position in unmoved]
    before, after = _Gaps(old, [a.old.place for a in anchors]), _Gaps(new, [a.new.place for a in anchors])
    pairs, groups = list(single), []
    for olds, news in piles:
        if not olds or not news or len(olds) == len(news) == 1:
            continue
        if _are_told_apart(olds, news, before, after):
            pairs.extend(map(Pair, olds, news))
        else:
            groups.append(Group(Change.UNCLEAR, tuple(olds), tuple(news)))
    return tuple(sorted(pairs, key=lambda pair: pair.old.place)), tuple(groups)


def piles_by(old: Sequence[Item], new: Sequence[Item], key: Callable[[Item], Hashable]) -> list[_Pile]:
    """Old and new fields that are alike by a key, each pile in the order of its edition."""
    piles: defaultdict[Hashable, _Pile] = defaultdict(lambda: ([], []))
    for item in old:
        piles[key(item)][0].append(item)
    for item in new:
        piles[key(item)][1].append(item)
    return list(piles.values())


class _Gaps:
    """What stands between the unmoved fields of an edition."""

    def __init__(self, items: Sequence[Item], anchors: Sequence[int]) -> None:
        self._anchors = anchors
        self._texts: defaultdict[int, list[Hashable]] = defaultdict(list)
        for item in items:
            self._texts[self.of(item)].append(item.identity)

    def of(self, item: Item) -> int:
        """The number of the gap in which a field stands."""
        return bisect_left(self._anchors, item.place)

    def texts(self, gap: int) -> list[Hashable]:
        """The identities of all fields of a gap, in order."""
        return self._texts[gap]


def _are_told_apart(olds: Sequence[Item], news: Sequence[Item], before: _Gaps, after: _Gaps) -> bool:
    """Whether they stand equally often in the same gaps, alone there or with all else unchanged."""
    counts = Counter(map(before.of, olds))
    return counts == Counter(map(after.of, news)) and all(
        n == 1 or before.texts(gap) == after.texts(gap) for gap, n in counts.items()
    )
