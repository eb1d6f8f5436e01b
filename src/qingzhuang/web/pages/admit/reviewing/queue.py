"""The queue of the gate's desk: what waits, by the clock, like ones together; one opinion for several."""

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from qingzhuang.actions.admit.clocks import working_days_left
from qingzhuang.actions.admit.proposing import Wanted, propose_together
from qingzhuang.engine.admit.domain import KIND_NAMES
from qingzhuang.engine.admit.likeness import grouped
from qingzhuang.engine.admit.opinions import draft_together
from qingzhuang.engine.admit.outcomes import OUTCOME_NAMES, Outcome
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.reviewing import ReviewCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.reviews import decided_lately, queue, reviews, to_sign
from qingzhuang.store.reviewed import Reviewed
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.admit.reviewing.typed import ids_of, outcome_of
from qingzhuang.web.pages.days import today
from qingzhuang.web.pages.doors import page
from qingzhuang.web.rendering import say_next, shown

_SOON = 3  # working days left


@dataclass(frozen=True, slots=True)
class Line:
    """
    A submission in the queue. days: working days left. group: how many like ones stand here. together: their
    ids, as the end of an address.
    """

    reviewed: Reviewed
    days: int
    group: int
    is_first: bool
    together: str


@page(Right.REVIEW)
def waiting(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What waits for review, the shortest clock first, like ones together."""
    found = queue(actor)
    kept = [each for each in found if _is_wanted(each, request)]
    day = today()
    days = working_days_left(actor, due={each.due_on for each in found}, today=day)
    context = {
        "n": len(found),
        "today": day,
        "n_today": sum(each.due_on == day for each in found),
        "n_late": sum(each.due_on < day for each in found),
        "n_soon": sum(days[each.due_on] <= _SOON for each in found),
        "first_due": min((each.due_on for each in found), default=""),
        "n_to_sign": len(to_sign(actor)),
        "lines": _lines(kept, days),
        "kinds": {"": "全部类别"} | {kind.value: name for kind, name in KIND_NAMES.items()},
        "offices": {"": "全部单位"} | {each.office: each.application.issuer for each in found},
        "kind": request.GET.get("kind", ""),
        "office": request.GET.get("office", ""),
        "decided": decided_lately(actor),
        "outcomes": OUTCOME_NAMES,
    }
    return shown(request, "reviewing/queue.html", context)


@page(Right.REVIEW, posts=True)
def together(request: HttpRequest, actor: Actor) -> HttpResponse:
    """One opinion on several applications that were ticked."""
    typed = request.POST if request.method == "POST" else request.GET
    ticked = ids_of(typed.getlist("submission"))
    found = reviews(actor, ticked)
    if request.method != "POST":
        problem = "" if found else Problem(ReviewCode.NONE_TICKED).sentence
        return _asked(request, found, problem=problem)
    try:
        wanted = Wanted(
            outcome_of(request.POST), request.POST.get("opinion", ""), request.POST.get("override", "")
        )
        rows = propose_together(actor, submission_ids=ticked, wanted=wanted, today=today())
    except RefusedError as refusal:
        return _asked(request, found, problem=refusal.problem.sentence)
    say_next(request, f"{len(rows)} 件的意见都写好了，等另一个人签。")
    return HttpResponseRedirect(reverse("reviews"))


def _asked(request: HttpRequest, found: Sequence[Reviewed], *, problem: str = "") -> HttpResponse:
    """The form for one opinion on several."""
    suggested = found[0].suggestion.outcome if found else Outcome.REDUCED
    chosen = request.POST.get("outcome", suggested.value)
    drafted = draft_together([each.application.title for each in found], Outcome(suggested)) if found else ""
    context = {
        "found": found,
        "outcomes": {outcome.value: name for outcome, name in OUTCOME_NAMES.items()},
        "outcome_names": OUTCOME_NAMES,
        "chosen": chosen,
        "opinion": request.POST.get("opinion", drafted),
        "override": request.POST.get("override", ""),
        "problems": [problem] if problem else (),
    }
    return shown(request, "reviewing/together.html", context, status=422 if problem else 200)


def _is_wanted(reviewed: Reviewed, request: HttpRequest) -> bool:
    kind, office = request.GET.get("kind", ""), request.GET.get("office", "")
    return (not kind or reviewed.application.kind == kind) and (not office or reviewed.office == office)


def _together(found: Sequence[Reviewed], group: Sequence[int]) -> str:
    return urlencode([("submission", found[at].id) for at in group])


def _lines(found: Sequence[Reviewed], days: dict[str, int]) -> list[Line]:
    """The queue's order is the clock's; like ones move up to the first of them."""
    groups = grouped([each.application for each in found])
    return [
        Line(found[at], days[found[at].due_on], len(group), at == group[0], _together(found, group))
        for group in groups
        for at in group
    ]
