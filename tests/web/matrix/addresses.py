"""Every address of the web, found in the URLconf."""

from collections.abc import Iterable, Iterator

from django.urls import URLPattern, URLResolver, get_resolver


def names() -> tuple[str, ...]:
    """The name of every address, with its namespace (`api-v1:check`), in the order of the URLconf."""
    return tuple(_walked(get_resolver().url_patterns, ""))


def _walked(patterns: Iterable[URLPattern | URLResolver], within: str) -> Iterator[str]:
    for each in patterns:
        if isinstance(each, URLResolver):
            yield from _walked(each.url_patterns, f"{each.namespace}:" if each.namespace else within)
        else:
            yield f"{within}{each.name or each.pattern}"
