"""The one template engine of our pages: Jinja2, escaping everything, and what templates may call."""

from typing import Any

from django.contrib.staticfiles.storage import staticfiles_storage
from django.urls import reverse
from jinja2 import Environment, StrictUndefined
from markupsafe import Markup

from qingzhuang.web.wording import hours, long_day, moment, short_day


def environment(**options: Any) -> Environment:
    """
    The environment in which every page is drawn.

    Autoescaping is on for all; a name that a page forgot to hand over is an error, not an empty place.
    """
    found = Environment(  # noqa: S701 (it is on; the linter cannot see it)
        **options
        | {"autoescape": True, "undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    )
    found.globals |= {"url": url, "static": staticfiles_storage.url, "icon": icon}
    found.filters |= {"day": short_day, "long_day": long_day, "moment": moment, "hours": hours}
    return found


def url(name: str, **arguments: object) -> str:
    """The path of a page by its name."""
    return reverse(name, kwargs=arguments or None)


def icon(name: str) -> Markup:
    """An icon of the sprite; always beside words, so it is hidden from screen readers."""
    sheet = staticfiles_storage.url("jf/icons.svg")
    return Markup(
        '<svg class="i" aria-hidden="true" focusable="false"><use href="{}#i-{}"></use></svg>'
    ).format(sheet, name)
