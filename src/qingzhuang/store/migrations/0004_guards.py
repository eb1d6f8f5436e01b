"""
The gate's last lock: the database itself refuses an obligation that no admission stands behind, and keeps
what was handed in, decided and admitted as it was. Alike on SQLite and PostgreSQL.

On SQLite a later migration that makes one of these tables anew (Django does so to alter a column) drops its
triggers without a word: such a migration ends with `guard` of this one; a test counts the triggers.
"""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import StateApps

ADMISSION, REGION, OBLIGATION = "store_admission", "store_admissionregion", "store_obligation"
SUBMISSION, DECISION = "store_submission", "store_decision"
MESSAGE = "the gate holds"

FIXED = (
    "id, year, seq, decision_id, kind, title, office, issuer, frequency, document, hours, starts_on, ends_on,"
    " emergency_until, renews_id, admitted_at, admitted_by"
)
# China keeps one time, without summer time: eight hours ahead, whatever clock the server shows.
TODAY = {
    "sqlite": "date('now', '+8 hours')",
    "postgresql": "to_char(clock_timestamp() AT TIME ZONE interval '08:00', 'YYYY-MM-DD')",
}
NOW = {"sqlite": "strftime('%Y-%m-%d %H:%M:%f', 'now')", "postgresql": "clock_timestamp()"}
A_DAY = {
    "sqlite": "GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
    "postgresql": "~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'",
}
A_REGION = {"sqlite": "NOT GLOB '*[^0-9]*'", "postgresql": "~ '^[0-9]{12}$'"}
# Days are ISO texts: by their letters they stand in order, in whatever language the database sorts.
ORDER = {"sqlite": "", "postgresql": 'COLLATE "C"'}
# What must be there for an obligation to stand. {lock} holds the admission until the obligation is kept, so
# that a withdrawal at the same moment sees it and stops it (SQLite has one writer anyway).
STANDS = """
SELECT 1 FROM store_admission a JOIN store_admissionregion r ON r.admission_id = a.id
WHERE a.id = NEW.admission_id AND a.withdrawn_on IS NULL
  AND NEW.landed_on {a_day} AND NEW.due {a_day}
  AND NEW.landed_on {order} >= a.starts_on AND NEW.due {order} >= NEW.landed_on AND NEW.due {order} <= a.ends_on
  AND {today} {order} >= a.starts_on AND {today} {order} <= a.ends_on
  AND (a.emergency_until IS NULL OR a.regularised_at IS NOT NULL OR a.emergency_until > {now})
  AND length(NEW.region) = 12 AND NEW.region {a_region} AND length(r.prefix) > 0
  AND substr(NEW.region, 1, length(r.prefix)) = r.prefix {lock}"""
# Regularised once, while its time runs, and not after it was taken back.
REGULARISED = (
    "OLD.regularised_at IS NOT NULL OR OLD.emergency_until IS NULL OR OLD.withdrawn_on IS NOT NULL"
    " OR OLD.emergency_until <= {now}"
)
TAKEN_BACK = "OLD.withdrawn_on IS NOT NULL OR NEW.withdrawn_on IS NULL OR NEW.withdrawn_by = '' OR NEW.why_withdrawn = ''"
# name: event, table, condition under which it is refused ("" always). Conditions look at OLD and NEW alone.
REFUSED = {
    "store_admission_fixed": (f"UPDATE OF {FIXED}", ADMISSION, ""),
    "store_admission_withdrawn_once": ("UPDATE OF withdrawn_on, withdrawn_by, why_withdrawn", ADMISSION, TAKEN_BACK),
    "store_admission_regularised_once": ("UPDATE OF regularised_at", ADMISSION, REGULARISED),
    "store_admission_keeps_token": ("UPDATE OF token", ADMISSION, "NEW.token = ''"),
    "store_admission_kept": ("DELETE", ADMISSION, ""),
    "store_admissionregion_fixed": ("UPDATE", REGION, ""),
    "store_admissionregion_kept": ("DELETE", REGION, ""),
    "store_submission_fixed": ("UPDATE", SUBMISSION, ""),
    "store_submission_kept": ("DELETE", SUBMISSION, ""),
    "store_decision_fixed": ("UPDATE", DECISION, "OLD.decided_at IS NOT NULL"),
    "store_decision_kept": ("DELETE", DECISION, ""),
    # What was stopped stays stopped and is not handed in after all; what was handed in is not stopped.
    "store_obligation_stopped_once": ("UPDATE OF stopped_at, done_at", OBLIGATION, "OLD.stopped_at IS NOT NULL"),
    "store_obligation_done_once": ("UPDATE OF stopped_at, done_at", OBLIGATION, "OLD.done_at IS NOT NULL"),
}
WORDS_OF_OBLIGATION = "id, admission_id, region, period, landed_on, due"
# name: event, table, the row that must be there, or must not.
ASKED = {
    "store_obligation_lands": ("INSERT", OBLIGATION, "NOT", STANDS),
    "store_obligation_stands": (f"UPDATE OF {WORDS_OF_OBLIGATION}", OBLIGATION, "NOT", STANDS),
    # A number rests on a decision that was made, and that admits.
    "store_admission_decided": (
        "INSERT", ADMISSION, "NOT",
        "SELECT 1 FROM store_decision d WHERE d.id = NEW.decision_id AND d.decided_at IS NOT NULL"
        " AND d.dropped_at IS NULL AND d.outcome IN ('admitted', 'reduced')",
    ),
    # From the token on the scope is closed: it is the last thing that is written when a number is given.
    "store_admissionregion_closed": (
        "INSERT", REGION, "", "SELECT 1 FROM store_admission a WHERE a.id = NEW.admission_id AND a.token <> ''"
    ),
}  # fmt: skip
# SQLite's INSERT OR REPLACE deletes without asking the DELETE trigger.
REPLACED = {
    "store_admission_not_replaced": (
        ADMISSION, "id = NEW.id OR (year = NEW.year AND seq = NEW.seq) OR decision_id = NEW.decision_id"
    ),
    "store_admissionregion_not_replaced": (
        REGION, "id = NEW.id OR (admission_id = NEW.admission_id AND prefix = NEW.prefix)"
    ),
    "store_submission_not_replaced": (SUBMISSION, "id = NEW.id OR reference = NEW.reference"),
    "store_decision_not_replaced": (DECISION, "id = NEW.id"),
}  # fmt: skip


def guard(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Put up every trigger."""
    put_up = _guard_sqlite if schema_editor.connection.vendor == "sqlite" else _guard_postgresql
    put_up(schema_editor)


def unguard(apps: StateApps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Take every trigger down."""
    is_sqlite = schema_editor.connection.vendor == "sqlite"
    tables = {name: each[1] for name, each in (REFUSED | ASKED).items()}
    if is_sqlite:
        tables |= {name: table for name, (table, _) in REPLACED.items()}
    for name, table in tables.items():
        schema_editor.execute(f"DROP TRIGGER {name}" + ("" if is_sqlite else f" ON {table}"))
    if not is_sqlite:
        for function in ("store_gate_refuses", *(f"{name}_asks" for name in ASKED)):
            schema_editor.execute(f"DROP FUNCTION {function}()")


def _in_words_of(vendor: str, sql: str) -> str:
    """The condition as this database says it."""
    lock = "FOR SHARE OF a" if vendor == "postgresql" else ""
    return sql.format(
        today=TODAY[vendor],
        now=NOW[vendor],
        a_day=A_DAY[vendor],
        a_region=A_REGION[vendor],
        order=ORDER[vendor],
        lock=lock,
    )


def _guard_sqlite(schema_editor: BaseDatabaseSchemaEditor) -> None:
    raised = f"BEGIN SELECT RAISE(ABORT, '{MESSAGE}'); END"
    for name, (event, table, condition) in REFUSED.items():
        when = f"WHEN {_in_words_of('sqlite', condition)}" if condition else ""
        _run(schema_editor, f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW {when} {raised}")
    for name, (event, table, is_not, question) in ASKED.items():
        when = f"WHEN {is_not} EXISTS ({_in_words_of('sqlite', question)})"
        _run(schema_editor, f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW {when} {raised}")
    for name, (table, same) in REPLACED.items():
        when = f"WHEN EXISTS (SELECT 1 FROM {table} WHERE {same})"
        _run(schema_editor, f"CREATE TRIGGER {name} BEFORE INSERT ON {table} FOR EACH ROW {when} {raised}")


def _guard_postgresql(schema_editor: BaseDatabaseSchemaEditor) -> None:
    raised = f"RAISE EXCEPTION '{MESSAGE}: % on %', TG_OP, TG_TABLE_NAME USING ERRCODE = 'check_violation'"
    head = "RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
    _run(schema_editor, f"CREATE FUNCTION store_gate_refuses() {head} {raised}; END $$")
    for name, (event, table, condition) in REFUSED.items():
        when = f"WHEN ({_in_words_of('postgresql', condition)})" if condition else ""
        call = "EXECUTE FUNCTION store_gate_refuses()"
        _run(schema_editor, f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW {when} {call}")
    for name, (event, table, is_not, question) in ASKED.items():
        asks = question.replace("SELECT 1", "PERFORM 1", 1)
        body = f"{_in_words_of('postgresql', asks)}; IF {is_not} FOUND THEN {raised}; END IF; RETURN NEW; END $$"
        _run(schema_editor, f"CREATE FUNCTION {name}_asks() {head} {body}")
        call = f"EXECUTE FUNCTION {name}_asks()"
        _run(schema_editor, f"CREATE TRIGGER {name} BEFORE {event} ON {table} FOR EACH ROW {call}")


def _run(schema_editor: BaseDatabaseSchemaEditor, sql: str) -> None:
    schema_editor.execute(sql, params=None)  # percent signs are the database's, not places for parameters


class Migration(migrations.Migration):

    dependencies = [
        ("store", "0003_gate"),
    ]

    operations = [
        migrations.RunPython(guard, unguard),
    ]
