"""Addresses of filling forms."""

from django.urls import path

from qingzhuang.web.pages.fill.forms import fill, filled, filled_file, filled_list

urlpatterns = [
    path("fill", fill, name="fill"),
    path("fill/<int:sent_id>", filled, name="filled"),
    path("fill/<int:sent_id>/file", filled_file, name="filled_file"),
    path("fill/<int:sent_id>/missing", filled_list, name="filled_list"),
]
