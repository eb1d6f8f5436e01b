"""Scopes: who sees which villages."""

import pytest

from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Region
from qingzhuang.store.queries.organisations import village_name
from qingzhuang.store.scopes import check_region, require, within
from qingzhuang.store.writers.villages import open_region


@pytest.mark.parametrize(
    ("scopes", "region", "is_allowed"),
    [
        (("360999101205",), "360999101205", True),
        (("360999101205",), "360999101206", False),
        (("360999101",), "360999101206", True),
        (("360999102",), "360999101206", False),
        (("",), "110000000000", True),
        ((), "360999101205", False),
    ],
)
def test_a_scope_is_the_beginning_of_codes(scopes: tuple[str, ...], region: str, is_allowed: bool) -> None:
    """R-STO-05: a village sees itself, a town its villages, no scope nothing."""
    actor = Actor("somebody", scopes)

    if is_allowed:
        require(actor, region)
    else:
        with pytest.raises(RefusedError):
            require(actor, region)


@pytest.mark.parametrize("region", ["", "3609", "36099910120x", "3609991012051", "３６０９９９１０１２０５"])
def test_a_region_code_is_twelve_digits(region: str) -> None:
    """Anything but 12 plain digits is refused."""
    with pytest.raises(RefusedError):
        check_region(region)


@pytest.mark.database
@pytest.mark.parametrize(("scope", "seen"), [("360999101205", 1), ("360999101", 2), ("", 3), ("360998", 0)])
def test_a_query_returns_only_what_is_in_scope(scope: str, seen: int) -> None:
    """R-STO-05: the condition of a query and the check of a code agree."""
    for code in ("360999101205", "360999101206", "360999102201"):
        open_region(code=code, name=code, on="2024-01-01")

    assert Region.objects.filter(within(Actor("somebody", (scope,)), field="code")).count() == seen


@pytest.mark.database
def test_a_village_may_change_its_name(zhang: Actor) -> None:
    """The new name holds from its day; the old one stays with its end."""
    open_region(code="360999101205", name="青禾村", on="2020-01-01")
    open_region(code="360999101205", name="新禾村", on="2024-01-01")

    assert village_name(zhang, "360999101205") == "新禾村"
    assert list(Region.objects.order_by("id").values_list("name", "valid_to")) == [
        ("青禾村", "2024-01-01"),
        ("新禾村", None),
    ]
