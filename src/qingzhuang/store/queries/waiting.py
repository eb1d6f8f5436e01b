"""What waits for a person, whatever their role: the lines of the desk, the shortest clock first."""

from dataclasses import dataclass, field

from django.db.models import Exists, OuterRef

from qingzhuang.engine.admit.outcomes import Outcome
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Decision, Submission
from qingzhuang.store.queries.consultations import asked_of_my_office
from qingzhuang.store.queries.polls import asked_of_mine
from qingzhuang.store.queries.reviews import queue, to_sign
from qingzhuang.store.roles import Right


@dataclass(frozen=True, slots=True)
class Waiting:
    """
    One thing that waits. who: who wants it. due: ISO day, "" for none. path_name, arguments: of the page
    where it is done. verb: what the button says.
    """

    title: str
    who: str
    due: str
    path_name: str
    verb: str
    arguments: dict[str, int] = field(default_factory=dict)


def waiting_for(actor: Actor, *, today: str) -> tuple[Waiting, ...]:
    """
    What waits for this actor: review, signature, answers to the 减负办, applications that came back.

    today: ISO day; a poll that is closed waits for nobody. Rule R-REV-22.
    """
    found: list[Waiting] = []
    if actor.may(Right.REVIEW):
        found += _to_review(actor)
        found += _to_sign(actor)
    if actor.may(Right.ANSWER):
        found += _polls(actor, today)
    if actor.may(Right.READ):
        found += _consultations(actor)
    if actor.may(Right.APPLY):
        found += _returned(actor)
    return tuple(sorted(found, key=lambda each: each.due or "9999"))


def _to_review(actor: Actor) -> list[Waiting]:
    return [
        Waiting(
            each.application.title,
            each.application.issuer,
            each.due_on,
            "review",
            "去会审",
            {"submission_id": each.id},
        )
        for each in queue(actor)
    ]


def _to_sign(actor: Actor) -> list[Waiting]:
    """Opinions of others; those a leader must sign wait for leaders only."""
    return [
        Waiting(
            row.submission.request.title,
            "会审意见等签",
            row.submission.due_on,
            "review_decision",
            "去签批",
            {"decision_id": row.pk},
        )
        for row in to_sign(actor)
        if row.proposed_by != actor.name and (not row.needs_leader or actor.may(Right.SIGN))
    ]


def _polls(actor: Actor, today: str) -> list[Waiting]:
    return [
        Waiting(
            row.poll.submission.request.title,
            "减负办问你们村",
            row.poll.closes_on,
            "asked_poll",
            "去回话",
            {"answer_id": row.pk},
        )
        for row in asked_of_mine(actor)
        if row.answered_at is None and row.poll.closes_on >= today
    ]


def _consultations(actor: Actor) -> list[Waiting]:
    return [
        Waiting(
            row.submission.request.title,
            "减负办问你们单位",
            "",
            "asked_office",
            "去回话",
            {"consultation_id": row.pk},
        )
        for row in asked_of_my_office(actor)
        if row.answered_at is None
    ]


def _returned(actor: Actor) -> list[Waiting]:
    """Applications of the actor's office that came back and were not handed in again."""
    rows = Decision.objects.filter(
        outcome=Outcome.RETURNED.value,
        decided_at__isnull=False,
        submission__request__office=actor.office,
        submission__request__closed_at__isnull=True,
    ).select_related("submission__request")
    later = Submission.objects.filter(request=OuterRef("submission__request"), pk__gt=OuterRef("submission"))
    return [
        Waiting(
            row.submission.request.title,
            "减负办退回补依据",
            "",
            "gate_reply",
            "去补",
            {"submission_id": row.submission_id},
        )
        for row in rows.exclude(Exists(later))
    ]
