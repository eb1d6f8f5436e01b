"""Questions to other offices about an application: the 减负办 asks, the office answers."""

from dataclasses import dataclass

from django.db.models import QuerySet

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import Consultation, Office
from qingzhuang.store.roles import Right

_ASKED = ("town", "department")  # kinds of offices that are consulted; villages are asked by polls


@dataclass(frozen=True, slots=True)
class Consulted:
    """A question to an office, and the office's name."""

    office: str
    consultation: Consultation


def consulted_on(actor: Actor, submission_id: int) -> tuple[Consulted, ...]:
    """
    Which offices were asked about a submission and what they said, in the order of asking.

    Raises:
        RefusedError: the actor is no reviewer.
    """
    allow(actor, Right.REVIEW)
    rows = list(Consultation.objects.filter(submission=submission_id).order_by("asked_at"))
    names = dict(Office.objects.filter(code__in=[row.office for row in rows]).values_list("code", "name"))
    return tuple(Consulted(names.get(row.office, row.office), row) for row in rows)


def offices_to_ask(actor: Actor) -> dict[str, str]:
    """
    Code and name of every town and department that acts, departments first.

    Raises:
        RefusedError: the actor is no reviewer.
    """
    allow(actor, Right.REVIEW)
    rows = Office.objects.filter(kind__in=_ASKED, closed_on__isnull=True).order_by("kind", "code")
    return dict(rows.values_list("code", "name"))


def asked_of_my_office(actor: Actor) -> tuple[Consultation, ...]:
    """What the actor's own office was asked, unanswered first, then the newest. Rule R-REV-18."""
    allow(actor, Right.READ)
    return tuple(_mine(actor).order_by("answered_at", "-asked_at"))


def my_consultation(actor: Actor, consultation_id: int) -> Consultation:
    """
    One question to the actor's own office.

    Raises:
        RefusedError: there is none of this number, or it is another office's.
    """
    allow(actor, Right.READ)
    row = _mine(actor).filter(pk=consultation_id).first()
    if row is None:
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    return row


def _mine(actor: Actor) -> QuerySet[Consultation]:
    rows = Consultation.objects.filter(office=actor.office) if actor.office else Consultation.objects.none()
    return rows.select_related("submission__request")
