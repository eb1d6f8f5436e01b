"""Addresses of the interface, one tree a version."""

from django.urls import URLPattern, URLResolver, include, path

from qingzhuang.web.api.leaving import leaving
from qingzhuang.web.api.v1 import api as v1
from qingzhuang.web.api.versions import VERSIONS


def _of(patterns: list[URLPattern | URLResolver], name: str) -> list[URLPattern | URLResolver]:
    """The addresses of a version, each answer with what its version says."""
    for each in patterns:
        if isinstance(each, URLPattern):
            each.callback = leaving(each.callback, VERSIONS[name])
    return patterns


_PATTERNS, _APP, _NAMESPACE = v1.urls
urlpatterns = [path("api/v1/", include((_of(_PATTERNS, "v1"), _APP), namespace=_NAMESPACE))]
