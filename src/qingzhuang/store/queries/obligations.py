"""What villages have to do: the obligations that stand on admissions."""

from dataclasses import dataclass, replace
from datetime import datetime

from qingzhuang.engine.admit.domain import Kind
from qingzhuang.engine.admit.numbers import Number
from qingzhuang.engine.admit.standing import standing
from qingzhuang.store.actors import Actor
from qingzhuang.store.admitted import admitted_of, prefixes_of
from qingzhuang.store.models import Obligation
from qingzhuang.store.scopes import within


@dataclass(frozen=True, slots=True)
class Duty:
    """One thing one village has to do once. landed_on, due: ISO days. done_at, stopped_at: None: not."""

    id: int
    region: str
    number: Number
    title: str
    kind: Kind
    issuer: str
    period: str
    landed_on: str
    due: str
    done_at: datetime | None
    stopped_at: datetime | None


def open_duties(actor: Actor, *, on: str, region: str | None = None) -> tuple[Duty, ...]:
    """
    What waits for the villages where the actor serves, the nearest due day first.

    What stands on a number that no longer counts is left out, whether or not the clock has stopped it yet
    (R-GAT-09). on: instant with zone, or day (ISO). region: this village only.
    """
    served = replace(actor, scopes=(*actor.scopes, *actor.places))
    rows = Obligation.objects.filter(within(served), done_at__isnull=True, stopped_at__isnull=True)
    if region is not None:
        rows = rows.filter(region=region)
    rows = rows.select_related("admission").prefetch_related("admission__regions").order_by("due", "pk")
    known: dict[int, bool] = {}
    found = []
    for row in rows:
        if row.admission_id not in known:
            matter = admitted_of(row.admission, regions=prefixes_of(row.admission))
            known[row.admission_id] = standing(matter, on=on, region=None).is_good
        if known[row.admission_id]:
            found.append(_duty(row))
    return tuple(found)


def _duty(row: Obligation) -> Duty:
    return Duty(
        id=row.pk,
        region=row.region,
        number=Number(row.admission.year, row.admission.seq),
        title=row.admission.title,
        kind=Kind(row.admission.kind),
        issuer=row.admission.issuer,
        period=row.period,
        landed_on=row.landed_on,
        due=row.due,
        done_at=row.done_at,
        stopped_at=row.stopped_at,
    )
