"""Minutes of joint reviews."""

import json
from dataclasses import dataclass

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import Decision, Minutes, Submission
from qingzhuang.store.roles import Right


@dataclass(frozen=True, slots=True)
class Discussed:
    """A submission that was on the table. outcome: of the decision that counts, "" while there is none."""

    submission: Submission
    title: str
    issuer: str
    outcome: str


def meetings(actor: Actor) -> tuple[Minutes, ...]:
    """
    All minutes, the newest meeting first.

    Raises:
        RefusedError: the actor is no reviewer.
    """
    allow(actor, Right.REVIEW)
    return tuple(Minutes.objects.order_by("-held_on", "-pk"))


def meeting(actor: Actor, minutes_id: int) -> tuple[Minutes, tuple[Discussed, ...]]:
    """
    One meeting's minutes, with what was on the table.

    Raises:
        RefusedError: the actor is no reviewer, or there are none of this number.
    """
    allow(actor, Right.REVIEW)
    row = Minutes.objects.filter(pk=minutes_id).first()
    if row is None:
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    return row, _discussed(json.loads(row.submissions))


def to_discuss(actor: Actor, *, most: int = 40) -> dict[str, str]:
    """Submissions that may have been on the table, the newest first: number → reference and title."""
    allow(actor, Right.REVIEW)
    rows = Submission.objects.select_related("request").order_by("-at")[:most]
    return {str(row.pk): f"{row.reference} {row.request.title}" for row in rows}


def _discussed(ids: list[int]) -> tuple[Discussed, ...]:
    rows = Submission.objects.filter(pk__in=ids).select_related("request").order_by("at")
    counting = Decision.objects.filter(submission__in=ids, decided_at__isnull=False, dropped_at__isnull=True)
    outcomes = dict(counting.values_list("submission_id", "outcome"))
    return tuple(
        Discussed(
            row, row.request.title, str(json.loads(row.document).get("issuer", "")), outcomes.get(row.pk, "")
        )
        for row in rows
    )
