"""What was said stays."""

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone

from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Import, Statement, VillageStatement
from qingzhuang.store.rows import Row
from qingzhuang.store.writers.imports import (
    add_statements,
    add_village_statements,
    open_import,
    withdraw,
)

pytestmark = pytest.mark.database


@pytest.fixture
def taken(zhang: Actor) -> Import:
    """An import with one statement."""
    opened = open_import(
        zhang,
        region="360999101205",
        source="村委会",
        file_name="人口.xlsx",
        sha256="0" * 64,
        day="2024-06-30",
        is_partial=False,
        accepted=1,
        refused=[],
    )
    person = {"person.name": "张三"}
    add_statements(
        [Row(1, opened.pk, "村委会", False, "2024-06-30", "人口", 4, "", False, person, {})], [(None, None)]
    )
    return opened


@pytest.mark.parametrize(
    "change", [{"person_values": "{}"}, {"row": 9}, {"day": "2025-01-01"}, {"sheet": "x"}]
)
def test_the_database_refuses_to_change_words(taken: Import, change: dict[str, str | int]) -> None:
    """R-STO-01: neither the words of a statement nor their place can be changed."""
    with pytest.raises(DatabaseError), transaction.atomic():
        Statement.objects.update(**change)


@pytest.mark.parametrize("table", ["store_statement", "store_import"])
def test_the_database_refuses_to_delete_words(taken: Import, table: str) -> None:
    """R-STO-01: neither a statement nor its import can be deleted."""
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(f"DELETE FROM {table}")


def test_taking_back_sets_a_time_and_nothing_else(taken: Import) -> None:
    """R-IMP-09: a withdrawn import keeps its statement."""
    before = timezone.now()

    withdraw(taken)

    at = Import.objects.get().withdrawn_at
    assert at is not None
    assert at >= before
    assert Statement.objects.get().person_values == '{"person.name":"张三"}'


def test_profiles_are_clustered_by_village() -> None:
    """
    A village's profiles lie side by side: the primary key is (region, subject), without row ids
    on SQLite.
    """
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("SELECT sql FROM sqlite_master WHERE name = 'store_profile'")
            assert "WITHOUT ROWID" in cursor.fetchone()[0]
        key = connection.introspection.get_primary_key_columns(cursor, "store_profile")

    assert key == ["region", "subject_id"]


@pytest.mark.parametrize("change", [{"said": "{}"}, {"row": 9}, {"sheet": "x"}])
def test_the_database_refuses_to_change_a_village_s_words(
    taken: Import, change: dict[str, str | int]
) -> None:
    """R-STO-01: what a village said of itself stays as it was said, and where."""
    add_village_statements(taken, [("表", 4, {"label:路灯#盏": "36"})])

    with pytest.raises(DatabaseError), transaction.atomic():
        VillageStatement.objects.update(**change)
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("DELETE FROM store_villagestatement")
