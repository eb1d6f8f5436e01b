"""Writing a version of the three lists: once published, its lines stay as they are."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from qingzhuang.engine.admit.lists.domain import DutyLine
from qingzhuang.store.models import Duty, ListVersion


@dataclass(frozen=True, slots=True)
class VersionWords:
    """What is said of a version. names: list class → printed name. effective_from: ISO day."""

    effective_from: str
    names: dict[str, str]
    basis: str = ""
    note: str = ""
    is_example: bool = False


def put_version(words: VersionWords, lines: Iterable[DutyLine], *, at: datetime, by: str) -> int:
    """Write a version with all its lines; its id."""
    version = ListVersion.objects.create(
        effective_from=words.effective_from,
        names=json.dumps(words.names, ensure_ascii=False),
        basis=words.basis,
        note=words.note,
        is_example=words.is_example,
        published_at=at,
        published_by=by,
    )
    Duty.objects.bulk_create(
        Duty(
            version=version,
            list_class=line.list_class.value,
            number=line.number,
            category=line.category,
            name=line.name,
            department=line.department,
            basis=line.basis,
            clause=line.clause,
            support=line.support,
            forms=line.forms,
            valid_until=line.valid_until,
        )
        for line in lines
    )
    return version.pk
