"""A row of the register as the engine knows it."""

import json
from collections.abc import Iterable

from qingzhuang.engine.admit.domain import Application, Frequency, Kind
from qingzhuang.engine.admit.numbers import Number
from qingzhuang.engine.admit.standing import Admitted
from qingzhuang.engine.admit.writing import from_document
from qingzhuang.store.models import Admission


def application_of(row: Admission) -> Application:
    """The application as it was admitted."""
    return from_document(json.loads(row.document))


def admitted_of(row: Admission, *, regions: Iterable[str]) -> Admitted:
    """
    The matter a row holds. regions: its prefixes.

    An emergency that was regularised lasts as long as any other: `emergency_until` is "" then.
    """
    asked = application_of(row)
    is_in_lane = row.emergency_until is not None and row.regularised_at is None
    return Admitted(
        number=Number(row.year, row.seq),
        title=row.title,
        kind=Kind(row.kind),
        issuer=row.issuer,
        regions=tuple(sorted(regions)),
        frequency=Frequency(row.frequency) if row.frequency else None,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        withdrawn_on=row.withdrawn_on or "",
        emergency_until=row.emergency_until.isoformat() if is_in_lane and row.emergency_until else "",
        fields=tuple(each.label for each in asked.fields),
        basis=asked.basis,
        extras=asked.extras,
        features=(asked.features,) if asked.features else (),
        helpers=asked.helpers,
    )


def prefixes_of(row: Admission) -> tuple[str, ...]:
    """Where it may land, in order; uses what was prefetched."""
    return tuple(sorted(each.prefix for each in row.regions.all()))
