"""What was handed in, decided and admitted is kept by the database itself, tried with plain SQL."""

from datetime import timedelta
from importlib import import_module

import pytest
from django.db import IntegrityError, connection
from tests.days import day
from tests.store.gate.plain_sql import run
from tests.store.numbered import admitted, aged, application, decided, now

from qingzhuang.store.gate import withdraw

pytestmark = pytest.mark.database


@pytest.mark.parametrize(
    "change",
    [
        "year = 2025", "seq = 77", "kind = 'app'", "title = '别的'", "office = 'x'", "issuer = 'x'",
        "frequency = 'daily'", "document = '{}'", "starts_on = '2026-01-01'", "ends_on = '2099-01-01'",
        "emergency_until = NULL", "admitted_by = 'x'", "token = ''", "regularised_at = CURRENT_TIMESTAMP",
        "renews_id = id", "hours = 0",
    ],
)  # fmt: skip
def test_an_admission_stays_as_it_was_given(change: str) -> None:
    """R-GAT-12: nothing of an admission is changed afterwards, an ordinary one is not regularised."""
    admitted()

    with pytest.raises(IntegrityError):
        run(f"UPDATE store_admission SET {change}")


@pytest.mark.parametrize("outcome", ["returned", "refused"])
def test_no_number_without_a_decision_that_admits(outcome: str) -> None:
    """R-GAT-12: a number that rests on a refusal is refused, whoever writes it."""
    admitted()
    refusal = decided(application(), n=2, outcome=outcome)

    with pytest.raises(IntegrityError):
        run(
            "INSERT INTO store_admission (year, seq, decision_id, kind, title, office, issuer, frequency,"
            " document, hours, starts_on, ends_on, withdrawn_by, why_withdrawn, token, admitted_at,"
            " admitted_by) SELECT year, 77, %s, kind, title, office, issuer, frequency, document, hours,"
            " starts_on, ends_on, '', '', '', admitted_at, admitted_by FROM store_admission",
            refusal.pk,
        )


@pytest.mark.parametrize(
    "change",
    ["withdrawn_on = NULL", "withdrawn_on = '2099-01-01'", "why_withdrawn = '别的'", "withdrawn_by = 'x'"],
)
def test_what_was_withdrawn_stays_withdrawn(change: str) -> None:
    """R-GAT-12: a withdrawal is neither taken back nor worded anew."""
    withdraw(admitted(), by="sun", why="重了", today=day(), at=now())

    with pytest.raises(IntegrityError):
        run(f"UPDATE store_admission SET {change}")


def test_nobody_withdraws_without_a_name_and_a_reason() -> None:
    """R-GAT-12: a withdrawal says who and why."""
    admitted()

    with pytest.raises(IntegrityError):
        run("UPDATE store_admission SET withdrawn_on = %s", day())


def test_an_emergency_that_ran_out_is_not_regularised() -> None:
    """R-GAT-12: after its instant an emergency cannot be made an ordinary number."""
    row = aged(admitted(), emergency_until=now() - timedelta(seconds=5))

    with pytest.raises(IntegrityError):
        run("UPDATE store_admission SET regularised_at = CURRENT_TIMESTAMP WHERE id = %s", row.pk)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE store_admissionregion SET prefix = '3609'",
        "DELETE FROM store_admissionregion",
        "INSERT INTO store_admissionregion (admission_id, prefix) SELECT id, '3609' FROM store_admission",
    ],
)
def test_the_scope_stays_as_it_was_given(sql: str) -> None:
    """R-GAT-12: once a number is given, its scope is neither widened nor moved nor taken away."""
    admitted()

    with pytest.raises(IntegrityError):
        run(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE store_submission SET document = '{}'",
        "UPDATE store_submission SET findings = '[1]'",
        "UPDATE store_submission SET due_on = '2099-01-01'",
        "UPDATE store_decision SET outcome = 'refused'",
        "UPDATE store_decision SET opinion = '别的'",
        "UPDATE store_decision SET decided_at = NULL",
        "DELETE FROM store_submission",
        "DELETE FROM store_decision",
        "DELETE FROM store_admission",
    ],
)
def test_what_was_handed_in_and_decided_stays(sql: str) -> None:
    """R-GAT-13: words and findings handed in, and decisions made, are neither changed nor deleted."""
    admitted()

    with pytest.raises(IntegrityError):
        run(sql)


def test_a_decision_not_yet_signed_may_be_changed() -> None:
    """R-GAT-13: until it is decided, a proposal can be worded anew."""
    row = decided(application())
    fresh = row.pk + 1
    run(
        "INSERT INTO store_decision (id, submission_id, outcome, suggested, override, opinion, document,"
        " hours, hours_asked, needs_leader, proposed_by, proposed_at, decided_by, dropped_at, why_dropped)"
        " SELECT %s, submission_id, outcome, '', '', '', '', 0, 0, needs_leader, proposed_by, proposed_at,"
        " '', proposed_at, '' FROM store_decision",
        fresh,
    )

    run("UPDATE store_decision SET opinion = '改好了' WHERE id = %s", fresh)

    assert type(row).objects.get(pk=fresh).opinion == "改好了"


@pytest.mark.parametrize("table", ["admission", "submission", "decision", "admissionregion"])
def test_replacing_is_no_way_round(table: str) -> None:
    """R-GAT-13: a row that is there cannot be replaced by one of the same number."""
    admitted()
    verb = "INSERT OR REPLACE" if connection.vendor == "sqlite" else "INSERT"

    with pytest.raises(IntegrityError):
        run(f"{verb} INTO store_{table} SELECT * FROM store_{table}")


def test_every_guard_is_up() -> None:
    """R-GAT-11: no later migration dropped a trigger of the gate (SQLite does, remaking a table)."""
    guards = import_module("qingzhuang.store.migrations.0004_guards")
    wanted = {*guards.REFUSED, *guards.ASKED}
    if connection.vendor == "sqlite":
        wanted |= set(guards.REPLACED)
        asked = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
    else:
        asked = "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal AND tgenabled = 'O'"
    with connection.cursor() as cursor:
        cursor.execute(asked)
        up = {name for (name,) in cursor.fetchall()}

    assert wanted <= up
