"""Who acts in a request: the signed-in account becomes an actor; the database is told what it may see."""

import time
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.accounts import actor_of
from qingzhuang.store.rowsecurity import bound

VISITOR = Actor(name="visitor", scopes=())
_LAST = "last"  # in the session: when it was used last, whole minutes since 1970


def acting(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Set `request.actor`; whoever is not signed in is a visitor, who sees nobody's data."""

    def middleware(request: HttpRequest) -> HttpResponse:
        _end_idle(request)
        today = timezone.localdate().isoformat()
        actor = actor_of(request.user, today=today) if request.user.is_authenticated else VISITOR
        request.actor = actor  # type: ignore[attr-defined]
        with bound(actor):
            return get_response(request)

    return middleware


def _end_idle(request: HttpRequest) -> None:
    """End a session that was not used for half an hour (TRUST.md §4.2)."""
    if not request.user.is_authenticated:
        return
    now = int(time.time()) // 60
    last = request.session.get(_LAST, now)
    if (now - last) * 60 > settings.SESSION_IDLE_SECONDS:
        logout(request)
    elif now != request.session.get(_LAST):
        request.session[_LAST] = now
