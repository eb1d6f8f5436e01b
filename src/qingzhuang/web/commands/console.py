"""Who sits at the command line, and which day it is there."""

from django.utils import timezone

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.web import WebCode
from qingzhuang.engine.values.domain import Domain, Kind, Parsed
from qingzhuang.engine.values.parsing import parse
from qingzhuang.store.actors import Actor

# Whoever can run the program on this machine can read its data folder: the whole house.
OPERATOR = Actor(name="console", scopes=("",), places=("",), is_console=True)


def today() -> str:
    """Today in the office's time zone, ISO."""
    return timezone.localdate().isoformat()


def day_of(text: str | None) -> str | None:
    """
    The ISO day a person typed in any style; None stays None.

    Raises:
        RefusedError: no day can be read from it.
    """
    if text is None:
        return None
    parsed = parse(text, Domain(Kind.DATE))
    if not isinstance(parsed, Parsed) or len(parsed.value) != len("2024-06-30"):
        raise RefusedError(Problem(WebCode.BAD_DAY, {"text": text}))
    return parsed.value
