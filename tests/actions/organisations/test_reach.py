"""Whom one sees: people of one's own place, and no others."""

from collections.abc import Callable

import pytest
from tests.cast import make_person
from tests.conftest import DONGTANG, QINGHE

from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Account
from qingzhuang.store.queries.areas import areas_of
from qingzhuang.store.queries.offices import office_names, offices
from qingzhuang.store.queries.people import Wanted, people, person, serving_in
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
TODAY = "2026-11-22"
OF_QINGHE = {"village_clerk", "village_secretary", "grid_worker"}


@pytest.fixture
def li(cast: dict[Role, Account]) -> Account:
    """The clerk of 东塘村, the neighbour."""
    return make_person("li", role=Role.VILLAGE_CLERK, full_name="李清风", office="dongtang", region=DONGTANG)


@pytest.mark.parametrize(
    ("role", "names"),
    [
        (Role.VILLAGE_CLERK, OF_QINGHE),
        (Role.GRID_WORKER, {"grid_worker"}),
        (Role.TOWN_CLERK, OF_QINGHE | {"li", "town_clerk", "town_leader"}),
        (Role.OFFICER, {"officer"}),
        (Role.AUDITOR, {"auditor"}),
        (Role.ADMINISTRATOR, {role.value for role in Role} | {"li"}),
    ],
)
def test_each_role_reaches_its_own_people(
    actor_as: Callable[[Role], Actor], li: Account, role: Role, names: set[str]
) -> None:
    """R-ORG-13: a village its own, a town its town, an administrator the county, the others themselves."""
    found = people(actor_as(role), wanted=Wanted(), today=TODAY)

    assert {each.name for each in found.seen} == names


def test_a_neighbour_is_not_found_by_number(actor_as: Callable[[Role], Actor], li: Account) -> None:
    """R-ORG-13: knowing the number of somebody elsewhere opens nothing."""
    with pytest.raises(RefusedError, match="NOT_THERE"):
        person(actor_as(Role.VILLAGE_CLERK), li.pk, today=TODAY)


def test_a_village_offers_its_own_people_for_areas(actor_as: Callable[[Role], Actor], li: Account) -> None:
    """R-ORG-13: the clerk chooses among those who serve in the village; the neighbour is not among them."""
    assert set(serving_in(actor_as(Role.VILLAGE_CLERK), QINGHE, today=TODAY)) == OF_QINGHE


@pytest.mark.parametrize("role", [Role.OFFICER, Role.REVIEWER, Role.BURDEN_LEADER, Role.AUDITOR])
def test_departments_see_no_areas(actor_as: Callable[[Role], Actor], role: Role) -> None:
    """R-ORG-13: who looks after which groups is between a village and its town."""
    with pytest.raises(RefusedError):
        areas_of(actor_as(role), QINGHE, today=TODAY)


def test_offices_are_listed_where_one_serves(actor_as: Callable[[Role], Actor]) -> None:
    """R-ORG-13: a town's people list the offices of the town; names of all are for everybody signed in."""
    town = actor_as(Role.TOWN_CLERK)

    assert {each.code for each in offices(town)} == {"liuhe", "qinghe", "dongtang"}
    assert "zjj" in office_names(town)
    with pytest.raises(RefusedError):
        office_names(Actor("visitor", ()))


def test_two_of_one_name_are_told_apart(actor_as: Callable[[Role], Actor]) -> None:
    """R-ORG-13: where two in a village are called alike, the choice shows their accounts."""
    make_person("qinghe-02", role=Role.GRID_WORKER, full_name="张小满", office="qinghe", region=QINGHE)

    offered = serving_in(actor_as(Role.VILLAGE_CLERK), QINGHE, today=TODAY)

    assert offered["qinghe-02"] == "张小满（qinghe-02）"
    assert offered["grid_worker"] == "何谷雨"
