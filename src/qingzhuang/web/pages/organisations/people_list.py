"""Opening accounts from a list: look first, then open all of them and print the first passwords."""

from django.http import HttpRequest, HttpResponse

from qingzhuang.actions.organisations.opening import open_accounts
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.organisations import OrganisationsCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.days import today
from qingzhuang.web.pages.doors import page
from qingzhuang.web.pages.organisations.lists_in import carried, list_in
from qingzhuang.web.pages.organisations.people import slips
from qingzhuang.web.rendering import shown

_MOST = 100  # people opened in one request: hashing a password takes a quarter of a second on purpose


@page(Right.ADMINISTER, posts=True)
def people_list(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Hand in a list, see what it comes to, confirm."""
    if request.method != "POST":
        return shown(request, "organisations/people_list.html", {"handed": (), "carried": {}, "n_bad": 0})
    is_trial = request.POST.get("step") != "open" or "list" in request.FILES
    try:
        given = list_in(request)
        result = open_accounts(actor, given=given, today=today(), is_trial=is_trial)
    except RefusedError as refusal:
        return _refused(request, [refusal.problem.sentence])
    if result.problems:
        sentences = [problem.sentence for problem in result.problems]
        return _refused(request, sentences, n_bad=len(sentences))
    if not is_trial:
        return slips(request, result.handed)
    if len(result.handed) > _MOST:
        many = Problem(OrganisationsCode.LONG_LIST, {"n": len(result.handed), "most": _MOST})
        return _refused(request, [many.sentence])
    context = {"handed": result.handed, "carried": carried(given), "n_bad": 0}
    return shown(request, "organisations/people_list.html", context)


def _refused(request: HttpRequest, problems: list[str], *, n_bad: int = 0) -> HttpResponse:
    """The form, with what went wrong. n_bad: how many places of the list itself."""
    context = {"handed": (), "carried": {}, "problems": problems, "n_bad": n_bad}
    return shown(request, "organisations/people_list.html", context, status=422)
