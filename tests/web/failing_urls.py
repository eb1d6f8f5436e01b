"""Addresses of the product and one that fails, for the tests of the page that says so."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from qingzhuang.config.urls import handler404, handler500
from qingzhuang.config.urls import urlpatterns as ours

__all__ = ["handler404", "handler500"]
SAID = "360999199001011234 13800138000 张三"


def _failing(request: HttpRequest) -> HttpResponse:
    raise ValueError(SAID)


urlpatterns = [*ours, path("failing", _failing, name="failing")]
