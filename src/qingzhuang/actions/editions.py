"""Comparing two editions of a form, and accepting its re-wordings. Rules R-EDI in docs/rules/editions.md."""

from collections.abc import Sequence
from pathlib import Path

from django.db import transaction

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.editions import EditionCode
from qingzhuang.engine.read.editions.carrying import Carry, bindings_to_carry
from qingzhuang.engine.read.editions.changes import Comparison
from qingzhuang.engine.read.editions.comparing import compare
from qingzhuang.engine.read.editions.items import Item, items_of
from qingzhuang.engine.read.match import Memory
from qingzhuang.engine.read.matching import match_fields
from qingzhuang.engine.read.recognise import recognise
from qingzhuang.files.intake.reading import read_workbook
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.store.actors import Actor
from qingzhuang.store.house import county_catalogue
from qingzhuang.store.lengths import check_length
from qingzhuang.store.models import RememberedBinding
from qingzhuang.store.writers.bindings import remember
from qingzhuang.store.writers.journal import record


def compare_editions(
    actor: Actor,  # noqa: ARG001 (every action takes the actor; forms without facts are open to all)
    *,
    old: Path,
    new: Path,
    memory: Memory,
) -> Comparison:
    """
    What became of the fields of `old` in `new`. Nothing is remembered.

    memory: `memory_for(actor, issuer)`.

    Raises:
        RefusedError: a file that cannot be read or holds nothing to fill.
    """
    catalogue = load_catalogue(county_catalogue())
    read = [_items(path, catalogue=catalogue, memory=memory) for path in (old, new)]
    return compare(*read)


def accept_rewordings(
    actor: Actor, *, issuer: str, comparison: Comparison, memory: Memory
) -> tuple[Carry, ...]:
    """
    Remember that the new wordings mean what the old ones meant (R-EDI-09).

    issuer: whose form it is, "" where nobody said. memory: `memory_for(actor, issuer)`. What holds already
    is not written again.

    Returns:
        The bindings that were remembered.

    Raises:
        RefusedError: a name too long to keep. Nothing was written then.
    """
    issuer = issuer.strip()
    carries = bindings_to_carry(comparison, memory)
    check_length(issuer, what="发文单位", model=RememberedBinding, field="issuer")
    for carry in carries:
        check_length(carry.path_key, what="栏目名", model=RememberedBinding, field="path_key")
        check_length(carry.element_key, what="栏目名", model=RememberedBinding, field="element_key")
    with transaction.atomic():
        for carry in carries:
            remember(actor, issuer=issuer, path_key=carry.path_key, element_key=carry.element_key)
        record(
            actor,
            action="editions.accept_rewordings",
            object_=issuer,
            values=_journalled(comparison, carries),
        )
    return carries


def _items(path: Path, *, catalogue: Catalogue, memory: Memory) -> tuple[Item, ...]:
    """The fields of one edition. Raises RefusedError where there are none."""
    grids = [grid for grid in read_workbook(path).sheets if not grid.is_hidden]
    layouts = [recognise(grid) for grid in grids]
    matches = [match_fields(layout, catalogue=catalogue, memory=memory) for layout in layouts]
    items = items_of(zip(grids, layouts, matches, strict=True), catalogue)
    if not items:
        raise RefusedError(Problem(EditionCode.NOTHING_TO_COMPARE, {"name": path.name}))
    return items


def _journalled(comparison: Comparison, carries: Sequence[Carry]) -> dict[str, object]:
    """What the journal keeps: numbers, and the labels that were taught."""
    return {
        "same": len(comparison.same),
        "moved": len(comparison.moved),
        "reworded": len(comparison.reworded),
        "bindings": [[carry.path_key, carry.element_key] for carry in carries],
    }
