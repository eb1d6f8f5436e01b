"""What the 减负办 asks me: my village by a poll, my office by a consultation."""

import json

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from qingzhuang.actions.admit.consulting import reply
from qingzhuang.actions.admit.polling import SAID, Said, answer_poll
from qingzhuang.engine.admit.domain import FREQUENCY_NAMES, Application
from qingzhuang.engine.admit.writing import from_document
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.consultations import asked_of_my_office, my_consultation
from qingzhuang.store.queries.polls import asked_of_mine, my_question
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.days import today
from qingzhuang.web.pages.doors import page
from qingzhuang.web.rendering import say_next, shown


@page(Right.READ)
def asked(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Everything I was asked, unanswered first."""
    polls = asked_of_mine(actor) if actor.may(Right.ANSWER) else ()
    consultations = asked_of_my_office(actor)
    day = today()
    context = {
        "polls": polls,
        "consultations": consultations,
        "n_open": sum(row.answered_at is None and row.poll.closes_on >= day for row in polls)
        + sum(row.answered_at is None for row in consultations),
        "today": day,
    }
    return shown(request, "reviewing/asked.html", context)


@page(Right.ANSWER, posts=True)
def one_poll(request: HttpRequest, actor: Actor, answer_id: int) -> HttpResponse:
    """A question to my village."""
    if request.method != "POST":
        return _poll(request, actor, answer_id)
    typed = request.POST
    said = Said(typed.get("answer", ""), typed.get("minutes", ""), typed.get("words", ""))
    try:
        answer_poll(actor, answer_id=answer_id, said=said, today=today())
    except RefusedError as refusal:
        return _poll(request, actor, answer_id, problem=refusal.problem.sentence)
    say_next(request, "收到了，谢谢。只有减负办看得到。")
    return HttpResponseRedirect(reverse("asked"))


@page(Right.READ, posts=True)
def one_consultation(request: HttpRequest, actor: Actor, consultation_id: int) -> HttpResponse:
    """A question to my office."""
    if request.method != "POST":
        return _consultation(request, actor, consultation_id)
    try:
        reply(actor, consultation_id=consultation_id, answer=request.POST.get("answer", ""))
    except RefusedError as refusal:
        return _consultation(request, actor, consultation_id, problem=refusal.problem.sentence)
    say_next(request, "回话送到减负办了。")
    return HttpResponseRedirect(reverse("asked"))


def _poll(request: HttpRequest, actor: Actor, answer_id: int, *, problem: str = "") -> HttpResponse:
    row = my_question(actor, answer_id)
    context = {
        "row": row,
        "choices": SAID,
        "is_closed": row.poll.closes_on < today(),
        "answer": request.POST.get("answer", ""),
        "minutes": request.POST.get("minutes", ""),
        "words": request.POST.get("words", ""),
        "problems": [problem] if problem else (),
        **_matter(row.poll.submission.document),
    }
    return shown(request, "reviewing/asked_poll.html", context, status=422 if problem else 200)


def _consultation(
    request: HttpRequest, actor: Actor, consultation_id: int, *, problem: str = ""
) -> HttpResponse:
    row = my_consultation(actor, consultation_id)
    context = {
        "row": row,
        "answer": request.POST.get("answer", ""),
        "problems": [problem] if problem else (),
        **_matter(row.submission.document),
    }
    return shown(request, "reviewing/asked_office.html", context, status=422 if problem else 200)


def _matter(document: str) -> dict[str, object]:
    """What the application wants, in short."""
    asked: Application = from_document(json.loads(document))
    return {"asked": asked, "often": FREQUENCY_NAMES[asked.frequency] if asked.frequency else "一次"}
