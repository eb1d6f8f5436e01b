"""The people at the gate's desk as actors, on the cast's county."""

from dataclasses import dataclass

from django.test import override_settings
from tests.cast import make_cast, make_person
from tests.days import TODAY

from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Account
from qingzhuang.store.queries.accounts import actor_of
from qingzhuang.store.roles import Role


@dataclass(frozen=True, slots=True)
class Desk:
    """Who acts: a reviewer, a second one, their leader, the applying officer, two villages, their town."""

    reviewer: Actor
    second: Actor
    leader: Actor
    officer: Actor
    village: Actor
    other_village: Actor
    town: Actor


@override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.MD5PasswordHasher"])
def make_desk() -> Desk:
    """The whole cast, with a second reviewer and a clerk in the other village."""
    cast = make_cast()
    second = make_person("second", role=Role.REVIEWER, full_name="钱夏至", office="jfb", region="360999")
    other = make_person(
        "other_clerk", role=Role.VILLAGE_CLERK, full_name="李冬至", office="dongtang", region="360999101206"
    )
    return Desk(
        _as(cast[Role.REVIEWER]),
        _as(second),
        _as(cast[Role.BURDEN_LEADER]),
        _as(cast[Role.OFFICER]),
        _as(cast[Role.VILLAGE_CLERK]),
        _as(other),
        _as(cast[Role.TOWN_CLERK]),
    )


def _as(account: Account) -> Actor:
    return actor_of(account, today=TODAY)
