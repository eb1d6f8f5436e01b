"""Counting residents and households of the book on a day: a number, or why there is none."""

from collections.abc import Iterable, Sequence
from functools import reduce

from qingzhuang.engine.fill.answers import Known, NotApplicable
from qingzhuang.engine.fill.lookup import look_up
from qingzhuang.engine.fill.tallied import AGE, HOUSEHOLDS, Condition, Tally
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.values.codes import find, kinds_of

_NO_REGISTER = "还没有全村的人口名册，数不出来"


def count(book: VillageBook, tally: Tally, *, on: str) -> int | str:
    """
    How many residents or households meet a tally on a day; a Chinese phrase why it cannot be told exactly.

    on: ISO day for ages. One resident whose value is unknown or disputed leaves the count untold (R-FIL-78).
    """
    if not _is_whole(book, tally):
        return _NO_REGISTER
    if tally.unit == HOUSEHOLDS:
        return _count_households(book, tally, on)
    verdicts = [_meets(book, person, tally.conditions, on) for person in book.people]
    n_unknown = sum(verdict is None for verdict in verdicts)
    return f"有 {n_unknown} 个人要用的那一项还不知道或说法不一" if n_unknown else verdicts.count(True)


def _count_households(book: VillageBook, tally: Tally, on: str) -> int | str:
    """Households with residents; untold where a resident has none, or a household has no resident."""
    homes = [home for home in book.households if home.subject_id in book.members]
    homeless = [person for person in book.people if book.household_of(person) is None]
    verdicts = [_meets(book, home, tally.conditions, on) for home in homes]
    lone = [_meets(book, person, tally.conditions, on) for person in homeless]
    if any(verdict is not False for verdict in lone):
        return f"有 {len(homeless)} 个人还不知道是哪一户"
    n_empty = len(book.households) - len(homes)
    if n_empty and not tally.conditions:
        return f"有 {n_empty} 户还没有登记人"
    n_unknown = sum(verdict is None for verdict in verdicts)
    return f"有 {n_unknown} 户要用的那一项还不知道或说法不一" if n_unknown else verdicts.count(True)


def _is_whole(book: VillageBook, tally: Tally) -> bool:
    """
    Whether all who are to be counted are on record: somebody imported a register of everybody, or the
    complete roster that decides a membership. A list of members alone is no register (R-FIL-79).
    """
    told: dict[int, list[Profile]] = {}
    for person in book.people:
        for number in {holding.claim.import_id for holding in person.holdings.values()}:
            told.setdefault(number, []).append(person)
    if any(not _is_list_of_some(book, number, people) for number, people in told.items()):
        return True
    keys = {condition.key for condition in tally.conditions if condition.value == "是"}
    return any(
        holding.claim.value == "否" and holding.claim.row == 0
        for person in book.people
        for key, holding in person.holdings.items()
        if key in keys
    )


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


def _meets(book: VillageBook, subject: Profile, conditions: Iterable[Condition], on: str) -> bool | None:
    """Whether a subject meets all conditions; None where that hangs on something unknown or disputed."""
    verdicts = [_meets_one(book, subject, condition, on) for condition in conditions]
    return False if False in verdicts else None if None in verdicts else True


def _meets_one(book: VillageBook, subject: Profile, condition: Condition, on: str) -> bool | None:
    answer = look_up(book, subject, condition.key, on=on)
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
