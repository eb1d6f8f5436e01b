"""Which posts may be given: the right kind of place for a role, and which roles never meet in one account."""

from collections.abc import Iterable

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.organisations import OrganisationsCode
from qingzhuang.engine.values.regioncodes import Level, level_of, prefix_of
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Account, Post
from qingzhuang.store.queries.regions import present_names
from qingzhuang.store.roles import RIGHTS, ROLE_NAMES, SEES_RESIDENTS, Role

_LEVELS = {
    Role.VILLAGE_CLERK: Level.VILLAGE,
    Role.VILLAGE_SECRETARY: Level.VILLAGE,
    Role.GRID_WORKER: Level.VILLAGE,
    Role.TOWN_CLERK: Level.TOWN,
    Role.TOWN_LEADER: Level.TOWN,
}  # the others are held for a whole county
_LEVEL_NAMES = {Level.VILLAGE: "一个村", Level.TOWN: "一个镇", Level.COUNTY: "全县"}
# 三员分立: who keeps the system and who audits it hold no other post.
ALONE = frozenset({Role.ADMINISTRATOR, Role.AUDITOR})


def role_of(text: str) -> Role:
    """
    The role of a code.

    Raises:
        RefusedError: there is none.
    """
    if text not in set(Role):
        raise RefusedError(Problem(OrganisationsCode.NO_ROLE))
    return Role(text)


def place_for(actor: Actor, role: Role, region: str) -> str:
    """
    The prefix of codes for which a role is held. region: 12-digit code of a registered place.

    R-ORG-10: village posts belong to one village, town posts to one town, the others to a whole county.

    Raises:
        RefusedError: the region is unknown, of another level, or not among the actor's places.
    """
    if not region:
        raise RefusedError(Problem(OrganisationsCode.NO_PLACE))
    known = present_names(actor, [region])
    if region not in known:
        raise RefusedError(Problem(OrganisationsCode.UNKNOWN_PLACE, {"region": region[:20]}))
    if not actor.serves(region):
        raise RefusedError(Problem(OrganisationsCode.NOT_YOUR_PLACE, {"region": region}))
    wanted = _LEVELS.get(role, Level.COUNTY)
    if level_of(region) is not wanted:
        params = {"role": ROLE_NAMES[role], "level": _LEVEL_NAMES[wanted], "region": known[region][0]}
        raise RefusedError(Problem(OrganisationsCode.WRONG_LEVEL, params))
    return prefix_of(region)


def check_together(roles: Iterable[Role]) -> None:
    """
    Let the roles of one account pass, or refuse. R-ORG-11, R-ORG-15.

    Raises:
        RefusedError: administrator or auditor together with anything else; two roles that both see residents
            but may do different things: what the one may do, the other's place would get too.
    """
    held = frozenset(roles)
    seeing = sorted(held & SEES_RESIDENTS)
    if len({RIGHTS[role] for role in seeing}) > 1:
        names = "、".join(ROLE_NAMES[role] for role in seeing)
        raise RefusedError(Problem(OrganisationsCode.TWO_REACHES, {"roles": names}))
    alone = sorted(held & ALONE)
    if alone and len(held) > 1:
        raise RefusedError(Problem(OrganisationsCode.NOT_ALONE, {"role": ROLE_NAMES[alone[0]]}))


def coming_posts(account: Account, *, today: str) -> list[Post]:
    """The posts an account holds today or will hold."""
    return [post for post in account.posts.order_by("pk") if post.valid_to is None or post.valid_to > today]


def check_not_own(actor: Actor, *names: str) -> None:
    """
    Nobody changes their own account or posts. R-ORG-11.

    Raises:
        RefusedError: one of the accounts is the actor's.
    """
    if actor.name in names:
        raise RefusedError(Problem(OrganisationsCode.NOT_YOUR_OWN))
