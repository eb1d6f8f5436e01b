"""Who is who: rows of rosters become decisions about persons and households."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from qingzhuang.engine.collect.keys import (
    BIRTH_DATE,
    BOOK_NO,
    FORMER_NAME,
    HEAD_NAME,
    HOUSEHOLD_NO,
    ID_NUMBER,
    NAME,
    PHONE,
    SEX,
)
from qingzhuang.engine.collect.said import Said
from qingzhuang.engine.link.decision import Decision, Link, Outcome
from qingzhuang.engine.link.families import Family, families_of, surest_first
from qingzhuang.engine.link.households import Households
from qingzhuang.engine.link.likeness import same_person
from qingzhuang.engine.link.names import is_same_name
from qingzhuang.engine.link.people import People, Person
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.link import LinkCode
from qingzhuang.engine.values.identity import lengthened
from qingzhuang.engine.values.text import name_key

_NOBODY = Link(Outcome.DOUBTFUL)
_TELLING = (FORMER_NAME, NAME, BIRTH_DATE, SEX, PHONE)  # what linking reads of a person without number


class Linker:
    """
    Links rows with the subjects of one region, and learns from every row it links.

    It starts knowing nobody; `decide` is called for one sheet after the other. Subjects get negative
    ids, from -1 downwards, which the caller replaces by its own.
    """

    def __init__(self) -> None:
        self._people = People()
        self._households = Households()
        self._last_id = 0

    def decide(self, rows: Sequence[Said]) -> tuple[Decision, ...]:
        """
        One decision per row, in their order. Rules R-LNK-01 to R-LNK-11.

        Identity numbers go first, then families, then who has no number; within each, what a row says
        decides who goes first, never where it stands.
        """
        return _Linking(self, rows).decide()

    @property
    def people(self) -> People:
        """The persons known so far."""
        return self._people

    @property
    def households(self) -> Households:
        """The households known so far."""
        return self._households

    def new_id(self) -> int:
        """The next negative id."""
        self._last_id -= 1
        return self._last_id


class _Linking:
    """The linking of one batch of rows."""

    def __init__(self, linker: Linker, rows: Sequence[Said]) -> None:
        self.linker = linker
        self.people = linker.people
        self.households = linker.households
        self.rows = rows
        self.links: list[Link | None] = [None] * len(rows)
        self.family_of = families_of(rows)

    def decide(self) -> tuple[Decision, ...]:
        newcomers = self._link_known_numbers()
        for family in surest_first(self.family_of, self.rows):
            self._link_family(family)
        for number in sorted(newcomers):
            self._link_new_number(newcomers[number])
        rest = [at for at, link in enumerate(self.links) if link is None]
        for at in sorted(rest, key=self._words, reverse=True):
            self.links[at] = self._link_without_number(at, self.rows[at])
        return tuple(self._decision(at) for at in range(len(self.rows)))

    # Identity numbers

    def _link_known_numbers(self) -> dict[str, list[int]]:
        """Link rows whose number is known; comes back: rows by each number that is not."""
        unknown: defaultdict[str, list[int]] = defaultdict(list)
        known = []
        for at, said in enumerate(self.rows):
            number = said.person.get(ID_NUMBER)
            if number is None:
                continue
            person = self.people.numbered(number)
            if person is None:
                unknown[lengthened(number)].append(at)
            else:
                known.append((at, person))
        self._link_numbers(known)
        for places in unknown.values():
            if len(places) > 1:
                self._part_names(places)
        return unknown

    def _link_numbers(self, known: list[tuple[int, Person]]) -> None:
        """Link rows with known persons; again while a former name that one row told lets others in."""
        n_open = len(known) + 1
        while len(known) < n_open:
            n_open = len(known)
            for at, person in known:
                self.links[at] = self._link_numbered(self.rows[at].person, person)
            known = [each for each in known if self._linked(each[0]) is None]

    def _link_numbered(self, said: Mapping[str, str], person: Person) -> Link:
        """The person with this number, unless the name is clearly another's. R-LNK-01, R-LNK-02."""
        name = said.get(NAME, "")
        if name and person.names and not is_same_name(name, person.names):
            params = {"name": name, "other": min(person.names)}
            why = Problem(LinkCode.SAME_NUMBER_OTHER_NAME, params)
            return Link(Outcome.DOUBTFUL, candidates=(person.subject_id,), why=why)
        return self._same(said, person)

    def _same(self, said: Mapping[str, str], person: Person) -> Link:
        person.learn(said)
        self.people.add(person)
        return Link(Outcome.SAME, person.subject_id)

    def _part_names(self, places: list[int]) -> None:
        """
        Keep in `places` the rows with the number's own name, the most frequent one; question the others.
        """
        names = Counter(self.rows[at].person.get(NAME, "") for at in places)
        names.pop("", None)
        if len(names) < 2:
            return
        own = min(names, key=lambda name: (-names[name], name))
        for at in list(places):
            name = self.rows[at].person.get(NAME, "")
            if name and not is_same_name(name, (own,)):
                why = Problem(LinkCode.SAME_NUMBER_OTHER_NAME, {"name": name, "other": own})
                self.links[at] = replace(_NOBODY, why=why)
                places.remove(at)

    def _link_new_number(self, places: list[int]) -> None:
        """A number nobody has yet: a person known without one, or somebody new. R-LNK-06."""
        places = sorted(places, key=self._words, reverse=True) if len(places) > 1 else places
        found = self._known_without_number(places)
        if found is not None and found.outcome is Outcome.SAME and found.subject_id is not None:
            link = found
            person = self.people.by_id[found.subject_id]
        else:
            person = Person(self.linker.new_id())
            link = Link(Outcome.NEW, person.subject_id)
            if found is not None:
                link = replace(link, candidates=found.candidates, why=found.why)
        for at in places:
            person.learn(self.rows[at].person)
            self.links[at] = link
        self.people.add(person)
        for at in places:
            self._settle_in(person, self._home(at))

    def _known_without_number(self, places: Sequence[int]) -> Link | None:
        """Who of those without a number the rows of one number may be: somebody sure before a question."""
        found = None
        for said in (self.rows[at].person for at in places):
            unnumbered = self.people.unnumbered(said[NAME]) if NAME in said else []
            if not unnumbered:
                continue
            home = next((each for at in places if (each := self._home(at)) is not None), None)
            link = same_person(said, unnumbered, household_id=home)
            if link is not None and link.outcome is Outcome.SAME:
                return link
            found = found or link
        return found

    def _words(self, at: int) -> tuple[object, ...]:
        """What a row says, and of which household: only rows alike in this may change places."""
        said = self.rows[at]
        telling = [said.person.get(key, "") for key in _TELLING]
        return (*telling, self._home(at) or 0, sorted(said.person.items()), sorted(said.household.items()))

    # Households

    def _link_family(self, family: Family) -> None:
        members = [person for at in family.rows if (person := self._linked(at)) is not None]
        homes = Counter(person.household_id for person in members if person.household_id is not None)
        traits = family.traits
        if family.tells_household:
            family.link = self.households.find(traits, homes) or Link(Outcome.NEW, self.linker.new_id())
        elif homes:
            family.link = Link(Outcome.SAME, members[0].household_id)
        if family.link is None or family.link.subject_id is None:
            return
        self.households.learn(family.link.subject_id, traits)
        for person in members:
            self._settle_in(person, family.link.subject_id)

    def _settle_in(self, person: Person, household_id: int | None) -> None:
        if household_id is not None:
            person.household_id = household_id
            self.households.join(household_id, person.subject_id, person.names)

    def _linked(self, at: int) -> Person | None:
        link = self.links[at]
        return None if link is None or link.subject_id is None else self.people.by_id[link.subject_id]

    def _home(self, at: int) -> int | None:
        link = self.family_of[at].link
        return None if link is None else link.subject_id

    # Rows without a number

    def _link_without_number(self, at: int, said: Said) -> Link | None:
        """Name, birth date and household; what is doubtful becomes a question. R-LNK-03 to R-LNK-05."""
        name = said.person.get(NAME)
        if name is None:
            return None
        home = self._home(at)
        has_no = HOUSEHOLD_NO in said.household or BOOK_NO in said.household
        is_own_head = not has_no and name_key(said.household.get(HEAD_NAME, "")) == name_key(name)
        found = same_person(said.person, self.people.named(name), household_id=home, is_home_weak=is_own_head)
        if found is None and said.is_household_row:
            return None
        if found is None:
            person = Person(self.linker.new_id())
            link = Link(Outcome.NEW, person.subject_id)
        elif found.subject_id is None:
            return None if said.is_household_row else found
        else:
            person, link = self.people.by_id[found.subject_id], found
        person.learn(said.person)
        self.people.add(person)
        self._settle_in(person, home)
        return link

    def _decision(self, at: int) -> Decision:
        link = self.links[at]
        home = self.family_of[at].link
        person = self._linked(at)
        if home is None and person is not None and person.household_id is not None:
            home = Link(Outcome.SAME, person.household_id)
        return Decision(link, home)
