"""An opinion is written by one, signed by another; what is admitted gets its number and lands."""

import json
from dataclasses import replace

import pytest
from tests.days import A_YEAR, TODAY, YEAR, day
from tests.desk import Desk, make_desk
from tests.submissions import APPLICATION, hand_in, owed

from qingzhuang.actions.admit.deciding import send_back, sign_decision
from qingzhuang.actions.admit.proposing import Wanted, propose_decision, propose_together
from qingzhuang.engine.admit.domain import Frequency, Kind
from qingzhuang.engine.admit.outcomes import Outcome
from qingzhuang.engine.admit.reducing import Reduction
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.reviewing import ReviewCode
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.models import Admission, Decision, HoursBudget, JournalEntry, LedgerCap, Obligation
from qingzhuang.store.queries.reviews import is_waiting, queue

pytestmark = pytest.mark.database
REDUCE = Wanted(Outcome.REDUCED, "改小。")
NOW = replace(APPLICATION, starts_on=TODAY, ends_on=day(A_YEAR))


@pytest.fixture
def desk() -> Desk:
    """The gate's desk."""
    return make_desk()


def refused(code: object) -> "pytest.RaisesExc[RefusedError]":
    """A refusal with this code."""
    return pytest.raises(RefusedError, check=lambda error: error.problem.code is code)


def test_what_is_reduced_gets_a_number_and_lands(desk: Desk) -> None:
    """R-REV-12: signing admits the smaller application and lands it on every village, in one step."""
    row = propose_decision(desk.reviewer, submission_id=hand_in(NOW).pk, wanted=REDUCE, today=TODAY)

    admission = sign_decision(desk.second, decision_id=row.pk, today=TODAY)

    assert admission is not None
    fields = json.loads(admission.document)["fields"]
    assert [field["label"] for field in fields] == ["夜间有无人照看", "燃气报警器", "适老化改造意愿"]
    assert sorted(Obligation.objects.values_list("region", flat=True)) == ["360999101205", "360999101206"]
    row.refresh_from_db()
    assert row.decided_by == "second"


def test_nothing_counts_before_the_signature(desk: Desk) -> None:
    """R-REV-12: a proposed opinion gives no number and lands nowhere."""
    propose_decision(desk.reviewer, submission_id=hand_in(NOW).pk, wanted=REDUCE, today=TODAY)

    assert (Admission.objects.count(), Obligation.objects.count()) == (0, 0)


def test_nobody_signs_their_own_opinion(desk: Desk) -> None:
    """R-REV-12: not even the leader signs what the leader wrote."""
    row = propose_decision(desk.leader, submission_id=hand_in(NOW).pk, wanted=REDUCE, today=TODAY)

    with refused(ReviewCode.OWN_PROPOSAL):
        sign_decision(desk.leader, decision_id=row.pk, today=TODAY)


def test_what_weighs_is_signed_by_a_leader(desk: Desk) -> None:
    """R-REV-10: without a numbered basis a second reviewer is refused, the leader is not."""
    submission = hand_in(replace(NOW, basis="按上级要求"))
    row = propose_decision(desk.reviewer, submission_id=submission.pk, wanted=REDUCE, today=TODAY)

    with refused(ReviewCode.LEADER_SIGNS):
        sign_decision(desk.second, decision_id=row.pk, today=TODAY)
    assert sign_decision(desk.leader, decision_id=row.pk, today=TODAY) is not None


def test_going_against_the_machine_takes_a_sentence(desk: Desk) -> None:
    """R-REV-13: going another way takes a sentence, and with it the leader."""
    submission = hand_in(NOW)
    against = Wanted(Outcome.ADMITTED, "同意。")

    with refused(ReviewCode.NO_OVERRIDE):
        propose_decision(desk.reviewer, submission_id=submission.pk, wanted=against, today=TODAY)
    row = propose_decision(
        desk.reviewer,
        submission_id=submission.pk,
        wanted=replace(against, override="市里点名要"),
        today=TODAY,
    )
    assert (row.override, row.suggested, row.needs_leader) == ("市里点名要", "reduced", True)


def test_an_empty_opinion_is_refused(desk: Desk) -> None:
    """R-REV-03: the department has to be told something."""
    with refused(ReviewCode.NO_OPINION):
        propose_decision(
            desk.reviewer, submission_id=hand_in().pk, wanted=Wanted(Outcome.REDUCED, " "), today=TODAY
        )


def test_the_reviewers_own_reduction_is_what_is_admitted(desk: Desk) -> None:
    """R-REV-02, R-REV-07: two fields, one town, yearly, sooner: the number says exactly that."""
    small = Reduction((4, 5), Frequency.YEARLY, ("360999101",), 2, day(129))
    row = propose_decision(
        desk.reviewer, submission_id=hand_in(NOW).pk, wanted=replace(REDUCE, reduction=small), today=TODAY
    )

    admission = sign_decision(desk.second, decision_id=row.pk, today=TODAY)

    assert admission is not None
    document = json.loads(admission.document)
    assert (len(document["fields"]), document["frequency"], document["regions"], admission.ends_on) == (
        2, "yearly", ["360999101"], day(129),
    )  # fmt: skip
    assert 0 < admission.hours < row.hours_asked


def test_an_opinion_that_comes_back_puts_the_application_into_the_queue_again(desk: Desk) -> None:
    """R-REV-13: sending back takes a sentence, keeps the opinion, and the application waits again."""
    submission = hand_in()
    row = propose_decision(desk.reviewer, submission_id=submission.pk, wanted=REDUCE, today=TODAY)

    with refused(ReviewCode.NO_WHY):
        send_back(desk.second, decision_id=row.pk, why=" ")
    send_back(desk.second, decision_id=row.pk, why="再少一点")

    assert is_waiting(desk.reviewer, submission.pk)
    assert Decision.objects.get().why_dropped == "再少一点"
    with refused(ReviewCode.ALREADY_DECIDED):
        sign_decision(desk.second, decision_id=row.pk, today=TODAY)


def test_what_is_returned_stays_open_and_what_is_refused_is_closed(desk: Desk) -> None:
    """R-REV-12: a returned application can be handed in again; a refused one is over."""
    returned, closed = hand_in(findings=(owed(),)), hand_in(reference="ZR-2026-059")
    for submission, outcome, override in (
        (returned, Outcome.RETURNED, ""),
        (closed, Outcome.REFUSED, "重复"),
    ):
        wanted = Wanted(outcome, "意见。", override)
        row = propose_decision(desk.reviewer, submission_id=submission.pk, wanted=wanted, today=TODAY)
        assert sign_decision(desk.leader, decision_id=row.pk, today=TODAY) is None

    for submission in (returned, closed):
        submission.request.refresh_from_db()
    assert returned.request.closed_at is None
    assert closed.request.closed_at is not None


def test_above_the_budget_the_leader_writes_a_sentence(desk: Desk) -> None:
    """R-REV-11: over budget nobody signs without a sentence; with one it stands below the opinion."""
    HoursBudget.objects.create(office="zjj", year=YEAR, hours=1)
    row = propose_decision(desk.reviewer, submission_id=hand_in(NOW).pk, wanted=REDUCE, today=TODAY)

    with refused(ReviewCode.OVER_BUDGET):
        sign_decision(desk.leader, decision_id=row.pk, today=TODAY)
    sign_decision(desk.leader, decision_id=row.pk, today=TODAY, sentence="汛期前必须摸清。")

    assert Decision.objects.get().opinion.endswith("汛期前必须摸清。")


def test_a_budget_spent_meanwhile_stops_the_signature(desk: Desk) -> None:
    """R-REV-11: what was within the budget when proposed is looked at again when signed."""
    HoursBudget.objects.create(office="zjj", year=YEAR, hours=30)
    rows = [
        propose_decision(
            desk.reviewer, submission_id=hand_in(NOW, reference=each).pk, wanted=REDUCE, today=TODAY
        )
        for each in ("ZR-2026-061", "ZR-2026-062")
    ]
    assert not any(row.needs_leader for row in rows)
    sign_decision(desk.second, decision_id=rows[0].pk, today=TODAY)

    with refused(ReviewCode.LEADER_SIGNS):
        sign_decision(desk.second, decision_id=rows[1].pk, today=TODAY)
    assert Admission.objects.count() == 1


def test_several_like_ones_take_one_opinion(desk: Desk) -> None:
    """R-REV-14: each keeps a decision of its own; one line in the journal names them all."""
    ids = [hand_in(reference=f"ZR-2026-0{n}").pk for n in (61, 62, 63)]

    rows = propose_together(desk.reviewer, submission_ids=ids, wanted=REDUCE, today=TODAY)

    assert [row.submission_id for row in rows] == ids
    assert JournalEntry.objects.get().object == "ZR-2026-061、ZR-2026-062、ZR-2026-063"
    assert queue(desk.reviewer) == ()


def test_different_kinds_take_different_opinions(desk: Desk) -> None:
    """R-REV-14: a form and a meeting are refused together, and nothing is written."""
    ids = [hand_in().pk, hand_in(replace(APPLICATION, kind=Kind.MEETING), reference="ZR-2026-059").pk]

    with refused(ReviewCode.NOT_ALIKE):
        propose_together(desk.reviewer, submission_ids=ids, wanted=REDUCE, today=TODAY)
    assert Decision.objects.count() == 0


def test_an_emergency_is_let_in_for_three_days(desk: Desk) -> None:
    """R-REV-10, R-REV-12: the leader signs it, and it has to be regularised within 72 hours."""
    urgent = replace(NOW, emergency="山洪", leader="副县长")
    submission = hand_in(urgent, is_emergency=True)
    row = propose_decision(desk.reviewer, submission_id=submission.pk, wanted=REDUCE, today=TODAY)

    admission = sign_decision(desk.leader, decision_id=row.pk, today=TODAY)

    assert admission is not None
    assert admission.emergency_until is not None
    assert (admission.emergency_until - admission.admitted_at).total_seconds() == 72 * 3600


def test_what_the_gate_refuses_leaves_nothing(desk: Desk) -> None:
    """R-REV-12: an application without scope gets no number, and its opinion stays unsigned."""
    row = propose_decision(
        desk.reviewer, submission_id=hand_in(replace(NOW, regions=())).pk, wanted=REDUCE, today=TODAY
    )

    with pytest.raises(RefusedError):
        sign_decision(desk.second, decision_id=row.pk, today=TODAY)
    row.refresh_from_db()
    assert (row.decided_at, Admission.objects.count(), JournalEntry.objects.count()) == (None, 0, 1)


@pytest.mark.parametrize("who", ["officer", "village", "town"])
def test_only_the_desk_decides(desk: Desk, who: str) -> None:
    """An officer, a village and a town can neither propose nor sign."""
    submission = hand_in()
    row = propose_decision(desk.reviewer, submission_id=submission.pk, wanted=REDUCE, today=TODAY)

    with refused(StoreCode.NOT_ALLOWED):
        propose_decision(getattr(desk, who), submission_id=submission.pk, wanted=REDUCE, today=TODAY)
    with refused(StoreCode.NOT_ALLOWED):
        sign_decision(getattr(desk, who), decision_id=row.pk, today=TODAY)


def test_above_the_caps_of_the_books_only_a_leader_with_a_sentence_signs(desk: Desk) -> None:
    """R-LST-13: both books full, a new ledger needs the leader and why, which stands below the opinion."""
    for book in ("party", "livelihood"):
        LedgerCap.objects.create(book=book, most=0, effective_from="2026-01-01")
    submission = hand_in(replace(NOW, kind=Kind.LEDGER))
    row = propose_decision(desk.reviewer, submission_id=submission.pk, wanted=REDUCE, today=TODAY)

    with refused(ReviewCode.LEADER_SIGNS):
        sign_decision(desk.second, decision_id=row.pk, today=TODAY)
    with refused(ReviewCode.OVER_BOOKS):
        sign_decision(desk.leader, decision_id=row.pk, today=TODAY)
    assert sign_decision(desk.leader, decision_id=row.pk, today=TODAY, sentence="防汛必需。") is not None
    row.refresh_from_db()
    assert row.opinion.splitlines()[-1].startswith("超台账上限签批：")
