"""Doubtful pairs: asked, never merged silently, decided by a person."""

import json

import pytest
from tests.actions.conftest import QINGHE, Draw, Rows, Take, id_number
from tests.actions.test_import import HEADER, held

from qingzhuang.actions.link import answer_question, list_questions
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import JournalEntry, JournalValues
from qingzhuang.store.queries.questions import open_questions

pytestmark = pytest.mark.database

ZHANG = id_number("19500307", 1)
ROSTER: Rows = [HEADER, ["H1", "张三", "户主", ZHANG, "汉族", None]]
# The same name and birth date, but no household and no number: who is it?
VISIT: Rows = [["姓名", "出生日期", "文化程度"], ["张三", "1950-03-07", "小学"]]


@pytest.fixture
def doubt(take: Take, draw: Draw, zhang: Actor) -> int:
    """A visit's list names a 张三 who may be the one of the roster; the question's number."""
    take(draw("人口.xlsx", ROSTER), as_of="2024-06-30")
    take(draw("走访.xlsx", VISIT), as_of="2024-07-31")
    return open_questions(zhang, region=QINGHE)[0].question_id


def test_a_doubtful_pair_is_not_merged(doubt: int, zhang: Actor) -> None:
    """R-STO-07: while nobody decided, the visit's word counts for nobody."""
    assert held(zhang, "person.education") == {}
    assert held(zhang, "person.name") == {"张三": "张三"}


def test_the_question_shows_both_rows(doubt: int, zhang: Actor) -> None:
    """R-STO-07: a question names file and row of both sides, and why."""
    question = open_questions(zhang)[0]

    assert {(place.file, place.row) for place in (question.first, question.second)} == {
        ("人口.xlsx", 2),
        ("走访.xlsx", 2),
    }
    assert "张三" in question.why


def test_answered_the_same_they_are_one(doubt: int, zhang: Actor) -> None:
    """R-STO-07: answered 是同一个人, the visit's word counts for the person of the roster."""
    answer_question(zhang, question_id=doubt, is_same=True)

    assert held(zhang, "person.education") == {"张三": "小学"}
    assert open_questions(zhang) == ()


def test_answered_different_they_are_two(doubt: int, zhang: Actor, take: Take, draw: Draw) -> None:
    """R-STO-07: answered 是两个人, somebody new lives here, and a later import asks no more."""
    answer_question(zhang, question_id=doubt, is_same=False)
    take(draw("民族.xlsx", [["姓名", "身份证号", "政治面貌"], ["张三", ZHANG, "群众"]]), as_of="2024-08-31")

    assert held(zhang, "person.education") == {"张三": "小学"}
    assert open_questions(zhang) == ()


def test_a_question_is_answered_once(doubt: int, zhang: Actor) -> None:
    """A second answer is refused: nothing that was decided changes unseen."""
    answer_question(zhang, question_id=doubt, is_same=True)

    with pytest.raises(RefusedError):
        answer_question(zhang, question_id=doubt, is_same=False)


def test_nobody_sees_another_villages_questions(doubt: int, li: Actor) -> None:
    """R-STO-05: Li is shown no question of 青禾村 and can answer none."""
    assert open_questions(li) == ()
    with pytest.raises(RefusedError):
        answer_question(li, question_id=doubt, is_same=True)


def test_being_shown_questions_is_written_down(doubt: int, zhang: Actor) -> None:
    """R-STO-02: listing questions shows what rows say of people: one line, without a name in it."""
    found = list_questions(zhang, region=QINGHE)

    line = JournalEntry.objects.order_by("-seq")[0]
    details = JournalValues.objects.get(entry=line).document
    assert [question.question_id for question in found] == [doubt]
    assert (line.actor, line.action, line.object) == ("zhang", "link.list_questions", QINGHE)
    assert (json.loads(details), "张三" in details) == ({"questions": [doubt]}, False)


def test_a_question_about_households_shows_the_households_facts(take: Take, draw: Draw, zhang: Actor) -> None:
    """R-STO-07: whoever decides whether two rows are one household sees 户号 and 户主 of both."""
    other = ["H1", "王五", "户主", id_number("19801201", 3), "汉族", None]
    take(draw("人口.xlsx", ROSTER), as_of="2024-06-30")
    take(draw("新册.xlsx", [HEADER, other]), as_of="2024-07-31")

    question = next(each for each in list_questions(zhang) if each.is_household)

    values = [json.loads(place.values) for place in (question.first, question.second)]
    assert {each["household.no"] for each in values} == {"H1"}
    assert {each["person.name"] for each in values} == {"张三", "王五"}
