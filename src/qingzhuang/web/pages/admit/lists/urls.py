"""Addresses of the three lists and of the register of matters."""

from django.urls import path

from qingzhuang.web.pages.admit.lists.duties import lists, wall_file
from qingzhuang.web.pages.admit.lists.matters import matters, matters_file
from qingzhuang.web.pages.admit.lists.one_matter import one_matter
from qingzhuang.web.pages.admit.lists.taking_in import matters_import
from qingzhuang.web.pages.admit.lists.versions import lists_changes, lists_publish

urlpatterns = [
    path("lists", lists, name="lists"),
    path("lists/wall", wall_file, name="lists_wall"),
    path("lists/changes", lists_changes, name="lists_changes"),
    path("lists/publish", lists_publish, name="lists_publish"),
    path("matters", matters, name="matters"),
    path("matters/file", matters_file, name="matters_file"),
    path("matters/import", matters_import, name="matters_import"),
    path("matters/<int:matter_id>", one_matter, name="matter"),
]
