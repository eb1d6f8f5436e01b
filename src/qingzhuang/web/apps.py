"""The Django app of pages: templates and static files, no tables."""

from django.apps import AppConfig


class WebConfig(AppConfig):
    """Pages."""

    name = "qingzhuang.web"
    label = "web"
