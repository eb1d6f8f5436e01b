"""Imports: which files were taken, and what each roster is complete for."""

import json
from collections.abc import Iterable

from qingzhuang.engine.know.snapshots import Snapshot
from qingzhuang.store import models
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Import
from qingzhuang.store.scopes import require, within


def import_of(actor: Actor, import_id: int) -> Import | None:
    """The import with this number, None if there is none in the actor's scopes."""
    return Import.objects.filter(within(actor), pk=import_id).first()


def same_file(actor: Actor, *, region: str, source: str, sha256: str, day: str | None) -> Import | None:
    """
    The live import of the same bytes from the same source, None if there is none.

    day: ISO; None asks for any day (a file without a day of its own is the same file tomorrow too).
    """
    require(actor, region)
    found = Import.objects.filter(region=region, source=source, sha256=sha256, withdrawn_at=None)
    if day is not None:
        found = found.filter(day=day)
    return found.order_by("id").first()


def snapshots_of(actor: Actor, region: str) -> tuple[Snapshot, ...]:
    """The complete membership rosters of the region that still count, oldest first."""
    require(actor, region)
    rows = models.Snapshot.objects.filter(source_import__region=region, source_import__withdrawn_at=None)
    columns = ("element_key", "source_import__source", "day", "source_import_id", "source_import__region")
    return tuple(Snapshot(*words) for words in rows.order_by("id").values_list(*columns))


def imports_by_id(actor: Actor, import_ids: Iterable[int]) -> dict[int, Import]:
    """The imports with these numbers that lie in the actor's scopes."""
    return Import.objects.filter(within(actor)).in_bulk(list(import_ids))


def refused_names(actor: Actor, region: str) -> dict[int, frozenset[str]]:
    """
    Import → names printed in rows it refused: a complete roster says nothing of somebody it may well list.

    Raises:
        RefusedError: outside the actor's scopes.
    """
    require(actor, region)
    live = Import.objects.filter(region=region, withdrawn_at=None).exclude(refused="[]")
    return {
        import_id: frozenset(name for _sheet, _row, _sentence, name in json.loads(refused) if name)
        for import_id, refused in live.values_list("id", "refused")
    }


def imports_lately(actor: Actor, *, most: int = 50) -> tuple[Import, ...]:
    """The last imports into the actor's villages, the newest first."""
    return tuple(Import.objects.filter(within(actor)).order_by("-id")[:most])
