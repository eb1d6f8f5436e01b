"""What linking decides about one row: the same as somebody known, somebody new, or a question."""

from dataclasses import dataclass
from enum import StrEnum

from qingzhuang.engine.problems import Problem


class Outcome(StrEnum):
    """How a record relates to the known subjects."""

    SAME = "same"
    NEW = "new"
    DOUBTFUL = "doubtful"  # a question; nothing is merged and nothing is made until it is answered


@dataclass(frozen=True, slots=True)
class Link:
    """
    One decision. subject_id: negative, as the linker gives them out; None while DOUBTFUL.

    candidates: subjects it may be the same as, and why: set for DOUBTFUL, and for a NEW person with an
    identity number who may be one known so far without a number (the question is then asked, and the new
    one stands).
    """

    outcome: Outcome
    subject_id: int | None = None
    candidates: tuple[int, ...] = ()
    why: Problem | None = None


@dataclass(frozen=True, slots=True)
class Decision:
    """
    About one row. person: None for a household's row whose head is nobody known by number.

    household: None if the row tells no household and the person has none: then household facts are kept
    with the person and count for the household he will belong to.
    """

    person: Link | None
    household: Link | None
