"""Which characters of a text change when it gets a new wording."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_MOST_COMPARED = 4_000  # characters; longer texts are compared at their ends only


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters first to last (last not included) of the old text give way to `text`."""

    first: int
    last: int
    text: str


def edits_between(old: str, new: str) -> tuple[Edit, ...]:
    """
    The edits that turn the old wording into the new one, in order, none of them touching another.

    What both share at their ends stays; inside, the longest shared stretches stay, so that each blank of
    a line is an edit of its own.
    """
    head = _shared(old, new)
    tail = min(_shared(old[::-1], new[::-1]), len(old) - head, len(new) - head)
    middle, wanted = old[head : len(old) - tail], new[head : len(new) - tail]
    if not middle or not wanted or len(middle) + len(wanted) > _MOST_COMPARED:
        return (Edit(head, head + len(middle), wanted),) if middle or wanted else ()
    return tuple(_inside(middle, wanted, head))


def _inside(old: str, new: str, start: int) -> Iterator[Edit]:
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    for kind, i1, i2, j1, j2 in matcher.get_opcodes():
        if kind != "equal":
            yield Edit(start + i1, start + i2, new[j1:j2])


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Number of characters with which both begin."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))
