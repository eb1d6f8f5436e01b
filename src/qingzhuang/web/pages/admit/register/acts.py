"""What can be done with a number: withdraw it, make an emergency ordinary, give it up, ask to go on."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from qingzhuang.actions.admit.exiting import leave_number
from qingzhuang.actions.admit.regularising import regularise_number
from qingzhuang.actions.admit.renewing import Evidence, renew_number
from qingzhuang.actions.admit.withdrawing import withdraw_number
from qingzhuang.engine.admit.numbers import Number
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.admit.register.numbers import context_of, record_or_404
from qingzhuang.web.pages.days import today
from qingzhuang.web.pages.doors import page
from qingzhuang.web.rendering import say_next, shown

_TEMPLATE = "register/{}.html"


@page(Right.SIGN, posts=True)
def withdraw(request: HttpRequest, actor: Actor, year: int, seq: int) -> HttpResponse:
    """Take a number back, with one sentence."""

    def act(number: Number) -> str:
        why = request.POST.get("why", "")
        stopped = withdraw_number(actor, number=number, why=why, today=today())
        return f"{number}撤回了，停下 {stopped} 件没办完的。"

    return _asked_or_done(request, actor, (year, seq), "withdraw", act)


@page(Right.SIGN, posts=True)
def regularise(request: HttpRequest, actor: Actor, year: int, seq: int) -> HttpResponse:
    """Make an emergency an ordinary number."""

    def act(number: Number) -> str:
        regularise_number(actor, number=number, basis=request.POST.get("basis", ""))
        return f"{number}补办好了，到期的日子照准入时的算。"

    return _asked_or_done(request, actor, (year, seq), "regularise", act)


@page(Right.APPLY, posts=True)
def leave(request: HttpRequest, actor: Actor, year: int, seq: int) -> HttpResponse:
    """End a number of one's own office before its day."""

    def act(number: Number) -> str:
        stopped = leave_number(actor, number=number, why=request.POST.get("why", ""), today=today())
        return f"{number}退出了，停下 {stopped} 件没办完的。"

    return _asked_or_done(request, actor, (year, seq), "leave", act)


@page(Right.APPLY, posts=True)
def renew(request: HttpRequest, actor: Actor, year: int, seq: int) -> HttpResponse:
    """Ask to go on with a number: what its data were used for, and a paper that shows it."""

    def act(number: Number) -> str:
        file = request.FILES.get("paper")
        evidence = Evidence(
            use=request.POST.get("use", ""),
            file_name=str(file.name) if file else "",
            content=file.read() if file else b"",
        )
        renew_number(actor, number=number, evidence=evidence, today=today())
        return f"{number}的续期开好了，草稿在你的申请里，看一遍再送审。"

    return _asked_or_done(request, actor, (year, seq), "renew", act)


def _asked_or_done(
    request: HttpRequest, actor: Actor, at: tuple[int, int], what: str, act: Callable[[Number], str]
) -> HttpResponse:
    """The form; once sent, the number's page, or the form again with what went wrong."""
    record = record_or_404(actor, *at)
    context = context_of(record) | {"typed": request.POST}
    if request.method != "POST":
        return shown(request, _TEMPLATE.format(what), context)
    try:
        sentence = act(record.admitted.number)
    except RefusedError as refusal:
        problems = [refusal.problem.sentence]
        return shown(request, _TEMPLATE.format(what), context | {"problems": problems}, status=422)
    say_next(request, sentence)
    return HttpResponseRedirect(reverse("register_number", kwargs={"year": at[0], "seq": at[1]}))
