"""Writing the journal: one line per action, in the action's own transaction."""

import secrets
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from qingzhuang.store.actors import Actor
from qingzhuang.store.chain import GENESIS, Line, canonical, commitment_of, hash_of
from qingzhuang.store.models import JournalEntry, JournalValues

# Any number nobody else locks by; PostgreSQL lets one journal writer through at a time. SQLite has
# one writer anyway.
_LOCK = 0x516A  # "Qj"


def record(actor: Actor, *, action: str, object_: str, values: dict[str, object]) -> None:
    """
    Write one line; must be called inside the action's transaction, last of all.

    action: room and function, `collect.import_files`.
    object_: what it was done to; no personal data (it can never be erased): region code, import numbers.
    values: the details; kept apart and erasable.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])
    last = JournalEntry.objects.order_by("-seq").first()
    salt, document = secrets.token_hex(16), canonical(values)
    bare = Line(
        seq=last.seq + 1 if last else 1,
        at=_instant(timezone.now(), last),
        actor=actor.name,
        action=action,
        object=object_,
        commitment=commitment_of(salt, document),
        prev=last.hash if last else GENESIS,
    )
    line = replace(bare, hash=hash_of(bare))
    entry = JournalEntry.objects.create(**{name: getattr(line, name) for name in Line.__slots__})
    JournalValues.objects.create(entry=entry, salt=salt, document=document)
    transaction.on_commit(lambda: note_head(settings.JOURNAL_ANCHORS, line))


def _instant(now: datetime, last: JournalEntry | None) -> str:
    """Now, in UTC; a clock that stepped back a little must not look like a forged line."""
    at = now.isoformat(timespec="microseconds")
    return max(at, last.at) if last else at


def note_head(path: Path, line: Line) -> None:
    """Append the chain's head to the file of anchors (`seq hash` a line), outside the database."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600)
    with path.open("a", encoding="ascii") as anchors:
        anchors.write(f"{line.seq} {line.hash}\n")
