"""Keeping a copy of the whole house; that it was taken stands in the journal, and in the copy."""

from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.backups import check_place, pack
from qingzhuang.store.roles import Right
from qingzhuang.store.stamps import BACKUP, stamp
from qingzhuang.store.writers.journal import record


def back_up(actor: Actor, *, out: Path, at: datetime) -> int:
    """
    Write a backup into a new file; how many bytes it has.

    The line in the journal comes first, so that the copy holds it: who carries everything away is seen there.

    Raises:
        RefusedError: the actor does not keep the system, or the file cannot be written there.
    """
    allow(actor, Right.ADMINISTER)
    check_place(out)
    with transaction.atomic():
        record(actor, action="journal.back_up", object_="backup", values={})
    n_bytes = pack(out, at=at)
    stamp(settings.HOME, BACKUP, at=at)
    return n_bytes
