"""The second lock behind the scopes: PostgreSQL's row security is told what the actor of a request sees."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

from qingzhuang.store.actors import Actor
from qingzhuang.store.roles import Right

_SET = "SELECT set_config('app.scopes', %s, false), set_config('app.desk', %s, false)"
_NOTHING = ""  # a connection that was told nothing sees nothing
EVERYTHING = "*"
_GATE = "gate"


def told(actor: Actor) -> str:
    """The actor's scopes as the policies of migration 0003 read them: prefixes by commas, `*` for all."""
    return EVERYTHING if "" in actor.scopes else ",".join(actor.scopes)


@contextmanager
def bound(actor: Actor) -> Iterator[None]:
    """While it lasts, the database shows this actor's rows and no others (on SQLite: nothing to tell)."""
    if connection.vendor != "postgresql":
        yield
        return
    _tell(told(actor), _desk(actor))
    try:
        yield
    finally:
        _tell(_NOTHING, _NOTHING)


def _desk(actor: Actor) -> str:
    """What villages told the gate in confidence is for the gate's own desk."""
    return _GATE if actor.may(Right.REVIEW) else _NOTHING


def _tell(scopes: str, desk: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_SET, [scopes, desk])


@contextmanager
def counting(actor: Actor) -> Iterator[None]:
    """
    While it lasts every row may be counted, whoever asks; afterwards the actor sees what he saw before.

    For numbers that name nobody (how many residents a value is known of) and for nothing else.
    """
    if connection.vendor != "postgresql":
        yield
        return
    _tell(EVERYTHING, _desk(actor))
    try:
        yield
    finally:
        _tell(told(actor), _desk(actor))
