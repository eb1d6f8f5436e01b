"""One file of the corpus."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Made:
    """A hostile or awkward file. expected: `read`, or the code of the sentence it gets as a form."""

    name: str
    content: bytes
    expected: str
    why: str
