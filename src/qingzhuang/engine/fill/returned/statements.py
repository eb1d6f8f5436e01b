"""From news to rows for the store: one per returned row and subject. Rules R-RET-10, R-RET-11."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qingzhuang.engine.catalogue.elements import SubjectKind
from qingzhuang.engine.collect.keys import (
    BIRTH_DATE,
    BOOK_NO,
    HEAD_ID_NUMBER,
    HEAD_NAME,
    HOUSEHOLD_NO,
    ID_NUMBER,
    NAME,
    SEX,
)
from qingzhuang.engine.collect.returned.identity import as_identity
from qingzhuang.engine.fill.blanks import element_of
from qingzhuang.engine.fill.returned.hearing import Heard
from qingzhuang.engine.fill.village import VillageBook, held
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.know.snapshots import NO, YES

_PERSON = (NAME, BIRTH_DATE, SEX)
_HOUSEHOLD = (HOUSEHOLD_NO, BOOK_NO, HEAD_NAME, HEAD_ID_NUMBER)


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """One row for the store; subject_id: whom it must be linked to, 0 for somebody new."""

    sheet: str
    row: int
    subject_id: int
    person: Mapping[str, str]
    household: Mapping[str, str]
    family: str = ""
    is_household_row: bool = False


def answer_rows(book: VillageBook, heard: Iterable[Heard]) -> tuple[AnswerRow, ...]:
    """The rows that carry these news of persons and households, in their order."""
    groups: dict[tuple[str, int, int, str], list[Heard]] = {}
    for each in (one for one in heard if not one.is_of_village):
        holder = _teller(book, each).subject_id if each.news is not None else 0
        groups.setdefault((each.sheet, each.row, holder, each.newcomer), []).append(each)
    return tuple(_row(book, own) for own in groups.values())


def village_rows(heard: Iterable[Heard]) -> tuple[tuple[str, int, dict[str, str]], ...]:
    """What the village said of itself, row by row: sheet, row, and fact key → value."""
    rows: dict[tuple[str, int], dict[str, str]] = {}
    for each in (one for one in heard if one.is_of_village):
        rows.setdefault((each.sheet, each.row), {})[each.key] = each.value
    return tuple((*place, values) for place, values in rows.items())


def _teller(book: VillageBook, one: Heard) -> Profile:
    """Who carries a word: the person; for a household its head, else a member, else the household itself."""
    if one.news is None:
        raise ValueError("a newcomer has no profile yet")
    holder = one.news.target.holder
    if not holder.is_household:
        return holder
    head = book.head_of(holder)
    members = book.members_of(holder)
    if head is not None and head in members:
        return head
    return members[0] if members else holder


def _row(book: VillageBook, heard: list[Heard]) -> AnswerRow:
    first = heard[0]
    if first.news is None:
        return _newcomer(book, heard)
    teller = _teller(book, first)
    person: dict[str, str] = {}
    household: dict[str, str] = {}
    for each in heard:
        is_home = each.news is not None and each.news.target.is_of_household
        (household if is_home else person)[each.key] = each.value
    number = held(teller, ID_NUMBER)
    home = book.household_of(teller)
    of_home = {key: held(home, key) for key in _HOUSEHOLD if held(home, key)} if home is not None else {}
    if teller.is_household:
        of_head = {ID_NUMBER: of_home.get(HEAD_ID_NUMBER, ""), NAME: of_home.get(HEAD_NAME, "")}
        who = {key: value for key, value in of_head.items() if value}
    else:
        who = {ID_NUMBER: number} if number else {k: held(teller, k) for k in _PERSON if held(teller, k)}
    is_told = teller.is_household or not number
    person |= _implied(book, {**household, **person}, teller)
    return AnswerRow(
        first.sheet,
        first.row,
        teller.subject_id,
        as_identity(who) | person,
        (as_identity(of_home) if is_told else {}) | household,
        family=f"answer:{first.row}:{teller.subject_id}" if is_told and of_home else "",
        is_household_row=teller.is_household,
    )


def _implied(book: VillageBook, said: Mapping[str, str], teller: Profile | None) -> dict[str, str]:
    """
    The memberships that these words only make sense with: who has a 残疾等级 is 残疾 (R-RET-28).

    Else an older roster's 否 would make an answer that was taken not applicable.
    """
    implied: dict[str, str] = {}
    for key in said:
        element, (_, _, role) = element_of(book, key), key.partition("@")
        if element is None or element.depends_on is None or said[key] == NO:
            continue
        membership = f"{element.depends_on}@{role}" if role else element.depends_on
        if membership not in said and (teller is None or held(teller, membership) != YES):
            implied[membership] = YES
    return implied


def _newcomer(book: VillageBook, heard: list[Heard]) -> AnswerRow:
    """Somebody new says all of himself, his household's number and head too."""
    person: dict[str, str] = {}
    household: dict[str, str] = {}
    for each in heard:
        element = element_of(book, each.key)
        is_home = element is not None and element.subject is SubjectKind.HOUSEHOLD
        (household if is_home else person)[each.key] = each.value
    first = heard[0]
    person |= _implied(book, {**household, **person}, None)
    person[ID_NUMBER] = first.newcomer
    person.setdefault(NAME, first.who)
    is_placed = any(key in household for key in _HOUSEHOLD)
    family = f"answer:{first.row}:{first.newcomer}" if is_placed else ""
    identity = {k: v for k, v in person.items() if k in (*_PERSON, ID_NUMBER)}
    homes = {k: v for k, v in household.items() if k in _HOUSEHOLD}
    return AnswerRow(
        first.sheet, first.row, 0, as_identity(identity) | person, as_identity(homes) | household, family
    )
