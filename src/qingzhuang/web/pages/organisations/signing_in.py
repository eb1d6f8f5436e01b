"""Signing in and out. No picture puzzle; failures are throttled per account and network (config.settings)."""

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme

from qingzhuang.store.actors import Actor
from qingzhuang.web.pages.doors import public_page
from qingzhuang.web.rendering import shown

_WRONG = "账号或口令不对。再试一次；忘了就请你单位的系统管理员重设。"
_TOO_OFTEN = "试的次数多了，请等 15 分钟再来；急用就请你单位的系统管理员重设口令。"


@public_page(posts=True)
def sign_in(request: HttpRequest, actor: Actor) -> HttpResponse:
    """The page for signing in; after it, the page one came from."""
    if request.method != "POST":
        return _asked(request)
    name, given = request.POST.get("username", "").strip(), request.POST.get("password", "")
    account = authenticate(request, username=name, password=given)
    if getattr(request, "axes_locked_out", False):
        return locked_out(request)
    if account is None:
        return _asked(request, problem=_WRONG, name=name)
    login(request, account)
    if getattr(account, "must_change", False) and not settings.IS_DEMO:  # the demo's passwords are printed
        return HttpResponseRedirect(reverse("password"))
    return HttpResponseRedirect(back_of(request))


@public_page(posts=True)
def sign_out(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Sign out; asking for the page by its address signs nobody out."""
    if request.method == "POST":
        logout(request)
    return HttpResponseRedirect(reverse("login"))


def locked_out(request: HttpRequest, *_: object, **__: object) -> HttpResponse:
    """The page after too many failures; the same whether the account exists or not."""
    return _asked(request, problem=_TOO_OFTEN, status=429)


def back_of(request: HttpRequest) -> str:
    """Where to go next: an address of ours that the request names, else the desk."""
    wanted = request.POST.get("next") or request.GET.get("next") or request.GET.get("back") or ""
    is_ours = url_has_allowed_host_and_scheme(wanted, allowed_hosts=None)
    return wanted if wanted and is_ours else reverse("home")


def _asked(request: HttpRequest, *, problem: str = "", name: str = "", status: int = 200) -> HttpResponse:
    """The form, with what went wrong; the password is never sent back."""
    context = {"problem": problem, "name": name, "next": back_of(request)}
    return shown(
        request, "organisations/sign_in.html", context, status=422 if problem and status == 200 else status
    )
