"""What must stand in every cell, known from the drawing of the village alone."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from qingzhuang.files.examples.people import Household, Villager
from qingzhuang.files.examples.rosters import Traps

ON = date(2026, 6, 30)
ETHNIC_CODES = {"汉族": "01-汉族", "畲族": "22-畲族"}  # as the form's drop-down writes them
GRADE_CODES = {"一级": "1-一级", "二级": "2-二级", "三级": "3-三级", "四级": "4-四级"}


@dataclass(frozen=True, slots=True)
class Month:
    """A month, however it is written: a date in a year-month format, or 1990年1月."""

    year: int
    month: int


Value = str | int | Decimal | Month
GAP = None  # somebody knows, we do not
NOT_ASKED = ""  # not applicable: blank, and no gap
Expected = Value | None


@dataclass(frozen=True, slots=True)
class Resident:
    """One person who is in the register after the import, with the household as it is known then."""

    person: Villager
    household: Household
    n_members: int  # members of the household whose rows were taken
    id_number: str | None  # as it can be known: 18 digits, the old 15, or None
    phone: str | None  # None: nobody said one, or the sources disagree
    is_phone_open: bool  # the sources disagree


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a form: where it stands, what must stand in it, and how grave a mistake is."""

    label: str
    expected: Callable[[Resident], Expected]
    is_grave: bool = False  # identity numbers, accounts, amounts: no mistake at all


def residents(households: Sequence[Household], traps: Traps) -> Iterator[Resident]:
    """Everybody the rosters can tell of: the two whose number was refused stand on no other roster."""
    refused = {traps.as_number, traps.wrong_digit}
    for household in households:
        known = [person for person in household.members if person.id_number not in refused]
        for person in known:
            is_open = _is_phone_open(person, traps)
            yield Resident(
                person=person,
                household=household,
                n_members=len(known),
                id_number=_known_number(person, traps),
                phone=None if is_open else person.phone or None,
                is_phone_open=is_open,
            )


def _known_number(person: Villager, traps: Traps) -> str | None:
    if person.id_number == traps.without:
        return None
    if person.id_number == traps.fifteen:
        return person.id_number[:6] + person.id_number[8:17]
    return person.id_number


def _is_phone_open(person: Villager, traps: Traps) -> bool:
    """Allowance and disability desk disagree on one day; a later roster that names a telephone settles it."""
    is_settled_later = person.joined_party_on is not None or person.left_on is not None
    return person.id_number == traps.other_phone and not is_settled_later


def age(resident: Resident) -> Expected:
    """Full years on the day of the form."""
    born = resident.person.born_on
    return ON.year - born.year - ((ON.month, ON.day) < (born.month, born.day))


def month_of_birth(resident: Resident) -> Expected:
    """Year and month of birth."""
    return Month(resident.person.born_on.year, resident.person.born_on.month)


def hectares(resident: Resident) -> Expected:
    """Farmland: 15 mu are a hectare; two decimals."""
    area = Decimal(str(resident.household.farmland)) / 15
    return area.quantize(Decimal("0.01"), ROUND_HALF_UP)


def floor_area(resident: Resident) -> Expected:
    """Square metres."""
    return Decimal(str(resident.household.floor_area))


def of_allowance(part: str) -> Callable[[Resident], Expected]:
    """A value of the household's allowance; not asked of who has none."""

    def expected(resident: Resident) -> Expected:
        given = resident.household.allowance
        value = getattr(given, part) if given else NOT_ASKED
        return Decimal(value) if isinstance(value, int) else value

    return expected


def of_disability(part: str, spelled: dict[str, str] | None = None) -> Callable[[Resident], Expected]:
    """A value of the disability card; not asked of who has none. spelled: as the drop-down writes it."""

    def expected(resident: Resident) -> Expected:
        card = resident.person.disability
        value = str(getattr(card, part)) if card else NOT_ASKED
        return (spelled or {}).get(value, value)

    return expected
