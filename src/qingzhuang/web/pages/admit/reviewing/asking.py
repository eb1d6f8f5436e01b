"""Asking about an application: three villages, or an office."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from qingzhuang.actions.admit.consulting import ask_office
from qingzhuang.actions.admit.polling import ask_villages
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.consultations import offices_to_ask
from qingzhuang.store.queries.reviews import review
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.days import today
from qingzhuang.web.pages.doors import page
from qingzhuang.web.rendering import say_next, shown


@page(Right.REVIEW, posts=True)
def villages(request: HttpRequest, actor: Actor, submission_id: int) -> HttpResponse:
    """Ask three villages, drawn by lot."""
    if request.method != "POST":
        return _villages(request, actor, submission_id)
    question = request.POST.get("question", "")
    try:
        poll = ask_villages(actor, submission_id=submission_id, question=question, today=today())
    except RefusedError as refusal:
        return _villages(request, actor, submission_id, problem=refusal.problem.sentence)
    say_next(request, f"问了 {poll.answers.count()} 个村，{poll.closes_on[5:]} 截止。答了会出现在这一页。")
    return HttpResponseRedirect(reverse("review", kwargs={"submission_id": submission_id}))


@page(Right.REVIEW, posts=True)
def offices(request: HttpRequest, actor: Actor, submission_id: int) -> HttpResponse:
    """Ask a town, a department, the data office."""
    if request.method != "POST":
        return _offices(request, actor, submission_id)
    typed = request.POST
    try:
        ask_office(
            actor,
            submission_id=submission_id,
            office=typed.get("office", ""),
            question=typed.get("question", ""),
        )
    except RefusedError as refusal:
        return _offices(request, actor, submission_id, problem=refusal.problem.sentence)
    say_next(request, "问过去了。答了会出现在这一页。")
    return HttpResponseRedirect(reverse("review", kwargs={"submission_id": submission_id}))


def _villages(request: HttpRequest, actor: Actor, submission_id: int, *, problem: str = "") -> HttpResponse:
    found = review(actor, submission_id)
    drafted = f"《{found.application.title}》要的这些，你们村填得了吗？要多少分钟？"
    context = {
        "found": found,
        "question": request.POST.get("question", drafted),
        "problems": [problem] if problem else (),
    }
    return shown(request, "reviewing/ask_villages.html", context, status=422 if problem else 200)


def _offices(request: HttpRequest, actor: Actor, submission_id: int, *, problem: str = "") -> HttpResponse:
    context = {
        "found": review(actor, submission_id),
        "offices": offices_to_ask(actor),
        "office": request.POST.get("office", ""),
        "question": request.POST.get("question", ""),
        "problems": [problem] if problem else (),
    }
    return shown(request, "reviewing/ask_offices.html", context, status=422 if problem else 200)
