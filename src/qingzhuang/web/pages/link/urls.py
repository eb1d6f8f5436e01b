"""Addresses of questions about who is who."""

from django.urls import path

from qingzhuang.web.pages.link.questions import questions

urlpatterns = [path("questions", questions, name="questions")]
