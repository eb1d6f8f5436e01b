"""Regions: the tree of counties, towns and villages, and taking in the county's own list."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from qingzhuang.actions.organisations.regions import RegionChanges, RegionWish, import_regions
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.regions import find_regions, region_tree, villages_in
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.days import today
from qingzhuang.web.pages.doors import page
from qingzhuang.web.pages.organisations.choices import day_typed
from qingzhuang.web.pages.organisations.lists_in import carried, list_in
from qingzhuang.web.rendering import say_next, shown

_MOST_SHOWN = 200  # changes of one kind on the preview


@page(Right.ADMINISTER)
def regions_page(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The regions on a day, found by name, other name, initials or code."""
    typed, problem = request.GET.get("q", "").strip(), ""
    try:
        day = day_typed(request.GET.get("day", ""))
    except RefusedError as refusal:
        day, problem = today(), refusal.problem.sentence
    context = {
        "tree": region_tree(actor, on=day),
        "found": find_regions(actor, typed, on=day) if typed else (),
        "typed": typed,
        "day": day,
        "n_villages": len(villages_in(actor, [""], day)),
        "problems": [problem] if problem else (),
    }
    return shown(request, "organisations/regions.html", context, status=422 if problem else 200)


@page(Right.ADMINISTER, posts=True)
def regions_list(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Hand in the county's list, see what changes, confirm."""
    if request.method != "POST":
        return _drawn(request)
    is_trial = request.POST.get("step") != "import"
    try:
        given = list_in(request)
        wish = RegionWish(
            on=day_typed(request.POST.get("on", "")),
            today=today(),
            is_closing="close" in request.POST,
            is_trial=is_trial,
        )
        changes = import_regions(actor, given=given, wish=wish)
    except RefusedError as refusal:
        return _drawn(request, problems=[refusal.problem.sentence])
    if changes.problems:
        sentences = [problem.sentence for problem in changes.problems]
        return _drawn(request, problems=sentences, n_bad=len(sentences))
    if is_trial:
        return _drawn(request, changes=changes, hidden=carried(given))
    say_next(
        request,
        f"区划导入好了：新增 {len(changes.opened)}，改名 {len(changes.renamed)}，停用 {changes.n_closed}。",
    )
    return HttpResponseRedirect(reverse("regions"))


def _drawn(
    request: HttpRequest,
    *,
    changes: RegionChanges | None = None,
    hidden: dict[str, str] | None = None,
    problems: list[str] | None = None,
    n_bad: int = 0,
) -> HttpResponse:
    """The form, or what the list comes to. n_bad: how many places of the list are wrong."""
    context = {
        "changes": changes,
        "carried": hidden or {},
        "on": request.POST.get("on", ""),
        "is_closing": "close" in request.POST,
        "most": _MOST_SHOWN,
        "n_bad": n_bad,
        "problems": problems or (),
    }
    return shown(request, "organisations/regions_list.html", context, status=422 if problems else 200)
