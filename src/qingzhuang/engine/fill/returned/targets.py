"""Whose fact an answer is: the row's person, his household, its head, or another member. Rule R-RET-10."""

import re
from dataclasses import dataclass

from qingzhuang.engine.catalogue.elements import SubjectKind
from qingzhuang.engine.collect.keys import (
    HEAD_ID_NUMBER,
    HEAD_NAME,
    HEAD_PHONE,
    ID_NUMBER,
    LABEL,
    NAME,
    PHONE,
)
from qingzhuang.engine.fill.blanks import element_of
from qingzhuang.engine.fill.derived import HOUSEHOLD_RULES
from qingzhuang.engine.fill.fields import Asked
from qingzhuang.engine.fill.kin import kin_of_role
from qingzhuang.engine.fill.lookup import HEAD_ROLES, SELF_ROLES, relative_of
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.returning import ReturningCode

_OF_HEAD = {HEAD_NAME: NAME, HEAD_ID_NUMBER: ID_NUMBER, HEAD_PHONE: PHONE}
_HEADS = {own: of_head for of_head, own in _OF_HEAD.items()}
_MEMBER = re.compile(r"member(\d+)")


@dataclass(frozen=True, slots=True)
class Target:
    """Where an answer goes: profile and fact key. is_of_household: the holder's household holds it."""

    holder: Profile
    key: str
    is_of_household: bool = False


def target_of(book: VillageBook, subject: Profile, asked: Asked, key: str) -> Target | Problem:
    """
    Whose fact the answer to a field is that was asked of a subject, and under which key.

    key: of the field, or of its label where the catalogue does not know it.
    """
    code, _, role = key.partition("@")
    if code in _OF_HEAD or role in HEAD_ROLES:
        return _of_head(book, subject, code, asked)
    member = _MEMBER.fullmatch(role)
    if member is not None:
        return _of_member(book, subject, int(member[1]), code, asked)
    key = code if role in SELF_ROLES else key
    return _of_relative(book, subject, key) or _own(book, subject, asked, key)


def _of_relative(book: VillageBook, subject: Profile, key: str) -> Target | None:
    """配偶电话 is the wife's own phone where she is of the household; a name stays beside the row."""
    code, _, role = key.partition("@")
    prefix, _, rest = code.partition(".")
    kin = kin_of_role(role or prefix)
    relative = None if kin is None or rest == "name" else relative_of(book, subject, kin)
    own = f"person.{rest}"
    if relative is None or own not in book.catalogue.elements or key in subject.holdings:
        return None
    return Target(relative, own)


def _own(book: VillageBook, subject: Profile, asked: Asked, key: str) -> Target:
    if asked.is_of_household or _is_household_element(book, key):
        return Target(book.household_of(subject) or subject, key, is_of_household=True)
    element = element_of(book, key)
    is_label = key.startswith(LABEL) or element is None or element.is_membership
    head = book.head_of(subject) if subject.is_household and not is_label else None
    return Target(head or subject, key, is_of_household=subject.is_household and head is None)


def _is_household_element(book: VillageBook, key: str) -> bool:
    element = element_of(book, key)
    return element is not None and (
        element.subject is SubjectKind.HOUSEHOLD or element.code in HOUSEHOLD_RULES
    )


def _of_head(book: VillageBook, subject: Profile, code: str, asked: Asked) -> Target | Problem:
    own = _OF_HEAD.get(code, code)
    if _is_household_element(book, own):
        return _own(book, subject, asked, own)
    head = book.head_of(subject)
    if head is not None:
        return Target(head, own)
    household = book.household_of(subject)
    if household is None or own not in _HEADS:
        return Problem(ReturningCode.CELL_HEAD, {"label": asked.field.label or ""})
    return Target(household, _HEADS[own], is_of_household=True)


def _of_member(book: VillageBook, subject: Profile, n: int, code: str, asked: Asked) -> Target | Problem:
    """成员1, 成员2 …: the household less the row's subject, in the book's order."""
    own = subject if not subject.is_household else book.head_of(subject)
    others = [each for each in book.members_of(subject) if own is None or each.subject_id != own.subject_id]
    if not 0 < n <= len(others):
        return Problem(ReturningCode.CELL_NO_MEMBER, {"label": asked.field.label or ""})
    return _own(book, others[n - 1], asked, code)
