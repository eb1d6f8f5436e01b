"""Drawing a page: what every page knows, plus what its own view hands over."""

from collections.abc import Mapping

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.template.loader import render_to_string

from qingzhuang.store.roles import ROLE_NAMES
from qingzhuang.web.navigation import entries_for

SIZES = {"s": "标准", "l": "大", "xl": "特大", "xx": "超大"}
SIZE_COOKIE = "size"
_DONE = "done"  # in the session: the sentence to say on the next page


def shown(
    request: HttpRequest, template: str, context: Mapping[str, object], *, status: int = 200
) -> HttpResponse:
    """A page as an answer. template: path below web/templates."""
    return HttpResponse(render_to_string(template, everywhere(request) | dict(context)), status=status)


def say_next(request: HttpRequest, sentence: str) -> None:
    """Have the next page of this person open with a sentence: what was just done."""
    request.session[_DONE] = sentence


def everywhere(request: HttpRequest) -> dict[str, object]:
    """What every page may use: who, which menu, text size, token, what was just done, problems (none)."""
    actor = getattr(request, "actor", None)
    user = getattr(request, "user", None)
    is_known = user is not None and user.is_authenticated
    session = getattr(request, "session", None)
    return {
        "actor": actor,
        "me": _me(user, actor) if is_known else None,
        "menu": entries_for(actor, request.path) if is_known else (),
        "size": _size(request),
        "sizes": SIZES,
        "path": request.path,
        "csrf_token": get_token(request) if session is not None else "",
        "done": session.pop(_DONE, "") if session is not None and _DONE in session else "",
        "problems": (),
        "county": settings.COUNTY_NAME,
        "is_demo": settings.IS_DEMO,
    }


def _me(user: object, actor: object) -> dict[str, str]:
    """The signed-in person, as the top bar shows them."""
    full_name = str(getattr(user, "full_name", ""))
    roles = sorted(getattr(actor, "roles", ()))
    return {
        "name": full_name,
        "initial": full_name[:1],
        "office": str(getattr(user, "office", "")),
        "roles": "、".join(ROLE_NAMES[role] for role in roles),
    }


def _size(request: HttpRequest) -> str:
    """The text size: the cookie's, so that the page comes in it at once; standard else."""
    chosen = request.COOKIES.get(SIZE_COOKIE, "s")
    return chosen if chosen in SIZES else "s"
