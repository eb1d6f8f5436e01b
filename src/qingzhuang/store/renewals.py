"""How a request says which admission it renews: by the evidence that came with it."""

from qingzhuang.engine.admit.numbers import Number
from qingzhuang.store.models import Attachment, Decision

RENEWS = "renews-"  # Attachment.step of that evidence


def is_renewal(decision: Decision) -> bool:
    """Whether what was decided goes on from an admission there is."""
    papers = Attachment.objects.filter(request__submissions__decisions=decision, removed_at__isnull=True)
    return papers.filter(step__startswith=RENEWS).exists()


def step_of(number: Number) -> str:
    """
    The step under which the evidence is kept.

    >>> step_of(Number(2026, 31))
    'renews-2026-31'
    """
    return f"{RENEWS}{number.year}-{number.seq}"


def number_of(step: str) -> Number:
    """The number a step names; the other way round."""
    year, seq = step.removeprefix(RENEWS).split("-")
    return Number(int(year), int(seq))
