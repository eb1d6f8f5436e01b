"""Keeping the minutes of a joint review (联席会议)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.reviewing import ReviewCode
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import Minutes
from qingzhuang.store.queries.reviews import reviews
from qingzhuang.store.roles import Right
from qingzhuang.store.writers.journal import record
from qingzhuang.store.writers.reviews import write_minutes

_MOST = 20_000  # characters


@dataclass(frozen=True, slots=True)
class Held:
    """A meeting as it was. held_on: ISO day. attendees: one a line. submissions: what was there."""

    held_on: str
    attendees: str
    text: str
    submissions: Sequence[int] = ()


def record_minutes(actor: Actor, *, held: Held, today: str) -> Minutes:
    """
    Keep the minutes of a meeting; they are never changed, a correction is a further sheet. Rule R-REV-19.

    Raises:
        RefusedError: no day, one ahead of today, nobody took part, nothing was said, or far too long.
    """
    allow(actor, Right.REVIEW)
    _check(held, today)
    with transaction.atomic():
        known = [each.id for each in reviews(actor, tuple(held.submissions))]
        row = write_minutes(
            held_on=held.held_on,
            attendees=held.attendees.strip(),
            text=held.text.strip(),
            submissions=known,
            by=actor.name,
            at=timezone.now(),
        )
        values: dict[str, object] = {"submissions": known}
        record(actor, action="admit.record_minutes", object_=f"minutes {row.pk}", values=values)
    return row


def _check(held: Held, today: str) -> None:
    try:
        day = date.fromisoformat(held.held_on).isoformat()
    except ValueError as error:
        raise RefusedError(Problem(ReviewCode.BAD_DAY, {"text": held.held_on[:20]})) from error
    if day > today:
        raise RefusedError(Problem(ReviewCode.FUTURE_MEETING, {"day": day}))
    if not held.attendees.strip():
        raise RefusedError(Problem(ReviewCode.NO_ATTENDEES))
    if not held.text.strip():
        raise RefusedError(Problem(ReviewCode.NO_TEXT))
    n = len(held.attendees) + len(held.text)
    if n > _MOST:
        raise RefusedError(Problem(ReviewCode.LONG_MINUTES, {"n": n, "most": _MOST}))
