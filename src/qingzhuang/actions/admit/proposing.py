"""Writing an opinion on an application: what it would leave, what that costs, who has to sign it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils import timezone

from qingzhuang.engine.admit.budget import Budget, Proposed, why_leader
from qingzhuang.engine.admit.domain import Application
from qingzhuang.engine.admit.opinions import Matter, draft
from qingzhuang.engine.admit.outcomes import GIVES_A_NUMBER, Outcome
from qingzhuang.engine.admit.recosting import cost_left, hours_asked
from qingzhuang.engine.admit.reducing import Reduction, least, reduced, timely
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.reviewing import ReviewCode
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.files.reference.hours.minutes import load_minutes
from qingzhuang.files.reference.reviewing.limits import load_limits
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.house import county_catalogue
from qingzhuang.store.lengths import check_length
from qingzhuang.store.models import Decision
from qingzhuang.store.queries.budgets import budget_of
from qingzhuang.store.queries.reviews import is_waiting, review, reviews
from qingzhuang.store.reviewed import Reviewed
from qingzhuang.store.roles import Right
from qingzhuang.store.writers.journal import record
from qingzhuang.store.writers.reviews import Opinion, lock_submissions, write_opinion

_MOST_OPINION = 8000  # characters: four sheets of A4


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reviewer wants. override: why it goes against the machine. reduction: None as it proposes."""

    outcome: Outcome
    opinion: str
    override: str = ""
    reduction: Reduction | None = None


@dataclass(frozen=True, slots=True)
class Worked:
    """
    An outcome worked out. left: the application as it would be admitted, None where it is not. hours: a year
    of what is left, formula: how they come about. leader: why a leader must sign, none where a second
    reviewer will do.
    """

    reviewed: Reviewed
    outcome: Outcome
    left: Application | None
    hours: float
    formula: str
    hours_asked: float
    budget: Budget
    leader: tuple[str, ...]

    @property
    def draft(self) -> str:
        """The opinion drafted from the evidence."""
        seen = self.reviewed
        return draft(
            Matter(
                seen.reference,
                seen.application,
                seen.kept,
                seen.findings,
                self.left,
                self.hours,
                self.formula,
            ),
            self.outcome,
        )


def work_out(
    actor: Actor, *, submission_id: int, outcome: Outcome, reduction: Reduction | None, today: str
) -> Worked:
    """
    What an outcome would leave of a submission; nothing is written. reduction: None as the machine proposes.

    Raises:
        RefusedError: the actor is no reviewer, there is none of this number, or it would become larger.
    """
    return _worked(actor, review(actor, submission_id), outcome=outcome, reduction=reduction, today=today)


def propose_decision(actor: Actor, *, submission_id: int, wanted: Wanted, today: str) -> Decision:
    """
    Write an opinion that waits for somebody else's signature. Rules R-REV-03, R-REV-12, R-REV-13.

    Raises:
        RefusedError: the opinion is empty, goes against the machine without a sentence, makes the application
            larger, or somebody else was faster.
    """
    allow(actor, Right.REVIEW)
    with transaction.atomic():
        (row,) = _propose(actor, (submission_id,), wanted, today)
        record(actor, action="admit.propose_decision", object_=row.submission.reference, values=_told(row))
    return row


def propose_together(
    actor: Actor, *, submission_ids: Sequence[int], wanted: Wanted, today: str
) -> tuple[Decision, ...]:
    """
    Write one opinion on several like applications; each keeps its own decision. Rule R-REV-14.

    Reduced: each as the machine proposes for it.

    Raises:
        RefusedError: none was ticked, they are of different kinds or lanes, or what `propose_decision`
            refuses of any of them; then nothing is written.
    """
    allow(actor, Right.REVIEW)
    with transaction.atomic():
        rows = _propose(actor, tuple(submission_ids), wanted, today)
        named = "、".join(row.submission.reference for row in rows)
        values: dict[str, object] = {row.submission.reference: _told(row) for row in rows}
        record(actor, action="admit.propose_together", object_=named, values=values)
    return rows


def _propose(
    actor: Actor, submission_ids: tuple[int, ...], wanted: Wanted, today: str
) -> tuple[Decision, ...]:
    lock_submissions(submission_ids)
    found = reviews(actor, submission_ids)
    if not found:
        raise RefusedError(Problem(ReviewCode.NONE_TICKED))
    if len({(each.application.kind, each.is_emergency) for each in found}) > 1:
        raise RefusedError(Problem(ReviewCode.NOT_ALIKE))
    _check_words(wanted)
    return tuple(_written(actor, reviewed, wanted, today) for reviewed in found)


def _written(actor: Actor, reviewed: Reviewed, wanted: Wanted, today: str) -> Decision:
    if not is_waiting(actor, reviewed.id):
        raise RefusedError(Problem(ReviewCode.ALREADY_PROPOSED, {"reference": reviewed.reference}))
    suggested = reviewed.suggestion.outcome
    if wanted.outcome is not suggested and not wanted.override.strip():
        raise RefusedError(Problem(ReviewCode.NO_OVERRIDE))
    worked = _worked(actor, reviewed, outcome=wanted.outcome, reduction=wanted.reduction, today=today)
    opinion = Opinion(
        outcome=wanted.outcome,
        suggested=suggested,
        override=wanted.override.strip() if wanted.outcome is not suggested else "",
        text=wanted.opinion.strip(),
        left=worked.left,
        hours=worked.hours,
        hours_asked=worked.hours_asked,
        needs_leader=bool(worked.leader),
    )
    return write_opinion(reviewed.id, opinion, by=actor.name, at=timezone.now())


def _check_words(wanted: Wanted) -> None:
    if not wanted.opinion.strip():
        raise RefusedError(Problem(ReviewCode.NO_OPINION))
    if len(wanted.opinion) > _MOST_OPINION:
        raise RefusedError(
            Problem(ReviewCode.LONG_OPINION, {"most": _MOST_OPINION, "n": len(wanted.opinion)})
        )
    check_length(wanted.override.strip(), what="这句话", model=Decision, field="override")


def _worked(
    actor: Actor, reviewed: Reviewed, *, outcome: Outcome, reduction: Reduction | None, today: str
) -> Worked:
    asked, kept = reviewed.application, reviewed.kept
    catalogue, costs = load_catalogue(county_catalogue()), load_minutes(today, county_catalogue())
    left = _left(reviewed, outcome, reduction, today)
    cost = cost_left(outcome, left=left, kept=kept, catalogue=catalogue, costs=costs)
    hours = cost.hours if cost else 0.0
    budget = budget_of(actor, reviewed.office, year=int(today[:4]))
    proposed = Proposed(outcome, reviewed.suggestion.outcome, hours, asked, reviewed.is_emergency)
    limits = load_limits(today, county_catalogue())
    return Worked(
        reviewed=reviewed,
        outcome=outcome,
        left=left,
        hours=hours,
        formula=cost.formula if cost else "",
        hours_asked=hours_asked(asked, kept, catalogue=catalogue, costs=costs),
        budget=budget,
        leader=why_leader(proposed, budget=budget, limits=limits, on=today),
    )


def _left(
    reviewed: Reviewed, outcome: Outcome, reduction: Reduction | None, today: str
) -> Application | None:
    asked = reviewed.application
    if outcome not in GIVES_A_NUMBER:
        return None
    if outcome is Outcome.REDUCED:
        asked = reduced(asked, reduction or least(asked, reviewed.kept), kept=reviewed.kept)
    return timely(asked, on=today)


def _told(row: Decision) -> dict[str, object]:
    """What the journal keeps of an opinion."""
    return {"decision": row.pk, "outcome": row.outcome, "suggested": row.suggested, "hours": row.hours}
