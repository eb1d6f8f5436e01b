"""Signing an opinion or sending it back. What is admitted gets its number and lands in one transaction."""

import json
from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from qingzhuang.engine.admit.budget import Budget, over_sentence
from qingzhuang.engine.admit.domain import Application
from qingzhuang.engine.admit.lifetime import EMERGENCY_HOURS
from qingzhuang.engine.admit.lists.ledgers import full_sentence, wants_ledger
from qingzhuang.engine.admit.outcomes import GIVES_A_NUMBER, Outcome
from qingzhuang.engine.admit.reducing import timely
from qingzhuang.engine.admit.writing import from_document
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.reviewing import ReviewCode
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.gate import admit, land
from qingzhuang.store.lengths import check_length
from qingzhuang.store.models import Admission, Decision
from qingzhuang.store.queries.budgets import budget_of
from qingzhuang.store.queries.matters import ledger_room
from qingzhuang.store.queries.reviews import decision
from qingzhuang.store.renewals import is_renewal
from qingzhuang.store.roles import Right
from qingzhuang.store.writers.journal import record
from qingzhuang.store.writers.reviews import close_request, drop, lock_budget, lock_caps, lock_request, sign


def sign_decision(actor: Actor, *, decision_id: int, today: str, sentence: str = "") -> Admission | None:
    """
    Have an opinion count; what it admits gets its number and lands on its villages. The number, None without.

    sentence: the leader's, where the budget is exceeded; it stands below the opinion.

    Raises:
        RefusedError: it is one's own opinion, a leader must sign it, the budget is exceeded without a
            sentence, somebody else was faster, or the gate refuses it; then nothing is written.
    """
    allow(actor, Right.REVIEW)
    with transaction.atomic():
        row = decision(actor, decision_id)
        lock_request(row)
        _check_signer(actor, row)
        above = _above_budget, _above_books
        lines = (each(actor, row, sentence=sentence.strip(), today=today) for each in above)
        added = "\n".join(filter(None, lines))
        at = timezone.now()
        left = timely(_admitted(row), on=today) if row.outcome in GIVES_A_NUMBER else None
        if not sign(row, by=actor.name, at=at, left=left, added=added):
            raise RefusedError(Problem(ReviewCode.ALREADY_DECIDED))
        admission = _let_in(row, left, by=actor.name, at=at, today=today) if left else None
        if row.outcome != Outcome.RETURNED:
            close_request(row, at=at)
        number = str(admission) if admission else ""
        values = {"decision": row.pk, "outcome": row.outcome, "hours": row.hours, "number": number}
        record(actor, action="admit.sign_decision", object_=row.submission.reference, values=values)
    return admission


def send_back(actor: Actor, *, decision_id: int, why: str) -> None:
    """
    Send an opinion back to whoever wrote it; the application waits for review again. Rule R-REV-13.

    Raises:
        RefusedError: no sentence says why, or somebody signed it or sent it back meanwhile.
    """
    allow(actor, Right.REVIEW)
    if not why.strip():
        raise RefusedError(Problem(ReviewCode.NO_WHY))
    check_length(why.strip(), what="这句话", model=Decision, field="why_dropped")
    with transaction.atomic():
        row = decision(actor, decision_id)
        if not drop(row, at=timezone.now(), why=why.strip()):
            raise RefusedError(Problem(ReviewCode.ALREADY_DECIDED))
        record(
            actor,
            action="admit.send_back",
            object_=row.submission.reference,
            values={"decision": row.pk, "why": why.strip()},
        )


def _check_signer(actor: Actor, row: Decision) -> None:
    """Rules R-REV-10, R-REV-12: another person than the proposer; a leader above the threshold."""
    is_closed = row.submission.request.closed_at is not None
    if is_closed:
        row.refresh_from_db(fields=["decided_at", "dropped_at"])  # whoever signed meanwhile closed it too
    if row.decided_at is not None or row.dropped_at is not None:
        raise RefusedError(Problem(ReviewCode.ALREADY_DECIDED))
    if is_closed:
        raise RefusedError(Problem(ReviewCode.NOT_OPEN, {"reference": row.submission.reference}))
    if row.proposed_by == actor.name:
        raise RefusedError(Problem(ReviewCode.OWN_PROPOSAL))
    if row.needs_leader and not actor.may(Right.SIGN):
        raise RefusedError(Problem(ReviewCode.LEADER_SIGNS, {"why": "超过了会审岗能签的范围。"}))


def _above_budget(actor: Actor, row: Decision, *, sentence: str, today: str) -> str:
    """The line the leader adds above the budget, "" within it. Rule R-REV-11."""
    if row.outcome not in GIVES_A_NUMBER:
        return ""
    office, year = row.submission.request.office, int(today[:4])
    lock_budget(office=office, year=year)
    budget: Budget = budget_of(actor, office, year=year)
    if not budget.is_over_with(row.hours):
        return ""
    why = over_sentence(budget, row.hours)
    if not actor.may(Right.SIGN):
        raise RefusedError(Problem(ReviewCode.LEADER_SIGNS, {"why": why}))
    if not sentence:
        raise RefusedError(Problem(ReviewCode.OVER_BUDGET, {"why": why}))
    return f"超预算签批：{why}{sentence}"


def _above_books(actor: Actor, row: Decision, *, sentence: str, today: str) -> str:
    """The line the leader adds where no book has room for a new ledger, "" where one has. Rule R-LST-13."""
    if row.outcome not in GIVES_A_NUMBER or not wants_ledger(_admitted(row)) or is_renewal(row):
        return ""
    lock_caps()
    room = ledger_room(actor, on=today)
    if not room.is_full:
        return ""
    why = full_sentence(room)
    if not actor.may(Right.SIGN):
        raise RefusedError(Problem(ReviewCode.LEADER_SIGNS, {"why": why}))
    if not sentence:
        raise RefusedError(Problem(ReviewCode.OVER_BOOKS, {"why": why}))
    return f"超台账上限签批：{why}{sentence}"


def _admitted(row: Decision) -> Application:
    return from_document(json.loads(row.document))


def _let_in(row: Decision, left: Application, *, by: str, at: datetime, today: str) -> Admission:
    until = at + timedelta(hours=EMERGENCY_HOURS) if row.submission.is_emergency else None
    admission = admit(decision=row, application=left, by=by, at=at, today=today, emergency_until=until)
    land(admission, today=today, at=at)
    return admission
