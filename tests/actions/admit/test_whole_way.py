"""From twenty asked columns to three questions, a number, and obligations: without the web."""

import json
from dataclasses import replace

import pytest
from tests.actions.admit.applying import COMPLETE, N_NEW, N_SUPPLIED, NEW, form_bytes
from tests.cast import make_person
from tests.days import A_YEAR, TODAY, YEAR, day

from qingzhuang.actions.admit.deciding import sign_decision
from qingzhuang.actions.admit.proposing import Wanted, propose_decision, work_out
from qingzhuang.actions.admit.submitting import apply_whole, withdraw
from qingzhuang.engine.admit.outcomes import Outcome
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.reviewing import ReviewCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Account, Admission, Decision, Obligation
from qingzhuang.store.queries.accounts import actor_of
from qingzhuang.store.queries.requests import request_of
from qingzhuang.store.queries.reviews import queue, to_sign
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
AT_ONCE = replace(COMPLETE, starts_on=TODAY, ends_on=day(A_YEAR), regions=("360999",))


@pytest.fixture
def reviewer(cast: dict[Role, Account]) -> Actor:
    """Who writes the opinion."""
    return actor_of(cast[Role.REVIEWER], today=TODAY)


@pytest.fixture
def second(cast: dict[Role, Account]) -> Actor:
    """Who signs it."""
    account = make_person("second", role=Role.REVIEWER, full_name="钱夏至", office="jfb", region="360999")
    return actor_of(account, today=TODAY)


def propose(reviewer: Actor, submission_id: int) -> int:
    """An opinion as the machine proposes it, in its own words."""
    worked = work_out(
        reviewer, submission_id=submission_id, outcome=Outcome.REDUCED, reduction=None, today=TODAY
    )
    wanted = Wanted(Outcome.REDUCED, worked.draft)
    return propose_decision(reviewer, submission_id=submission_id, wanted=wanted, today=TODAY).pk


def test_twenty_columns_become_three_questions(
    officer: Actor, reviewer: Actor, second: Actor, known: None
) -> None:
    """R-REV-01, R-REV-02, R-REV-12: seventeen held, three asked; a number; both villages have it to do."""
    apply_whole(officer, application=AT_ONCE, template=("摸排表.xlsx", form_bytes()), today=TODAY)
    (seen,) = queue(reviewer)
    assert (seen.n_held, seen.n_new, seen.suggestion.outcome) == (N_SUPPLIED, N_NEW, Outcome.REDUCED)

    admission = sign_decision(second, decision_id=propose(reviewer, seen.id), today=TODAY)

    assert admission is not None
    document = json.loads(admission.document)
    assert tuple(field["label"] for field in document["fields"]) == NEW
    assert len(document["supplied"]) == N_SUPPLIED
    assert Obligation.objects.filter(admission=admission).count() == 2
    assert admission.hours < seen.kept.estimate.as_asked_hours  # type: ignore[union-attr]
    own = request_of(officer, seen.request_id)
    assert own.last is not None
    assert own.last.answer is not None
    assert own.last.answer.number == f"准入〔{YEAR}〕1号"


def test_turning_columns_into_data_loses_no_hours(officer: Actor, reviewer: Actor, known: None) -> None:
    """R-REV-01, R-REV-07: handed in whole or with 17 columns turned into 要数: the same hours."""
    sent = apply_whole(officer, application=AT_ONCE, template=("摸排表.xlsx", form_bytes()), today=TODAY)
    (seen,) = queue(reviewer)
    reduced = propose(reviewer, seen.id)
    least = work_out(reviewer, submission_id=seen.id, outcome=Outcome.REDUCED, reduction=None, today=TODAY)
    withdraw(officer, request_id=sent.request_id)
    assert least.left is not None

    apply_whole(officer, application=least.left, template=None, today=TODAY)
    (turned,) = queue(reviewer)
    worked = work_out(
        reviewer, submission_id=turned.id, outcome=Outcome.ADMITTED, reduction=None, today=TODAY
    )

    assert turned.suggestion.outcome is Outcome.ADMITTED
    assert (turned.n_held, turned.n_new) == (N_SUPPLIED, N_NEW)
    assert "20 项里 17 项已经有了，真正新的 3 项。" in worked.draft
    assert (worked.hours_asked, worked.hours) == (least.hours_asked, least.hours)
    row = Decision.objects.get(pk=reduced)
    assert (row.hours_asked, row.hours) == (worked.hours_asked, worked.hours)


def test_what_was_taken_back_meanwhile_is_not_signed(
    officer: Actor, reviewer: Actor, second: Actor, known: None
) -> None:
    """R-REV-12: withdrawn while the opinion waited: nobody is asked to sign it, and nothing lands."""
    sent = apply_whole(officer, application=AT_ONCE, template=("摸排表.xlsx", form_bytes()), today=TODAY)
    number = propose(reviewer, queue(reviewer)[0].id)
    withdraw(officer, request_id=sent.request_id)

    with pytest.raises(RefusedError) as refusal:
        sign_decision(second, decision_id=number, today=TODAY)

    assert refusal.value.problem.code is ReviewCode.NOT_OPEN
    assert (to_sign(second), Admission.objects.count()) == ((), 0)
