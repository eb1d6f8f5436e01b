"""What happens when a number no longer counts: nothing more is asked, and the register says so."""

from datetime import datetime

from django.db.models import Q

from qingzhuang.store.models import Admission, Matter, Obligation


def stop_ended(*, today: str, at: datetime, only: Admission | None = None) -> int:
    """Stop what is not handed in of admissions that no longer count; how many. Rule R-GAT-09."""
    waiting = Obligation.objects.filter(done_at__isnull=True, stopped_at__isnull=True)
    if only is not None:
        waiting = waiting.filter(admission=only)
    over = Admission.objects.filter(_over(today, at))
    return waiting.filter(admission__in=over).update(stopped_at=at)


def leave_ended(*, today: str, at: datetime) -> int:
    """Take matters whose number has ended, or whose emergency ran out, off the register; how many."""
    left = 0
    open_numbers = set(
        Matter.objects.filter(ended_on__isnull=True).exclude(number="").values_list("number", flat=True)
    )
    for row in Admission.objects.filter(_over(today, at), withdrawn_on__isnull=True).iterator():
        if str(row) in open_numbers:
            has_run_out = row.ends_on >= today
            left += leave(row, on=today, why="应急先办没有补办" if has_run_out else "到期")
    return left


def in_force(*, today: str, at: datetime) -> tuple[Admission, ...]:
    """The admissions that count now, by number."""
    rows = Admission.objects.filter(starts_on__lte=today).exclude(_over(today, at))
    return tuple(rows.prefetch_related("regions").order_by("year", "seq"))


def leave(row: Admission, *, on: str, why: str) -> int:
    """Take the matter of a number off the register from a day on; 1, or 0 where it is off already."""
    kept = Matter.objects.filter(number=str(row), ended_on__isnull=True)
    return kept.update(ended_on=on, why_ended=why[:300])


def _over(today: str, at: datetime) -> Q:
    """What no longer counts: past its last day, withdrawn, or an emergency that ran out."""
    ran_out = Q(emergency_until__lte=at, regularised_at__isnull=True)
    return Q(ends_on__lt=today) | Q(withdrawn_on__lte=today) | ran_out
