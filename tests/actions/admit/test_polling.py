"""Asking three villages: drawn by lot, answered once, seen by the 减负办 only."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.days import TODAY, day
from tests.desk import Desk, make_desk
from tests.submissions import hand_in

from qingzhuang.actions.admit.polling import Said, answer_poll, ask_villages, drawn
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.core import Code
from qingzhuang.engine.problems.reviewing import ReviewCode
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.models import JournalEntry, JournalValues, Poll, PollAnswer, Submission
from qingzhuang.store.queries.polls import Village, asked_of_mine, my_question, polls_on
from qingzhuang.store.queries.waiting import waiting_for

TOWNS = ("360999101", "360999102", "360999103", "360999104")
VILLAGES = st.lists(
    st.builds(
        lambda town, n, peopled: Village(f"{town}{n}", "村", peopled),
        st.sampled_from(TOWNS),
        st.integers(200, 260),
        st.booleans(),
    ),
    min_size=1,
    max_size=30,
    unique_by=lambda village: village.code,
)


@pytest.fixture
def desk() -> Desk:
    """The gate's desk."""
    return make_desk()


@pytest.fixture
def asked(desk: Desk) -> Submission:
    """An application about which both villages were asked."""
    submission = hand_in()
    ask_villages(desk.reviewer, submission_id=submission.pk, question="填得了吗？", today=TODAY)
    return submission


def refused(code: Code) -> "pytest.RaisesExc[RefusedError]":
    """A refusal with this code."""
    return pytest.raises(RefusedError, check=lambda error: error.problem.code is code)


def mine(region: str) -> PollAnswer:
    """The question to a village."""
    return PollAnswer.objects.get(region=region)


@given(VILLAGES, st.text(max_size=20))
def test_the_lot_takes_different_towns_while_there_are_any(villages: list[Village], seed: str) -> None:
    """R-REV-16: three villages, or all; of as many towns as there are; the same lot draws the same ones."""
    picked = drawn(villages, seed=seed, most=3)

    assert len(picked) == min(3, len(villages))
    assert len({code[:9] for code in picked}) == min(len(picked), len({village.town for village in villages}))
    assert picked == drawn(list(reversed(villages)), seed=seed, most=3)


def test_the_lot_is_another_for_another_application() -> None:
    """R-REV-16: who is asked hangs on the application, so nobody is always asked."""
    villages = [Village(f"{town}{n}", "村", True) for town in TOWNS for n in range(200, 230)]

    assert len({drawn(villages, seed=f"ZR-2026-{n:03d}/0", most=3) for n in range(40)}) > 30


@pytest.mark.database
def test_a_village_where_nobody_can_answer_is_drawn_last(desk: Desk) -> None:
    """R-REV-16: inside a town, the one with somebody who may answer goes first."""
    villages = [Village(f"360999101{n}", "村", n == 259) for n in range(200, 260)]

    assert drawn(villages, seed="x", most=1) == ("360999101259",)


@pytest.mark.database
def test_the_desk_sees_every_answer(desk: Desk, asked: Submission) -> None:
    """R-REV-15: which village said what, with minutes and words, is there for the reviewer."""
    answer = mine("360999101205")
    answer_poll(desk.village, answer_id=answer.pk, said=Said("hard", "240", "说不清"), today=TODAY)

    ((_, answers),) = polls_on(desk.second, asked.pk)

    said = {each.village: each.answer for each in answers}
    assert said.keys() == {"青禾村", "东塘村"}
    found = said["青禾村"]
    assert (found.answer, found.minutes, found.words) == ("hard", 240, "说不清")


@pytest.mark.database
@pytest.mark.parametrize("who", ["officer", "village", "other_village", "town"])
def test_nobody_else_sees_who_said_what(desk: Desk, asked: Submission, who: str) -> None:
    """R-REV-15: officer, villages and town are refused the answers."""
    with refused(StoreCode.NOT_ALLOWED):
        polls_on(getattr(desk, who), asked.pk)


@pytest.mark.database
def test_a_village_reaches_its_own_question_only(desk: Desk, asked: Submission) -> None:
    """R-REV-15: another village's question looks as if it were not there; a town has none."""
    with refused(StoreCode.NOT_THERE):
        my_question(desk.other_village, mine("360999101205").pk)
    with refused(StoreCode.NOT_THERE):
        my_question(desk.town, mine("360999101205").pk)
    assert [row.region for row in asked_of_mine(desk.village)] == ["360999101205"]
    assert asked_of_mine(desk.town) == ()


@pytest.mark.database
def test_the_journal_knows_neither_village_nor_answer(desk: Desk, asked: Submission) -> None:
    """R-REV-17: neither the line nor its values hold a region or a word of what was said."""
    answer_poll(
        desk.village, answer_id=mine("360999101205").pk, said=Said("pointless", "33", "没用"), today=TODAY
    )

    entry = JournalEntry.objects.get(action="admit.answer_poll")
    values = JournalValues.objects.get(entry=entry)
    kept = entry.object + values.document
    assert json.loads(values.document) == {}
    assert not any(word in kept for word in ("3609", "青禾", "pointless", "没用", "33"))
    asking = JournalEntry.objects.get(action="admit.ask_villages")
    assert "3609" not in asking.object + JournalValues.objects.get(entry=asking).document


@pytest.mark.database
def test_a_village_answers_once_and_in_time(desk: Desk, asked: Submission) -> None:
    """R-REV-17: a second answer and a late one are refused; what was said first stands."""
    answer = mine("360999101205")
    with refused(ReviewCode.POLL_CLOSED):
        answer_poll(desk.village, answer_id=answer.pk, said=Said("can"), today=day(39))
    answer_poll(desk.village, answer_id=answer.pk, said=Said("can"), today=TODAY)

    with refused(ReviewCode.ANSWERED):
        answer_poll(desk.village, answer_id=answer.pk, said=Said("hard"), today=TODAY)
    answer.refresh_from_db()
    assert answer.answer == "can"


@pytest.mark.database
@pytest.mark.parametrize(
    ("said", "code"),
    [
        (Said("perhaps"), ReviewCode.NO_ANSWER),
        (Said("can", "很久"), ReviewCode.BAD_MINUTES),
        (Said("can", "-1"), ReviewCode.BAD_MINUTES),
        (Said("can", "6001"), ReviewCode.BAD_MINUTES),
        (Said("can", "", "长" * 501), StoreCode.TOO_LONG),
    ],
)
def test_what_is_no_answer_is_refused(desk: Desk, asked: Submission, said: Said, code: Code) -> None:
    """An answer that is none of the three, minutes that are no number, too many words."""
    with refused(code):
        answer_poll(desk.village, answer_id=mine("360999101205").pk, said=said, today=TODAY)


@pytest.mark.database
def test_villages_are_asked_once_at_a_time(desk: Desk, asked: Submission) -> None:
    """R-REV-16: while somebody has not answered, no second lot is drawn; later one may be."""
    with refused(ReviewCode.POLL_OPEN):
        ask_villages(desk.reviewer, submission_id=asked.pk, question="再问", today=TODAY)
    ask_villages(desk.reviewer, submission_id=asked.pk, question="再问", today=day(39))

    assert Poll.objects.count() == 2


@pytest.mark.database
def test_a_poll_closes_after_working_days(desk: Desk) -> None:
    """Two working days after Sunday, 22 November 2026, is Tuesday the 24th."""
    ask_villages(desk.reviewer, submission_id=hand_in().pk, question="填得了吗？", today="2026-11-22")

    assert Poll.objects.get().closes_on == "2026-11-24"


@pytest.mark.database
def test_a_question_waits_on_its_villages_desk_until_answered(desk: Desk, asked: Submission) -> None:
    """R-REV-22: it waits for the village, not for the town, and no longer once it is answered."""
    assert [each.path_name for each in waiting_for(desk.village, today=TODAY)] == ["asked_poll"]
    assert waiting_for(desk.town, today=TODAY) == ()

    answer_poll(desk.village, answer_id=mine("360999101205").pk, said=Said("can"), today=TODAY)

    assert waiting_for(desk.village, today=TODAY) == ()
