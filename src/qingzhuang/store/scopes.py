"""Scopes: nobody reads or writes outside the regions they answer for."""

import re
from functools import reduce
from operator import or_

from django.db.models import Q

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor


def require(actor: Actor, region: str) -> None:
    """
    Let the actor pass, or refuse.

    Raises:
        RefusedError: the region (12-digit code) lies outside the actor's scopes.
    """
    if not actor.may_see(region):
        raise RefusedError(Problem(StoreCode.OUT_OF_SCOPE, {"region": region}))


def within(actor: Actor, *, field: str = "region") -> Q:
    """
    The condition that keeps rows inside the actor's scopes. field: the column that holds the region code.

    A scope becomes a range of codes, so one index serves it; no scopes, no rows.
    """
    ranges = (
        Q(**{f"{field}__gte": scope.ljust(12, "0"), f"{field}__lte": scope.ljust(12, "9")})
        for scope in actor.scopes
    )
    return reduce(or_, ranges, Q(pk__in=[]))


def check_region(region: str) -> None:
    """
    Let a region code pass, or refuse.

    Raises:
        RefusedError: it is not 12 digits.
    """
    if not re.fullmatch(r"[0-9]{12}", region):
        raise RefusedError(Problem(StoreCode.BAD_REGION, {"region": region}))
