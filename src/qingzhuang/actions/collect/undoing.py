"""Taking an import back. Rule R-IMP-09 in docs/rules/store.md."""

from django.db import transaction

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.actions import ActionCode
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.store.actors import Actor
from qingzhuang.store.house import county_catalogue
from qingzhuang.store.models import Import
from qingzhuang.store.queries.imports import import_of
from qingzhuang.store.writers.imports import journalled, withdraw
from qingzhuang.store.writers.journal import record
from qingzhuang.store.writers.register import rebuild
from qingzhuang.store.writers.villages import lock_region


def undo(actor: Actor, *, import_id: int) -> Import:
    """
    Take an import back: what it said no longer counts, nor what was implied by it. Nothing is deleted.

    Raises:
        RefusedError: no such import in scope, or it was taken back before.
    """
    with transaction.atomic():
        found = import_of(actor, import_id)
        if found is None:
            raise RefusedError(Problem(ActionCode.NO_SUCH_IMPORT, {"import_id": import_id}))
        lock_region(found.region)
        found.refresh_from_db()
        if found.withdrawn_at is not None:
            raise RefusedError(Problem(ActionCode.ALREADY_UNDONE, {"import_id": import_id}))
        withdraw(found)
        rebuild(actor, found.region, catalogue=load_catalogue(county_catalogue()))
        record(
            actor,
            action="collect.undo",
            object_=f"{found.region} import {import_id}",
            values=journalled(found),
        )
    return found
