"""One row of one source, as it lies in the store and as linking and publishing read it."""

from collections.abc import Mapping
from dataclasses import dataclass

from qingzhuang.engine.know.profile import Claim


@dataclass(frozen=True, slots=True)
class Row:
    """
    One accepted row with where it is from. person, household: fact key → canonical value.

    person_id, household_id: whom linking found the last time, None before the first.
    """

    statement_id: int
    import_id: int
    source: str
    is_village_answer: bool
    day: str
    sheet: str
    row: int
    family: str
    is_household_row: bool
    person: Mapping[str, str]
    household: Mapping[str, str]
    person_id: int | None = None
    household_id: int | None = None

    def claim(self, value: str) -> Claim:
        """This row's word for one of its values."""
        return Claim(
            value, self.source, self.day, self.import_id, self.sheet, self.row, self.is_village_answer
        )
