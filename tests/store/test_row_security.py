"""PostgreSQL's row security: what an ordinary role's connection sees when told nothing, little, all."""

from collections.abc import Iterator

import pytest
from django.db import ProgrammingError, connection, transaction
from tests.conftest import DONGTANG, QINGHE, TOWN

from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Subject
from qingzhuang.store.roles import Role
from qingzhuang.store.rowsecurity import bound

pytestmark = [
    pytest.mark.database,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no row security"),
]
# Tables that hold nothing about residents; any other table must carry a policy.
WITHOUT_PEOPLE = frozenset(
    {
        "store_region",
        "store_regionalias",
        "store_office",
        "store_area",
        "store_account",
        "store_post",
        "store_areaduty",
        "store_rememberedbinding",
        "store_formtemplate",
        "store_listversion",
        "store_duty",
        "store_matter",
        "store_ledgercap",
        "store_request",
        "store_attachment",
        "store_submission",
        "store_poll",
        "store_consultation",
        "store_decision",
        "store_minutes",
        "store_numbercounter",
        "store_admission",
        "store_admissionregion",
        "store_hoursbudget",
        "store_obligation",
        "store_refusalreport",
        "store_journalentry",
        "store_journalvalues",
    }
)


@pytest.fixture
def ordinary(db: None) -> Iterator[None]:
    """Two villages with one person each; then the connection acts as a role that is bound by the policies."""
    for region in (QINGHE, DONGTANG):
        Subject.objects.create(region=region, is_household=False, name="某人")
    with connection.cursor() as cursor:
        cursor.execute("CREATE ROLE app_of_test NOLOGIN")
        cursor.execute("GRANT ALL ON ALL TABLES IN SCHEMA public TO app_of_test")
        cursor.execute("GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO app_of_test")
        cursor.execute("SET ROLE app_of_test")
    yield
    with connection.cursor() as cursor:
        cursor.execute("RESET ROLE")


def _regions() -> list[str]:
    return sorted(Subject.objects.values_list("region", flat=True))


def test_told_nothing_a_connection_sees_nothing(ordinary: None) -> None:
    """A query that forgot to bind its actor gets no row, not every row."""
    assert _regions() == []


def test_a_village_sees_its_own_people(ordinary: None, zhang: Actor) -> None:
    """Bound to the clerk of 青禾村 the same query shows 青禾村 alone."""
    with bound(zhang):
        assert _regions() == [QINGHE]


def test_a_town_sees_its_villages(ordinary: None) -> None:
    """Bound to the town, both villages."""
    with bound(Actor("wang", (TOWN,))):
        assert _regions() == [QINGHE, DONGTANG]


def test_afterwards_nothing_is_seen_again(ordinary: None, zhang: Actor) -> None:
    """The next request on this connection starts with nothing."""
    with bound(zhang):
        pass

    assert _regions() == []


def test_a_department_sees_no_resident(ordinary: None) -> None:
    """An officer's actor has no scopes: not one person."""
    with bound(Actor("wu", (), roles=frozenset({Role.OFFICER}), places=("360999",))):
        assert _regions() == []


def test_writing_across_the_border_is_refused(ordinary: None, zhang: Actor) -> None:
    """The database itself refuses a row in a village that is not the actor's."""
    with bound(zhang), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Subject.objects.create(region=DONGTANG, is_household=False, name="某人")


def test_moving_a_row_across_the_border_is_refused(ordinary: None, zhang: Actor) -> None:
    """A row of one's own cannot be pushed into another village either."""
    with bound(zhang), pytest.raises(ProgrammingError, match="row-level security"), transaction.atomic():
        Subject.objects.filter(region=QINGHE).update(region=DONGTANG)


def test_every_table_about_people_is_locked(db: None) -> None:
    """Each table of the store has FORCE and a policy, or stands in the list of those without people."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE 'store\\_%%'"
            " AND NOT (relrowsecurity AND relforcerowsecurity)"
        )
        open_tables = {name for (name,) in cursor.fetchall()}

    assert open_tables == WITHOUT_PEOPLE
