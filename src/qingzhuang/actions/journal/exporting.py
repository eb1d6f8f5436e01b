"""Taking the journal out of the house, sealed."""

import os
from pathlib import Path

from django.conf import settings
from django.db import transaction

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.exported import exported
from qingzhuang.store.queries.journal import lines_with_details
from qingzhuang.store.signing import signing_key
from qingzhuang.store.writers.journal import record


def export_journal(actor: Actor, *, out: Path, at: str) -> int:
    """
    Write the whole journal into a new file that only its owner reads; how many lines. at: ISO instant.

    That it was taken out is a line of the journal itself: the last one of the export.

    Raises:
        RefusedError: the file is there already, or cannot be written.
        PermissionError: the actor does not audit.
    """
    with transaction.atomic():
        record(actor, action="journal.export_journal", object_="journal", values={})
        lines = exported(lines_with_details(actor), key=signing_key(settings.HOME), at=at)
        try:
            handle = os.open(out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "w", encoding="utf-8") as file:
                n = sum(bool(file.write(line)) for line in lines)
        except OSError as error:
            raise RefusedError(Problem(StoreCode.NO_PLACE_FOR_EXPORT, {"file": out.name})) from error
    return n - 1  # the seal is no line of the journal
