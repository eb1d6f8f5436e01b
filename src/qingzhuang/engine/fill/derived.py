"""Values that follow from others: never stored, or stored only where nothing better is known."""

from collections.abc import Callable, Mapping

from qingzhuang.engine.collect.keys import BIRTH_DATE, ID_NUMBER
from qingzhuang.engine.fill.answers import Answer, Gap, Known, answer_of
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.know.derived import household_size
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.values.derive import age_on
from qingzhuang.engine.values.identity import birth_date_of, sex_of

_Rule = Callable[[VillageBook, Profile, str], Answer]


def birth_date(person: Profile) -> Answer:
    """Birth date out of the ID number (GB 11643, places 7–14)."""
    own = answer_of(person.holdings.get(ID_NUMBER))
    return Known(birth_date_of(own.value), own.claim) if isinstance(own, Known) else Gap()


def sex(person: Profile) -> Answer:
    """Sex out of the ID number (GB 11643, place 17: odd is 男)."""
    own = answer_of(person.holdings.get(ID_NUMBER))
    return Known(sex_of(own.value), own.claim) if isinstance(own, Known) else Gap()


def age(person: Profile, on: str) -> Answer:
    """Full years on the day (周岁); a gap where the birth date is unknown or too rough to tell."""
    born = answer_of(person.holdings.get(BIRTH_DATE))
    from_id = birth_date(person)
    if isinstance(from_id, Known) and (isinstance(born, Gap) or is_same_but_rougher(born, from_id)):
        born = from_id
    if not isinstance(born, Known):
        return born
    years = age_on(born.value, on)
    return Gap() if years is None else Known(str(years), born.claim)


def is_same_but_rougher(answer: Answer, finer: Known) -> bool:
    """Whether a day known to the month or the year only is the same as a finer one (1990-03, 1990-03-07)."""
    return (
        isinstance(answer, Known)
        and len(answer.value) < len(finer.value)
        and finer.value.startswith(answer.value)
    )


def size(book: VillageBook, subject: Profile) -> Answer:
    """How many residents the household has (家庭人口数), if a register told of all of them (R-KNW-14)."""
    if subject.household_id is None and not subject.is_household:
        return Gap()
    n = household_size(book.members_of(subject), rosters=book.rosters)
    return Gap() if n is None else Known(str(n))


def village_name(book: VillageBook) -> Answer:
    """The village's name, as it was registered."""
    return Known(book.name) if book.name else Gap()


PERSON_RULES: Mapping[str, _Rule] = {
    "person.birth_date": lambda _book, person, _on: birth_date(person),
    "person.sex": lambda _book, person, _on: sex(person),
    "person.age": lambda _book, person, on: age(person, on),
}
HOUSEHOLD_RULES: Mapping[str, _Rule] = {"household.size": lambda book, subject, _on: size(book, subject)}
AREA_RULES: Mapping[str, Callable[[VillageBook], Answer]] = {
    "place.village": village_name,
    "record.reporting_unit": village_name,
}
