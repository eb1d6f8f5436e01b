"""Areas of a village (分片包干) and who looks after them: for the village and its town."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Q

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.engine.values.villagergroups import groups_in
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import Area
from qingzhuang.store.queries.regions import present_names, villages_in
from qingzhuang.store.roles import Right


@dataclass(frozen=True, slots=True)
class AreaSeen:
    """An area. groups: as people wrote them. members: account → person's name, those who look after it."""

    pk: int
    name: str
    groups: str
    since: str
    members: dict[str, str]


def areas_of(actor: Actor, region: str, *, today: str) -> tuple[AreaSeen, ...]:
    """
    The areas of a village on an ISO day, by name.

    Raises:
        RefusedError: it is not the actor's village, nor in the actor's town or county to administer.
    """
    check_may_look(actor, region)
    held = Q(valid_from__lte=today) & (Q(valid_to__isnull=True) | Q(valid_to__gt=today))
    return tuple(_seen(area, held) for area in Area.objects.filter(held, region=region).order_by("pk"))


def villages_with_areas(actor: Actor, *, today: str) -> tuple[tuple[str, str, int, int], ...]:
    """Code, name, number of areas and of those nobody looks after, of every village open to the actor."""
    found = []
    for code, name in villages_in(actor, actor.places, today):
        if not may_look(actor, code):
            continue
        areas = areas_of(actor, code, today=today)
        found.append((code, name, len(areas), sum(not area.members for area in areas)))
    return tuple(found)


def may_look(actor: Actor, region: str) -> bool:
    """Whether the actor may see who looks after what in a village. R-ORG-13."""
    return (
        actor.may_see(region)
        or region in actor.places
        or (actor.may(Right.ADMINISTER) and actor.serves(region))
    )


def check_may_look(actor: Actor, region: str) -> None:
    """
    Let the actor pass, or refuse.

    Raises:
        RefusedError: not as `may_look` says, or no such village.
    """
    allow(actor, Right.READ)
    if not may_look(actor, region) or region not in present_names(actor, [region]):
        raise RefusedError(Problem(StoreCode.NOT_THERE))


def looked_after_twice(actor: Actor, areas: Sequence[AreaSeen]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The groups that stand in more than one of these areas, each with the areas' names. R-ORG-14."""
    allow(actor, Right.READ)
    where: dict[str, list[str]] = {}
    for area in areas:
        for group in groups_in(area.groups):
            where.setdefault(group, []).append(area.name)
    return tuple((group, tuple(names)) for group, names in where.items() if len(names) > 1)


def _seen(area: Area, held: Q) -> AreaSeen:
    duties = area.duties.filter(held).select_related("account").order_by("pk")
    members = {duty.account.name: duty.account.full_name for duty in duties}
    return AreaSeen(area.pk, area.name, area.groups, area.valid_from, members)
