"""Addresses of asking where a value is from."""

from django.urls import path

from qingzhuang.web.pages.know.sources import why

urlpatterns = [path("why", why, name="why")]
