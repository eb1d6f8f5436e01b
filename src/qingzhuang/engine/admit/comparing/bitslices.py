"""
Sums for thousands of things at once, held crosswise in whole numbers: bit n of every number is thing n.

`planes[p]` holds bit p of every thing's sum. Adding a weight to any set of things costs a few operations on
numbers as long as there are things, whatever the size of the set; the things with the highest sums are found
from the top plane down. (Bit-sliced sums: O'Neil and Quass, Improved Query Performance with Variant Indexes,
SIGMOD 1997.)
"""

from collections.abc import Iterator


def add(planes: list[int], members: int, weight: int) -> None:
    """Add a weight of 0 or more to the sums of the members."""
    place = 0
    while weight:
        if weight & 1:
            _carry(planes, members, place)
        weight >>= 1
        place += 1


def _carry(planes: list[int], carry: int, place: int) -> None:
    while len(planes) < place:
        planes.append(0)
    while carry:
        if place == len(planes):
            planes.append(carry)
            return
        planes[place], carry = planes[place] ^ carry, planes[place] & carry
        place += 1


def highest(planes: list[int], most: int, within: int) -> int:
    """The set of at most so many things of `within` with the highest sums above 0; of ties the first ones."""
    positive = 0
    for plane in planes:
        positive |= plane
    chosen, left = 0, within & positive
    for plane in reversed(planes):
        have = left & plane
        n = (chosen | have).bit_count()
        if n > most:
            left = have
        else:
            chosen, left = chosen | have, left & ~plane
            if n == most:
                return chosen
    for place in members_of(left):
        if chosen.bit_count() >= most:
            break
        chosen |= 1 << place
    return chosen


def members_of(things: int) -> Iterator[int]:
    """The numbers of the things in a set, lowest first."""
    while things:
        lowest = things & -things
        yield lowest.bit_length() - 1
        things ^= lowest
