"""Headers that Django does not set itself (TRUST.md §4.2)."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

_PERMISSIONS = "camera=(self), geolocation=(self), microphone=(), payment=(), usb=()"


Answering = Callable[[HttpRequest], HttpResponse]


def permissions_policy(get_response: Answering) -> Answering:
    """Say what pages may reach for; pages about people are kept by no cache."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        response.headers.setdefault("Permissions-Policy", _PERMISSIONS)
        response.headers.setdefault("Cache-Control", "no-store")
        return response

    return middleware
