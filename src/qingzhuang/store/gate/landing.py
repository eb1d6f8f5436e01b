"""Obligations: what one village has to do once, made from an admission and nothing else."""

from collections.abc import Iterable
from datetime import datetime

from django.db.models import Q

from qingzhuang.engine.admit.domain import Frequency
from qingzhuang.engine.admit.periods import Period, current, periods
from qingzhuang.engine.admit.standing import standing
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.standing import StandingCode
from qingzhuang.store.admitted import admitted_of, application_of, prefixes_of
from qingzhuang.store.models import Admission, Obligation, Region

_NO_VILLAGE = "000"  # the last three digits of a town or county (统计用区划代码)


def land(admission: Admission, *, today: str, at: datetime | None = None) -> int:
    """
    Obligations of the current period for every village in scope that has none yet; how many were made.

    Villages are those registered on `today`. Before its first day, and between periods, nothing lands: 0.
    Again the same day, nothing is doubled (R-GAT-07).

    Args:
        admission: the admission.
        today: ISO day.
        at: instant, exact for the emergency lane; None counts its last day whole.

    Raises:
        RefusedError: the number has ended, was withdrawn, or its emergency ran out (R-GAT-08).
    """
    stands = standing(
        admitted_of(admission, regions=prefixes_of(admission)),
        on=at.isoformat() if at else today,
        region=None,
    )
    if stands.problem.code is StandingCode.NOT_YET:
        return 0
    if not stands.is_good:
        raise RefusedError(stands.problem)
    period = _current_period(admission, today)
    if period is None:
        return 0
    return _make(admission, period, _villages(prefixes_of(admission), today), today)


def _current_period(admission: Admission, today: str) -> Period | None:
    asked = application_of(admission)
    turns = periods(
        asked.frequency or Frequency.ONCE,
        starts_on=admission.starts_on,
        ends_on=admission.ends_on,
        issue_days=asked.issue_days,
    )
    return current(turns, on=today, issue_days=asked.issue_days)


def _villages(prefixes: Iterable[str], today: str) -> tuple[str, ...]:
    """Codes of the villages below these prefixes that are registered on a day."""
    below = Q(pk__in=[])
    for prefix in prefixes:
        below |= Q(code__gte=prefix.ljust(12, "0"), code__lte=prefix.ljust(12, "9"))
    rows = Region.objects.filter(below, Q(valid_to__isnull=True) | Q(valid_to__gt=today))
    return tuple(sorted(set(rows.exclude(code__endswith=_NO_VILLAGE).values_list("code", flat=True))))


def _make(admission: Admission, period: Period, villages: Iterable[str], today: str) -> int:
    made = Obligation.objects.filter(admission=admission, period=period.name)
    have = set(made.values_list("region", flat=True))
    lacking = [
        Obligation(admission=admission, region=code, period=period.name, landed_on=today, due=period.due)
        for code in villages
        if code not in have
    ]
    if not lacking:
        return 0
    # Somebody else may land the same at this moment; what is there already is passed over.
    Obligation.objects.bulk_create(lacking, batch_size=2000, ignore_conflicts=True)
    return made.count() - len(have)
