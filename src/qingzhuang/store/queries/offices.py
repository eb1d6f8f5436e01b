"""Offices: who acts where. No residents and no people, so everybody signed in may ask."""

from dataclasses import dataclass

from django.db.models import Count, Q

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.engine.values.initials import is_found_by
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import Office
from qingzhuang.store.roles import Right

OFFICE_KINDS = {
    "burden_office": "减负办",
    "department": "部门",
    "town": "镇（街道）",
    "village": "村（社区）",
}


@dataclass(frozen=True, slots=True)
class OfficeSeen:
    """An office. kind: its Chinese word. n_accounts: open ones. closed_on: ISO day, "" while it acts."""

    pk: int
    code: str
    name: str
    kind: str
    region: str
    n_accounts: int
    closed_on: str


def offices(actor: Actor, *, typed: str = "", kind: str = "") -> tuple[OfficeSeen, ...]:
    """
    The offices where the actor serves, open ones first, by kind and code. typed: name, code or initials.

    Raises:
        RefusedError: the actor is not signed in.
    """
    allow(actor, Right.READ)
    counted = Count("accounts", filter=Q(accounts__closed_at__isnull=True))
    found = Office.objects.annotate(n_accounts=counted).order_by("kind", "code")
    if kind:
        found = found.filter(kind=kind)
    seen = [
        _seen(office, office.n_accounts)
        for office in found
        if actor.serves(office.region) and (is_found_by(office.name, typed) or typed.strip() in office.code)
    ]
    return tuple(sorted(seen, key=lambda each: bool(each.closed_on)))


def office_names(actor: Actor) -> dict[str, str]:
    """
    Code → name of every office that acts now, by code.

    Raises:
        RefusedError: the actor is not signed in.
    """
    allow(actor, Right.READ)
    return dict(Office.objects.filter(closed_on__isnull=True).order_by("code").values_list("code", "name"))


def office_by_id(actor: Actor, pk: int) -> OfficeSeen:
    """
    One office where the actor serves.

    Raises:
        RefusedError: there is none of this number, or not there.
    """
    found = next((each for each in offices(actor) if each.pk == pk), None)
    if found is None:
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    return found


def _seen(office: Office, n_accounts: int) -> OfficeSeen:
    return OfficeSeen(
        pk=office.pk,
        code=office.code,
        name=office.name,
        kind=OFFICE_KINDS.get(office.kind, office.kind),
        region=office.region,
        n_accounts=n_accounts,
        closed_on=office.closed_on or "",
    )
