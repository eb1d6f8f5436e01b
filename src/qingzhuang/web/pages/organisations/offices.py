"""Offices: the list, one by one or from a file; a name, an end. For administrators."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from qingzhuang.actions.organisations.offices import (
    NewOffice,
    close_office,
    open_office,
    open_offices,
    rename_office,
)
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.offices import OFFICE_KINDS, office_by_id, offices
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.days import today
from qingzhuang.web.pages.doors import page
from qingzhuang.web.pages.organisations.choices import places
from qingzhuang.web.pages.organisations.lists_in import list_in
from qingzhuang.web.rendering import say_next, shown


@page(Right.ADMINISTER)
def offices_page(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Which offices act, found by name, code or initials."""
    typed, kind = request.GET.get("q", ""), request.GET.get("kind", "")
    found = offices(actor, typed=typed, kind=kind)
    context = {
        "found": found,
        "n_open": sum(not each.closed_on for each in found),
        "typed": typed,
        "kind": kind,
        "kinds": {"": "全部类别", **OFFICE_KINDS},
        "places": places(actor),
    }
    return shown(request, "organisations/offices.html", context)


@page(Right.ADMINISTER, posts=True)
def new_office(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Open an office, or all of a list."""
    problems: list[str] = []
    if request.method == "POST":
        try:
            said, problems = _opened(request, actor)
        except RefusedError as refusal:
            problems = [refusal.problem.sentence]
        if not problems:
            say_next(request, said)
            return HttpResponseRedirect(reverse("offices"))
    context = {
        "typed": {each: request.POST.get(each, "") for each in ("code", "name", "kind", "region")},
        "kinds": {"": "请选", **OFFICE_KINDS},
        "places": {"": "请选", **places(actor)},
        "problems": problems,
    }
    return shown(request, "organisations/new_office.html", context, status=422 if problems else 200)


@page(Right.ADMINISTER, posts=True)
def one_office(request: HttpRequest, actor: Actor, pk: int) -> HttpResponse:
    """Another name for an office, or its end."""
    office, problem = office_by_id(actor, pk), ""
    if request.method == "POST":
        try:
            _changed(request, actor, office.code)
        except RefusedError as refusal:
            problem = refusal.problem.sentence
        else:
            return HttpResponseRedirect(reverse("offices"))
    context = {
        "office": office,
        "name": request.POST.get("name", office.name),
        "problems": [problem] if problem else (),
    }
    return shown(request, "organisations/one_office.html", context, status=422 if problem else 200)


def _opened(request: HttpRequest, actor: Actor) -> tuple[str, list[str]]:
    """What to say, and what is wrong."""
    if request.POST.get("do") == "list":
        result = open_offices(actor, given=list_in(request), today=today())
        return f"{len(result.opened)} 个单位开好了。", [problem.sentence for problem in result.problems]
    said = {each: request.POST.get(each, "").strip() for each in ("code", "name", "kind", "region")}
    open_office(actor, wanted=NewOffice(**said), today=today())
    return f"{said['name']}开好了。", []


def _changed(request: HttpRequest, actor: Actor, code: str) -> None:
    """Close it, or give it the name typed."""
    if request.POST.get("do") == "close":
        close_office(actor, code=code, today=today())
        say_next(request, "单位关了，代码不再给别的单位用。")
        return
    rename_office(actor, code=code, name=request.POST.get("name", ""))
    say_next(request, "名字改好了。")
