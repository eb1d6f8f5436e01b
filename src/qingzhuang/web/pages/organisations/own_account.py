"""One's own account: text size, password."""

from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from qingzhuang.actions.organisations.accounts import change_password
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.actors import Actor
from qingzhuang.store.roles import Right
from qingzhuang.web.pages.doors import page, public_page
from qingzhuang.web.pages.organisations.signing_in import back_of
from qingzhuang.web.rendering import SIZE_COOKIE, SIZES, say_next, shown

_YEAR = 365 * 24 * 3600  # seconds


@public_page(posts=True)
def text_size(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Choose one of four text sizes; kept in a cookie so that every page comes in it at once."""
    size = request.POST.get("size", "")
    if size in SIZES:
        response = HttpResponseRedirect(back_of(request))
        response.set_cookie(SIZE_COOKIE, size, max_age=_YEAR, samesite="Lax", secure=request.is_secure())
        return response
    return shown(request, "organisations/text_size.html", {"back": back_of(request)})


@page(Right.READ, posts=True)
def password(request: HttpRequest, actor: Actor) -> HttpResponse:
    """Choose a new password; the old one must be known."""
    if request.method != "POST":
        return shown(request, "organisations/password.html", {})
    old, new, again = (request.POST.get(name, "") for name in ("old", "new", "again"))
    try:
        change_password(actor, old=old, new=new, again=again)
    except RefusedError as refusal:
        return shown(
            request, "organisations/password.html", {"problems": [refusal.problem.sentence]}, status=422
        )
    account = request.user  # as loaded before the change: loading anew would find the session out of date
    if account.is_authenticated:
        account.refresh_from_db()
        update_session_auth_hash(request, account)  # this browser stays signed in, all others are out
    say_next(request, "口令换好了。别处登录着的都已退出。")
    return HttpResponseRedirect(reverse("home"))
