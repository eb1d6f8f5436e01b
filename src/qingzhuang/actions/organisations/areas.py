"""What a village does with its areas (分片包干): open one, change it, end it."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.organisations import OrganisationsCode
from qingzhuang.engine.values.villagergroups import groups_in
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.lengths import check_length
from qingzhuang.store.models import Account, Area
from qingzhuang.store.queries.people import serving_in
from qingzhuang.store.roles import Right
from qingzhuang.store.scopes import check_region
from qingzhuang.store.writers.areas import create_area, end_area
from qingzhuang.store.writers.journal import record


@dataclass(frozen=True, slots=True)
class NewArea:
    """An area as wanted. groups: as people write them. members: names of accounts, may be none yet."""

    name: str
    groups: str
    members: Sequence[str]


def open_area(actor: Actor, *, region: str, wanted: NewArea, today: str) -> None:
    """
    Open an area of one's own village from today. R-ORG-14.

    Raises:
        RefusedError: not the clerk or secretary of this village; no name or groups; a name that is taken; a
            member who does not serve here.
    """
    _check_mine(actor, region)
    members = _check(actor, region, wanted, today)
    if Area.objects.filter(region=region, name=wanted.name.strip(), valid_to__isnull=True).exists():
        raise RefusedError(Problem(OrganisationsCode.AREA_TAKEN, {"name": wanted.name.strip()}))
    with transaction.atomic():
        _create(region, wanted, members, today)
        record(actor, action="organisations.open_area", object_=region, values=_said(wanted))


def change_area(actor: Actor, *, pk: int, wanted: NewArea, today: str) -> str:
    """
    Let an area be another from today; comes back: its village. What it was until yesterday stays readable.

    Raises:
        RefusedError: there is no such area; as `open_area`.
    """
    area = _mine(actor, pk)
    members = _check(actor, area.region, wanted, today)
    same_name = Area.objects.filter(region=area.region, name=wanted.name.strip(), valid_to__isnull=True)
    if same_name.exclude(pk=pk).exists():
        raise RefusedError(Problem(OrganisationsCode.AREA_TAKEN, {"name": wanted.name.strip()}))
    with transaction.atomic():
        end_area(area, on=today)
        _create(area.region, wanted, members, today)
        record(actor, action="organisations.change_area", object_=area.region, values=_said(wanted))
    return area.region


def close_area(actor: Actor, *, pk: int, today: str) -> str:
    """
    End an area of one's own village from today; comes back: the village.

    Raises:
        RefusedError: there is no such area; not the clerk or secretary of its village.
    """
    area = _mine(actor, pk)
    with transaction.atomic():
        end_area(area, on=today)
        record(actor, action="organisations.close_area", object_=area.region, values={"name": area.name})
    return area.region


def _check_mine(actor: Actor, region: str) -> None:
    """Only the village itself divides itself."""
    allow(actor, Right.COLLECT)
    check_region(region)
    if not actor.is_console and region not in actor.scopes:
        raise RefusedError(Problem(OrganisationsCode.NOT_YOUR_VILLAGE))


def _mine(actor: Actor, pk: int) -> Area:
    """An area of one's own village that still holds; one of another village is as if it were not there."""
    allow(actor, Right.COLLECT)
    area = Area.objects.filter(pk=pk, valid_to__isnull=True).first()
    if area is None or not actor.may_see(area.region):
        raise RefusedError(Problem(OrganisationsCode.NO_AREA))
    _check_mine(actor, area.region)
    return area


def _check(actor: Actor, region: str, wanted: NewArea, today: str) -> list[Account]:
    """The accounts of its members, if everything is in order."""
    if not wanted.name.strip():
        raise RefusedError(Problem(OrganisationsCode.AREA_NAME))
    if not groups_in(wanted.groups):
        raise RefusedError(Problem(OrganisationsCode.AREA_GROUPS))
    check_length(wanted.name.strip(), what="片区名称", model=Area, field="name")
    check_length(wanted.groups.strip(), what="村民小组", model=Area, field="groups")
    here = serving_in(actor, region, today=today)
    for name in wanted.members:
        if name not in here:
            raise RefusedError(Problem(OrganisationsCode.AREA_NOBODY, {"name": name[:30]}))
    return list(Account.objects.filter(name__in=wanted.members).order_by("name"))


def _create(region: str, wanted: NewArea, members: list[Account], today: str) -> None:
    create_area(
        region=region, name=wanted.name.strip(), groups=wanted.groups.strip(), on=today, members=members
    )


def _said(wanted: NewArea) -> dict[str, object]:
    """What the journal keeps: the area and accounts, no person's name."""
    return {"name": wanted.name.strip(), "groups": wanted.groups.strip(), "members": sorted(wanted.members)}
