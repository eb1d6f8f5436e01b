"""What every answer of the interface carries on its way out."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import get_conditional_response

from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.gate import GateCode
from qingzhuang.web.api.refusing import refusal_of
from qingzhuang.web.api.versions import Version, headers_of

View = Callable[..., HttpResponse]


def leaving(view: View, version: Version) -> View:
    """The view, with the version's headers, an ETag, and a sentence where a method is not known."""

    @wraps(view)
    def wrapped(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        if response.status_code == 405:
            response = _no_method(response)
        if request.method == "GET" and response.status_code == 200:
            response = _tagged(request, response)
        for name, value in headers_of(version).items():
            response[name] = value
        return response

    return wrapped


def _no_method(response: HttpResponse) -> HttpResponse:
    told = JsonResponse(refusal_of(Problem(GateCode.METHOD)), status=405)
    told["Allow"] = response.headers.get("Allow", "")
    return told


def _tagged(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """With the print of its content; 304 where the caller has it already (RFC 9110, 8.8.3)."""
    etag = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
    response["ETag"] = etag
    response["Cache-Control"] = "no-cache"  # keep it, but ask whether it still is so
    found = get_conditional_response(request, etag=etag, response=response)
    return found if found is not None else response
