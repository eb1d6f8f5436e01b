"""
Who is who among all rows of a region: the engine's linker, fed sheet by sheet, and what people answered.

The sheets are taken in an order of their own (those that tell most first), never in the order of
import: so whatever was imported first, the same rows make the same people.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qingzhuang.engine.collect.keys import HEAD_ID_NUMBER, HEAD_NAME, HOUSEHOLD_NO, ID_NUMBER, NAME
from qingzhuang.engine.collect.said import Said
from qingzhuang.engine.link.decision import Link, Outcome
from qingzhuang.engine.link.linker import Linker
from qingzhuang.engine.link.people import Person
from qingzhuang.store.rows import Row

# (smaller statement id, larger one, whether about the household) → whether both rows speak of one
# and the same.
Answers = Mapping[tuple[int, int, bool], bool]
_TELLS_HOUSEHOLD = frozenset({HOUSEHOLD_NO, HEAD_NAME, HEAD_ID_NUMBER})


@dataclass(frozen=True, slots=True)
class Doubt:
    """Two rows, by their places, that may speak of one person (or household), and why nobody decided."""

    first: int
    second: int
    why: str
    is_household: bool


@dataclass(frozen=True, slots=True)
class Linked:
    """
    Who is who among n rows.

    persons, households: per row, the number of its cluster; None if it speaks of nobody, or nobody
    knows of whom. homes: person cluster → household cluster.
    """

    persons: Sequence[int | None]
    households: Sequence[int | None]
    homes: Mapping[int, int]
    doubts: Sequence[Doubt]


def link_rows(rows: Sequence[Row], *, answers: Answers) -> Linked:
    """
    Who is who; every doubt that `answers` does not settle is among the doubts, its rows speak
    of nobody yet.
    """
    linking = _Linking(rows, answers)
    for places in _sheets(rows):
        linking.take(places)
    return linking.result()


def _sheets(rows: Sequence[Row]) -> list[list[int]]:
    """The rows of each sheet, by their places; the sheets that tell most of persons and households first."""
    sheets: dict[tuple[int, str], list[int]] = {}
    for at, row in enumerate(rows):
        sheets.setdefault((row.import_id, row.sheet), []).append(at)
    return sorted(sheets.values(), key=lambda places: _rank(rows, places))


def _rank(rows: Sequence[Row], places: Sequence[int]) -> tuple[bool, bool, bool, str, str, str, str]:
    """
    Persons before households, numbers before names, households told before not told, then by
    day and words.
    """
    n = len(places)
    first = rows[min(places, key=lambda at: _called(rows[at]))]
    return (
        first.is_household_row,
        sum(ID_NUMBER in rows[at].person for at in places) * 2 < n,
        sum(not _TELLS_HOUSEHOLD.isdisjoint(rows[at].household) for at in places) * 2 < n,
        first.day,
        first.source,
        first.sheet,
        str(sorted(first.person.items())),
    )


def _called(row: Row) -> tuple[str, str]:
    """Name and number, so that a sheet has the same first row in whatever order its rows stand."""
    return row.person.get(NAME, ""), row.person.get(ID_NUMBER, "")


@dataclass(slots=True)
class _Side:
    """Clusters of persons, or of households: where each row went, which became one, and what is open."""

    is_household: bool
    of_row: dict[int, int] = field(default_factory=dict)
    rows_of: dict[int, list[int]] = field(default_factory=dict)
    merged: dict[int, int] = field(default_factory=dict)
    doubts: dict[tuple[str, int, int], Doubt] = field(default_factory=dict)

    def own(self, at: int) -> tuple[str, int]:
        """What a doubt of this row is about: its cluster, or the row itself while it has none."""
        return ("cluster", self.of_row[at]) if at in self.of_row else ("row", at)

    def now(self, cluster: int) -> int:
        """The cluster that this one is by now."""
        while cluster in self.merged:
            cluster = self.merged[cluster]
        return cluster

    def put(self, at: int, cluster: int) -> None:
        """This row speaks of this one."""
        self.of_row[at] = cluster
        self.rows_of.setdefault(cluster, []).append(at)

    def merge(self, cluster: int, into: int) -> None:
        """Both are one."""
        for at in self.rows_of.pop(cluster, []):
            self.put(at, into)
        self.merged[cluster] = into


class _Linking:
    """The linking of a region under way."""

    def __init__(self, rows: Sequence[Row], answers: Answers) -> None:
        self.rows = rows
        self.answers = answers
        self.answered = frozenset(each for first, second, _ in answers for each in (first, second))
        self.linker = Linker()
        self.persons = _Side(is_household=False)
        self.households = _Side(is_household=True)

    def take(self, places: Sequence[int]) -> None:
        """Link the rows of one sheet; the sure ones first, for a doubt may be about a row below. R-LNK-11."""
        decisions = self.linker.decide([_said(self.rows[at]) for at in places])
        families: dict[str, int | None] = {}
        decided = list(zip(places, decisions, strict=True))
        for at, decision in decided:
            self._put_sure(self.persons, at, decision.person)
            self._put_sure(self.households, at, decision.household)
        for at, decision in decided:
            if decision.person is not None and decision.person.why is not None:
                self._settle_person(at, decision.person, decision.person.why.sentence)
            if decision.household is not None and decision.household.outcome is Outcome.DOUBTFUL:
                self._settle_household(at, decision.household, families)

    def _put_sure(self, side: _Side, at: int, link: Link | None) -> None:
        """Put a row to the subject it was linked to, if it was."""
        if link is not None and link.subject_id is not None:
            side.put(at, side.now(link.subject_id))

    def _settle_person(self, at: int, link: Link, why: str) -> None:
        """Put a doubtful row to its person as answered, or ask."""
        candidates = link.candidates or self._numbered(at)
        same, is_settled = self._settle(self.persons, at, candidates, why)
        if same is not None:
            self._join(at, same)
        elif is_settled and link.subject_id is None and not self._numbered(at):
            self._stand_alone(at)

    def _numbered(self, at: int) -> tuple[int, ...]:
        """The person known by this row's identity number."""
        number = self.rows[at].person.get(ID_NUMBER)
        person = self.linker.people.numbered(number) if number else None
        return () if person is None else (person.subject_id,)

    def _settle(self, side: _Side, at: int, candidates: Sequence[int], why: str) -> tuple[int | None, bool]:
        """
        The candidate that was answered to be the same; and whether all were answered. What
        is open is a doubt.
        """
        is_settled = True
        own = side.own(at)
        for candidate in map(side.now, candidates):
            if own == ("cluster", candidate):
                continue  # another row of this person was answered about and joined it
            others = side.rows_of[candidate]
            is_same = self._answer(side, side.rows_of[own[1]] if at in side.of_row else [at], others)
            if is_same:
                return candidate, True
            if is_same is None:
                is_settled = False
                side.doubts.setdefault((*own, candidate), Doubt(at, others[0], why, side.is_household))
        return None, is_settled

    def _answer(self, side: _Side, own: Sequence[int], others: Sequence[int]) -> bool | None:
        """What was answered about any of these rows and any of the others; None: nothing."""
        ours = {each for at in own if (each := self.rows[at].statement_id) in self.answered}
        theirs = {each for at in others if (each := self.rows[at].statement_id) in self.answered}
        pairs = ((min(one, other), max(one, other)) for one in ours for other in theirs)
        said = {self.answers.get((*pair, side.is_household)) for pair in pairs}
        return True if True in said else False if False in said else None

    def _join(self, at: int, same: int) -> None:
        """A row, or the new person made of it, is somebody known."""
        people = self.linker.people
        person = people.by_id[same]
        own = self.persons.of_row.get(at)
        if own is None:
            self.persons.put(at, same)
            person.learn(self.rows[at].person)
            people.add(person)
        else:
            self.persons.merge(own, same)
            people.merge(people.by_id[own], into=person)

    def _stand_alone(self, at: int) -> None:
        """A row is none of those it might have been: somebody new, whom later sheets may meet again."""
        person = Person(self.linker.new_id())
        person.learn(self.rows[at].person)
        self.linker.people.add(person)
        self.persons.put(at, person.subject_id)

    def _settle_household(self, at: int, link: Link, families: dict[str, int | None]) -> None:
        """Put a row of a doubtful family to its household; a family is asked about once."""
        family = self.rows[at].family or f"row {at}"
        if family not in families:
            families[family] = self._answered_household(at, link)
        household = families[family]
        if household is not None:
            self.households.put(at, household)

    def _answered_household(self, at: int, link: Link) -> int | None:
        """The household answered for a family: one of the candidates, or a new one; None: still open."""
        why = link.why.sentence if link.why else ""
        same, is_settled = self._settle(self.households, at, link.candidates, why)
        if same is not None:
            return same
        return self.linker.new_id() if is_settled else None

    def result(self) -> Linked:
        """Everybody with his rows and his home."""
        homes = self._homes()
        persons = [self.persons.of_row.get(at) for at in range(len(self.rows))]
        # What a row says of the household of somebody whose household another row tells, counts for that one.
        households = [
            self.households.of_row.get(at, None if person is None else homes.get(person))
            for at, person in enumerate(persons)
        ]
        doubts = (*self.persons.doubts.values(), *self.households.doubts.values())
        return Linked(persons, households, homes, doubts)

    def _homes(self) -> dict[int, int]:
        """Person → household: the one told on the latest day, else the one that linking found."""
        homes: dict[int, tuple[tuple[bool, str, str], int]] = {}
        for person, places in self.persons.rows_of.items():
            for at in places:
                household = self.households.of_row.get(at)
                if household is None:
                    continue
                row = self.rows[at]
                is_told = bool(row.family) or not _TELLS_HOUSEHOLD.isdisjoint(row.household)
                told = (is_told, row.day, row.family)
                if person not in homes or told > homes[person][0]:
                    homes[person] = told, household
        return {person: household for person, (_, household) in homes.items()}


def _said(row: Row) -> Said:
    """The row as the linker reads it; its sheet made one of its own, for two files may name theirs alike."""
    return Said(
        f"{row.import_id}/{row.sheet}", row.row, row.person, row.household, row.family, row.is_household_row
    )
