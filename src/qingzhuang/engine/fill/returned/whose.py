"""Whose a row or card is that came back. Rules R-RET-05 to R-RET-08."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from qingzhuang.engine.collect.keys import (
    BIRTH_DATE,
    HEAD_ID_NUMBER,
    HEAD_NAME,
    HOUSEHOLD_NO,
    ID_NUMBER,
    NAME,
)
from qingzhuang.engine.fill.answers import Known
from qingzhuang.engine.fill.asking import Asking
from qingzhuang.engine.fill.listed import IDS, PrintedRow, find_listed
from qingzhuang.engine.fill.lookup import look_up
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.returning import ReturningCode
from qingzhuang.engine.values.domain import Parsed
from qingzhuang.engine.values.identity import birth_date_of, lengthened, parse_identity
from qingzhuang.engine.values.text import name_key

# Places in a row whose words are what we would write for a subject.
Shows = Callable[[Profile], frozenset[int]]

_MASKED = re.compile(r"[*＊•]{3,}|[xX×]{4,}")


@dataclass(frozen=True, slots=True)
class Whose:
    """
    Whose a row is: a subject; or, with name and number, somebody new; or why it cannot be told.
    nobody: nothing in the row names anybody.
    """

    subject: Profile | None = None
    name: str = ""
    number: str = ""
    problem: Problem | None = None
    nobody: bool = False

    @property
    def is_new(self) -> bool:
        """Whether the village added somebody nobody told of before."""
        return self.subject is None and self.problem is None and bool(self.number)


class Register:
    """The people, or the households, of one village, by number, name and household number."""

    def __init__(self, asking: Asking, subjects: Iterable[Profile], *, is_household: bool) -> None:
        self.asking = asking
        self.is_household = is_household
        self.all = tuple(subjects)
        self._by_number: defaultdict[str, list[Profile]] = defaultdict(list)
        self._by_name: defaultdict[str, list[Profile]] = defaultdict(list)
        self._by_household_no: defaultdict[str, list[Profile]] = defaultdict(list)
        for subject in self.all:
            number, name = self._held(subject, self._number_key), self._held(subject, self._name_key)
            if number:
                self._by_number[lengthened(number)].append(subject)
            if name:
                self._by_name[name_key(name)].append(subject)
            if is_household:
                self._by_household_no[self._held(subject, HOUSEHOLD_NO)].append(subject)

    @property
    def _number_key(self) -> str:
        return HEAD_ID_NUMBER if self.is_household else ID_NUMBER

    @property
    def _name_key(self) -> str:
        return HEAD_NAME if self.is_household else NAME

    def _held(self, subject: Profile, key: str) -> str:
        answer = look_up(self.asking.book, subject, key, on=self.asking.on)
        return answer.value if isinstance(answer, Known) else ""

    def find(self, printed: PrintedRow, shows: Shows, family: frozenset[int] = frozenset()) -> Whose:
        """
        Whose a row is, by its number, else by its name and what else tells people apart.

        shows: which of the row's cells are what we wrote for a subject (the last six digits, a mask).
        family: subject ids of the household on whose card the row stands; they go before namesakes elsewhere.
        """
        if not printed.is_listed:
            return Whose(nobody=True)
        number = printed.number(is_household=self.is_household)
        if not number or _MASKED.search(number):
            return self._listed(printed, shows, family)
        parsed = parse_identity(number)
        if isinstance(parsed, Parsed):
            return self._by_number_of(printed, parsed.value)
        return self._by_bad_number(printed, parsed, shows)

    def namesakes(self, printed: PrintedRow) -> list[Profile]:
        """Everybody who carries the name that stands in a row."""
        return self._named(printed.name(is_household=self.is_household))

    def _named(self, name: str) -> list[Profile]:
        return self._by_name.get(name_key(name), []) if name else []

    def _by_bad_number(self, printed: PrintedRow, problem: Problem, shows: Shows) -> Whose:
        """No whole number: our own short form, or a slip of somebody whose number was asked for."""
        name = printed.name(is_household=self.is_household)
        named = self._named(name)
        numbers = {at for at, (one, _) in enumerate(printed.cells) if one.key in IDS}
        fitting = [each for each in named if numbers <= shows(each)]
        if not fitting and len(named) == 1 and not self._held(named[0], self._number_key):
            fitting = named  # the cell will be refused, but whose the row is stands fast
        if len(fitting) == 1:
            return Whose(fitting[0])
        return Whose(name=name, problem=Problem(ReturningCode.ROW_BAD_ID, {"reason": problem.sentence}))

    def _by_number_of(self, printed: PrintedRow, number: str) -> Whose:
        name = printed.name(is_household=self.is_household)
        owners = self._by_number.get(lengthened(number), [])
        if owners:
            return self._owner(owners, name)
        unnumbered = [each for each in self._named(name) if not self._held(each, self._number_key)]
        fitting = [each for each in unnumbered if self._may_be(each, number)]
        if len(fitting) == 1:
            return Whose(fitting[0])
        if fitting:
            return _unclear(ReturningCode.ROW_SEVERAL, printed.shown, len(fitting))
        return self._nobodys(printed, name, number)

    def _nobodys(self, printed: PrintedRow, name: str, number: str) -> Whose:
        """A number that nobody has: a namesake's other number is doubtful; else somebody new."""
        if self._named(name):
            return _unclear(ReturningCode.ROW_OTHER_NUMBER, printed.shown)
        if self.is_household or not name:
            return _unclear(ReturningCode.ROW_UNKNOWN, printed.shown)
        return Whose(name=name, number=number)

    def _owner(self, owners: list[Profile], name: str) -> Whose:
        if len(owners) > 1:
            return _unclear(ReturningCode.ROW_SEVERAL, name, len(owners))
        own = self._held(owners[0], self._name_key)
        if name and own and name_key(own) != name_key(name):
            return _unclear(ReturningCode.ROW_OTHER_NAME, name)
        return Whose(owners[0])

    def _may_be(self, subject: Profile, number: str) -> bool:
        """Whether a number's birth date does not contradict what is known."""
        born = self._held(subject, BIRTH_DATE)
        return not born or birth_date_of(number).startswith(born)

    def _listed(self, printed: PrintedRow, shows: Shows, family: frozenset[int]) -> Whose:
        name, home = printed.name(is_household=self.is_household), printed.household_no
        named = self._named(name)
        own = [each for each in named if each.subject_id in family]
        among = tuple(own if len(own) == 1 else named) if name else self.all
        if self.is_household and home and not name:
            among = tuple(self._by_household_no.get(home, self.all))
        found = find_listed(self.asking, printed, among=among, is_household=self.is_household)
        if found.subject is not None:
            return Whose(found.subject)
        if name and not among:
            return _unclear(ReturningCode.ROW_UNKNOWN, printed.shown)
        alike = _most_alike([(each, shows(each)) for each in among]) if name else None
        if alike is not None:
            return Whose(alike)
        return _unclear(ReturningCode.ROW_SEVERAL, printed.shown, len(among))


def _most_alike(named: list[tuple[Profile, frozenset[int]]]) -> Profile | None:
    """The namesake for whom we wrote more of the row than for each other one, and all that; else None."""
    for one, own in named:
        if all(own > others for other, others in named if other is not one):
            return one if len(named) > 1 else None
    return None


def _unclear(code: ReturningCode, name: str, n: int = 0) -> Whose:
    return Whose(name=name, problem=Problem(code, {"name": name, "n": n}))
