"""Counting residents and households of the book on a day: a number, or why there is none."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import reduce

from qingzhuang.engine.fill.answers import Answer, Known, NotApplicable
from qingzhuang.engine.fill.lookup import look_up
from qingzhuang.engine.fill.tallied import AGE, HOUSEHOLDS, Condition, Tally
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.values.codes import find, kinds_of

_NO_REGISTER = "还没有全村的人口名册，数不出来"


@dataclass(frozen=True, slots=True)
class _Verdicts:
    """Whom a condition holds for, a bit for each who may be counted; unknown: of whom nobody can tell."""

    holds: int
    unknown: int


class Census:
    """Counts of one village on one day; what one condition takes to work out serves all cells."""

    def __init__(self, book: VillageBook, *, on: str) -> None:
        self._book, self._on = book, on
        self._homes = [home for home in book.households if home.subject_id in book.members]
        self._homeless = [person for person in book.people if book.household_of(person) is None]
        self._subjects = {"people": book.people, "homes": self._homes, "homeless": self._homeless}
        self._known: dict[tuple[str, Condition], _Verdicts] = {}
        self._answers: dict[tuple[str, str], tuple[Answer, ...]] = {}
        self._has_register: bool | None = None
        self._decided: dict[str, bool] = {}

    def count(self, tally: Tally) -> int | str:
        """
        How many residents or households meet a tally; a Chinese phrase why it cannot be told exactly.

        One resident whose value is unknown or disputed leaves the count untold (R-FIL-78).
        """
        if not self._is_whole(tally):
            return _NO_REGISTER
        if tally.unit == HOUSEHOLDS:
            return self._count_households(tally)
        n, n_unknown = self._n(tally.conditions, "people")
        return f"有 {n_unknown} 个人要用的那一项还不知道或说法不一" if n_unknown else n

    def _count_households(self, tally: Tally) -> int | str:
        """Households with residents; untold where a resident has none, or a household has no resident."""
        if sum(self._n(tally.conditions, "homeless")):
            return f"有 {len(self._homeless)} 个人还不知道是哪一户"
        n_empty = len(self._book.households) - len(self._homes)
        if n_empty and not tally.conditions:
            return f"有 {n_empty} 户还没有登记人"
        n, n_unknown = self._n(tally.conditions, "homes")
        return f"有 {n_unknown} 户要用的那一项还不知道或说法不一" if n_unknown else n

    def _n(self, conditions: Iterable[Condition], whom: str) -> tuple[int, int]:
        """How many meet all conditions, and of how many nobody can tell."""
        everybody = (1 << len(self._subjects[whom])) - 1
        holds = possible = everybody
        for condition in conditions:
            verdicts = self._verdicts(condition, whom)
            holds &= verdicts.holds
            possible &= verdicts.holds | verdicts.unknown
        return holds.bit_count(), possible.bit_count() - holds.bit_count()

    def _verdicts(self, condition: Condition, whom: str) -> _Verdicts:
        if (whom, condition) not in self._known:
            each = [_meets_one(self._book, answer, condition) for answer in self._told(whom, condition.key)]
            holds = sum(1 << at for at, verdict in enumerate(each) if verdict is True)
            unknown = sum(1 << at for at, verdict in enumerate(each) if verdict is None)
            self._known[whom, condition] = _Verdicts(holds, unknown)
        return self._known[whom, condition]

    def _told(self, whom: str, key: str) -> tuple[Answer, ...]:
        """What is known under a key of each of those who may be counted."""
        if (whom, key) not in self._answers:
            answers = (look_up(self._book, one, key, on=self._on) for one in self._subjects[whom])
            self._answers[whom, key] = tuple(answers)
        return self._answers[whom, key]

    def _is_whole(self, tally: Tally) -> bool:
        """
        Whether all who are to be counted are on record: somebody imported a register of everybody, or the
        complete roster that decides a membership. A list of members alone is no register (R-FIL-79).
        """
        if self._has_register is None:
            self._has_register = _has_register(self._book)
        return self._has_register or any(
            self._is_decided(condition.key) for condition in tally.conditions if condition.value == "是"
        )

    def _is_decided(self, key: str) -> bool:
        """Whether a complete roster says who is not: an implied 否 (row 0) shows it."""
        if key not in self._decided:
            held = (person.holdings.get(key) for person in self._book.people)
            self._decided[key] = any(h and h.claim.value == "否" and h.claim.row == 0 for h in held)
        return self._decided[key]


def _has_register(book: VillageBook) -> bool:
    told: dict[int, list[Profile]] = {}
    for person in book.people:
        for number in {holding.claim.import_id for holding in person.holdings.values()}:
            told.setdefault(number, []).append(person)
    return any(not _is_list_of_some(book, number, people) for number, people in told.items())


def _is_list_of_some(book: VillageBook, number: int, people: Sequence[Profile]) -> bool:
    """Whether an import is a roster of one membership, complete or not: all whom it tells of are members."""
    memberships = (
        {
            key
            for key, holding in person.holdings.items()
            if (holding.claim.import_id, holding.claim.value) == (number, "是")
            and key in book.catalogue.elements
            and book.catalogue[key].is_membership
        }
        for person in people
    )
    return number in book.rosters or bool(reduce(set.intersection, memberships))


def _meets_one(book: VillageBook, answer: Answer, condition: Condition) -> bool | None:
    """Whether an answer meets a condition; None where that hangs on something unknown or disputed."""
    if isinstance(answer, NotApplicable):
        return False
    if not isinstance(answer, Known):
        return None
    if condition.key == AGE:
        return condition.low <= int(answer.value) <= condition.high
    return _is_value(book, condition, answer.value)


def _is_value(book: VillageBook, condition: Condition, held: str) -> bool | None:
    """Whether a held value is the one counted or a kind of it; open where it is broader or off the list."""
    entries = book.catalogue[condition.key].domain.code_list
    if entries is None:
        return held == condition.value
    own, wanted = find(entries, held), find(entries, condition.value)
    if own is None or wanted is None or own.label.startswith(("未知", "未说明")):
        return None
    if own.code == wanted.code or own.code in kinds_of(entries, wanted):
        return True
    return None if wanted.code in kinds_of(entries, own) else False
