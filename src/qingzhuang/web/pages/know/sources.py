"""Where a value is from: who said it, when, in which file and row. No name is ever in an address."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from qingzhuang.actions.know import Explanation, explain
from qingzhuang.engine.know.profile import Claim
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.values.masking import masked
from qingzhuang.store.actors import Actor
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.doors import page
from qingzhuang.web.rendering import shown


@dataclass(frozen=True, slots=True)
class Word:
    """One source's word as the page shows it. mark: whether it holds, is disputed, or was overtaken."""

    value: str
    source: str
    day: str
    place: str
    mark: str


@page(Right.EXPLAIN, posts=True)
def why(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Ask by name and label; the answer is one block per person of that name."""
    typed = {name: request.POST.get(name, "").strip() for name in ("person", "element")}
    if request.method != "POST":
        return shown(request, "know/why.html", {"typed": typed, "found": None})
    today = timezone.localdate().isoformat()
    try:
        found = explain(actor, person=typed["person"], element=typed["element"], on=today)
    except RefusedError as refusal:
        context = {"typed": typed, "found": None, "problems": [refusal.problem.sentence]}
        return shown(request, "know/why.html", context, status=422)
    told = [
        (each, _state(each), [_word(one.claim, one.source_import.file_name, each) for one in each.told])
        for each in found
    ]
    return shown(request, "know/why.html", {"typed": typed, "found": told})


def _state(found: Explanation) -> str:
    """The value, or why there is none."""
    if found.follows is not None:
        return masked(f"{found.follows.value}　{found.follows.why.sentence}".strip())
    if found.holding is None:
        return "没有人说过"
    if found.holding.is_conflict:
        return "同一天说法不一，还没有定"
    return masked(found.holding.claim.value)


def _word(claim: Claim, file: str, found: Explanation) -> Word:
    """One source's word."""
    holding = found.holding
    is_held = holding is not None and claim in (holding.claim, *holding.rivals)
    mark = ("说法不一" if holding is not None and holding.is_conflict else "算数的") if is_held else ""
    place = f"{file} “{claim.sheet}”第 {claim.row} 行" if claim.row else f"{file} 完整名单上没有这个人"
    return Word(masked(claim.value), claim.source, claim.day, place, mark)
