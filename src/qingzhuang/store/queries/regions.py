"""Regions by code and name: counties, towns and villages, readable by everybody signed in; no residents."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q

from qingzhuang.engine.values.initials import is_found_by
from qingzhuang.engine.values.regioncodes import Level, level_of, parent_of
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import Region, RegionAlias
from qingzhuang.store.roles import Right


@dataclass(frozen=True, slots=True)
class Branch:
    """A region with the regions right below it, by code. aliases: other names it is found by."""

    code: str
    name: str
    level: Level
    aliases: tuple[str, ...]
    below: tuple["Branch", ...]


def names_on(actor: Actor, day: str) -> dict[str, str]:
    """
    Code → name of every region on an ISO day, by code.

    Raises:
        RefusedError: the actor is not signed in.
    """
    allow(actor, Right.READ)
    held = Q(valid_from__lte=day) & (Q(valid_to__isnull=True) | Q(valid_to__gt=day))
    return dict(Region.objects.filter(held).order_by("code", "id").values_list("code", "name"))


def villages_in(actor: Actor, prefixes: Iterable[str], on: str) -> tuple[tuple[str, str], ...]:
    """
    Code and name of every village whose code begins with one of the prefixes, on an ISO day, by code.

    No residents' data, so everybody signed in may ask. prefixes: "" for the whole county; none, no villages.

    Raises:
        RefusedError: the actor is not signed in.
    """
    wanted = tuple(prefixes)
    named = names_on(actor, on).items()
    return tuple((c, n) for c, n in named if level_of(c) is Level.VILLAGE and c.startswith(wanted))


def region_tree(actor: Actor, *, on: str) -> tuple[Branch, ...]:
    """
    The regions on an ISO day as they stand in each other; the topmost are those without a parent.

    Raises:
        RefusedError: the actor is not signed in.
    """
    names = names_on(actor, on)
    below: dict[str, list[str]] = {}
    for code in names:
        parent = parent_of(code)
        below.setdefault(parent if parent in names else "", []).append(code)
    others = _aliases()

    def branch(code: str) -> Branch:
        children = tuple(branch(child) for child in below.get(code, ()))
        return Branch(code, names[code], level_of(code), others.get(code, ()), children)

    return tuple(branch(code) for code in below.get("", ()))


def find_regions(actor: Actor, typed: str, *, on: str) -> tuple[tuple[str, str], ...]:
    """
    Code and name of the regions whose name, other name, pinyin, its first letters or code is meant. R-ORG-01.

    Raises:
        RefusedError: the actor is not signed in.
    """
    others, wanted = _aliases(), typed.strip()
    return tuple(
        (code, name)
        for code, name in names_on(actor, on).items()
        if code.startswith(wanted) or any(is_found_by(each, wanted) for each in (name, *others.get(code, ())))
    )


def present_names(actor: Actor, prefixes: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Code → name and the ISO day it holds from, of what is open now below the prefixes."""
    allow(actor, Right.READ)
    below = reduce(or_, (Q(code__startswith=prefix) for prefix in prefixes), Q(pk__in=[]))
    found = Region.objects.filter(below, valid_to__isnull=True).order_by("code")
    return {code: (name, since) for code, name, since in found.values_list("code", "name", "valid_from")}


def _aliases() -> dict[str, tuple[str, ...]]:
    """Code → its other names."""
    found: dict[str, tuple[str, ...]] = {}
    for code, name in RegionAlias.objects.order_by("code", "name").values_list("code", "name"):
        found[code] = (*found.get(code, ()), name)
    return found
