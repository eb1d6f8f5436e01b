"""What one row of one source said."""

from collections.abc import Mapping
from dataclasses import dataclass

from qingzhuang.engine.problems import Problem


@dataclass(frozen=True, slots=True)
class Said:
    """
    One accepted row. `person` and `household` map fact keys (`person.phone`, `household.no`,
    `guardian.name`, or `person.phone@father`) to canonical values. Labels outside the catalogue are kept
    under `label:<normalised>`. family: mark that ties the rows of one household inside this sheet (户号,
    or the head's name block), "" if none. is_household_row: the row speaks of a household (its head), not
    of a person.
    """

    sheet: str
    row: int
    person: Mapping[str, str]
    household: Mapping[str, str]
    family: str = ""
    is_household_row: bool = False


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """
    A row that was not taken, and why. row: 1-based row of the sheet, or line of the CSV file.

    name: as an accepted row would have it, so that a membership roster does not say 否 of somebody it may
    well list; never used to link.
    """

    sheet: str
    row: int
    problem: Problem
    name: str = ""


@dataclass(frozen=True, slots=True)
class Collected:
    """
    One sheet of a roster, read whole.

    membership: fact keys this roster is a membership list for (person.dibao …), () if none. day: printed
    on the sheet, ISO, None if nothing is printed. notes: Chinese sentences for the person importing.
    bound: column letter → fact key. unbound: labels that no element covers. is_partial_list: the title
    says that the list names only some of the members (新增低保, 困难残疾人).
    """

    sheet: str
    said: tuple[Said, ...]
    refused: tuple[RefusedRow, ...]
    membership: tuple[str, ...]
    day: str | None
    notes: tuple[str, ...]
    bound: Mapping[str, str]
    unbound: tuple[str, ...]
    is_partial_list: bool = False
