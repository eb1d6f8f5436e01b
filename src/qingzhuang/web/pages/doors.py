"""The door of every page: who may come in, and by which method."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse, HttpResponseNotAllowed, HttpResponseRedirect
from django.urls import reverse

from qingzhuang.store.actors import Actor
from qingzhuang.store.roles import Right
from qingzhuang.web.rendering import shown

More = ParamSpec("More")
View = Callable[Concatenate[HttpRequest, Actor, More], HttpResponse]
Door = Callable[..., HttpResponse]  # HttpRequest, then what the address holds
_READING = ("GET", "HEAD")


def page(right: Right, *, posts: bool = False) -> Callable[[View[More]], Door]:
    """
    A page for those who are signed in and whose roles allow `right`; the view gets the actor second.

    posts: whether forms are sent to it. Others are asked to sign in, or get a page that says who can help.
    """

    def wrap(view: View[More]) -> Door:
        @wraps(view)
        def door(request: HttpRequest, *args: More.args, **kwargs: More.kwargs) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if _must_choose(request):
                return HttpResponseRedirect(reverse("password"))
            actor: Actor = request.actor  # type: ignore[attr-defined]
            if not actor.may(right):
                return shown(request, "errors/not_yours.html", {}, status=403)
            if _is_wrong(request, posts=posts):
                return HttpResponseNotAllowed([*_READING, *(["POST"] if posts else [])])
            return view(request, actor, *args, **kwargs)

        return door

    return wrap


def public_page(*, posts: bool = False) -> Callable[[View[More]], Door]:
    """A page for everybody, signed in or not; the view gets the actor (a visitor, then) second."""

    def wrap(view: View[More]) -> Door:
        @wraps(view)
        def door(request: HttpRequest, *args: More.args, **kwargs: More.kwargs) -> HttpResponse:
            if _is_wrong(request, posts=posts):
                return HttpResponseNotAllowed([*_READING, *(["POST"] if posts else [])])
            actor: Actor = request.actor  # type: ignore[attr-defined]
            return view(request, actor, *args, **kwargs)

        return door

    return wrap


def _must_choose(request: HttpRequest) -> bool:
    """Whether a password set by somebody else has to be replaced first (the demo prints its own)."""
    is_first = getattr(request.user, "must_change", False) and not settings.IS_DEMO
    return is_first and request.path != reverse("password")


def _is_wrong(request: HttpRequest, *, posts: bool) -> bool:
    """Whether the method is none of this page's."""
    return request.method not in _READING and not (posts and request.method == "POST")
