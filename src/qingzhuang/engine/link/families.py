"""The families of a sheet: which rows belong to one household, and what tells it from others."""

from collections.abc import Iterable, Sequence

from qingzhuang.engine.collect.keys import (
    BOOK_NO,
    GROUP,
    HEAD_ID_NUMBER,
    HEAD_NAME,
    HOUSEHOLD_NO,
    ID_NUMBER,
    NAME,
    RELATION,
    is_head_relation,
)
from qingzhuang.engine.collect.said import Said
from qingzhuang.engine.link.decision import Link
from qingzhuang.engine.link.households import Traits, group_key
from qingzhuang.engine.values.identity import lengthened
from qingzhuang.engine.values.text import name_key


class Family:
    """
    Rows of one household in one sheet; grows while the sheet is read.

    rows: their places. is_marked: the sheet says that they belong together. link: once it is known.
    """

    __slots__ = ("is_marked", "link", "rows", "traits")

    def __init__(self, *, is_marked: bool) -> None:
        self.rows: list[int] = []
        self.traits = Traits()
        self.is_marked = is_marked
        self.link: Link | None = None

    @property
    def tells_household(self) -> bool:
        """Whether the family says which household it is, or at least that it is one."""
        traits = self.traits
        return self.is_marked or bool(traits.nos or traits.head_names or traits.head_numbers)


def families_of(rows: Sequence[Said]) -> list[Family]:
    """The family of each row, in the order of the rows; rows of one family share it."""
    by_mark: dict[tuple[str, str], Family] = {}
    found = []
    for at, said in enumerate(rows):
        mark = (said.sheet, said.family or f"alone:{at}")
        family = by_mark.get(mark)
        if family is None:
            family = by_mark[mark] = Family(is_marked=bool(said.family))
        family.rows.append(at)
        found.append(family)
        _observe(family.traits, said)
    return found


def surest_first(families: Iterable[Family], rows: Sequence[Said]) -> list[Family]:
    """Each family once: the surest marks first, then by what they say; never by the order of rows."""
    each_once = list({id(family): family for family in families}.values())
    telling = [family for family in each_once if family.tells_household]
    telling.sort(key=lambda family: _sureness(family, rows))
    return telling + [family for family in each_once if not family.tells_household]


def _sureness(family: Family, rows: Sequence[Said]) -> tuple[object, ...]:
    traits = family.traits
    return (
        *(not traits.nos, not traits.head_numbers, not traits.groups),
        *map(sorted, (traits.nos, traits.head_numbers, traits.head_names, traits.groups)),
        sorted(rows[at].person.get(ID_NUMBER) or rows[at].person.get(NAME, "") for at in family.rows),
    )


def _observe(traits: Traits, said: Said) -> None:
    """Add what one row tells of its household."""
    household, person = said.household, said.person
    name, number = person.get(NAME, ""), person.get(ID_NUMBER, "")
    head = household.get(HEAD_NAME, "")
    traits.nos.update(f"{key} {household[key]}" for key in (HOUSEHOLD_NO, BOOK_NO) if key in household)
    if GROUP in household:
        traits.groups.add(group_key(household[GROUP]))
    if HEAD_ID_NUMBER in household:
        traits.head_numbers.add(lengthened(household[HEAD_ID_NUMBER]))
    if head:
        traits.head_names.add(name_key(head))
    is_head = said.is_household_row or is_head_relation(person.get(RELATION, "")) or (head and head == name)
    if is_head and name:
        traits.head_names.add(name_key(name))
    if is_head and number:
        traits.head_numbers.add(lengthened(number))
