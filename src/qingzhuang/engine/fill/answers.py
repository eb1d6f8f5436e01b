"""The four answers to the question what is known of a subject: known, gap, conflict, not applicable."""

from dataclasses import dataclass

from qingzhuang.engine.know.profile import Claim, Holding


@dataclass(frozen=True, slots=True)
class Known:
    """A value that holds, canonical. claim: where it is from; None for what is computed from other values."""

    value: str
    claim: Claim | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """Nobody has said it."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Sources of the same day disagree; nothing holds until somebody settles it. claims: all of them."""

    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The question does not arise: this membership (element code) is 否; "" where nobody is there to ask."""

    membership: str


Answer = Known | Gap | Conflict | NotApplicable


def answer_of(holding: Holding | None) -> Answer:
    """The answer that one holding gives; no holding is a gap."""
    if holding is None:
        return Gap()
    if holding.is_conflict:
        return Conflict((holding.claim, *holding.rivals))
    return Known(holding.claim.value, holding.claim)
