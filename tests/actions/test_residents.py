"""Who of those named in a roster lives in the village, and where a household's facts go."""

import pytest
from tests.actions.conftest import QINGHE, Draw, Take, id_number

from qingzhuang.engine.know.profile import Profile
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.profiles import profiles_of

pytestmark = pytest.mark.database


def _people(actor: Actor) -> dict[str, Profile]:
    """Persons published in 青禾村, by name."""
    found = (each for each in profiles_of(actor, QINGHE) if not each.is_household)
    return {each.holdings["person.name"].claim.value: each for each in found}


HOUSES = [
    ["户主姓名", "户主身份证号", "户号", "住房面积", "村民小组"],
    ["赵一", id_number("19400101", 5), "H9", "120平方米", "3组"],
]


def test_a_head_named_by_a_list_of_houses_alone_is_no_resident(take: Take, draw: Draw, zhang: Actor) -> None:
    """R-KNW-16: the house stays known with its household; the head becomes a resident by a row of his own."""
    take(draw("农房.xlsx", HOUSES))
    before = _people(zhang)["赵一"]
    take(draw("人口.xlsx", [["姓名", "身份证号", "户号"], ["赵一", id_number("19400101", 5), "H9"]]))
    after = _people(zhang)["赵一"]

    assert (before.is_resident, after.is_resident) == (False, True)
    assert before.subject_id == after.subject_id


def test_a_head_on_a_list_of_members_is_a_resident(take: Take, draw: Draw, zhang: Actor) -> None:
    """R-KNW-16: a 低保 list that names heads of households names its members."""
    take(draw("低保户名册.xlsx", HOUSES))

    assert _people(zhang)["赵一"].is_resident


def test_whose_household_nobody_knows_keeps_its_facts(take: Take, draw: Draw, zhang: Actor) -> None:
    """R-LNK-09: group and house stand with the person until a list tells the household."""
    number = id_number("19400101", 5)
    take(draw("人口.xlsx", [["姓名", "身份证号", "村民小组", "住房面积"], ["赵一", number, "3组", "120"]]))
    alone = _people(zhang)["赵一"]
    take(draw("户.xlsx", [["户号", "姓名", "与户主关系", "身份证号"], ["H9", "赵一", "户主", number]]))
    settled = _people(zhang)["赵一"]
    home = next(each for each in profiles_of(zhang, QINGHE) if each.subject_id == settled.household_id)

    assert alone.holdings["place.group"].claim.value == "3组"
    assert "place.group" not in settled.holdings
    assert home.holdings["place.group"].claim.value == "3组"
    assert home.holdings["house.floor_area"].claim.value == "120"
