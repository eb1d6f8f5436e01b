"""Villager groups as people write them."""

import pytest

from qingzhuang.engine.values.villagergroups import groups_in


@pytest.mark.parametrize(
    ("text", "groups"),
    [
        ("一组、二组", ("1组", "2组")),
        ("第一村民小组，2组 三小组", ("1组", "2组", "3组")),
        ("十组；十一组、二十组、二十三组", ("10组", "11组", "20组", "23组")),
        ("一、1组", ("1组",)),
        ("老屋场、新屋", ("老屋场", "新屋")),
        ("  ", ()),
    ],
)
def test_groups_are_compared_in_one_way_of_writing(text: str, groups: tuple[str, ...]) -> None:
    """R-ORG-14: 一组, 第1组 and 1 are one group; a group with a name of its own keeps it."""
    assert groups_in(text) == groups
