"""Sending an application to the gate, taking it back, copying it, giving it up; all of them by POST."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from qingzhuang.actions.admit.drafting import copy, give_up
from qingzhuang.actions.admit.submitting import submit, withdraw
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.requests import request_of
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.admit.applying.desk import desk_address, desk_page
from qingzhuang.web.pages.days import today
from qingzhuang.web.pages.doors import page
from qingzhuang.web.rendering import say_next


@page(Right.APPLY, posts=True)
def application_send(request: HttpRequest, actor: Actor, request_id: int) -> HttpResponse:
    """送会审; where a step is not answered, the page again with what is missing."""
    if request.method != "POST":
        return HttpResponseRedirect(desk_address(request_id))
    try:
        sent = submit(actor, request_id=request_id, today=today())
    except RefusedError as refusal:
        return _refused(request, actor, request_id, refusal)
    say_next(request, f"送出去了，编号 {sent.reference}。减负办 {sent.due_on[5:]} 前答复。")
    return HttpResponseRedirect(desk_address(request_id))


@page(Right.APPLY, posts=True)
def application_withdraw(request: HttpRequest, actor: Actor, request_id: int) -> HttpResponse:
    """Take an application back that waits."""
    if request.method != "POST":
        return HttpResponseRedirect(desk_address(request_id))
    try:
        withdraw(actor, request_id=request_id)
    except RefusedError as refusal:
        return _refused(request, actor, request_id, refusal)
    say_next(request, "撤回了。要再办，可以照着它写一份新的。")
    return HttpResponseRedirect(desk_address(request_id))


@page(Right.APPLY, posts=True)
def application_copy(request: HttpRequest, actor: Actor, request_id: int) -> HttpResponse:
    """A new application with the words of this one."""
    if request.method != "POST":
        return HttpResponseRedirect(desk_address(request_id))
    new_id = copy(actor, request_id=request_id)
    say_next(request, "照着旧的写好了一份，日期要你重新定。")
    return HttpResponseRedirect(desk_address(new_id))


@page(Right.APPLY, posts=True)
def application_give_up(request: HttpRequest, actor: Actor, request_id: int) -> HttpResponse:
    """Give a draft up."""
    if request.method != "POST":
        return HttpResponseRedirect(desk_address(request_id))
    try:
        give_up(actor, request_id=request_id)
    except RefusedError as refusal:
        return _refused(request, actor, request_id, refusal)
    say_next(request, "这份申请不办了，村里没有收到任何东西。")
    return HttpResponseRedirect(reverse("applications"))


def _refused(request: HttpRequest, actor: Actor, request_id: int, refusal: RefusedError) -> HttpResponse:
    """The page of the application with the refusal; what is not there stays not there."""
    if refusal.problem.code is StoreCode.NOT_THERE:
        raise refusal
    return desk_page(request, actor, request_of(actor, request_id), problem=refusal.problem.sentence)
