"""Sums held crosswise give what counting one by one gives."""

from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.admit.comparing.bitslices import add, highest, members_of

SETS = st.lists(st.tuples(st.integers(0, 2**70 - 1), st.integers(0, 40)), max_size=12)


def counted(sets: list[tuple[int, int]], n: int) -> list[int]:
    """The sum of every thing, one by one."""
    return [sum(weight for members, weight in sets if members >> at & 1) for at in range(n)]


@given(SETS)
def test_planes_hold_the_sums(sets: list[tuple[int, int]]) -> None:
    """R-DUP-09: read back from the planes, each thing's sum is the sum of its weights."""
    planes: list[int] = []
    for members, weight in sets:
        add(planes, members, weight)

    read_back = [sum((plane >> at & 1) << p for p, plane in enumerate(planes)) for at in range(70)]
    assert read_back == counted(sets, 70)


@given(SETS, st.integers(1, 10), st.integers(0, 2**70 - 1))
def test_the_highest_are_found(sets: list[tuple[int, int]], most: int, within: int) -> None:
    """R-DUP-09: no thing left out has a higher sum than one that was chosen, and none of sum 0 is chosen."""
    planes: list[int] = []
    for members, weight in sets:
        add(planes, members, weight)

    chosen = set(members_of(highest(planes, most, within)))
    sums = counted(sets, 70)
    allowed = [sums[at] for at in range(70) if within >> at & 1 and sums[at]]
    assert sorted((sums[at] for at in chosen), reverse=True) == sorted(allowed, reverse=True)[:most]
