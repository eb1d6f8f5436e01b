"""Where a value is from."""

import pytest
from tests.actions.conftest import Draw, Take, id_number
from tests.actions.test_import import DIBAO, PEOPLE

from qingzhuang.actions.know import explain
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import JournalEntry

pytestmark = pytest.mark.database
WANG = id_number("19801201", 3)
WIDE = {ord(digit): ord(digit) + 0xFEE0 for digit in "0123456789X"}


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


@pytest.mark.parametrize(
    "typed", [WANG.translate(WIDE), f" {WANG[:6]} {WANG[6:14]} {WANG[14:]} ", f"'{WANG}", "王　五"]
)
def test_a_person_is_found_as_people_type(take: Take, draw: Draw, zhang: Actor, typed: str) -> None:
    """R-VAL-03: full width, blanks and a leading apostrophe find the same person, in number and name."""
    take(draw("人口.xlsx", PEOPLE))

    found = explain(zhang, person=typed, element="person.ethnicity")

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


def test_an_age_says_from_which_birth_date(take: Take, draw: Draw, zhang: Actor) -> None:
    """R-STO-10: nobody says an age; it follows from the birth date of row 4, on the day asked for."""
    take(draw("人口.xlsx", PEOPLE))

    found = explain(zhang, person="张三", element="年龄", on="2024-03-06")[0]

    assert found.holding is None
    assert found.follows is not None
    assert found.follows.value == "73"
    assert "1950-03-07" in found.follows.why.sentence
    assert [told.claim.row for told in found.told] == [4]


def test_the_size_of_a_household_and_its_head_are_explained(take: Take, draw: Draw, zhang: Actor) -> None:
    """R-STO-10: 李四's household has two residents, and its head is 张三."""
    take(draw("人口.xlsx", PEOPLE))

    size = explain(zhang, person="李四", element="家庭人口数", on="2024-06-30")[0]
    head = explain(zhang, person="李四", element="户主姓名", on="2024-06-30")[0]

    assert size.follows is not None
    assert size.follows.value == "2"
    assert head.follows is not None
    assert head.follows.value == "张三"


def test_what_does_not_apply_says_why(take: Take, draw: Draw, zhang: Actor) -> None:
    """R-STO-10: who is on no 低保 list has no 低保 amount, and hears that this is the reason."""
    take(draw("人口.xlsx", PEOPLE))
    take(draw("低保.xlsx", DIBAO))

    found = explain(zhang, person="李四", element="person.dibao_amount", on="2024-08-01")[0]

    assert found.follows is not None
    assert found.follows.value == ""
    assert "低保" in found.follows.why.sentence


def test_what_nobody_knows_follows_from_nothing(take: Take, draw: Draw, zhang: Actor) -> None:
    """R-STO-10: a phone nobody told is neither said nor derived."""
    take(draw("人口.xlsx", PEOPLE))

    found = explain(zhang, person="李四", element="联系电话", on="2024-08-01")[0]

    assert (found.holding, found.follows, found.told) == (None, None, ())
