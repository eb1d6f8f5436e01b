"""The persons of a region, findable by number and by name, and how alike a record is to one of them."""

from collections import defaultdict
from collections.abc import Mapping
from enum import Enum

from qingzhuang.engine.collect.keys import BIRTH_DATE, FORMER_NAME, ID_NUMBER, NAME, PHONE, SEX
from qingzhuang.engine.values.identity import birth_date_of, lengthened, sex_of
from qingzhuang.engine.values.text import name_key

# 男 and 女, or 男性 and 女性 as GB/T 2261.1 has them; anything else tells nothing.
_SEXES = ("男", "女")


class Agreement(Enum):
    """How two records compare in one respect."""

    SAME = "same"
    UNKNOWN = "unknown"
    DIFFERENT = "different"


class Person:
    """
    One person while linking goes on. number: 18 characters (15-digit ones lengthened), "" if unknown.

    Tuples rather than sets: nearly all hold one value, and a county has millions of them.
    """

    __slots__ = ("births", "household_id", "names", "number", "phones", "sexes", "subject_id")

    def __init__(self, subject_id: int) -> None:
        self.subject_id = subject_id
        self.names: tuple[str, ...] = ()
        self.number = ""
        self.births: tuple[str, ...] = ()
        self.sexes: tuple[str, ...] = ()
        self.phones: tuple[str, ...] = ()
        self.household_id: int | None = None

    def learn(self, said: Mapping[str, str]) -> None:
        """Add what a linked row says."""
        self.names = _with(_with(self.names, said.get(NAME)), said.get(FORMER_NAME))
        self.births = _with(self.births, said.get(BIRTH_DATE))
        self.sexes = _with(self.sexes, said.get(SEX))
        self.phones = _with(self.phones, said.get(PHONE))
        if not self.number and ID_NUMBER in said:
            self.number = lengthened(said[ID_NUMBER])

    def take_over(self, other: "Person") -> None:
        """Add all that is known of the other, who turned out to be the same."""
        self.names = _together(self.names, other.names)
        self.births = _together(self.births, other.births)
        self.sexes = _together(self.sexes, other.sexes)
        self.phones = _together(self.phones, other.phones)
        self.number = self.number or other.number
        if self.household_id is None:
            self.household_id = other.household_id

    def born(self) -> tuple[str, ...]:
        """Birth dates it may have; the identity number's alone where there is one."""
        return (birth_date_of(self.number),) if self.number else self.births


def _with(values: tuple[str, ...], more: str | None) -> tuple[str, ...]:
    return values if not more or more in values else (*values, more)


def _together(values: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return (*values, *(each for each in more if each not in values))


class People:
    """The index of persons. by_id: somebody merged is found under his former id too."""

    def __init__(self) -> None:
        self.by_id: dict[int, Person] = {}
        self._by_number: dict[str, Person] = {}
        self._by_name: defaultdict[str, dict[int, Person]] = defaultdict(dict)
        self._unnumbered: defaultdict[str, dict[int, Person]] = defaultdict(dict)

    def add(self, person: Person) -> None:
        """Take a person in, or take note of what it has learnt."""
        self.by_id[person.subject_id] = person
        if person.number:
            self._by_number.setdefault(person.number, person)
        for name in person.names:
            key = name_key(name)
            self._by_name[key][person.subject_id] = person
            if not person.number:
                self._unnumbered[key][person.subject_id] = person

    def merge(self, dropped: Person, *, into: Person) -> None:
        """Both are one: whoever looks for the dropped, by id, number or name, finds the other."""
        into.take_over(dropped)
        self.by_id[dropped.subject_id] = into
        if dropped.number:
            self._by_number[dropped.number] = into
        for key in map(name_key, dropped.names):
            self._by_name[key].pop(dropped.subject_id, None)
            self._unnumbered[key].pop(dropped.subject_id, None)
        self.add(into)

    def numbered(self, number: str) -> Person | None:
        """The person with an identity number, of the old or the new length. R-LNK-01."""
        return self._by_number.get(lengthened(number))

    def named(self, name: str) -> list[Person]:
        """Everybody who carries a name now or did before, by subject id."""
        found = self._by_name.get(name_key(name))
        return [found[subject_id] for subject_id in sorted(found)] if found else []

    def unnumbered(self, name: str) -> list[Person]:
        """Those of this name of whom no identity number is known, by subject id."""
        found = self._unnumbered.get(name_key(name))
        return [found[each] for each in sorted(found) if not found[each].number] if found else []


def compare_births(said: str, person: Person) -> Agreement:
    """Whether birth dates agree. A year alone neither proves nor, if it fits, forbids anything."""
    if not said or not person.born():
        return Agreement.UNKNOWN
    fits = [_common(said, born) for born in person.born()]
    if not any(fits):
        return Agreement.DIFFERENT
    return Agreement.SAME if max(fits) >= 7 else Agreement.UNKNOWN


def _common(one: str, other: str) -> int:
    """Length of the shorter of two ISO dates if the longer begins with it, else 0."""
    short, long = sorted((one, other), key=len)
    return len(short) if long == short or long.startswith(short + "-") else 0


def said_birth(said: Mapping[str, str]) -> str:
    """Birth date of a row: of its identity number, else as written, else ""."""
    number = said.get(ID_NUMBER)
    return birth_date_of(number) if number else said.get(BIRTH_DATE, "")


def compare_sexes(said: Mapping[str, str], person: Person) -> Agreement:
    """Whether the sexes agree; that of an identity number counts before what is written."""
    one = sex_of(said[ID_NUMBER]) if ID_NUMBER in said else said.get(SEX, "")[:1]
    others = sex_of(person.number) if person.number else "".join(sex[:1] for sex in person.sexes)
    if one not in _SEXES or not any(sex in others for sex in _SEXES):
        return Agreement.UNKNOWN
    return Agreement.SAME if one in others else Agreement.DIFFERENT
