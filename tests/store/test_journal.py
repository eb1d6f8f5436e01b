"""The journal in the database."""

from pathlib import Path

import pytest
from django.db import DatabaseError, connection, transaction

from qingzhuang.store.actors import Actor
from qingzhuang.store.chain import Anchor
from qingzhuang.store.models import JournalEntry, JournalValues
from qingzhuang.store.queries.journal import read_anchors, verify
from qingzhuang.store.writers.journal import record

pytestmark = pytest.mark.database


@pytest.fixture
def five_lines(zhang: Actor) -> None:
    """A journal of five lines."""
    for n in range(1, 6):
        record(
            zhang,
            action="collect.import_files",
            object_=f"360999101205 import {n}",
            values={"file": f"{n}.xlsx"},
        )


def as_intruder(sql: str) -> None:
    """Run SQL as somebody who owns the database and takes the guards away first."""
    with connection.cursor() as cursor:
        for table in ("journalentry", "journalvalues"):
            for event in ("unchanged", "kept"):
                name, on = f"store_{table}_{event}", f"store_{table}"
                suffix = f" ON {on}" if connection.vendor == "postgresql" else ""
                cursor.execute(f"DROP TRIGGER IF EXISTS {name}{suffix}")
        cursor.execute("DELETE FROM store_journalvalues" if "DELETE" in sql else "SELECT 1")
        cursor.execute(sql)


def test_an_untouched_journal_verifies(five_lines: None, auditor: Actor) -> None:
    """R-STO-03: what was written verifies."""
    assert verify(auditor) is None


@pytest.mark.parametrize(
    ("sql", "seq"),
    [
        ("UPDATE store_journalentry SET object = 'x' WHERE seq = 3", 3),
        ("UPDATE store_journalentry SET actor = 'li' WHERE seq = 1", 1),
        ("DELETE FROM store_journalentry WHERE seq = 2", 2),
        ("DELETE FROM store_journalentry WHERE seq = 1", 1),
        ("UPDATE store_journalvalues SET document = '{}' WHERE entry_id = 4", 4),
    ],
)
def test_what_was_done_to_a_line_is_named(five_lines: None, auditor: Actor, sql: str, seq: int) -> None:
    """R-STO-03, R-STO-04: a changed or deleted line, or changed values, are named by the line's number."""
    as_intruder(sql)

    fault = verify(auditor)

    assert fault is not None
    assert fault.seq == seq


def test_a_cut_tail_is_named_by_the_anchors(five_lines: None, auditor: Actor) -> None:
    """R-STO-03: with the head noted outside, the first missing line is named."""
    head = JournalEntry.objects.order_by("-seq")[0]
    as_intruder("DELETE FROM store_journalentry WHERE seq > 3")

    fault = verify(auditor, anchors=[Anchor(head.seq, head.hash)])

    assert fault is not None
    assert fault.seq == 4


def test_erased_values_leave_a_sound_chain(five_lines: None, auditor: Actor) -> None:
    """R-STO-04: the right to deletion takes values and salt; the chain still verifies."""
    JournalValues.objects.filter(entry_id=2).delete()

    assert verify(auditor) is None


def test_the_database_refuses_to_change_a_line(five_lines: None) -> None:
    """R-STO-01: UPDATE of a line is refused by the database itself."""
    with pytest.raises(DatabaseError), transaction.atomic():
        JournalEntry.objects.filter(seq=2).update(actor="li")


def test_the_database_refuses_to_delete_a_line(five_lines: None) -> None:
    """R-STO-01: DELETE of a line is refused by the database itself."""
    JournalValues.objects.all().delete()

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM store_journalentry WHERE seq = 5")


def test_heads_are_noted_outside_the_database(
    zhang: Actor, home: Path, django_capture_on_commit_callbacks: pytest.FixtureRequest
) -> None:
    """R-STO-03: after a commit the head stands in the file of anchors; after a rollback it does not."""
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        record(zhang, action="organisations.open_village", object_="360999101205", values={})

    head = JournalEntry.objects.get()
    assert read_anchors(home / "journal.anchors") == (Anchor(1, head.hash),)


def test_only_somebody_of_the_whole_house_verifies(five_lines: None, zhang: Actor) -> None:
    """R-STO-05: a village clerk does not read the journal of the house."""
    with pytest.raises(PermissionError):
        verify(zhang)
