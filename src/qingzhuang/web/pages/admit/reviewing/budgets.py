"""The hours budgets of departments."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from qingzhuang.actions.admit.budgeting import set_budget
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.budgets import budgets
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.days import today
from qingzhuang.web.pages.doors import page
from qingzhuang.web.rendering import say_next, shown


@page(Right.CURATE, posts=True)
def hours_budgets(request: HttpRequest, actor: Actor) -> HttpResponse:
    """What each department may take, took and has left this year; set one."""
    year = int(today()[:4])
    if request.method != "POST":
        return _seen(request, actor, year)
    office, hours = request.POST.get("office", ""), request.POST.get("hours", "")
    try:
        set_budget(actor, office=office, year=year, hours=hours.strip())
    except RefusedError as refusal:
        return _seen(request, actor, year, problem=refusal.problem.sentence)
    say_next(request, "预算定好了。")
    return HttpResponseRedirect(reverse("budgets"))


def _seen(request: HttpRequest, actor: Actor, year: int, *, problem: str = "") -> HttpResponse:
    rows = budgets(actor, year=year)
    context = {
        "rows": rows,
        "year": year,
        "n_set": sum(row.budget.hours is not None for row in rows),
        "used": sum(row.budget.used for row in rows),
        "offices": {row.code: row.name for row in rows},
        "office": request.POST.get("office", ""),
        "hours": request.POST.get("hours", ""),
        "problems": [problem] if problem else (),
    }
    return shown(request, "reviewing/budgets.html", context, status=422 if problem else 200)
