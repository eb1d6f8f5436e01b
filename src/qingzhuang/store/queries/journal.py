"""Reading and verifying the journal."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from qingzhuang.store.actors import Actor
from qingzhuang.store.chain import Anchor, Fault, Line, commitment_of, first_fault
from qingzhuang.store.models import JournalEntry, JournalValues

_ENTIRE = ("",)


def verify(actor: Actor, *, anchors: Sequence[Anchor] = ()) -> Fault | None:
    """
    The first line at which the journal does not hold, None if it holds.

    Values that were erased are no fault; values that do not fit their line's commitment are.

    Raises:
        PermissionError: the journal is of the whole house; only an actor without limits may check it.
    """
    if actor.scopes != _ENTIRE:
        raise PermissionError("the journal is verified by an actor of the whole house")
    broken = first_fault(_lines(), anchors=anchors)
    changed = _changed_values()
    if broken and changed:
        return min(broken, changed, key=lambda fault: fault.seq)
    return broken or changed


def _lines() -> Iterator[Line]:
    """The lines as they stand."""
    names = Line.__slots__
    for words in JournalEntry.objects.order_by("seq").values_list(*names).iterator(chunk_size=5000):
        yield Line(**dict(zip(names, words, strict=True)))


def _changed_values() -> Fault | None:
    """The first line whose values are no longer those it was written with."""
    rows = JournalValues.objects.order_by("entry_id").values_list(
        "entry_id", "salt", "document", "entry__commitment"
    )
    for seq, salt, document, commitment in rows.iterator(chunk_size=5000):
        if commitment_of(salt, document) != commitment:
            return Fault(seq, "这一行记下的内容被改过")
    return None


def read_anchors(path: Path) -> tuple[Anchor, ...]:
    """The heads noted outside the database; () where none were."""
    if not path.exists():
        return ()
    lines = (line.split() for line in path.read_text("ascii").splitlines())
    return tuple(Anchor(int(words[0]), words[1]) for words in lines if len(words) == 2)
