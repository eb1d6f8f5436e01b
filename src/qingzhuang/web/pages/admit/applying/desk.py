"""An office's own applications: the list, a new one, and the page of one with its six steps."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from qingzhuang.actions.admit.drafting import begin
from qingzhuang.actions.admit.finding import findings_of
from qingzhuang.engine.admit.comparisons import KeptComparison
from qingzhuang.engine.admit.costing.domain import Estimate
from qingzhuang.engine.admit.domain import Finding, Kind, Weight
from qingzhuang.engine.admit.steps import WITH_FORM, Step, all_lacks, is_answered
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.requests import OwnRequest, request_of, requests_of
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.admit.applying.showing import (
    KINDS,
    burden_of,
    finding_rows,
    reasons_of,
    standing_of,
    step_rows,
)
from qingzhuang.web.pages.days import today
from qingzhuang.web.pages.doors import page
from qingzhuang.web.rendering import shown


@page(Right.APPLY)
def applications(request: HttpRequest, actor: Actor) -> HttpResponse:
    """我局的表: every application of the office, what waits for it first."""
    rows = [(own, standing_of(own), KINDS[own.application.kind]) for own in requests_of(actor)]
    mine = [row for row in rows if row[1].waits_for_us]
    waiting = [row for row in rows if row[0].is_waiting]
    done = [row for row in rows if row not in mine and row not in waiting]
    context = {"mine": mine, "waiting": waiting, "finished": done, "n_all": len(rows)}
    return shown(request, "applying/list.html", context)


@page(Right.APPLY, posts=True)
def application_new(request: HttpRequest, actor: Actor) -> HttpResponse:
    """准入申请: what is it, what is it called; then its first step."""
    if request.method != "POST":
        return _new(request, actor)
    kind, title = request.POST.get("kind", ""), request.POST.get("title", "")
    if kind not in KINDS:
        return _new(request, actor, problem="先选一样：要村里做的是哪一类？")
    try:
        request_id = begin(actor, kind=Kind(kind), title=title)
    except RefusedError as refusal:
        return _new(request, actor, problem=refusal.problem.sentence)
    return HttpResponseRedirect(step_address(request_id, Step.FORM))


def _new(request: HttpRequest, actor: Actor, *, problem: str = "") -> HttpResponse:
    context = {
        "kinds": KINDS,
        "kind": request.POST.get("kind", Kind.FORM.value),
        "title": request.POST.get("title", ""),
        "problems": [problem] if problem else (),
        "older": [own for own in requests_of(actor) if own.application.title][:8],
    }
    return shown(request, "applying/new.html", context, status=422 if problem else 200)


@page(Right.APPLY)
def application(request: HttpRequest, actor: Actor, request_id: int) -> HttpResponse:
    """One application: what is missing, what it would cost, where it stands."""
    return desk_page(request, actor, request_of(actor, request_id))


def desk_page(request: HttpRequest, actor: Actor, own: OwnRequest, *, problem: str = "") -> HttpResponse:
    """The page of an application; problem: why it was not sent, with what is missing below it."""
    kept, findings, wanted = found_for(actor, own)
    kind = own.application.kind
    open_steps = [step for step in Step if not is_answered(own.application, step)]
    context = {
        "own": own,
        "kind": KINDS[kind],
        "standing": standing_of(own),
        "steps": step_rows(own.application),
        "n_open": len(open_steps),
        "next_step": open_steps[0] if open_steps else None,
        "has_form": kind in WITH_FORM,
        "burden": burden_of(kept, wanted=wanted),
        "findings": finding_rows(findings, kind),
        "n_blocking": sum(each.weight is Weight.BLOCKS for each in findings),
        "reasons": reasons_of(own) if own.is_returned else (),
        "lacks": all_lacks(own.application) if problem else (),
        "problems": [problem] if problem and own.is_open and not open_steps else (),
        "refused": problem,
    }
    return shown(request, "applying/application.html", context, status=422 if problem else 200)


def found_for(actor: Actor, own: OwnRequest) -> tuple[KeptComparison, tuple[Finding, ...], Estimate | None]:
    """
    What was found when it was handed in; of a draft what is found now. Compared once at most.

    The estimate is of all the office wants, None where nothing of it was turned into data.
    """
    kept = own.last if not own.is_open else None
    if kept is not None and not own.application.supplied:
        return kept.kept, kept.findings, None
    now = findings_of(actor, own.application, today=today())
    wanted = now.wanted if own.application.supplied else None
    return (kept.kept, kept.findings, wanted) if kept is not None else (now.kept, now.findings, wanted)


def step_address(request_id: int, step: Step) -> str:
    """The path of a step."""
    return reverse("application_step", kwargs={"request_id": request_id, "step": step.value})


def desk_address(request_id: int) -> str:
    """The path of an application."""
    return reverse("application", kwargs={"request_id": request_id})
