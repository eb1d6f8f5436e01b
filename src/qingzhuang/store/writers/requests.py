"""Writing applications: drafts, their papers, and each handing in under a reference without gaps."""

from typing import Any

from django.db import connection
from django.utils import timezone

from qingzhuang.engine.admit.domain import Application
from qingzhuang.engine.admit.writing import to_document
from qingzhuang.store.actors import Actor
from qingzhuang.store.chain import canonical
from qingzhuang.store.models import Attachment, FormTemplate, Request, Submission

# Any number nobody else locks by: one submission at a time takes a reference (SQLite has one writer anyway).
_LOCK = 0x5A52  # "ZR"
PICTURE, WAY = "picture", "way"  # kept beside the application's own words in a draft


def open_request(actor: Actor, application: Application, *, beside: dict[str, Any] | None = None) -> Request:
    """A new draft of the actor's office. beside: what is kept beside its words (`save_request`)."""
    now = timezone.now()
    return Request.objects.create(
        office=actor.office,
        author=actor.name,
        title=application.title[:300],
        kind=application.kind,
        document=canonical(to_document(application) | (beside or {})),
        opened_at=now,
        saved_at=now,
    )


def save_request(request: Request, application: Application, *, beside: dict[str, Any]) -> None:
    """
    Keep the draft as it stands now.

    beside: `picture`, how its form looks (engine.admit.asking.picture_document); `way`, `least` or `asked`.
    """
    request.title, request.kind = application.title[:300], application.kind
    request.document = canonical(to_document(application) | beside)
    request.saved_at = timezone.now()
    request.save(update_fields=["title", "kind", "document", "saved_at", "template", "template_name"])


def give_template(request: Request, template: FormTemplate | None, *, name: str) -> None:
    """Say which empty form the draft is about; kept with the next `save_request`. name: of the file."""
    request.template, request.template_name = template, name[:255]


def close_request(request: Request) -> None:
    """The office gives it up; it stays, and nothing of it is deleted."""
    request.closed_at = timezone.now()
    request.save(update_fields=["closed_at"])


def add_attachment(request: Request, *, step: str, name: str, content: bytes) -> Attachment:
    """Keep a paper beside a step."""
    return Attachment.objects.create(
        request=request, step=step, file_name=name[:255], content=content, added_at=timezone.now()
    )


def remove_attachment(attachment: Attachment) -> None:
    """Take a paper out of the draft; its bytes stay, submissions may have shown it."""
    attachment.removed_at = timezone.now()
    attachment.save(update_fields=["removed_at"])


def add_submission(
    actor: Actor,
    request: Request,
    application: Application,
    *,
    findings: list[dict[str, Any]],
    comparison: dict[str, Any],
    due_on: str,
    today: str,
) -> Submission:
    """
    Hand the application in under the next reference of the year. Call inside the action's transaction.

    The row is what the gate judges; nothing of it is ever changed. today: ISO day, its year is counted in.
    Rule R-APP-14.
    """
    return Submission.objects.create(
        request=request,
        reference=_next_reference(today[:4]),
        at=timezone.now(),
        by=actor.name,
        document=canonical(to_document(application)),
        findings=canonical(findings),
        comparison=canonical(comparison),
        due_on=due_on,
        is_emergency=application.is_emergency,
    )


def _next_reference(year: str) -> str:
    """
    `ZR-2026-001`, one more than the last of the year. Gap-free: taken in the transaction that uses it.

    Until that transaction ends nobody else counts: SQLite has one writer, PostgreSQL is asked for a lock.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    before = f"ZR-{year}-"
    taken = Submission.objects.filter(reference__startswith=before).values_list("reference", flat=True)
    last = max((int(reference.removeprefix(before)) for reference in taken), default=0)
    return f"{before}{last + 1:03d}"
