"""People: the list, one person, a new one. For administrators."""

from django.http import HttpRequest, HttpResponse
from django.utils.cache import add_never_cache_headers

from qingzhuang.actions.organisations.opening import Handed, NewPerson, open_account
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.organisations import OrganisationsCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.offices import office_names, offices
from qingzhuang.store.queries.people import Wanted, people
from qingzhuang.store.roles import Right, Role
from qingzhuang.web.pages.days import today
from qingzhuang.web.pages.doors import page
from qingzhuang.web.pages.organisations.choices import ROLES, places
from qingzhuang.web.rendering import shown


@page(Right.ADMINISTER)
def people_page(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Who has an account, fifty on a page, found by name, account, office or initials."""
    number = request.GET.get("page", "1")
    wanted = Wanted(
        typed=request.GET.get("q", ""),
        office=request.GET.get("office", ""),
        role=request.GET.get("role", ""),
        page=int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 1,
    )
    context = {
        "found": people(actor, wanted=wanted, today=today()),
        "wanted": wanted,
        "offices": {"": "全部单位", **office_names(actor)},
        "roles": {"": "全部岗位", **ROLES},
    }
    return shown(request, "organisations/people.html", context)


@page(Right.ADMINISTER, posts=True)
def new_person(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Open one account; then the slip with its first password."""
    problem = ""
    if request.method == "POST":
        try:
            handed = open_account(actor, person=_typed(request), today=today())
        except RefusedError as refusal:
            problem = refusal.problem.sentence
        else:
            return slips(request, (handed,))
    fields = ("name", "full_name", "office", "role", "region")
    context = {
        "typed": {field: request.POST.get(field, "") for field in fields},
        "offices": {"": "请选", **office_names(actor)},
        "roles": {"": "请选", **ROLES},
        "places": {"": "和单位在一处", **places(actor)},
        "problems": [problem] if problem else (),
    }
    return shown(request, "organisations/new_person.html", context, status=422 if problem else 200)


def slips(request: HttpRequest, handed: tuple[Handed, ...]) -> HttpResponse:
    """The sheet with first passwords: shown this once, kept by no browser and no server."""
    response = shown(request, "organisations/slips.html", {"handed": handed})
    add_never_cache_headers(response)
    return response


def _typed(request: HttpRequest) -> NewPerson:
    """The account as typed into the form."""
    said = request.POST
    office, role = said.get("office", ""), said.get("role", "")
    if role not in set(Role):
        raise RefusedError(Problem(OrganisationsCode.NO_ROLE))
    return NewPerson(
        name=said.get("name", "").strip().lower(),
        full_name=said.get("full_name", "").strip(),
        office=office,
        posts=((Role(role), said.get("region", "") or _seat(request, office)),),
    )


def _seat(request: HttpRequest, office: str) -> str:
    """Where an office sits, "" for an unknown one."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return next((each.region for each in offices(actor) if each.code == office), "")
