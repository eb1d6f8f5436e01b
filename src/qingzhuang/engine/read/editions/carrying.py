"""What is remembered once a person accepts the re-wordings: the new path means what the old one meant."""

from collections.abc import Iterable
from dataclasses import dataclass

from qingzhuang.engine.read.editions.changes import Comparison, Pair
from qingzhuang.engine.read.match import LABEL, Memory
from qingzhuang.engine.read.memory import path_key


@dataclass(frozen=True, slots=True)
class Carry:
    """One binding to remember: the new path's key; the element key or `label:<old path>` it stands for."""

    path_key: str
    element_key: str


def bindings_to_carry(comparison: Comparison, memory: Memory) -> tuple[Carry, ...]:
    """
    The bindings that make the accepted re-wordings mean what the old labels meant (R-EDI-09).

    memory: what is remembered for the issuer. What holds already, and what the new label surely means by
    itself, is not written again. Two old labels that would give one new path two meanings give it none.
    """
    told: dict[str, set[str]] = {}
    for pair in (*_recoded(comparison), *comparison.reworded):
        told.setdefault(path_key(pair.new.path), set()).add(_meaning(pair, memory))
    meant = {path_key(p.new.path): p.new.meaning for p in (*comparison.reworded, *comparison.moved)}
    return tuple(
        Carry(new, target)
        for new, targets in told.items()
        for target in targets
        if len(targets) == 1 and memory.get(new) != target and not meant.get(new)
    )


def _recoded(comparison: Comparison) -> Iterable[Pair]:
    """Same and moved fields whose key in the memory is another one, because only a code or unit differs."""
    for pair in (*comparison.same, *comparison.moved):
        if path_key(pair.old.path) != path_key(pair.new.path):
            yield pair


def _meaning(pair: Pair, memory: Memory) -> str:
    key = path_key(pair.old.path)
    remembered = memory.get(key)
    return remembered if remembered is not None else pair.old.meaning or LABEL + key
