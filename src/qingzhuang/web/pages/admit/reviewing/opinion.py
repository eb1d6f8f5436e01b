"""Writing an opinion: drafted from the evidence, edited, sent for signature."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.urls import reverse

from qingzhuang.actions.admit.proposing import Wanted, Worked, propose_decision, work_out
from qingzhuang.engine.admit.domain import FREQUENCY_NAMES
from qingzhuang.engine.admit.outcomes import OUTCOME_NAMES, Outcome
from qingzhuang.engine.admit.reducing import Reduction, least, rarer_frequencies
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.reviewing import ReviewCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.places import Town, towns_in
from qingzhuang.store.queries.reviews import review
from qingzhuang.store.reviewed import Reviewed
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.admit.reviewing.typed import outcome_of, reduction_of
from qingzhuang.web.pages.days import today
from qingzhuang.web.pages.doors import page
from qingzhuang.web.rendering import say_next, shown


@dataclass(frozen=True, slots=True)
class Filled:
    """What stands in the boxes that make an application smaller."""

    fields: tuple[str, ...]
    frequency: str
    towns: tuple[str, ...]
    ends_on: str

    @property
    def mark(self) -> str:
        """One word for all of it; another one means the opinion was drafted for other numbers."""
        return "|".join((",".join(self.fields), self.frequency, ",".join(self.towns), self.ends_on))


@page(Right.REVIEW, posts=True)
def opinion(request: HttpRequest, actor: Actor, submission_id: int) -> HttpResponse:
    """The opinion on an application: reduce it, count anew, edit the words, send it for signature."""
    found = review(actor, submission_id)
    towns = towns_in(actor, found.application.regions)
    if request.method != "POST":
        wanted = request.GET.get("outcome", "")
        chosen = Outcome(wanted) if wanted in set(Outcome) else found.suggestion.outcome
        worked = _work(actor, found, chosen, None)
        return _drawn(request, worked, towns, _proposed(worked, towns))
    try:
        return _sent(request, actor, found, towns)
    except RefusedError as refusal:
        return _again(request, actor, found, towns, refusal.problem.sentence)


def _sent(request: HttpRequest, actor: Actor, found: Reviewed, towns: tuple[Town, ...]) -> HttpResponse:
    """Count anew, or send it for signature; not while the words may speak of other numbers."""
    typed = request.POST
    outcome = outcome_of(typed)
    is_reduced = outcome is Outcome.REDUCED
    reduction = reduction_of(typed, found.application, towns) if is_reduced else None
    if typed.get("act") == "count":
        return _drawn(request, _work(actor, found, outcome, reduction), towns, _typed(typed))
    if is_reduced and typed.get("mark") != _typed(typed).mark:
        raise RefusedError(Problem(ReviewCode.OTHER_NUMBERS))
    wanted = Wanted(outcome, typed.get("opinion", ""), typed.get("override", ""), reduction)
    row = propose_decision(actor, submission_id=found.id, wanted=wanted, today=today())
    say_next(request, f"意见写好了，等{'减负办负责人' if row.needs_leader else '另一个人'}签。")
    return HttpResponseRedirect(reverse("review", kwargs={"submission_id": found.id}))


def _again(
    request: HttpRequest, actor: Actor, found: Reviewed, towns: tuple[Town, ...], problem: str
) -> HttpResponse:
    """The same form with what went wrong and what was typed; counted as typed where that can be."""
    chosen = request.POST.get("outcome", "")
    outcome = Outcome(chosen) if chosen in set(Outcome) else found.suggestion.outcome
    try:
        is_reduced = outcome is Outcome.REDUCED
        reduction = reduction_of(request.POST, found.application, towns) if is_reduced else None
        worked = _work(actor, found, outcome, reduction)
    except RefusedError:  # what was typed cannot be counted: the problem above says so
        worked = _work(actor, found, outcome, None)
    return _drawn(request, worked, towns, _typed(request.POST), problem=problem)


def _work(actor: Actor, found: Reviewed, outcome: Outcome, reduction: Reduction | None) -> Worked:
    return work_out(actor, submission_id=found.id, outcome=outcome, reduction=reduction, today=today())


def _proposed(worked: Worked, towns: tuple[Town, ...]) -> Filled:
    """The boxes as the machine proposes."""
    found, left = worked.reviewed, worked.left
    places = least(found.application, found.kept).fields
    often = found.application.frequency.value if found.application.frequency else ""
    return Filled(
        tuple(map(str, places)), often, tuple(town.prefix for town in towns), left.ends_on if left else ""
    )


def _typed(typed: QueryDict) -> Filled:
    """The boxes as they were typed."""
    return Filled(
        tuple(typed.getlist("fields")),
        typed.get("frequency", ""),
        tuple(typed.getlist("towns")),
        typed.get("ends_on", ""),
    )


def _drawn(
    request: HttpRequest, worked: Worked, towns: tuple[Town, ...], filled: Filled, *, problem: str = ""
) -> HttpResponse:
    """The form. After a refusal the words stand as typed; after counting they are drafted anew."""
    found = worked.reviewed
    context = _choices(found, towns) | {
        "found": found,
        "worked": worked,
        "outcome": worked.outcome,
        "outcomes": OUTCOME_NAMES,
        "is_against": worked.outcome is not found.suggestion.outcome,
        "is_reduced": worked.outcome is Outcome.REDUCED,
        "filled": filled,
        "opinion": request.POST.get("opinion", "") if problem else worked.draft,
        "override": request.POST.get("override", ""),
        "problems": [problem] if problem else (),
    }
    return shown(request, "reviewing/opinion.html", context, status=422 if problem else 200)


def _choices(found: Reviewed, towns: tuple[Town, ...]) -> dict[str, object]:
    """What can be chosen to make the application smaller."""
    held = {(field.label, field.place) for field in found.kept.held if field.is_held}
    blank = {(field.label, field.place) for field in found.kept.held if not field.is_data}
    return {
        "fields": [
            (str(at), field.label, (field.label, field.place) in held)
            for at, field in enumerate(found.application.fields)
            if (field.label, field.place) not in blank
        ],
        "frequencies": {
            each.value: FREQUENCY_NAMES[each] for each in rarer_frequencies(found.application.frequency)
        },
        "towns": {town.prefix: f"{town.name}（{town.n_villages} 个村）" for town in towns},
    }
