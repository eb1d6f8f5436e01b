"""Signing: the opinions that wait, and one opinion to sign or to send back."""

import json

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from qingzhuang.actions.admit.deciding import send_back, sign_decision
from qingzhuang.actions.admit.papers import opinion_letter
from qingzhuang.engine.admit.domain import FREQUENCY_NAMES
from qingzhuang.engine.admit.outcomes import OUTCOME_NAMES
from qingzhuang.engine.admit.writing import from_document
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.budgets import budget_of
from qingzhuang.store.queries.reviews import decision, full_names, review, to_sign
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.days import today
from qingzhuang.web.pages.doors import page
from qingzhuang.web.pages.fill.forms import attachment
from qingzhuang.web.rendering import say_next, shown


@page(Right.REVIEW)
def signing(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The opinions that wait for a signature: mine to sign, and mine that others sign."""
    rows = to_sign(actor)
    mine = [row for row in rows if _may_sign(actor, row.proposed_by, needs_leader=row.needs_leader)]
    context = {
        "mine": mine,
        "others": [row for row in rows if row not in mine],
        "outcomes": OUTCOME_NAMES,
        "names": full_names(actor, {row.proposed_by for row in rows}),
    }
    return shown(request, "reviewing/signing.html", context)


@page(Right.REVIEW, posts=True)
def one_decision(request: HttpRequest, actor: Actor, decision_id: int) -> HttpResponse:
    """One opinion: read it, sign it or send it back; once signed, its letter."""
    if request.method != "POST":
        return _seen(request, actor, decision_id)
    sentence = request.POST.get("sentence", "")
    try:
        if request.POST.get("act") == "back":
            send_back(actor, decision_id=decision_id, why=sentence)
            say_next(request, "退回去了，回到待会审里。")
            return HttpResponseRedirect(reverse("review_signing"))
        admission = sign_decision(actor, decision_id=decision_id, today=today(), sentence=sentence)
    except RefusedError as refusal:
        return _seen(request, actor, decision_id, problem=refusal.problem.sentence)
    say_next(request, f"签好了，编号 {admission}。" if admission else "签好了，部门已经看得到。")
    return HttpResponseRedirect(reverse("review_decision", kwargs={"decision_id": decision_id}))


@page(Right.REVIEW)
def letter_file(request: HttpRequest, actor: Actor, decision_id: int) -> HttpResponse:
    """The opinion letter as PDF."""
    paper = opinion_letter(actor, decision_id=decision_id)
    return attachment(paper.content, paper.name)


def _seen(request: HttpRequest, actor: Actor, decision_id: int, *, problem: str = "") -> HttpResponse:
    row = decision(actor, decision_id)
    left = from_document(json.loads(row.document)) if row.document else None
    found = review(actor, row.submission_id)
    budget = budget_of(actor, found.office, year=int(today()[:4]))
    is_open = row.decided_at is None and row.dropped_at is None
    context = {
        "row": row,
        "found": found,
        "left": left,
        "often": FREQUENCY_NAMES[left.frequency] if left and left.frequency else "一次",
        "admission": getattr(row, "admission", None),
        "outcomes": OUTCOME_NAMES,
        "names": full_names(actor, {row.proposed_by, row.decided_by}),
        "budget": budget,
        "is_over": is_open and left is not None and budget.is_over_with(row.hours),
        "is_open": is_open,
        "may_sign": _may_sign(actor, row.proposed_by, needs_leader=row.needs_leader),
        "is_own": row.proposed_by == actor.name,
        "sentence": request.POST.get("sentence", ""),
        "problems": [problem] if problem else (),
    }
    return shown(request, "reviewing/decision.html", context, status=422 if problem else 200)


def _may_sign(actor: Actor, proposed_by: str, *, needs_leader: bool) -> bool:
    """Another person than the proposer; a leader where one is needed."""
    return proposed_by != actor.name and (not needs_leader or actor.may(Right.SIGN))
