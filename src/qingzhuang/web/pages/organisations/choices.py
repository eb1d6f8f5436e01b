"""What forms about people and places offer to choose from, and the days typed into them."""

from collections.abc import Iterator

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.web import WebCode
from qingzhuang.engine.values.domain import Domain, Kind, Parsed
from qingzhuang.engine.values.parsing import parse
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.regions import Branch, region_tree
from qingzhuang.store.roles import ROLE_NAMES
from qingzhuang.web.pages.days import today

_FULL_DAY = len("2024-06-30")
ROLES = {role.value: name for role, name in ROLE_NAMES.items()}


def day_typed(text: str) -> str:
    """
    The ISO day typed in any style; today for nothing.

    Raises:
        RefusedError: no day can be read from it.
    """
    if not text.strip():
        return today()
    parsed = parse(text, Domain(Kind.DATE))
    if not isinstance(parsed, Parsed) or len(parsed.value) != _FULL_DAY:
        raise RefusedError(Problem(WebCode.BAD_DAY, {"text": text[:20]}))
    return parsed.value


def places(actor: Actor) -> dict[str, str]:
    """Code → name with the town's before it, of every place where the actor serves."""
    return {
        code: name
        for tree in region_tree(actor, on=today())
        for code, name in _below(tree, "")
        if actor.serves(code)
    }


def _below(branch: Branch, above: str) -> Iterator[tuple[str, str]]:
    """A place and all below it; villages carry their town's name."""
    yield branch.code, f"{above} {branch.name}".strip()
    inner = branch.name if branch.level == "town" else ""
    for child in branch.below:
        yield from _below(child, inner)
