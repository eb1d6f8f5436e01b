"""The households of a region, and which of them a family of rows is. Rules R-LNK-07 to R-LNK-10."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from qingzhuang.engine.link.decision import Link, Outcome
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.link import LinkCode
from qingzhuang.engine.values.groups import plain_group
from qingzhuang.engine.values.text import name_key


class Traits:
    """
    What tells households apart; grows while linking goes on.

    nos: kind and number (`household.no 001`). head_names, member_names: as compared (`name_key`).
    head_numbers: of 18 characters. groups: as compared (`group_key`). members: subject ids.
    """

    __slots__ = ("groups", "head_names", "head_numbers", "member_names", "members", "nos")

    def __init__(self) -> None:
        self.nos: set[str] = set()
        self.head_names: set[str] = set()
        self.head_numbers: set[str] = set()
        self.groups: set[str] = set()
        self.members: set[int] = set()
        self.member_names: set[str] = set()

    def take_over(self, other: "Traits") -> None:
        """Add all that is known of the other."""
        self.nos |= other.nos
        self.head_names |= other.head_names
        self.head_numbers |= other.head_numbers
        self.groups |= other.groups
        self.members |= other.members
        self.member_names |= other.member_names


def group_key(group: str) -> str:
    """A 村民小组 as compared: 青禾村第三村民小组, 三组, 3组 and a bare 3 are one."""
    plain = plain_group(group)
    return f"{plain}组" if plain.isdecimal() else plain


def _clash(one: set[str], other: set[str]) -> bool:
    return bool(one) and bool(other) and one.isdisjoint(other)


def _numbers_clash(family: Traits, household: Traits) -> bool:
    """Whether both have a number of one kind (户号, 户口本号), and not the same one."""
    return family.nos.isdisjoint(household.nos) and any(
        no.partition(" ")[0] == other.partition(" ")[0] for no in family.nos for other in household.nos
    )


def _heads_clash(family: Traits, household: Traits) -> bool:
    """
    Whether both heads are known and are two people, and the family's is no member of the household
    either.
    """
    if family.head_numbers and household.head_numbers:
        differ = family.head_numbers.isdisjoint(household.head_numbers)
    else:
        differ = _clash(family.head_names, household.head_names)
    return differ and family.head_names.isdisjoint(household.member_names)


class Households:
    """The index of households. It learns from every family it links."""

    def __init__(self) -> None:
        self._traits: dict[int, Traits] = {}
        self._by_no: defaultdict[str, set[int]] = defaultdict(set)
        self._by_head_name: defaultdict[str, set[int]] = defaultdict(set)
        self._by_head_number: dict[str, int] = {}

    def learn(self, household_id: int, more: Traits) -> None:
        """Take a household in (`more` is kept, not copied), or add to what is known of it."""
        known = self._traits.setdefault(household_id, more)
        if known is not more:
            known.take_over(more)
        for no in more.nos:
            self._by_no[no].add(household_id)
        for name in more.head_names:
            self._by_head_name[name].add(household_id)
        for number in more.head_numbers:
            self._by_head_number.setdefault(number, household_id)

    def join(self, household_id: int, person_id: int, names: Iterable[str]) -> None:
        """A person belongs to a household."""
        traits = self._traits.get(household_id)
        if traits is None:
            traits = self._traits[household_id] = Traits()
        traits.members.add(person_id)
        traits.member_names.update(name_key(name) for name in names)

    def find(self, family: Traits, homes: Counter[int]) -> Link | None:
        """
        The household a family of rows is, a question, or None if it is none of them.

        homes: how many of the family's known members live in which household. By 户号; else by the head's
        number; else by members; else by the head's name.
        """
        return (
            self._by_numbers(family, homes)
            or self._by_heads(family)
            or self._by_members(family, homes)
            or self._by_names(family)
        )

    def _by_numbers(self, family: Traits, homes: Counter[int]) -> Link | None:
        found = sorted({each for no in family.nos for each in self._by_no.get(no, ())})
        fit = [each for each in found if homes[each] or not _heads_clash(family, self._traits[each])]
        if len(fit) == 1:
            return Link(Outcome.SAME, fit[0])
        if len(fit) > 1:
            return self._likeliest(fit, homes) or _several(fit, family)
        if not found:
            return None
        params = {
            "no": min(family.nos).partition(" ")[2],
            "name": min(family.head_names, default=""),
            "other": min(self._traits[found[0]].head_names, default=""),
        }
        why = Problem(LinkCode.SAME_NO_OTHER_HEAD, params)
        return Link(Outcome.DOUBTFUL, candidates=tuple(found), why=why)

    def _likeliest(self, found: list[int], homes: Counter[int]) -> Link | None:
        """The one of several households in which most of the known members live, if it is one."""
        best = max(found, key=lambda each: homes[each])
        is_alone = homes[best] and sum(homes[each] == homes[best] for each in found) == 1
        return Link(Outcome.SAME, best) if is_alone else None

    def _by_heads(self, family: Traits) -> Link | None:
        found = {self._by_head_number[each] for each in family.head_numbers if each in self._by_head_number}
        return Link(Outcome.SAME, found.pop()) if len(found) == 1 else None

    def _by_members(self, family: Traits, homes: Counter[int]) -> Link | None:
        """By where its members live: not where the head is another, or 户号 and head both are."""
        fit = [
            each
            for each in sorted(homes)
            if not _heads_clash(family, self._traits[each])
            and not (
                _numbers_clash(family, self._traits[each])
                and family.head_names.isdisjoint(self._traits[each].head_names)
            )
        ]
        return self._likeliest(fit, homes) if fit else None

    def _by_names(self, family: Traits) -> Link | None:
        found = {each for name in family.head_names for each in self._by_head_name.get(name, ())}
        fit = sorted(
            each
            for each in found
            if not _clash(family.head_numbers, self._traits[each].head_numbers)  # the quickest to tell
            and not _numbers_clash(family, self._traits[each])
            and not _clash(family.groups, self._traits[each].groups)
        )
        if len(fit) > 1:
            return _several(fit, family)
        return Link(Outcome.SAME, fit[0]) if fit else None


def _several(found: list[int], family: Traits) -> Link:
    params: dict[str, str | int] = {"count": len(found), "name": min(family.head_names, default="")}
    return Link(Outcome.DOUBTFUL, candidates=tuple(found), why=Problem(LinkCode.SEVERAL_HOUSEHOLDS, params))
