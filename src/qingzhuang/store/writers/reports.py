"""Writing what villages report without a name: no account, no place, no instant, no order."""

import secrets
from collections.abc import Iterable

from django.db import connection

from qingzhuang.store.models import Account, Office, RefusalReport, Region, RegionAlias

_OF_A_PLACE = ("village", "town")
# SQLite numbers rows as they come, which would tell their order; this row gets a place by chance instead.
_SCATTER = "UPDATE store_refusalreport SET rowid = %s WHERE id = %s"
_MOST_PLACES = 2**62


def names_to_hide() -> frozenset[str]:
    """
    Every name that could tell where a text comes from: places and their codes, offices of villages and towns,
    people with an account, now or earlier. The county's own name tells nothing, unless a place is called so.
    """
    places = Region.objects.exclude(code__endswith="000000")
    return frozenset(
        name
        for names in (
            _all(places.values_list("name", "code")),
            _all(RegionAlias.objects.exclude(code__endswith="000000").values_list("name")),
            _all(Office.objects.filter(kind__in=_OF_A_PLACE).values_list("name")),
            _all(Account.objects.values_list("name", "full_name")),
        )
        for name in names
    )


def write_report(report: RefusalReport) -> None:
    """Keep a report; one that is there already is left as it is, so that sending twice counts once."""
    if RefusalReport.objects.filter(pk=report.pk).exists():
        return
    RefusalReport.objects.bulk_create([report], ignore_conflicts=True)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(_SCATTER, [secrets.randbelow(_MOST_PLACES), report.pk.hex])


def write_answer(report: RefusalReport, *, answer: str, today: str) -> bool:
    """What the 减负办 answers, once; False where somebody answered meanwhile."""
    open_ = RefusalReport.objects.filter(pk=report.pk, answered_on__isnull=True)
    return open_.update(answer=answer, answered_on=today) == 1


def _all(rows: Iterable[tuple[str, ...]]) -> Iterable[str]:
    return (name for row in rows for name in row)
