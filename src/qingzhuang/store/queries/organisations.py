"""Villages by code."""

from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Region
from qingzhuang.store.scopes import require


def village_name(actor: Actor, region: str) -> str | None:
    """
    The name the village has now, None if it is not registered.

    Raises:
        RefusedError: outside the actor's scopes.
    """
    require(actor, region)
    found = Region.objects.filter(code=region, valid_to__isnull=True).first()
    return found.name if found else None
