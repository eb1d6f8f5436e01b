"""The gate's desk: what waits for review, one application with its evidence, what was decided before."""

import json
import zlib
from collections.abc import Collection
from dataclasses import dataclass

from django.conf import settings
from django.db.models import Exists, OuterRef, QuerySet

from qingzhuang.engine.admit.domain import Application
from qingzhuang.engine.admit.likeness import ALIKE_FROM, likeness
from qingzhuang.engine.admit.outcomes import Outcome
from qingzhuang.engine.admit.writing import from_document
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import Account, Attachment, Decision, Office, Submission
from qingzhuang.store.reviewed import Reviewed, reviewed_of
from qingzhuang.store.roles import Right

_LOOKED_BACK = 300  # decisions that are looked through for precedents


@dataclass(frozen=True, slots=True)
class Precedent:
    """An earlier decision on a similar matter, and what came of it. number: as printed, "" without one."""

    decision: Decision
    title: str
    issuer: str
    likeness: float
    number: str
    came_of_it: str


def queue(actor: Actor) -> tuple[Reviewed, ...]:
    """
    Submissions that wait for a reviewer, the shortest clock first. Rule R-REV-04.

    Not: those whose department gave them up, older ones of the same application, those with an opinion that
    waits for its signature or counts.

    Raises:
        RefusedError: the actor is no reviewer.
    """
    allow(actor, Right.REVIEW)
    return tuple(map(reviewed_of, _waiting().order_by("-is_emergency", "due_on", "at")))


def count_waiting(actor: Actor, *, by: str) -> tuple[int, int]:
    """How many wait for review, and how many of them are due by this ISO day."""
    allow(actor, Right.REVIEW)
    return _waiting().count(), _waiting().filter(due_on__lte=by).count()


def review(actor: Actor, submission_id: int) -> Reviewed:
    """
    One submission with its evidence.

    Raises:
        RefusedError: the actor is no reviewer, or there is none of this number.
    """
    allow(actor, Right.REVIEW)
    row = _rows().filter(pk=submission_id).first()
    if row is None:
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    return reviewed_of(row)


def reviews(actor: Actor, submission_ids: tuple[int, ...]) -> tuple[Reviewed, ...]:
    """Several submissions with their evidence, in their order of arrival; unknown numbers left out."""
    allow(actor, Right.REVIEW)
    return tuple(map(reviewed_of, _rows().filter(pk__in=submission_ids).order_by("at")))


def is_waiting(actor: Actor, submission_id: int) -> bool:
    """Whether a submission still waits for a reviewer (see `queue`)."""
    allow(actor, Right.REVIEW)
    return _waiting().filter(pk=submission_id).exists()


def original_form(actor: Actor, submission_id: int) -> tuple[str, bytes]:
    """
    Name and bytes of the form that was handed in.

    Raises:
        RefusedError: the actor is no reviewer, or there is no form.
    """
    allow(actor, Right.REVIEW)
    row = Submission.objects.filter(pk=submission_id).select_related("request__template").first()
    if row is None or row.request.template is None:
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    name = row.request.template_name or f"{row.reference}{row.request.template.suffix}"
    return name, zlib.decompress(bytes(row.request.template.content))


def paper(actor: Actor, submission_id: int, attachment_id: int) -> tuple[str, bytes]:
    """
    Name and bytes of a paper attached to the application.

    Raises:
        RefusedError: the actor is no reviewer, or there is none of this number.
    """
    allow(actor, Right.REVIEW)
    row = Attachment.objects.filter(pk=attachment_id, request__submissions=submission_id).first()
    if row is None:
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    return row.file_name, bytes(row.content)


def precedents(actor: Actor, reviewed: Reviewed, *, today: str, most: int = 3) -> tuple[Precedent, ...]:
    """Earlier decisions on similar matters, the likest first, with what came of them. Rule R-REV-06."""
    allow(actor, Right.REVIEW)
    rows = _decided().exclude(submission__request=reviewed.request_id)[:_LOOKED_BACK]
    found = []
    for row in rows:
        application = from_document(json.loads(row.submission.document))
        alike = likeness(reviewed.application, application)
        if application.kind is reviewed.application.kind and alike >= ALIKE_FROM:
            found.append(_precedent(row, application, alike, today))
    return tuple(sorted(found, key=lambda each: -each.likeness)[:most])


def decided_lately(actor: Actor, *, most: int = 5) -> tuple[Decision, ...]:
    """The last decisions that count, the newest first, with their submissions and admissions."""
    allow(actor, Right.REVIEW)
    return tuple(_decided()[:most])


def to_sign(actor: Actor) -> tuple[Decision, ...]:
    """Opinions that wait for a signature, the shortest clock first; one's own are among them."""
    allow(actor, Right.REVIEW)
    rows = Decision.objects.filter(
        decided_at__isnull=True, dropped_at__isnull=True, submission__request__closed_at__isnull=True
    )
    return tuple(rows.select_related("submission__request").order_by("submission__due_on", "proposed_at"))


def decision(actor: Actor, decision_id: int) -> Decision:
    """
    One opinion or decision, with its submission.

    Raises:
        RefusedError: the actor is no reviewer, or there is none of this number.
    """
    allow(actor, Right.REVIEW)
    row = Decision.objects.filter(pk=decision_id).select_related("submission__request", "admission").first()
    if row is None:
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    return row


def decisions_on(actor: Actor, submission_id: int) -> tuple[Decision, ...]:
    """All opinions on a submission, those that were sent back included, the newest first."""
    allow(actor, Right.REVIEW)
    rows = Decision.objects.filter(submission=submission_id).select_related("admission")
    return tuple(rows.order_by("-proposed_at"))


def reply_to_office(actor: Actor, submission_id: int) -> Decision:
    """
    The decision on a submission of the actor's own office.

    Raises:
        RefusedError: there is none yet, or the submission is another office's.
    """
    allow(actor, Right.APPLY)
    rows = Decision.objects.filter(
        submission=submission_id, submission__request__office=actor.office, decided_at__isnull=False
    )
    row = rows.select_related("submission__request", "admission").first() if actor.office else None
    if row is None:
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    return row


def burden_office(actor: Actor) -> str:
    """The name of the county's 减负办, as its papers print it; anybody signed in may read it."""
    allow(actor, Right.READ)
    row = Office.objects.filter(kind="burden_office", closed_on__isnull=True).order_by("code").first()
    name = row.name if row else "减负办"
    return name if name.startswith(settings.COUNTY_NAME) else f"{settings.COUNTY_NAME}{name}"


def full_names(actor: Actor, names: Collection[str]) -> dict[str, str]:
    """The people behind account names, as colleagues at the desk know each other."""
    allow(actor, Right.REVIEW)
    return dict(Account.objects.filter(name__in=names).values_list("name", "full_name"))


def _rows() -> QuerySet[Submission]:
    return Submission.objects.select_related("request").prefetch_related("request__attachments")


def _waiting() -> QuerySet[Submission]:
    later = Submission.objects.filter(request=OuterRef("request"), pk__gt=OuterRef("pk"))
    opinions = Decision.objects.filter(submission=OuterRef("pk"), dropped_at__isnull=True)
    return _rows().filter(~Exists(later), ~Exists(opinions), request__closed_at__isnull=True)


def _decided() -> QuerySet[Decision]:
    rows = Decision.objects.filter(decided_at__isnull=False, dropped_at__isnull=True)
    return rows.select_related("submission__request", "admission").order_by("-decided_at")


def _precedent(row: Decision, application: Application, alike: float, today: str) -> Precedent:
    admission = getattr(row, "admission", None)
    number = str(admission) if admission else ""
    if admission is None:
        came = "没有再送。" if row.outcome == Outcome.RETURNED and row.submission.request.closed_at else ""
    elif admission.withdrawn_on:
        came = f"{admission.withdrawn_on} 撤回。"
    elif admission.ends_on < today:
        came = f"{admission.ends_on} 到期。"
    else:
        came = f"还在办，到 {admission.ends_on}，一年 {admission.hours:,.0f} 小时。"
    return Precedent(row, application.title, application.issuer, alike, number, came)
