"""Writing imports and what their rows said."""

import json
from collections.abc import Iterable, Mapping, Sequence

from django.utils import timezone

from qingzhuang.store.actors import Actor
from qingzhuang.store.documents import values_text
from qingzhuang.store.models import Import, Snapshot, Statement, VillageStatement
from qingzhuang.store.rows import Row
from qingzhuang.store.writers.bulk import insert_rows

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
_COLUMNS = (
    *("id", "source_import_id", "sheet", "row", "day", "family", "is_household_row"),
    *("person_values", "household_values", "person_id", "household_id"),
)


def open_import(
    actor: Actor,
    *,
    region: str,
    source: str,
    file_name: str,
    sha256: str,
    day: str,
    is_partial: bool,
    accepted: int,
    refused: Sequence[tuple[str, int, str, str]],
    is_village_answer: bool = False,
) -> Import:
    """
    A new import, made now by this actor. refused: (sheet, row, sentence, name) of each row not taken.
    """
    return Import.objects.create(
        region=region,
        source=source,
        file_name=file_name,
        sha256=sha256,
        day=day,
        is_partial=is_partial,
        is_village_answer=is_village_answer,
        author=actor.name,
        recorded_at=timezone.now(),
        accepted=accepted,
        refused=_encode([list(each) for each in refused]),
    )


def add_snapshots(taken: Import, *, sheet: str, day: str, element_keys: Iterable[str]) -> None:
    """Note that a sheet is the complete roster of these memberships on this ISO day."""
    Snapshot.objects.bulk_create(
        [Snapshot(source_import=taken, sheet=sheet, element_key=key, day=day) for key in element_keys]
    )


def add_statements(rows: Iterable[Row], subjects: Iterable[tuple[int | None, int | None]]) -> None:
    """Write what the rows said, and whom linking found: person and household of each, in the same order."""
    insert_rows(
        Statement,
        _COLUMNS,
        (
            (
                row.statement_id,
                row.import_id,
                row.sheet,
                row.row,
                row.day,
                row.family,
                row.is_household_row,
                values_text(row.person),
                values_text(row.household),
                person_id,
                household_id,
            )
            for row, (person_id, household_id) in zip(rows, subjects, strict=True)
        ),
    )


def add_village_statements(taken: Import, said: Iterable[tuple[str, int, Mapping[str, str]]]) -> None:
    """Write what a form said of the village itself: sheet, row, and fact key → canonical value."""
    VillageStatement.objects.bulk_create(
        [
            VillageStatement(source_import=taken, sheet=sheet, row=row, said=values_text(values))
            for sheet, row, values in said
        ]
    )


def note(taken: Import, notes: Sequence[str]) -> None:
    """Keep the sentences the person importing was told."""
    taken.notes = _encode(list(notes))
    taken.save(update_fields=["notes"])


def withdraw(taken: Import) -> None:
    """Take an import back: a time is set, nothing is deleted."""
    taken.withdrawn_at = timezone.now()
    taken.save(update_fields=["withdrawn_at"])


def journalled(taken: Import) -> dict[str, object]:
    """What the journal keeps of an import."""
    return {
        "import": taken.pk,
        "file": taken.file_name,
        "sha256": taken.sha256,
        "day": taken.day,
        "accepted": taken.accepted,
        "is_partial": taken.is_partial,
    }
