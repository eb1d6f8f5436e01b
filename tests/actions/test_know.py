"""Where a value is from."""

import pytest
from tests.actions.conftest import Draw, Take, id_number
from tests.actions.test_import import DIBAO, PEOPLE

from qingzhuang.actions.know import explain
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import JournalEntry

pytestmark = pytest.mark.database


def test_every_word_is_told_with_file_and_row(take: Take, draw: Draw, zhang: Actor) -> None:
    """R-STO-10: 张三's phone is of 人口.xlsx, row 4; an older word that no longer holds is told too."""
    rows = [*PEOPLE[:3], ["H1", "张三", "户主", id_number("19500307", 1), "汉", "13900000009"]]
    take(draw("旧册.xlsx", rows), as_of="2023-12-31")
    take(draw("人口.xlsx", PEOPLE))

    found = explain(zhang, person="张三", element="联系电话")[0]

    assert found.holding is not None
    assert found.holding.claim.value == "13800000001"
    assert [(told.source_import.file_name, told.claim.row, told.claim.value) for told in found.told] == [
        ("旧册.xlsx", 4, "13900000009"),
        ("人口.xlsx", 4, "13800000001"),
    ]


def test_a_person_is_found_by_number(take: Take, draw: Draw, zhang: Actor) -> None:
    """An identity number names one person, whatever the case of its X."""
    take(draw("人口.xlsx", PEOPLE))

    found = explain(zhang, person=id_number("19801201", 3).lower(), element="person.ethnicity")

    assert [each.subject.name for each in found] == ["王五"]


def test_what_a_roster_implies_is_told_as_such(take: Take, draw: Draw, zhang: Actor) -> None:
    """R-STO-10: the 否 of who is not on the list comes from the list, row 0."""
    take(draw("人口.xlsx", PEOPLE))
    take(draw("低保.xlsx", DIBAO))

    found = explain(zhang, person="李四", element="是否低保")[0]

    assert [(told.claim.value, told.claim.row, told.source_import.file_name) for told in found.told] == [
        ("否", 0, "低保.xlsx")
    ]


def test_asking_is_written_down(take: Take, draw: Draw, zhang: Actor) -> None:
    """R-STO-02: looking somebody up is one line in the journal, without a name in it."""
    take(draw("人口.xlsx", PEOPLE))

    explain(zhang, person="张三", element="联系电话")

    line = JournalEntry.objects.order_by("-seq")[0]
    assert (line.actor, line.action, line.object) == ("zhang", "know.explain", "person.phone")


def test_another_villages_people_are_nobody(take: Take, draw: Draw, li: Actor) -> None:
    """R-STO-05: Li finds no 张三."""
    take(draw("人口.xlsx", PEOPLE))

    with pytest.raises(RefusedError):
        explain(li, person="张三", element="联系电话")


def test_an_unknown_element_is_asked_back(take: Take, draw: Draw, zhang: Actor) -> None:
    """A label nobody knows is refused in a sentence, not guessed."""
    take(draw("人口.xlsx", PEOPLE))

    with pytest.raises(RefusedError) as refusal:
        explain(zhang, person="张三", element="血糖走势图")
    assert "血糖走势图" in refusal.value.problem.sentence
