"""Addresses of the self-check."""

from django.urls import path

from qingzhuang.web.pages.selfcheck.machine import selfcheck

urlpatterns = [path("selfcheck", selfcheck, name="selfcheck")]
