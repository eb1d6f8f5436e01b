"""Areas of a village (分片包干): who looks after which villager groups."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from qingzhuang.actions.organisations.areas import NewArea, change_area, close_area, open_area
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.areas import (
    AreaSeen,
    areas_of,
    check_may_look,
    looked_after_twice,
    villages_with_areas,
)
from qingzhuang.store.queries.people import serving_in
from qingzhuang.store.queries.regions import names_on
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.days import today
from qingzhuang.web.pages.doors import page
from qingzhuang.web.rendering import say_next, shown


@page(Right.READ)
def areas_page(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The villages one may look at; whoever has one only goes straight to it."""
    villages = villages_with_areas(actor, today=today())
    if len(villages) == 1:
        return HttpResponseRedirect(reverse("village_areas", kwargs={"region": villages[0][0]}))
    context = {"villages": villages, "n_divided": sum(each[2] > 0 for each in villages)}
    return shown(request, "organisations/areas.html", context)


@page(Right.READ, posts=True)
def village_areas(request: HttpRequest, actor: Actor, region: str) -> HttpResponse:
    """The areas of a village, and a new one."""
    check_may_look(actor, region)
    problem = ""
    if request.method == "POST":
        try:
            open_area(actor, region=region, wanted=_typed(request), today=today())
        except RefusedError as refusal:
            problem = refusal.problem.sentence
        else:
            say_next(request, "片区加好了，从今天起。")
            return HttpResponseRedirect(request.path)
    return _drawn(request, actor, region, problem=problem)


@page(Right.COLLECT, posts=True)
def one_area(request: HttpRequest, actor: Actor, region: str, pk: int) -> HttpResponse:
    """Change an area from today, or end it."""
    areas = areas_of(actor, region, today=today())
    area = next((each for each in areas if each.pk == pk), None)
    if area is None:
        return HttpResponseRedirect(reverse("village_areas", kwargs={"region": region}))
    problem = ""
    if request.method == "POST":
        try:
            _changed(request, actor, pk)
        except RefusedError as refusal:
            problem = refusal.problem.sentence
        else:
            return HttpResponseRedirect(reverse("village_areas", kwargs={"region": region}))
    return _edited(request, actor, region, area, problem=problem)


def _changed(request: HttpRequest, actor: Actor, pk: int) -> None:
    if request.POST.get("do") == "close":
        close_area(actor, pk=pk, today=today())
        say_next(request, "片区从今天起撤了，以前谁包的还查得到。")
        return
    change_area(actor, pk=pk, wanted=_typed(request), today=today())
    say_next(request, "改好了，从今天起。")


def _drawn(request: HttpRequest, actor: Actor, region: str, *, problem: str) -> HttpResponse:
    """The page of a village, with what went wrong."""
    areas = areas_of(actor, region, today=today())
    context = {
        "village": names_on(actor, today()).get(region, region),
        "region": region,
        "areas": areas,
        "twice": looked_after_twice(actor, areas),
        "may_change": actor.may(Right.COLLECT) and region in actor.scopes,
        "people": serving_in(actor, region, today=today()),
        "typed": _typed(request),
        "problems": [problem] if problem else (),
    }
    return shown(request, "organisations/village_areas.html", context, status=422 if problem else 200)


def _edited(request: HttpRequest, actor: Actor, region: str, area: AreaSeen, *, problem: str) -> HttpResponse:
    """The page of one area, as it is or as typed."""
    is_typed = request.method == "POST" and request.POST.get("do") != "close"
    context = {
        "village": names_on(actor, today()).get(region, region),
        "region": region,
        "area": area,
        "people": serving_in(actor, region, today=today()),
        "typed": _typed(request) if is_typed else NewArea(area.name, area.groups, tuple(area.members)),
        "problems": [problem] if problem else (),
    }
    return shown(request, "organisations/one_area.html", context, status=422 if problem else 200)


def _typed(request: HttpRequest) -> NewArea:
    """The area as typed into the form."""
    said = request.POST
    return NewArea(said.get("name", ""), said.get("groups", ""), said.getlist("members"))
