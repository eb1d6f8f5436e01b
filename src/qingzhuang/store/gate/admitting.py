"""Giving a decided application its number."""

import json
from datetime import datetime

from django.db import connection

from qingzhuang.engine.admit.domain import Application
from qingzhuang.engine.admit.lifetime import unfit, unfit_lane
from qingzhuang.engine.admit.writing import to_document
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.gate import GateCode
from qingzhuang.store.chain import canonical
from qingzhuang.store.gate.ending import leave
from qingzhuang.store.gate.tokens import sign_anew
from qingzhuang.store.lengths import check_length
from qingzhuang.store.models import Admission, AdmissionRegion, Attachment, Decision, Matter
from qingzhuang.store.renewals import RENEWS, number_of

_ADMITS = ("admitted", "reduced")
# One statement takes and raises the counter; its row stays locked until the transaction ends.
_NEXT = (
    "INSERT INTO store_numbercounter (year, last) VALUES (%s, 1)"
    " ON CONFLICT (year) DO UPDATE SET last = store_numbercounter.last + 1 RETURNING last"
)


def admit(
    *,
    decision: Decision,
    application: Application,
    by: str,
    at: datetime,
    today: str,
    emergency_until: datetime | None = None,
    renews: Admission | None = None,
) -> Admission:
    """
    Give a decided application its number, its scope, its place in the register of matters and its token.

    The number is the next of the year of `today`; a transaction that is rolled back gives it back, so
    numbers have no holes (R-GAT-01).

    Args:
        decision: `admitted` or `reduced`, already decided.
        application: as admitted, with the fields that are left.
        by: account that decided.
        at: instant of the decision, aware.
        today: ISO day, the same moment.
        emergency_until: until when the emergency must be regularised; None for the ordinary lane.
        renews: the admission it goes on from; found by itself where the request was made by `renew`.

    Raises:
        RefusedError: no title, no scope, days that are past, turned round or more than twelve months apart,
            a lane of more than 72 hours or without leader; nothing was written.
        ValueError: the decision admits nothing, or is not decided.
    """
    if decision.outcome not in _ADMITS or decision.decided_at is None:
        raise ValueError("a decision that admits nothing gives no number")
    _check(application, at=at, today=today, emergency_until=emergency_until)
    renews = renews or _renewed_by(decision)
    if renews is not None and renews.office != application.office:
        raise RefusedError(Problem(GateCode.RENEWS_OTHERS, {"number": str(renews)}))
    year = int(today[:4])
    row = Admission.objects.create(
        year=year,
        seq=_next_number(year),
        decision=decision,
        kind=application.kind.value,
        title=application.title.strip(),
        office=application.office,
        issuer=application.issuer,
        frequency=application.frequency.value if application.frequency else "",
        document=canonical(to_document(application)),
        hours=decision.hours,
        starts_on=application.starts_on,
        ends_on=application.ends_on,
        emergency_until=emergency_until,
        renews=renews,
        admitted_at=at,
        admitted_by=by,
    )
    AdmissionRegion.objects.bulk_create(
        AdmissionRegion(admission=row, prefix=prefix) for prefix in sorted(set(application.regions))
    )
    _enter(row, application, at=at)
    sign_anew(row, at=at)  # last: from the token on, the database lets nobody widen the scope
    return row


def _check(application: Application, *, at: datetime, today: str, emergency_until: datetime | None) -> None:
    problem = unfit(application, today=today)
    if problem is None and emergency_until is not None:
        problem = unfit_lane(application, at=at, until=emergency_until)
    if problem is not None:
        raise RefusedError(problem)
    check_length(application.title.strip(), what="事项名称", model=Admission, field="title")
    check_length(application.issuer, what="单位名称", model=Admission, field="issuer")
    check_length(application.basis, what="依据", model=Matter, field="basis")


def _next_number(year: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_NEXT, [year])
        return int(cursor.fetchone()[0])


def _renewed_by(decision: Decision) -> Admission | None:
    """The admission whose renewal was asked for, known by the evidence that came with the request."""
    steps = Attachment.objects.filter(
        request__submissions__decisions=decision, step__startswith=RENEWS, removed_at__isnull=True
    ).values_list("step", flat=True)
    number = next((number_of(step) for step in steps), None)
    return Admission.objects.get(year=number.year, seq=number.seq) if number else None


def _enter(row: Admission, application: Application, *, at: datetime) -> None:
    """Its place in the register of matters; what it renews leaves it."""
    if row.renews is not None:
        leave(row.renews, on=row.starts_on, why=f"续期为{row}")
    Matter.objects.create(
        kind=row.kind,
        name=row.title,
        issuer=row.issuer,
        office=row.office,
        frequency=row.frequency,
        basis=application.basis,
        fields=json.dumps([[each.label, each.element] for each in application.fields], ensure_ascii=False),
        number=str(row),
        started_on=row.starts_on,
        recorded_at=at,
    )
