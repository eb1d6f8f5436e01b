"""What is known of many people under one key: what `look_up` says of each, without asking it for each."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from qingzhuang.engine.collect.keys import BIRTH_DATE, ID_NUMBER
from qingzhuang.engine.fill.answers import Known
from qingzhuang.engine.fill.lookup import Scope, look_up, scope_of, teller_of
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.fill.wanted import AGE
from qingzhuang.engine.know.packed import Words, packed, plain_value
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.values.derive import age_on
from qingzhuang.engine.values.identity import birth_date_of

_FULL_DAY = 10  # characters of 1990-03-07: nothing tells it finer
Values = list[str | None]


@dataclass(frozen=True, slots=True)
class People:
    """Subjects in order, with what is said of each as it is stored."""

    subjects: Sequence[Profile]
    words: Sequence[dict[str, Words]]
    has_households: bool


def people_of(subjects: Sequence[Profile]) -> People:
    """These subjects, to be asked under many keys."""
    words = [packed(subject.holdings).words for subject in subjects]
    return People(subjects, words, any(subject.is_household for subject in subjects))


def known_values(book: VillageBook, people: People, key: str, *, on: str) -> Values:
    """
    The value of each under one key. None: nobody knows it, or sources disagree; sometimes only that it takes
    `look_up` to tell. on: ISO day.
    """
    scope = scope_of(book, key)
    if scope is Scope.VILLAGE and people.subjects:
        return [_looked_up(book, people.subjects[0], key, on)] * len(people.subjects)
    if people.has_households or scope is Scope.ANY:
        return _one_by_one(book, people, key, on)
    if scope is Scope.HOUSEHOLD:
        return _by_household(book, people, key, on)
    if scope is Scope.DERIVED:
        return _derived(people, key, on)
    return [said[0] if (said := words.get(key)) and len(said) == 2 else None for words in people.words]


def _looked_up(book: VillageBook, subject: Profile, key: str, on: str) -> str | None:
    answer = look_up(book, subject, key, on=on)
    return answer.value if isinstance(answer, Known) else None


def _one_by_one(book: VillageBook, people: People, key: str, on: str) -> Values:
    """Each looked up once, a household that stands for its members too."""
    known = {
        number: _looked_up(book, one, key, on)
        for number, one in {subject.subject_id: subject for subject in people.subjects}.items()
    }
    return [known[subject.subject_id] for subject in people.subjects]


def _by_household(book: VillageBook, people: People, key: str, on: str) -> Values:
    """Looked up once for all of a household who say nothing themselves."""
    known: dict[int, str | None] = {}
    values: Values = []
    for subject, words in zip(people.subjects, people.words, strict=True):
        home = subject.household_id
        if home is None or home not in book.by_id or key in words:  # no household to share the answer with
            values.append(_looked_up(book, subject, key, on))
            continue
        if home not in known:
            teller, own = teller_of(book, subject, key)
            said = plain_value(packed(teller.holdings).words, own) if teller else None
            known[home] = _looked_up(book, subject, key, on) if said is None else said
        values.append(known[home])
    return values


def _derived(people: People, key: str, on: str) -> Values:
    """What follows from the birth date or the ID number (PERSON_RULES), where one of them says it plainly."""
    days = [_birth_day(words) for words in people.words]
    if key == BIRTH_DATE:
        return days
    each = zip(days, people.words, strict=True)
    return [_age(day, on) if day is not None and key == AGE and AGE not in own else None for day, own in each]


def _birth_day(words: dict[str, Words]) -> str | None:
    """The day as said, if nothing can tell it finer; where nothing is said, the ID number's."""
    if BIRTH_DATE in words:
        day = plain_value(words, BIRTH_DATE)
        return day if day is not None and len(day) == _FULL_DAY else None
    number = plain_value(words, ID_NUMBER)
    return None if number is None else birth_date_of(number)


@lru_cache(maxsize=65_536)
def _age(day: str, on: str) -> str | None:
    years = age_on(day, on)
    return None if years is None else str(years)
