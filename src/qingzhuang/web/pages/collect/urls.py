"""Addresses of rosters."""

from django.urls import path

from qingzhuang.web.pages.collect.rosters import roster, rosters, undo_roster

urlpatterns = [
    path("rosters", rosters, name="rosters"),
    path("rosters/<int:import_id>", roster, name="roster"),
    path("rosters/<int:import_id>/undo", undo_roster, name="undo_roster"),
]
