"""Hours budgets of offices: what was set, what the admissions of the year come to, what is left."""

from dataclasses import dataclass

from django.db.models import F, Q, Sum

from qingzhuang.engine.admit.budget import Budget
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import Admission, Decision, HoursBudget, Office
from qingzhuang.store.roles import Right


@dataclass(frozen=True, slots=True)
class OfficeBudget:
    """An office with its budget of a year."""

    code: str
    name: str
    budget: Budget


def budget_of(actor: Actor, office: str, *, year: int) -> Budget:
    """
    The hours budget of an office and what is left of it. Rule R-REV-11.

    An admission that was withdrawn before it began took nobody's time and is not counted.

    Raises:
        RefusedError: the actor is no reviewer.
    """
    allow(actor, Right.REVIEW)
    row = HoursBudget.objects.filter(office=office, year=year).first()
    return Budget(row.hours if row else None, _used(year).get(office, 0.0), _pending().get(office, 0.0))


def budgets(actor: Actor, *, year: int) -> tuple[OfficeBudget, ...]:
    """
    The budget of every department that acts, and of others that used hours in the year; the fullest first.

    Raises:
        RefusedError: the actor does not keep the budgets.
    """
    allow(actor, Right.CURATE)
    used, pending = _used(year), _pending()
    given = dict(HoursBudget.objects.filter(year=year).values_list("office", "hours"))
    wanted = Q(kind="department", closed_on__isnull=True) | Q(code__in=[*used, *given])
    rows = [
        OfficeBudget(code, name, Budget(given.get(code), used.get(code, 0.0), pending.get(code, 0.0)))
        for code, name in Office.objects.filter(wanted).order_by("code").values_list("code", "name")
    ]
    return tuple(sorted(rows, key=_fullness))


def _fullness(row: OfficeBudget) -> tuple[bool, float]:
    left = row.budget.left
    return (left is None, left if left is not None else -row.budget.used)


def _used(year: int) -> dict[str, float]:
    rows = Admission.objects.filter(year=year).exclude(withdrawn_on__lte=F("starts_on"))
    return dict(rows.values("office").annotate(sum=Sum("hours")).values_list("office", "sum"))


def _pending() -> dict[str, float]:
    rows = Decision.objects.filter(decided_at__isnull=True, dropped_at__isnull=True, hours__gt=0)
    named = rows.values(office=F("submission__request__office")).annotate(sum=Sum("hours"))
    return dict(named.values_list("office", "sum"))
