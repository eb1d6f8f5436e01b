"""What a village said of itself on forms that came back."""

import json
from collections.abc import Mapping

from qingzhuang.engine.know.holding import hold
from qingzhuang.engine.know.profile import Claim, Holding, Profile
from qingzhuang.engine.values.domain import Domain, Kind
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import VillageStatement
from qingzhuang.store.scopes import require

_THE_VILLAGE = 0  # no subject has this id
_PLAIN = Domain(Kind.TEXT)
_COLUMNS = (
    *("source_import__source", "source_import__day", "source_import_id"),
    *("sheet", "row", "source_import__is_village_answer", "said"),
)


def village_claims(actor: Actor, region: str) -> Mapping[str, list[Claim]]:
    """
    Every word a village ever said of itself that still counts, by fact key, oldest first.

    Raises:
        RefusedError: outside the actor's scopes.
    """
    require(actor, region)
    live = VillageStatement.objects.filter(
        source_import__region=region, source_import__withdrawn_at=None
    ).order_by("id")
    claims: dict[str, list[Claim]] = {}
    for *origin, said in live.values_list(*_COLUMNS):
        for key, value in json.loads(said).items():
            claims.setdefault(key, []).append(Claim(value, *origin))
    return claims


def village_of(actor: Actor, region: str) -> Profile:
    """
    The village itself as a subject: what holds of what it said, the last answer first (R-KNW-05).

    Raises:
        RefusedError: outside the actor's scopes.
    """
    holdings: dict[str, Holding] = {
        key: hold(claims, _PLAIN) for key, claims in village_claims(actor, region).items()
    }
    return Profile(_THE_VILLAGE, False, region, None, holdings, is_resident=False, is_village=True)
