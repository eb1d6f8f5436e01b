"""What no page caught becomes a page of its own: one sentence, a way out."""

import logging
import secrets
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.web.rendering import shown

_LOG = logging.getLogger("qingzhuang.web")
# What lies outside somebody's reach looks exactly like what is not there.
_LIKE_MISSING = (StoreCode.OUT_OF_SCOPE, StoreCode.NOT_THERE)


class Refusals:
    """Turn a refusal that a page let through into a page; log what is our own mistake under a number."""

    sync_capable = True
    async_capable = False

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Pass the request on."""
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for a refusal; None lets Django log and answer what is our own mistake."""
        if not isinstance(error, RefusedError):
            return None
        code = error.problem.code
        if code in _LIKE_MISSING:
            return missing(request)
        status = 403 if code is StoreCode.NOT_ALLOWED else 422
        return shown(request, "errors/refused.html", {"sentence": error.problem.sentence}, status=status)


refusals = Refusals


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001 (Django hands it)
    """The page for what is not there, or not for this person; nobody can tell which."""
    return shown(request, "errors/missing.html", {}, status=404)


def failed(request: HttpRequest) -> HttpResponse:
    """The page for our own mistakes, with a number that stands in the log too."""
    code = secrets.token_hex(4)
    _LOG.error("request failed, reference %s", code)
    return shown(request, "errors/failed.html", {"number": code}, status=500)


def forged(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001 (Django hands it)
    """The page when a form came without its token: an old tab, or cookies that are off."""
    return shown(request, "errors/forged.html", {}, status=403)
