"""Order: the longest run of pairs that stand in both editions one after the other."""

from bisect import bisect_left
from collections.abc import Sequence


def longest_rise(places: Sequence[int]) -> frozenset[int]:
    """
    Positions in `places` of one longest strictly rising subsequence.

    >>> sorted(longest_rise([0, 3, 1, 2]))
    [0, 2, 3]
    """
    ends: list[int] = []  # position of the smallest end of a rise of each length
    before: list[int] = []
    for position, place in enumerate(places):
        length = bisect_left([places[end] for end in ends], place) if ends else 0
        before.append(ends[length - 1] if length else -1)
        if length == len(ends):
            ends.append(position)
        else:
            ends[length] = position
    found = []
    position = ends[-1] if ends else -1
    while position >= 0:
        found.append(position)
        position = before[position]
    return frozenset(found)
