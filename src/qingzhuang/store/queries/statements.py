"""What sources said: rows of a region, rows about one subject."""

import json
from collections.abc import Iterator

from django.db.models import Q, QuerySet

from qingzhuang.engine.values.identity import tidy_identity
from qingzhuang.engine.values.text import parse_name
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Statement, Subject
from qingzhuang.store.rows import Row
from qingzhuang.store.scopes import require, within

_COLUMNS = (
    *("id", "source_import_id", "source_import__source", "source_import__is_village_answer", "day", "sheet"),
    *("row", "family", "is_household_row", "person_values", "household_values", "person_id", "household_id"),
)


def live_rows(actor: Actor, region: str) -> list[Row]:
    """
    Every row of the region whose import still counts, oldest first.

    Raises:
        RefusedError: outside the actor's scopes.
    """
    require(actor, region)
    return list(
        _rows(Statement.objects.filter(source_import__region=region, source_import__withdrawn_at=None))
    )


def rows_about(actor: Actor, subject: Subject) -> list[Row]:
    """
    Every live row about one person or household, oldest first.

    Raises:
        RefusedError: outside the actor's scopes.
    """
    require(actor, subject.region)
    whose = Q(household_id=subject.pk) if subject.is_household else Q(person_id=subject.pk)
    # The region narrows by index; households have none of their own.
    live = Q(source_import__region=subject.region, source_import__withdrawn_at=None)
    return list(_rows(Statement.objects.filter(whose & live)))


def subjects_called(actor: Actor, text: str, *, region: str | None = None) -> list[Subject]:
    """
    People in scope with this name or ID number who still have something said of them, by id.

    text: as people type it; full width, blanks and a leading apostrophe do not matter (R-VAL-03).
    """
    found = Subject.objects.filter(within(actor), is_household=False).filter(
        Q(name=parse_name(text).value) | Q(id_number=tidy_identity(text))
    )
    if region is not None:
        require(actor, region)
        found = found.filter(region=region)
    return list(found.order_by("region", "id"))


def _rows(statements: QuerySet[Statement]) -> Iterator[Row]:
    """The rows of these statements, by id."""
    found = statements.order_by("id").values_list(*_COLUMNS)
    for number, import_id, source, is_answer, day, sheet, row, family, is_home, *rest in found.iterator(5000):
        person, household, person_id, household_id = rest
        yield Row(
            number,
            import_id,
            source,
            is_answer,
            day,
            sheet,
            row,
            family,
            is_home,
            json.loads(person),
            json.loads(household),
            person_id,
            household_id,
        )
