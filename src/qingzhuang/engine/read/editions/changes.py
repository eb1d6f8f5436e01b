"""What became of the fields of a form in its next edition."""

from dataclasses import dataclass
from enum import StrEnum

from qingzhuang.engine.read.editions.items import Item


class Change(StrEnum):
    """How several fields belong together that nobody may carry without asking."""

    SPLIT = "split"  # one old field, several new ones
    MERGED = "merged"  # several old ones, one new
    UNCLEAR = "unclear"  # one label several times, and not equally often


@dataclass(frozen=True, slots=True)
class Pair:
    """An old field and its new one. score: likeness of the labels, 0–1. what: what changed, in Chinese."""

    old: Item
    new: Item
    score: float = 1.0
    what: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Fields that have to be looked at together."""

    change: Change
    old: tuple[Item, ...]
    new: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """
    Two editions side by side. Every field of either stands in exactly one place.

    same and moved need nothing: the same path, unit and type, in the same order or elsewhere. reworded:
    proposed, confirmed with one click. changed: unit, type or choices differ. groups: split, merged or
    unclear. is_same_form: all paths, units and types in the same order (fingerprint); nothing is asked.
    """

    is_same_form: bool
    same: tuple[Pair, ...] = ()
    moved: tuple[Pair, ...] = ()
    reworded: tuple[Pair, ...] = ()
    changed: tuple[Pair, ...] = ()
    groups: tuple[Group, ...] = ()
    new: tuple[Item, ...] = ()
    gone: tuple[Item, ...] = ()

    @property
    def asked(self) -> int:
        """How many questions a person is asked before anything of these is carried."""
        return len(self.reworded) + len(self.changed) + len(self.groups)

    def grouped(self, change: Change) -> tuple[Group, ...]:
        """The groups of one kind."""
        return tuple(group for group in self.groups if group.change is change)
