"""The calendar of working days, as the county may correct it."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from qingzhuang.actions.admit.calendaring import set_day, year_of_days
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.days import today
from qingzhuang.web.pages.doors import page
from qingzhuang.web.rendering import say_next, shown

_KINDS = {"off": "休息", "worked": "上班", "notice": "照国务院通知"}
_IS_OFF = {"off": True, "worked": False}


@page(Right.CURATE, posts=True)
def holidays(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The days off and the worked weekends of this year and the next; set one."""
    if request.method != "POST":
        return _seen(request, actor)
    typed = request.POST
    try:
        set_day(
            actor,
            day=typed.get("day", ""),
            is_off=_IS_OFF.get(typed.get("kind", "")),
            name=typed.get("name", ""),
        )
    except RefusedError as refusal:
        return _seen(request, actor, problem=refusal.problem.sentence)
    say_next(request, "日历改好了，答复期限照新的算；已经送来的，期限不变。")
    return HttpResponseRedirect(reverse("holidays"))


def _seen(request: HttpRequest, actor: Actor, *, problem: str = "") -> HttpResponse:
    year = int(today()[:4])
    context = {
        "years": [(each, year_of_days(actor, year=each)) for each in (year, year + 1)],
        "kinds": _KINDS,
        "day": request.POST.get("day", ""),
        "kind": request.POST.get("kind", "off"),
        "name": request.POST.get("name", ""),
        "problems": [problem] if problem else (),
    }
    return shown(request, "reviewing/holidays.html", context, status=422 if problem else 200)
