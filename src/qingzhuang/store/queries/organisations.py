"""Villages by code."""

from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Region
from qingzhuang.store.scopes import require, within

NO_VILLAGE = "000"  # the last three digits of a town or county (统计用区划代码: 村 is digits 10–12)


def village_name(actor: Actor, region: str) -> str | None:
    """
    The name the village has now, None if it is not registered.

    Raises:
        RefusedError: outside the actor's scopes.
    """
    require(actor, region)
    found = Region.objects.filter(code=region, valid_to__isnull=True).first()
    return found.name if found else None


def villages_called(actor: Actor, name: str, *, region: str | None = None) -> tuple[str, ...]:
    """
    Codes of the villages in scope that have this name now, in order. region: only this one.

    Raises:
        RefusedError: the region lies outside the actor's scopes.
    """
    found = Region.objects.filter(within(actor, field="code"), valid_to__isnull=True, name=name)
    if region is not None:
        require(actor, region)
        found = found.filter(code=region)
    return tuple(found.order_by("code").values_list("code", flat=True))


def villages_below(actor: Actor, prefix: str) -> tuple[tuple[str, str], ...]:
    """
    Code and present name of every village whose code begins so and that the actor may see, by code.

    prefix: up to 12 digits, "" for all.
    """
    found = Region.objects.filter(within(actor, field="code"), valid_to__isnull=True, code__startswith=prefix)
    found = found.exclude(code__endswith=NO_VILLAGE)
    return tuple(found.order_by("code").values_list("code", "name"))
