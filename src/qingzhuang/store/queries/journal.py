"""Reading and verifying the journal."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.chain import Anchor, Fault, Line, commitment_of, first_fault
from qingzhuang.store.exported import Detail
from qingzhuang.store.models import JournalEntry, JournalValues
from qingzhuang.store.roles import Right

_ENTIRE = ("",)
_ANCHOR = re.compile(r"([1-9][0-9]*) ([0-9a-f]{64})\n")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What checking found. n_lines, n_anchors: how many were checked. fault: None if the journal is whole."""

    n_lines: int
    n_anchors: int
    fault: Fault | None


def check_journal(actor: Actor) -> Verdict:
    """
    The journal checked against itself and against the anchors in the data folder.

    Raises:
        RefusedError: the file of anchors holds something else.
        PermissionError: see `verify`.
    """
    anchors = read_anchors(settings.JOURNAL_ANCHORS)
    fault = verify(actor, anchors=anchors)
    return Verdict(JournalEntry.objects.count(), len(anchors), fault)


def verify(actor: Actor, *, anchors: Sequence[Anchor] = ()) -> Fault | None:
    """
    The first line at which the journal does not hold, None if it holds.

    Values that were erased are no fault; values that do not fit their line's commitment are.

    Raises:
        PermissionError: the journal is of the whole house; only an actor without limits may check it.
    """
    if actor.scopes != _ENTIRE and not actor.may(Right.AUDIT):
        raise PermissionError("the journal is verified by an actor of the whole house")
    broken = first_fault(_lines(), anchors=anchors)
    changed = _changed_values()
    if broken and changed:
        return min(broken, changed, key=lambda fault: fault.seq)
    return broken or changed


def lines_with_details(actor: Actor) -> Iterator[tuple[Line, Detail | None]]:
    """
    Every line with its details, None where they were erased; in order.

    Raises:
        PermissionError: see `verify`.
    """
    if actor.scopes != _ENTIRE and not actor.may(Right.AUDIT):
        raise PermissionError("the journal is read by who audits it")
    rows = JournalEntry.objects.order_by("seq").select_related("detail")
    for row in rows.iterator(chunk_size=5000):
        detail = getattr(row, "detail", None)
        line = Line(**{name: getattr(row, name) for name in Line.__slots__})
        yield line, Detail(detail.salt, detail.document) if detail else None


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
    """
    The heads noted outside the database; () where none were. A last line that a power cut tore is left out.

    Raises:
        RefusedError: a line is no anchor; the sentence names it.
    """
    if not path.exists():
        return ()
    anchors = []
    lines = path.read_text("ascii", errors="replace").splitlines(keepends=True)
    for number, line in enumerate(lines, start=1):
        found = _ANCHOR.fullmatch(line)
        if found:
            anchors.append(Anchor(int(found[1]), found[2]))
        elif number < len(lines) or line.endswith("\n"):
            raise RefusedError(Problem(StoreCode.BAD_ANCHORS, {"file": path.name, "line": number}))
    return tuple(anchors)
