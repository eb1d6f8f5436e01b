"""
Who is who among all rows of a region: the engine's linker, fed sheet by sheet, and what people answered.

The sheets are taken in an order of their own (those that tell most first), never in the order of
import: so whatever was imported first, the same rows make the same people.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qingzhuang.engine.collect.keys import HEAD_ID_NUMBER, HEAD_NAME, HOUSEHOLD_NO, ID_NUMBER
from qingzhuang.engine.collect.said import Said
from qingzhuang.engine.link.decision import Decision, Link, Outcome
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
    first = rows[places[0]]
    return (
        first.is_household_row,
        sum(ID_NUMBER in rows[at].person for at in places) * 2 < n,
        sum(not _TELLS_HOUSEHOLD.isdisjoint(rows[at].household) for at in places) * 2 < n,
        first.day,
        first.source,
        first.sheet,
        str(sorted(first.person.items())),
    )


@dataclass(slots=True)
class _Side:
    """Clusters of persons, or of households: where each row went, and what is open."""

    is_household: bool
    of_row: dict[int, int] = field(default_factory=dict)
    rows_of: dict[int, list[int]] = field(default_factory=dict)
    doubts: dict[tuple[int, int], Doubt] = field(default_factory=dict)

    def put(self, at: int, cluster: int) -> None:
        """This row speaks of this one."""
        self.of_row[at] = cluster
        self.rows_of.setdefault(cluster, []).append(at)

    def merge(self, cluster: int, into: int) -> None:
        """Both are one."""
        for at in self.rows_of.pop(cluster, []):
            self.put(at, into)


class _Linking:
    """The linking of a region under way."""

    def __init__(self, rows: Sequence[Row], answers: Answers) -> None:
        self.rows = rows
        self.answers = answers
        self.answered = frozenset(each for first, second, _ in answers for each in (first, second))
        self.linker = Linker((), ())
        self.persons = _Side(is_household=False)
        self.households = _Side(is_household=True)

    def take(self, places: Sequence[int]) -> None:
        """Link the rows of one sheet."""
        decisions = self.linker.decide([_said(self.rows[at]) for at in places])
        families: dict[str, int | None] = {}
        for at, decision in zip(places, decisions, strict=True):
            self._take_person(at, decision.person)
            self._take_household(at, decision, families)

    def _take_person(self, at: int, link: Link | None) -> None:
        """Put a row to its person, as linked or as answered."""
        if link is None:
            return
        if link.why is None:
            if link.subject_id is not None:
                self.persons.put(at, link.subject_id)
            return
        if link.subject_id is not None:
            self.persons.put(at, link.subject_id)
        candidates = link.candidates or self._numbered(at)
        same, is_settled = self._settle(self.persons, at, candidates, link.why.sentence)
        if same is not None:
            self._join(at, same, link)
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
        for candidate in candidates:
            others = side.rows_of.get(candidate)
            if not others:
                continue
            is_same = self._answer(side, side.rows_of.get(side.of_row.get(at, 0), [at]), others)
            if is_same:
                return candidate, True
            if is_same is None:
                is_settled = False
                own = side.of_row.get(at, -at)
                side.doubts.setdefault((own, candidate), Doubt(at, others[0], why, side.is_household))
        return None, is_settled

    def _answer(self, side: _Side, own: Sequence[int], others: Sequence[int]) -> bool | None:
        """What was answered about any of these rows and any of the others; None: nothing."""
        ours = {each for at in own if (each := self.rows[at].statement_id) in self.answered}
        theirs = {each for at in others if (each := self.rows[at].statement_id) in self.answered}
        pairs = ((min(one, other), max(one, other)) for one in ours for other in theirs)
        said = {self.answers.get((*pair, side.is_household)) for pair in pairs}
        return True if True in said else False if False in said else None

    def _join(self, at: int, same: int, link: Link) -> None:
        """A row, or the new person made of it, is somebody known."""
        person = self.linker.people.by_id[same]
        if link.subject_id is not None and link.subject_id != same:
            self.persons.merge(link.subject_id, same)
        else:
            self.persons.put(at, same)
        person.learn(self.rows[at].person)
        self.linker.people.add(person)

    def _stand_alone(self, at: int) -> None:
        """A row is none of those it might have been: somebody new, whom later sheets may meet again."""
        person = Person(self.linker.new_id())
        person.learn(self.rows[at].person)
        self.linker.people.add(person)
        self.persons.put(at, person.subject_id)

    def _take_household(self, at: int, decision: Decision, families: dict[str, int | None]) -> None:
        """Put a row to its household; a family that is asked about is asked about once."""
        link = decision.household
        if link is None:
            return
        if link.outcome is not Outcome.DOUBTFUL:
            if link.subject_id is not None:
                self.households.put(at, link.subject_id)
            return
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
        homes: dict[int, tuple[bool, str, int]] = {}
        for person, places in self.persons.rows_of.items():
            for at in places:
                household = self.households.of_row.get(at)
                if household is None:
                    continue
                row = self.rows[at]
                is_told = bool(row.family) or not _TELLS_HOUSEHOLD.isdisjoint(row.household)
                told = (is_told, row.day, household)
                if person not in homes or told[:2] > homes[person][:2]:
                    homes[person] = told
        return {person: household for person, (_, _, household) in homes.items()}


def _said(row: Row) -> Said:
    """The row as the linker reads it; its sheet made one of its own, for two files may name theirs alike."""
    return Said(
        f"{row.import_id}/{row.sheet}", row.row, row.person, row.household, row.family, row.is_household_row
    )
