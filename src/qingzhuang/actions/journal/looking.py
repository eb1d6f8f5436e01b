"""Looking closer at one line of the journal; the auditor is audited too."""

import json
from dataclasses import dataclass

from django.db import transaction

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import JournalEntry, JournalValues
from qingzhuang.store.roles import Right
from qingzhuang.store.writers.journal import record


@dataclass(frozen=True, slots=True)
class LookedAt:
    """One line with its details: name → value as text; details is None where they were erased."""

    entry: JournalEntry
    details: dict[str, str] | None


def look_at_line(actor: Actor, *, seq: int) -> LookedAt:
    """
    One line with its details; that it was looked at is a line of its own.

    Raises:
        RefusedError: the actor does not audit, or there is no such line.
    """
    allow(actor, Right.AUDIT)
    entry = JournalEntry.objects.filter(seq=seq).first()
    if entry is None:
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    values = JournalValues.objects.filter(entry=entry).first()
    with transaction.atomic():
        record(actor, action="journal.look_at_line", object_=f"journal {seq}", values={})
    return LookedAt(entry, _as_text(values.document) if values else None)


def _as_text(document: str) -> dict[str, str]:
    """The details for reading; what is nested is written as JSON."""
    said = json.loads(document)
    return {
        str(name): value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        for name, value in said.items()
    }
