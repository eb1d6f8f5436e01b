"""What villages reported without a name: whole to the 减负办 after the week, a number to a department."""

from collections import Counter
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from qingzhuang.engine.admit.notices.answers import VERDICT_NAMES, Verdict
from qingzhuang.engine.admit.numbers import parse
from qingzhuang.engine.admit.weeks import monday_of, mondays_before
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import Admission, Office, RefusalReport
from qingzhuang.store.roles import Right

LEAST = 3  # fewer reports on one office in one week are told to nobody but the 减负办 (R-CHE-13)
OF_A_PLACE = "镇（街道）或村"  # stands for an office whose name would tell the place
_MOST_WEEKS = 26


@dataclass(frozen=True, slots=True)
class ReportSeen:
    """
    One report as the 减负办 reads it. week: its Monday, ISO. verdict: in Chinese. answered_on: ISO day or "".

    admitted: year and seq of the number it bore, where that was ever given out; submission: the application
    it came from. None for none.
    """

    id: UUID
    week: str
    asked_by: str
    number: str
    verdict: str
    notice: str
    clause: str
    has_photo: bool
    answered_on: str
    answer: str
    admitted: tuple[int, int] | None
    submission: int | None


@dataclass(frozen=True, slots=True)
class WeekCount:
    """A finished week (its Monday, ISO) and how many reports name an office; None for too few to say."""

    week: str
    n: int | None


def reports(actor: Actor, *, today: str) -> tuple[ReportSeen, ...]:
    """
    The reports of finished weeks, the newest week first; the order inside a week means nothing. R-CHE-12.

    Raises:
        RefusedError: the actor is no reviewer.
    """
    allow(actor, Right.REVIEW)
    rows = _finished(today).defer("photo").order_by("-week", "id")
    with_photo = set(_finished(today).filter(photo__isnull=False).values_list("id", flat=True))
    return tuple(_seen(row, has_photo=row.id in with_photo) for row in rows)


def report(actor: Actor, report_id: UUID, *, today: str) -> ReportSeen:
    """
    One report of a finished week.

    Raises:
        RefusedError: the actor is no reviewer; there is none, or its week is not over.
    """
    row = report_row(actor, report_id, today=today)
    return _seen(row, has_photo=row.photo is not None)


def report_row(actor: Actor, report_id: UUID, *, today: str) -> RefusalReport:
    """
    The row of a report of a finished week; its photo too.

    Raises:
        RefusedError: as `report`.
    """
    allow(actor, Right.REVIEW)
    row = _finished(today).filter(pk=report_id).first()
    if row is None:
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    return row


def counts_on_my_office(actor: Actor, *, today: str) -> tuple[WeekCount, ...]:
    """
    How often the actor's own office was named in each finished week of the last half year, the newest first.

    A week with fewer than three looks like one with none. Rule R-CHE-13.

    Raises:
        RefusedError: the actor does not apply for an office.
    """
    allow(actor, Right.APPLY)
    name = Office.objects.filter(code=actor.office).values_list("name", flat=True).first() or ""
    weeks = mondays_before(today, _MOST_WEEKS)
    named = _finished(today).filter(week__gte=weeks[-1], asked_by=name).exclude(asked_by="")
    found = Counter(named.values_list("week", flat=True))
    return tuple(WeekCount(week, found[week] if found[week] >= LEAST else None) for week in weeks)


def answers_given(actor: Actor, *, today: str) -> tuple[ReportSeen, ...]:
    """
    The last twenty answers of the 减负办, for everybody in villages and towns; what was reported stays away.

    Raises:
        RefusedError: the actor may not check.
    """
    allow(actor, Right.CHECK)
    rows = _finished(today).filter(answered_on__isnull=False).defer("photo", "notice")
    return tuple(_seen(row, has_photo=False, notice="") for row in rows.order_by("-answered_on", "id")[:20])


def _finished(today: str) -> QuerySet[RefusalReport]:
    return RefusalReport.objects.filter(week__lt=monday_of(today))


def _seen(row: RefusalReport, *, has_photo: bool, notice: str | None = None) -> ReportSeen:
    number = parse(row.number.split("、")[0]) if row.number else None
    found = Admission.objects.filter(year=number.year, seq=number.seq) if number else Admission.objects.none()
    admission = found.select_related("decision").first()
    return ReportSeen(
        id=row.id,
        week=row.week,
        asked_by=row.asked_by,
        number=row.number,
        verdict=VERDICT_NAMES[Verdict(row.verdict)],
        notice=row.notice if notice is None else notice,
        clause=row.clause,
        has_photo=has_photo,
        answered_on=row.answered_on or "",
        answer=row.answer,
        admitted=(admission.year, admission.seq) if admission else None,
        submission=admission.decision.submission_id if admission else None,
    )
