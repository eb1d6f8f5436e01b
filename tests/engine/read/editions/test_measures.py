"""Units as editions compare them."""

import pytest

from qingzhuang.engine.read.editions.measures import compared_unit


@pytest.mark.parametrize(
    ("one", "other"),
    [("㎡", "平方米"), ("（m²）", "平米"), ("万", "万元"), ("公斤", "kg"), ("元每人", "元/人"), ("口", "人")],
)
def test_spellings_of_one_unit_are_one(one: str, other: str) -> None:
    """R-EDI-10: what measures the same in the same size is the same unit."""
    assert compared_unit(one) == compared_unit(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("元", "万元"),
        ("元/人", "元/户"),
        ("元", "元/月"),
        ("亩", "公顷"),
        ("人", "人次"),
        ("头", "只"),
        ("%", "‰"),
    ],
)
def test_units_of_another_size_or_share_are_two(one: str, other: str) -> None:
    """R-EDI-10: an answer in one of them is wrong in the other."""
    assert compared_unit(one) != compared_unit(other)
