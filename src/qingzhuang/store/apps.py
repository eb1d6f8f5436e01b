"""The one Django app with tables."""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The store: what is remembered."""

    name = "qingzhuang.store"
    label = "store"
    verbose_name = "轻装"
