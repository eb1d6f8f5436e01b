"""Where a request is from, for throttling: our own proxy's word, else the connection's other end."""

from django.conf import settings
from django.http import HttpRequest


def network_of(request: HttpRequest) -> str:
    """
    The address of the browser. The proxy's X-Real-IP counts only where a proxy is trusted (R-WEB-06).

    Without it everybody would come from 127.0.0.1, and five failures of one would stop all.
    """
    seen: str = request.META.get("REMOTE_ADDR", "")
    if settings.SECURE_PROXY_SSL_HEADER is None:
        return seen
    told: str = request.META.get("HTTP_X_REAL_IP", "").strip()
    return told or seen
