"""Writing what the gate's desk does: opinions, questions, answers, budgets, minutes."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from qingzhuang.engine.admit.domain import Application
from qingzhuang.engine.admit.outcomes import Outcome
from qingzhuang.engine.admit.writing import to_document
from qingzhuang.store.models import (
    Consultation,
    Decision,
    HoursBudget,
    LedgerCap,
    Minutes,
    Poll,
    PollAnswer,
    Request,
    Submission,
)


@dataclass(frozen=True, slots=True)
class Opinion:
    """An opinion as it is proposed. left: the application as it would be admitted, None where it is not."""

    outcome: Outcome
    suggested: Outcome
    override: str
    text: str
    left: Application | None
    hours: float
    hours_asked: float
    needs_leader: bool


def lock_submissions(submission_ids: Sequence[int]) -> None:
    """Hold these submissions until the transaction ends, so that only one opinion is written on each."""
    list(Submission.objects.select_for_update().filter(pk__in=submission_ids).order_by("pk"))


def lock_request(decision: Decision) -> None:
    """Hold the application an opinion is about, as it is now, until the transaction ends."""
    decision.submission.request = Request.objects.select_for_update().get(pk=decision.submission.request_id)


def lock_budget(*, office: str, year: int) -> None:
    """Hold an office's budget of a year until the transaction ends, so that two signers see each other."""
    list(HoursBudget.objects.select_for_update().filter(office=office, year=year))


def lock_caps() -> None:
    """Hold the caps of the books until the transaction ends, so that two signers see each other's ledger."""
    list(LedgerCap.objects.select_for_update())


def write_opinion(submission_id: int, opinion: Opinion, *, by: str, at: datetime) -> Decision:
    """Write an opinion that waits for its signature."""
    return Decision.objects.create(
        submission_id=submission_id,
        outcome=opinion.outcome.value,
        suggested=opinion.suggested.value,
        override=opinion.override,
        opinion=opinion.text,
        document=_text(to_document(opinion.left)) if opinion.left else "",
        hours=opinion.hours,
        hours_asked=opinion.hours_asked,
        needs_leader=opinion.needs_leader,
        proposed_by=by,
        proposed_at=at,
    )


def sign(decision: Decision, *, by: str, at: datetime, left: Application | None, added: str = "") -> bool:
    """
    Have an opinion count from now on; False where somebody signed it or sent it back meanwhile.

    left: what is admitted, with the days it has now. added: a line of the signer's, put below the opinion.
    """
    opinion = f"{decision.opinion}\n{added}" if added else decision.opinion
    document = _text(to_document(left)) if left else ""
    open_ = Decision.objects.filter(pk=decision.pk, decided_at__isnull=True, dropped_at__isnull=True)
    is_ours = bool(open_.update(decided_by=by, decided_at=at, opinion=opinion, document=document))
    decision.refresh_from_db()
    return is_ours


def drop(decision: Decision, *, at: datetime, why: str) -> bool:
    """Send an opinion back; False where somebody signed it or sent it back meanwhile."""
    open_ = Decision.objects.filter(pk=decision.pk, decided_at__isnull=True, dropped_at__isnull=True)
    return bool(open_.update(dropped_at=at, why_dropped=why))


def close_request(decision: Decision, *, at: datetime) -> None:
    """Close the application a decision ends for good."""
    request = decision.submission.request
    request.closed_at = at
    request.save(update_fields=["closed_at"])


def open_poll(
    submission: Submission, *, question: str, regions: Sequence[str], closes_on: str, by: str, at: datetime
) -> Poll:
    """Ask these villages a question; each gets an empty answer that waits for it."""
    poll = Poll.objects.create(
        submission=submission, question=question, asked_by=by, asked_at=at, closes_on=closes_on
    )
    PollAnswer.objects.bulk_create(PollAnswer(poll=poll, region=region) for region in regions)
    return poll


def write_answer(answer: PollAnswer, *, said: str, minutes: int | None, words: str, at: datetime) -> bool:
    """Keep what a village said, without who of it; False where it answered meanwhile."""
    open_ = PollAnswer.objects.filter(pk=answer.pk, answered_at__isnull=True)
    return bool(open_.update(answer=said, minutes=minutes, words=words, answered_at=at))


def open_consultation(
    submission: Submission, *, office: str, question: str, by: str, at: datetime
) -> Consultation:
    """Ask an office a question."""
    return Consultation.objects.create(
        submission=submission, office=office, question=question, asked_by=by, asked_at=at
    )


def write_reply(consultation: Consultation, *, answer: str, by: str, at: datetime) -> bool:
    """Keep what an office said; False where it answered meanwhile."""
    open_ = Consultation.objects.filter(pk=consultation.pk, answered_at__isnull=True)
    return bool(open_.update(answer=answer, answered_by=by, answered_at=at))


def put_budget(*, office: str, year: int, hours: float) -> None:
    """Set an office's hours of a year."""
    HoursBudget.objects.update_or_create(office=office, year=year, defaults={"hours": hours})


def write_minutes(
    *, held_on: str, attendees: str, text: str, submissions: Sequence[int], by: str, at: datetime
) -> Minutes:
    """Keep the minutes of a joint review."""
    return Minutes.objects.create(
        held_on=held_on,
        attendees=attendees,
        text=text,
        submissions=json.dumps(list(submissions)),
        recorded_by=by,
        recorded_at=at,
    )


def _text(document: dict[str, object]) -> str:
    return json.dumps(document, ensure_ascii=False, sort_keys=True)
