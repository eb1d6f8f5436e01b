"""Who acts, and where: every query and every action takes an actor."""

from dataclasses import dataclass

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.roles import Right, Role, rights_of


@dataclass(frozen=True, slots=True)
class Actor:
    """
    Someone who acts. scopes: prefixes of region codes whose people the actor may see; ("",) sees all.

    name is an account name, never a person's name. roles: what the actor's posts are. office: code of the
    office the actor acts for, "" for none. places: prefixes of region codes where the actor serves; unlike
    scopes they open no resident's data. is_console: whoever runs commands on the machine itself may do
    whatever a command does.
    """

    name: str
    scopes: tuple[str, ...]
    roles: frozenset[Role] = frozenset()
    office: str = ""
    places: tuple[str, ...] = ()
    is_console: bool = False

    def may_see(self, region: str) -> bool:
        """Whether a region (12-digit code) lies in the actor's scope."""
        return any(region.startswith(scope) for scope in self.scopes)

    def serves(self, region: str) -> bool:
        """Whether a region (12-digit code) is among the places where the actor serves."""
        return any(region.startswith(place) for place in self.places)

    def may(self, right: Right) -> bool:
        """Whether the actor's roles allow this."""
        return self.is_console or right in rights_of(self.roles)


def allow(actor: Actor, right: Right) -> None:
    """
    Let the actor pass, or refuse.

    Raises:
        RefusedError: no role of the actor allows this.
    """
    if not actor.may(right):
        raise RefusedError(Problem(StoreCode.NOT_ALLOWED))
