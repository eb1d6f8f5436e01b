"""Remembered bindings: what people taught about labels. Which of them hold, the engine says (R-MAT-09)."""

from qingzhuang.engine.read import memory
from qingzhuang.engine.read.match import Memory
from qingzhuang.store.actors import Actor
from qingzhuang.store.house import has_house
from qingzhuang.store.models import RememberedBinding


def memory_for(actor: Actor, issuer: str = "") -> Memory:  # noqa: ARG001 (labels belong to no region; every actor may)
    """
    Path key → element key, for forms of this issuer; empty without a house. issuer "": what all share.
    """
    if not has_house():
        return {}
    rows = RememberedBinding.objects.order_by("recorded_at", "id")
    columns = ("issuer", "path_key", "element_key", "recorded_at", "author")
    confirmations = [
        memory.Confirmation(of_issuer, path_key, element_key, recorded_at.isoformat(), author)
        for of_issuer, path_key, element_key, recorded_at, author in rows.values_list(*columns)
    ]
    return memory.memory_for(confirmations, issuer)
