"""Looking for the line of the three lists that an application rests on, in one's own words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest

from qingzhuang.engine.admit.domain import ListClass
from qingzhuang.engine.admit.lists.domain import USUAL_NAMES, DutyLine
from qingzhuang.engine.admit.steps import Step
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.lists import duties, version_on
from qingzhuang.web.pages.admit.applying.desk import step_address
from qingzhuang.web.pages.days import today

_MOST_SHOWN = 8
_MOST_WORDS = 40  # characters


@dataclass(frozen=True, slots=True)
class Looked:
    """What was looked for, and the lines found: name, and what list, place and department they have."""

    words: str
    lines: tuple[tuple[str, str], ...]


def looked_up(request: HttpRequest, actor: Actor) -> Looked:
    """The lines in force that the words of the address mean, the best first, eight at most. Rule R-APP-20."""
    words = request.GET.get("words", "").strip()[:_MOST_WORDS]
    version = version_on(actor, on=today()) if words else None
    if version is None:
        return Looked(words, ())
    found = duties(actor, on=today(), words=words)[:_MOST_SHOWN]
    return Looked(words, tuple((line.name, _beside(line, version.names)) for line in found))


def _beside(line: DutyLine, names: Mapping[ListClass, str]) -> str:
    """List, place and department of a line."""
    place = f"{names.get(line.list_class) or USUAL_NAMES[line.list_class]} {line.number}"
    return f"{place} · {line.department}" if line.department else place


def with_line(typed: Mapping[str, Sequence[str]]) -> dict[str, Sequence[str]]:
    """What was typed; a line that was ticked takes the place of what stands in the blank."""
    line = [each for each in typed.get("line", ()) if each]
    return {**typed, "duty": line} if line else dict(typed)


def look_address(request: HttpRequest, request_id: int) -> str:
    """Where the search leads that was asked for with the step, "" where none was or a line was ticked."""
    words = request.POST.get("words", "").strip()[:_MOST_WORDS]
    if not words or request.POST.get("line"):
        return ""
    return f"{step_address(request_id, Step.BASIS)}?{urlencode({'words': words})}#lines"
