"""The self-check for whoever keeps the machine: each thing 正常 or 要看一下, with the way out."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from qingzhuang.actions.organisations.selfchecking import look_at_machine
from qingzhuang.store.actors import Actor
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.doors import page
from qingzhuang.web.rendering import shown


@page(Right.ADMINISTER)
def selfcheck(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Every check, those to look at first."""
    found = look_at_machine(actor, now=timezone.localtime())
    checks = sorted(found, key=lambda check: check.is_good)
    context = {"checks": checks, "n_bad": sum(not check.is_good for check in checks)}
    return shown(request, "selfcheck/machine.html", context)
