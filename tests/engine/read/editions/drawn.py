"""Editions drawn for the tests: fields by label, in order."""

from collections.abc import Sequence
from dataclasses import replace

from qingzhuang.engine.read.editions.changes import Comparison, Pair
from qingzhuang.engine.read.editions.comparing import compare
from qingzhuang.engine.read.editions.items import Item, Type, key_of, with_heads
from qingzhuang.engine.values.units import normalise_unit


def field(path: str, unit: str = "", kind: Type = Type.TEXT, meaning: str = "") -> Item:
    """A field with this path, written outermost/leaf."""
    labels = tuple(path.split("/"))
    return Item(0, "表", "", labels, key_of(labels), normalise_unit(unit), kind, meaning=meaning)


def edition(*fields: Item | str) -> tuple[Item, ...]:
    """The fields as one edition, in this order; each stands in a cell of its own."""
    items = [field(each) if isinstance(each, str) else each for each in fields]
    return with_heads([replace(item, place=at, cell=f"B{at + 1}") for at, item in enumerate(items)])


def compared(old: Sequence[Item | str], new: Sequence[Item | str]) -> Comparison:
    """Two editions side by side."""
    return compare(edition(*old), edition(*new))


def told(pairs: Sequence[Pair]) -> list[tuple[str, str]]:
    """Old and new paths of pairs."""
    return [("/".join(pair.old.path), "/".join(pair.new.path)) for pair in pairs]
