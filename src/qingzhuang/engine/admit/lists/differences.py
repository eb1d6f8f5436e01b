"""What changed from one version of the three lists to the next. R-LST-04."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from qingzhuang.engine.admit.lists.domain import DutyLine
from qingzhuang.engine.admit.lists.duties import name_key

# Of 100 (Indel): below, two names of duties share little more than 工作 and 登记.
_REWORDED_FROM = 62.0
_NEAREST = 5
_WHOLE_FROM = 4  # characters: shorter names are words that many others hold
_DETAILS = {
    "department": "责任部门",
    "basis": "依据",
    "clause": "条款",
    "support": "支持",
    "forms": "附带表账",
    "valid_until": "有效期",
}


@dataclass(frozen=True, slots=True)
class Changed:
    """A line of both versions that is not the same. details: Chinese names of what else changed."""

    old: DutyLine
    new: DutyLine
    details: tuple[str, ...] = ()

    @property
    def is_moved(self) -> bool:
        """Whether it stands on another list now."""
        return self.old.list_class is not self.new.list_class

    @property
    def is_reworded(self) -> bool:
        """Whether it is called otherwise now."""
        return name_key(self.old.name) != name_key(self.new.name)


@dataclass(frozen=True, slots=True)
class Differences:
    """From an old version to a new one. changed: lines of both; n_same: how many stayed word for word."""

    added: tuple[DutyLine, ...]
    gone: tuple[DutyLine, ...]
    changed: tuple[Changed, ...]
    n_same: int

    @property
    def moved(self) -> tuple[Changed, ...]:
        """Lines that went to another list, reworded or not."""
        return tuple(each for each in self.changed if each.is_moved)

    @property
    def reworded(self) -> tuple[Changed, ...]:
        """Lines that stayed on their list and are called otherwise."""
        return tuple(each for each in self.changed if each.is_reworded and not each.is_moved)

    @property
    def detailed(self) -> tuple[Changed, ...]:
        """Lines of the same name on the same list whose department, basis, support … changed."""
        return tuple(each for each in self.changed if not each.is_moved and not each.is_reworded)


def differences(old: Sequence[DutyLine], new: Sequence[DutyLine]) -> Differences:
    """
    What is new, gone, moved to another list, reworded, or changed beside its name.

    The same name is the same line; then, likest first, names that are much alike are one line reworded.
    """
    pairs = _paired(old, new)
    before, after = {id(one) for one, _ in pairs}, {id(other) for _, other in pairs}
    compared = [Changed(one, other, _details(one, other)) for one, other in pairs]
    changed = tuple(each for each in compared if each.is_moved or each.is_reworded or each.details)
    return Differences(
        added=tuple(line for line in new if id(line) not in after),
        gone=tuple(line for line in old if id(line) not in before),
        changed=changed,
        n_same=len(compared) - len(changed),
    )


def _paired(old: Sequence[DutyLine], new: Sequence[DutyLine]) -> list[tuple[DutyLine, DutyLine]]:
    """Lines that are one, in the order of the old version."""
    by_name = {name_key(line.name): line for line in new}
    same = {at: by_name.pop(key) for at, line in enumerate(old) if (key := name_key(line.name)) in by_name}
    left = {at: name_key(line.name) for at, line in enumerate(old) if at not in same}
    rest, names = list(by_name.values()), list(by_name)
    near = sorted(
        (-score, at, place)
        for at, name in left.items()
        for _, score, place in process.extract(
            name, names, scorer=fuzz.ratio, limit=_NEAREST, score_cutoff=_REWORDED_FROM
        )
    )
    taken: set[int] = set()
    for _, at, place in near:
        if at not in same and place not in taken:
            same[at] = rest[place]
            taken.add(place)
    _add_longer(left, names, rest, same, taken)
    return [(old[at], same[at]) for at in sorted(same)]


def _add_longer(
    left: Mapping[int, str],
    names: Sequence[str],
    rest: Sequence[DutyLine],
    same: dict[int, DutyLine],
    taken: set[int],
) -> None:
    """Pair a name with the only other one that holds it whole (村务公开 became 村务公开和财务公开)."""
    for at, name in left.items():
        if at in same or len(name) < _WHOLE_FROM:
            continue
        holding = [place for place, other in enumerate(names) if place not in taken and name in other]
        if len(holding) == 1:
            same[at] = rest[holding[0]]
            taken.add(holding[0])


def _details(old: DutyLine, new: DutyLine) -> tuple[str, ...]:
    return tuple(word for key, word in _DETAILS.items() if getattr(old, key) != getattr(new, key))
