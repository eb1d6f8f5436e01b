"""Today, and days as people type them on pages."""

from django.utils import timezone

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.web import WebCode
from qingzhuang.engine.values.domain import Domain, Kind, Parsed
from qingzhuang.engine.values.parsing import parse

_FULL_DAY = len("2024-06-30")


def today() -> str:
    """Today in the office's time zone, ISO."""
    return timezone.localdate().isoformat()


def day_of(text: str) -> str | None:
    """
    The ISO day somebody typed in any style (2026年11月3日, 2026.11.3, 20261103); None for nothing typed.

    Raises:
        RefusedError: no day can be read from it.
    """
    if not text.strip():
        return None
    parsed = parse(text, Domain(Kind.DATE))
    if not isinstance(parsed, Parsed) or len(parsed.value) != _FULL_DAY:
        raise RefusedError(Problem(WebCode.BAD_DAY, {"text": text[:40]}))
    return parsed.value
