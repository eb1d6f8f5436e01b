"""One person: posts, and what an administrator can do for them."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from qingzhuang.actions.organisations.accounts import close_account, reopen_account, reset_password
from qingzhuang.actions.organisations.opening import Handed
from qingzhuang.actions.organisations.posts import end_one_post, give_post, hand_over
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.people import Wanted, people, person
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.days import today
from qingzhuang.web.pages.doors import page
from qingzhuang.web.pages.organisations.choices import ROLES, day_typed, places
from qingzhuang.web.pages.organisations.people import slips
from qingzhuang.web.rendering import say_next, shown
from qingzhuang.web.wording import long_day

Doing = Callable[[HttpRequest, Actor, int], HttpResponse]


@page(Right.ADMINISTER, posts=True)
def one_person(request: HttpRequest, actor: Actor, pk: int) -> HttpResponse:
    """A person's posts and buttons; `do` says which button was pressed."""
    doing = _DOING.get(request.POST.get("do", "")) if request.method == "POST" else None
    if doing is None:
        return _drawn(request, actor, pk)
    try:
        return doing(request, actor, pk)
    except RefusedError as refusal:
        return _drawn(request, actor, pk, problem=refusal.problem.sentence)


def _drawn(request: HttpRequest, actor: Actor, pk: int, *, problem: str = "") -> HttpResponse:
    """The page, with what went wrong."""
    seen = person(actor, pk, today=today())
    colleagues = people(actor, wanted=Wanted(office=seen.office_code), today=today()).seen
    context = {
        "person": seen,
        "is_me": seen.name == actor.name,
        "roles": {"": "请选", **ROLES},
        "places": {"": "请选", **places(actor)},
        "followers": {
            "": "请选",
            **{
                each.name: f"{each.full_name}（{each.name}）"
                for each in colleagues
                if each.is_open and each.pk != pk
            },
        },
        "typed": {each: request.POST.get(each, "") for each in ("role", "region", "since", "on", "other")},
        "problems": [problem] if problem else (),
    }
    return shown(request, "organisations/one_person.html", context, status=422 if problem else 200)


def _reset(request: HttpRequest, actor: Actor, pk: int) -> HttpResponse:
    """A new first password, told on a slip."""
    name, password = reset_password(actor, pk=pk)
    return _slip(request, actor, pk, name, password)


def _reopen(request: HttpRequest, actor: Actor, pk: int) -> HttpResponse:
    """The account in use again, its first password on a slip."""
    name, password = reopen_account(actor, pk=pk, today=today())
    return _slip(request, actor, pk, name, password)


def _slip(request: HttpRequest, actor: Actor, pk: int, name: str, password: str) -> HttpResponse:
    seen = person(actor, pk, today=today())
    roles = "、".join(dict.fromkeys(post.role for post in seen.posts if post.is_held))
    return slips(request, (Handed(name, seen.full_name, seen.office, roles, password),))


def _close(request: HttpRequest, actor: Actor, pk: int) -> HttpResponse:
    name = close_account(actor, pk=pk, today=today())
    return _next(request, pk, f"账号 {name} 停用了，登录着的已退出。做过的事都留着。")


def _give(request: HttpRequest, actor: Actor, pk: int) -> HttpResponse:
    role, region, since = (request.POST.get(each, "") for each in ("role", "region", "since"))
    day = day_typed(since)
    give_post(actor, pk=pk, role=role, region=region, since=day, today=today())
    return _next(request, pk, f"岗位加好了，{long_day(day)}起。")


def _end(request: HttpRequest, actor: Actor, pk: int) -> HttpResponse:
    post = request.POST.get("post", "")
    number = int(post) if post.isascii() and post.isdigit() and len(post) < 19 else 0
    end_one_post(actor, pk=pk, post=number, on=today(), today=today())
    return _next(request, pk, "岗位从今天起结束了。")


def _hand_over(request: HttpRequest, actor: Actor, pk: int) -> HttpResponse:
    successor = request.POST.get("other", "").strip() or request.POST.get("successor", "")
    day = day_typed(request.POST.get("on", ""))
    done = hand_over(actor, pk=pk, successor=successor, on=day, today=today())
    said = (
        f"{done.leaver}的 {done.n_posts} 个岗位、{done.n_areas} 个片区，{long_day(day)}起归{done.successor}。"
    )
    if done.n_obligations:
        said += f"没办完的 {done.n_obligations} 件跟着岗位走，不用再派。"
    return _next(request, pk, said)


def _next(request: HttpRequest, pk: int, sentence: str) -> HttpResponse:
    say_next(request, sentence)
    return HttpResponseRedirect(reverse("one_person", kwargs={"pk": pk}))


_DOING: dict[str, Doing] = {
    "reset": _reset,
    "reopen": _reopen,
    "close": _close,
    "give": _give,
    "end": _end,
    "hand_over": _hand_over,
}
