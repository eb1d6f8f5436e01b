"""Asking offices, keeping budgets and minutes, printing papers."""

from dataclasses import replace

import pytest
from tests.cast import make_person
from tests.days import A_YEAR, TODAY, YEAR, day
from tests.desk import Desk, make_desk
from tests.submissions import APPLICATION, hand_in, owed

from qingzhuang.actions.admit.budgeting import set_budget
from qingzhuang.actions.admit.consulting import ask_office, reply
from qingzhuang.actions.admit.deciding import sign_decision
from qingzhuang.actions.admit.meeting import Held, record_minutes
from qingzhuang.actions.admit.papers import minutes_paper, opinion_letter, own_letter
from qingzhuang.actions.admit.proposing import Wanted, propose_decision
from qingzhuang.engine.admit.outcomes import Outcome
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.core import Code
from qingzhuang.engine.problems.reviewing import ReviewCode
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Admission, Consultation, Decision, HoursBudget
from qingzhuang.store.queries.accounts import actor_of
from qingzhuang.store.queries.budgets import budget_of, budgets
from qingzhuang.store.queries.consultations import asked_of_my_office
from qingzhuang.store.queries.reviews import precedents, reply_to_office, review
from qingzhuang.store.queries.waiting import waiting_for
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database


@pytest.fixture
def desk() -> Desk:
    """The gate's desk."""
    return make_desk()


@pytest.fixture
def civil(desk: Desk) -> Actor:
    """An officer of another department, 县民政局."""
    account = make_person("civil", role=Role.OFFICER, full_name="冯寒食", office="mzj", region="360999")
    return actor_of(account, today=TODAY)


def refused(code: Code) -> "pytest.RaisesExc[RefusedError]":
    """A refusal with this code."""
    return pytest.raises(RefusedError, check=lambda error: error.problem.code is code)


def decide(desk: Desk, outcome: Outcome = Outcome.REDUCED, *, reference: str = "ZR-2026-058") -> int:
    """A decision that counts; its number."""
    asked = replace(APPLICATION, starts_on=TODAY, ends_on=day(A_YEAR))
    findings = (owed(),) if outcome is Outcome.RETURNED else ()
    submission = hand_in(asked, reference=reference, findings=findings)
    wanted = Wanted(outcome, "关于《表》：\n【依据】没有文号。\n意见：照办。")
    row = propose_decision(desk.reviewer, submission_id=submission.pk, wanted=wanted, today=TODAY)
    sign_decision(desk.leader, decision_id=row.pk, today=TODAY)
    return row.pk


def _submission_of(decision_id: int) -> int:
    return Decision.objects.get(pk=decision_id).submission_id


def test_only_the_office_that_is_asked_answers(desk: Desk, civil: Actor) -> None:
    """R-REV-18: another office sees nothing; the asked one answers once."""
    row = ask_office(desk.reviewer, submission_id=hand_in().pk, office="mzj", question="能直接取吗？")

    assert asked_of_my_office(desk.officer) == ()
    with refused(StoreCode.NOT_THERE):
        reply(desk.officer, consultation_id=row.pk, answer="能")
    reply(civil, consultation_id=row.pk, answer="能，每日更新。")
    with refused(ReviewCode.ANSWERED):
        reply(civil, consultation_id=row.pk, answer="不能")
    assert Consultation.objects.get().answer == "能，每日更新。"


def test_a_question_to_an_office_waits_on_its_desk(desk: Desk, civil: Actor) -> None:
    """R-REV-22: it waits for whoever acts for that office, until it is answered."""
    row = ask_office(desk.reviewer, submission_id=hand_in().pk, office="mzj", question="能直接取吗？")
    assert [each.path_name for each in waiting_for(civil, today=TODAY)] == ["asked_office"]

    reply(civil, consultation_id=row.pk, answer="能")

    assert waiting_for(civil, today=TODAY) == ()


def test_an_unknown_office_is_not_asked(desk: Desk) -> None:
    """R-REV-18: a village's office, or one nobody knows, is refused."""
    submission = hand_in()

    for office in ("qinghe", "nobody"):
        with refused(ReviewCode.UNKNOWN_OFFICE):
            ask_office(desk.reviewer, submission_id=submission.pk, office=office, question="能取吗？")


def test_admissions_debit_the_budget(desk: Desk) -> None:
    """R-REV-11: what is admitted in the year is used; withdrawn before it began it is not."""
    set_budget(desk.leader, office="zjj", year=YEAR, hours="1,000")
    decide(desk)
    admission = Admission.objects.get()

    assert budget_of(desk.reviewer, "zjj", year=YEAR).used == admission.hours > 0
    Admission.objects.filter(pk=admission.pk).update(
        withdrawn_on=TODAY, withdrawn_by="sun", why_withdrawn="重了"
    )
    assert budget_of(desk.reviewer, "zjj", year=YEAR).used == 0


@pytest.mark.parametrize("hours", ["", "很多", "-1", "nan", "inf", "10000001"])
def test_a_budget_is_a_number_of_hours(desk: Desk, hours: str) -> None:
    """R-REV-11: anything but a number from nought to ten million is refused."""
    with refused(ReviewCode.BAD_HOURS):
        set_budget(desk.leader, office="zjj", year=YEAR, hours=hours)
    assert HoursBudget.objects.count() == 0


def test_departments_without_a_budget_are_listed_too(desk: Desk) -> None:
    """R-REV-11: those with a budget come first, all departments are there, villages and towns are not."""
    set_budget(desk.leader, office="mzj", year=YEAR, hours="10")

    assert [row.code for row in budgets(desk.reviewer, year=YEAR)] == ["mzj", "sjj", "xxzx", "zjj"]


@pytest.mark.parametrize(
    ("held", "code"),
    [
        (Held("11月", "甲", "乙"), ReviewCode.BAD_DAY),
        (Held(day(1), "甲", "乙"), ReviewCode.FUTURE_MEETING),
        (Held(day(-2), " ", "乙"), ReviewCode.NO_ATTENDEES),
        (Held(day(-2), "甲", ""), ReviewCode.NO_TEXT),
    ],
)
def test_minutes_need_a_day_people_and_words(desk: Desk, held: Held, code: ReviewCode) -> None:
    """R-REV-19: each that is missing is said."""
    with refused(code):
        record_minutes(desk.reviewer, held=held, today=TODAY)


def test_minutes_and_letters_are_printed(desk: Desk) -> None:
    """R-REV-19, R-REV-20: both come as PDF, the letter to the desk and to its department alike."""
    number = decide(desk)
    submission = _submission_of(number)
    held = Held(day(-2), "主持人：吴芒种", "同意改小。", (submission, 999))
    minutes = record_minutes(desk.reviewer, held=held, today=TODAY)

    papers = (
        opinion_letter(desk.reviewer, decision_id=number),
        own_letter(desk.officer, submission_id=submission),
        minutes_paper(desk.reviewer, minutes_id=minutes.pk),
    )

    assert all(paper.content.startswith(b"%PDF") for paper in papers)
    assert minutes.submissions == f"[{submission}]"


def test_an_unsigned_opinion_has_no_letter(desk: Desk) -> None:
    """R-REV-20: before the signature there is nothing to send."""
    row = propose_decision(
        desk.reviewer, submission_id=hand_in().pk, wanted=Wanted(Outcome.REDUCED, "改小。"), today=TODAY
    )

    with refused(StoreCode.NOT_THERE):
        opinion_letter(desk.leader, decision_id=row.pk)
    with refused(StoreCode.NOT_THERE):
        reply_to_office(desk.officer, row.submission_id)


def test_a_reply_reaches_its_own_department_only(desk: Desk, civil: Actor) -> None:
    """R-REV-09, R-REV-22: what came back waits for its department; for another it is not there."""
    number = decide(desk, Outcome.RETURNED)
    submission = _submission_of(number)

    assert [each.path_name for each in waiting_for(desk.officer, today=TODAY)] == ["gate_reply"]
    with refused(StoreCode.NOT_THERE):
        reply_to_office(civil, submission)


def test_what_waits_at_the_desk_waits_for_whoever_may_do_it(desk: Desk) -> None:
    """R-REV-22: reviewing waits for reviewers; an opinion that needs the leader waits for the leader only."""
    submission = hand_in(replace(APPLICATION, basis="按上级要求"))
    assert [each.verb for each in waiting_for(desk.second, today=TODAY)] == ["去会审"]

    propose_decision(
        desk.reviewer, submission_id=submission.pk, wanted=Wanted(Outcome.REDUCED, "改小。"), today=TODAY
    )

    assert waiting_for(desk.second, today=TODAY) == ()
    assert waiting_for(desk.reviewer, today=TODAY) == ()
    assert [each.verb for each in waiting_for(desk.leader, today=TODAY)] == ["去签批"]


def test_precedents_say_what_came_of_them(desk: Desk) -> None:
    """R-REV-06: an earlier decision on the same matter is found, with its number and until when it runs."""
    decide(desk, reference="ZR-2026-001")
    later = hand_in(replace(APPLICATION, title="农村老年人居住情况摸底表"), reference="ZR-2026-002")

    (found,) = precedents(desk.reviewer, review(desk.reviewer, later.pk), today=TODAY)

    assert found.number == f"准入〔{YEAR}〕1号"
    assert found.came_of_it.startswith(f"还在办，到 {day(A_YEAR)}")
