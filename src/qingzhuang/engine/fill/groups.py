"""Members unrolled into numbered groups (成员一 … 成员九, 子女1): who finds no place in them."""

import re
from collections.abc import Iterable, Mapping

from qingzhuang.engine.collect.keys import HOUSEHOLD_NO, NAME
from qingzhuang.engine.fill.fields import Asked
from qingzhuang.engine.fill.kin import CHILDREN, relatives
from qingzhuang.engine.fill.plan import LeftOut
from qingzhuang.engine.fill.village import VillageBook, held
from qingzhuang.engine.know.profile import Profile

_GROUP = re.compile(rf"[^@]+@(member|{'|'.join(CHILDREN)})(\d+)")


def groups_in(asked: Iterable[Asked]) -> dict[str, int]:
    """How many numbered groups of each kind (member, child …) the fields have; empty as a rule."""
    most: dict[str, int] = {}
    for a in asked:
        found = _GROUP.fullmatch(a.key or "")
        if found is not None:
            most[found[1]] = max(most.get(found[1], 0), int(found[2]))
    return most


def left_out_of_groups(book: VillageBook, groups: Mapping[str, int], subject: Profile) -> tuple[LeftOut, ...]:
    """The members of the subject's household for whom the form has no group left (R-FIL-90)."""
    return tuple(
        left_out(book, member) for kind, n in groups.items() for member in _in_order(book, subject, kind)[n:]
    )


def left_out(book: VillageBook, member: Profile) -> LeftOut:
    """The line of the lists for somebody who finds no place on the form."""
    household, head = book.household_of(member), book.head_of(member)
    number = held(household, HOUSEHOLD_NO) if household else ""
    return LeftOut(who=held(member, NAME), household=number, head=held(head, NAME) if head else "")


def _in_order(book: VillageBook, subject: Profile, kind: str) -> tuple[Profile, ...]:
    if kind != "member":
        found = relatives(book, subject, kind)
        return () if found.is_open else found.people
    own = subject if not subject.is_household else book.head_of(subject)
    return tuple(m for m in book.members_of(subject) if own is None or m.subject_id != own.subject_id)
