"""Profiles: what is known of one subject, published for filling. `fill` reads nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Claim:
    """
    One source's word on one element. day: ISO day from which the source says it. row 0: implied by a
    roster's end.
    """

    value: str
    source: str  # name of the source, or the answering village
    day: str
    import_id: int
    sheet: str = ""
    row: int = 0
    is_village_answer: bool = False


@dataclass(frozen=True, slots=True)
class Holding:
    """
    What holds for one element. `rivals`: claims of the same day with another meaning; then nothing holds.
    """

    claim: Claim
    rivals: tuple[Claim, ...] = ()

    @property
    def is_conflict(self) -> bool:
        """Whether sources disagree on the same day."""
        return bool(self.rivals)


@dataclass(frozen=True, slots=True)
class Profile:
    """
    One subject: a person, a household, or the village itself (is_village). holdings: fact key → what
    holds. household_id: of a person; None for the others.
    For a person the holdings of its household are NOT merged in; see `VillageBook` in engine.fill.
    """

    subject_id: int
    is_household: bool
    region: str
    household_id: int | None
    holdings: Mapping[str, Holding]
    is_resident: bool = True
    is_village: bool = False
