"""The form of an application: handed in, its columns bound, confirmed; and how the village will see it."""

from collections.abc import Callable, Mapping

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from qingzhuang.actions.admit.binding import AS_ASKED, LEAST, choose_header, choose_way, confirm, take_form
from qingzhuang.actions.admit.finding import findings_of
from qingzhuang.actions.admit.looking import village_view
from qingzhuang.engine.admit.comparing.findings import doubts_of, held_sentence
from qingzhuang.engine.admit.steps import WITH_FORM, Step
from qingzhuang.engine.admit.wanted import whole
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.applying import ApplyingCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.requests import OwnRequest, request_of
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.admit.applying.desk import desk_address, step_address
from qingzhuang.web.pages.admit.applying.sheets import columns_of, drawn, remarks_of
from qingzhuang.web.pages.admit.applying.showing import burden_of
from qingzhuang.web.pages.days import today
from qingzhuang.web.pages.doors import page
from qingzhuang.web.rendering import say_next, shown

_SAME, _OTHER = "same", "other"
_ANSWER = "is-"  # before the place of a column, in the names of the page's questions


@page(Right.APPLY, posts=True)
def application_columns(request: HttpRequest, actor: Actor, request_id: int) -> HttpResponse:
    """传表样，对字段: the form comes in, the columns are shown, new ones first."""
    own = request_of(actor, request_id)
    if own.application.kind not in WITH_FORM:
        return HttpResponseRedirect(step_address(request_id, Step.FORM))
    if not own.is_open:
        return HttpResponseRedirect(desk_address(request_id))
    if request.method != "POST":
        return _columns(request, actor, own)
    what = _DEEDS.get(request.POST.get("do", ""), _confirmed)
    try:
        address = what(request, actor, request_id)
    except RefusedError as refusal:
        return _columns(request, actor, request_of(actor, request_id), problem=refusal.problem.sentence)
    return HttpResponseRedirect(address)


def _uploaded(request: HttpRequest, actor: Actor, request_id: int) -> str:
    given = request.FILES.get("form")
    name, content = (given.name or "", given.read()) if given else ("", b"")
    n_fields = take_form(actor, request_id=request_id, name=name, content=content)
    if n_fields:
        say_next(request, "表头认出来了，请看看对不对。")
    return _here(request_id)


def _headed(request: HttpRequest, actor: Actor, request_id: int) -> str:
    text = request.POST.get("row", "").strip()
    if not text.isdecimal() or not 0 < int(text) <= 1_048_576:  # rows a sheet may have (ECMA-376)
        said = {"what": "表头在第几行", "text": text[:20], "example": "3"}
        raise RefusedError(Problem(ApplyingCode.NOT_A_NUMBER, said))
    n_fields = choose_header(actor, request_id=request_id, row=int(text))
    say_next(request, f"按第 {text} 行认，有 {n_fields} 列。")
    return _here(request_id)


def _confirmed(request: HttpRequest, actor: Actor, request_id: int) -> str:
    n_answered = confirm(actor, request_id=request_id, answers=_answers(request))
    say_next(request, f"记住了 {n_answered} 列，下回不再问。" if n_answered else "存好了。")
    return _here(request_id)


def _least(request: HttpRequest, actor: Actor, request_id: int) -> str:
    confirm(actor, request_id=request_id, answers=_answers(request))
    n_left = choose_way(actor, request_id=request_id, way=LEAST, reason="", today=today())
    say_next(request, f"改好了：村里只填 {n_left} 列，其余的平台给你。" if n_left else "改好了：村里不用填。")
    return desk_address(request_id)


def _as_asked(request: HttpRequest, actor: Actor, request_id: int) -> str:
    confirm(actor, request_id=request_id, answers=_answers(request))
    reason = request.POST.get("reason", "")
    n_left = choose_way(actor, request_id=request_id, way=AS_ASKED, reason=reason, today=today())
    say_next(request, f"存好了：{n_left} 列原样发，理由会一起送会审。")
    return desk_address(request_id)


_DEEDS: Mapping[str, Callable[[HttpRequest, Actor, int], str]] = {
    "upload": _uploaded,
    "header": _headed,
    "confirm": _confirmed,
    "least": _least,
    "asked": _as_asked,
}


def _answers(request: HttpRequest) -> dict[str, bool]:
    """Place → whether the column is what it looks like, of those that were answered."""
    given = {
        name.removeprefix(_ANSWER): value for name, value in request.POST.items() if name.startswith(_ANSWER)
    }
    return {place: value == _SAME for place, value in given.items() if value in (_SAME, _OTHER)}


def _here(request_id: int) -> str:
    return reverse("application_columns", kwargs={"request_id": request_id})


def _columns(request: HttpRequest, actor: Actor, own: OwnRequest, *, problem: str = "") -> HttpResponse:
    found = findings_of(actor, whole(own.application), today=today())
    columns, picture = columns_of(found.kept), own.picture
    villages = frozenset(field.place for field in found.least.fields)
    context = {
        "own": own,
        "columns": columns,
        "n_villages_fill": len(villages),
        "n_given": columns.n_all - len(villages),
        "proposal": found.kept.proposal,
        "picture": drawn(picture, villages=villages) if picture and picture.is_recognised else None,
        "title": picture.title if picture else "",
        "remarks": tuple(remarks_of(picture)) if picture else (),
        "burden": burden_of(found.kept),
        "doubts": doubts_of(found.findings, said=held_sentence(found.kept.data)),
        "reason": request.POST.get("reason", own.application.sharing if own.way == AS_ASKED else ""),
        "problems": [problem] if problem else (),
    }
    return shown(request, "applying/columns.html", context, status=422 if problem else 200)


@page(Right.APPLY)
def application_look(request: HttpRequest, actor: Actor, request_id: int) -> HttpResponse:
    """按村里看到的样子看一眼: one invented line, what is there already and what is asked."""
    own = request_of(actor, request_id)
    view = village_view(actor, application=own.application, today=today())
    return shown(request, "applying/look.html", {"own": own, "view": view})
