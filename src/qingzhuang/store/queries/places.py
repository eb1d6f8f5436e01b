"""The towns an application lands on, for a reviewer who makes its scope smaller."""

from collections import Counter
from dataclasses import dataclass

from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import Region
from qingzhuang.store.queries.organisations import NO_VILLAGE
from qingzhuang.store.roles import Right

_TOWN = 9  # digits of a region code that name the town


@dataclass(frozen=True, slots=True)
class Town:
    """A town, or the part of it that an application lands on. prefix: of region codes. n_villages: in it."""

    prefix: str
    name: str
    n_villages: int


def towns_in(actor: Actor, prefixes: tuple[str, ...]) -> tuple[Town, ...]:
    """
    The towns in these prefixes of region codes, by code; none at all: every town. A village asked for by
    itself stands by itself.

    Raises:
        RefusedError: the actor is no reviewer.
    """
    allow(actor, Right.REVIEW)
    rows = dict(Region.objects.filter(valid_to__isnull=True).values_list("code", "name"))
    villages = [
        code for code in rows if not code.endswith(NO_VILLAGE) and (not prefixes or code.startswith(prefixes))
    ]
    found = Counter(
        next((p for p in prefixes if len(p) > _TOWN and code.startswith(p)), code[:_TOWN])
        for code in villages
    )
    return tuple(
        Town(prefix, rows.get(prefix.ljust(12, "0")) or rows.get(f"{prefix[:_TOWN]}000", prefix), n)
        for prefix, n in sorted(found.items())
    )
