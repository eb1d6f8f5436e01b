"""The three lists as they were in force on a day, searched and counted; readable by everybody signed in."""

import json
from dataclasses import dataclass
from functools import lru_cache

from django.utils import timezone

from qingzhuang.engine.admit.domain import ListClass
from qingzhuang.engine.admit.listed import Lists
from qingzhuang.engine.admit.lists.differences import Differences, differences
from qingzhuang.engine.admit.lists.domain import PRINTED, USUAL_NAMES, DutyLine
from qingzhuang.engine.admit.lists.fitting import best_place, duty_index
from qingzhuang.engine.admit.lists.searching import Index, found
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import Duty, ListVersion
from qingzhuang.store.roles import Right


@dataclass(frozen=True, slots=True)
class Version:
    """A published version. names: what its lists are called. counts: lines of each. published_on: ISO day."""

    id: int
    effective_from: str
    names: dict[ListClass, str]
    counts: dict[ListClass, int]
    basis: str = ""
    note: str = ""
    is_example: bool = False
    published_on: str = ""

    @property
    def n_ours(self) -> int:
        """How many lines the village does or helps with."""
        return self.counts[ListClass.DUTY] + self.counts[ListClass.SUPPORT]


@dataclass(frozen=True, slots=True)
class Fit:
    """The line that an application's title means, and how well it fits, 0–1."""

    duty: DutyLine
    likeness: float


def versions(actor: Actor) -> tuple[Version, ...]:
    """
    Every published version, the newest first.

    Raises:
        RefusedError: the actor is not signed in.
    """
    allow(actor, Right.READ)
    return tuple(map(_version, ListVersion.objects.order_by("-effective_from")))


def version_on(actor: Actor, *, on: str) -> Version | None:
    """
    The version in force on an ISO day, None before the first.

    Raises:
        RefusedError: the actor is not signed in.
    """
    allow(actor, Right.READ)
    row = _row(on)
    return _version(row) if row is not None else None


def duties(actor: Actor, *, on: str, words: str = "") -> tuple[DutyLine, ...]:
    """
    The lines in force on an ISO day as printed; of words, those that are meant, the best first. R-LST-05.

    words: in a cadre's own words, parts of them, pinyin or its first letters; "" for every line.

    Raises:
        RefusedError: the actor is not signed in.
    """
    allow(actor, Right.READ)
    row = _row(on)
    if row is None:
        return ()
    lines, index = _ready(row.pk, row.published_at.isoformat())
    return tuple(lines[at] for at in found(index, words)) if words.strip() else lines


def classify(actor: Actor, title: str, *, on: str) -> Fit | None:
    """
    The line in force on an ISO day that an application's title means, None where none fits. R-LST-07.

    Raises:
        RefusedError: the actor is not signed in.
    """
    allow(actor, Right.READ)
    row = _row(on)
    if row is None:
        return None
    lines, index = _ready(row.pk, row.published_at.isoformat())
    best = best_place(title, lines, index)
    return Fit(lines[best[0]], best[1]) if best is not None else None


def lists_in_force(actor: Actor, *, on: str) -> Lists | None:
    """
    The three lists in force on an ISO day, ready to be laid beside an application; None before the first.

    Raises:
        RefusedError: the actor is not signed in.
    """
    allow(actor, Right.READ)
    row = _row(on)
    if row is None:
        return None
    lines, index = _ready(row.pk, row.published_at.isoformat())
    return Lists(lines, index, _version(row).names)


def duties_of(actor: Actor, version_id: int) -> tuple[DutyLine, ...]:
    """
    The lines of one version as printed.

    Raises:
        RefusedError: not signed in, or no such version.
    """
    allow(actor, Right.READ)
    row = ListVersion.objects.filter(pk=version_id).first()
    if row is None:
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    return _ready(row.pk, row.published_at.isoformat())[0]


def changes_between(actor: Actor, old_id: int, new_id: int) -> Differences:
    """
    What changed from one version to another. R-LST-04.

    Raises:
        RefusedError: not signed in, or no such version.
    """
    return differences(duties_of(actor, old_id), duties_of(actor, new_id))


def _row(on: str) -> ListVersion | None:
    return ListVersion.objects.filter(effective_from__lte=on).order_by("-effective_from").first()


@lru_cache(maxsize=4)
def _ready(version_id: int, published_at: str) -> tuple[tuple[DutyLine, ...], Index]:  # noqa: ARG001 (a key)
    """The lines of a version and the index over them, read once: a published version never changes."""
    lines = tuple(
        DutyLine(
            list_class=ListClass(row.list_class),
            number=row.number,
            name=row.name,
            category=row.category,
            department=row.department,
            basis=row.basis,
            clause=row.clause,
            support=row.support,
            forms=row.forms,
            valid_until=row.valid_until,
            id=str(row.pk),
        )
        for row in Duty.objects.filter(version_id=version_id).order_by("id")
    )
    return lines, duty_index(lines)


def _version(row: ListVersion) -> Version:
    names = json.loads(row.names)
    kinds = [line.list_class for line in _ready(row.pk, row.published_at.isoformat())[0]]
    return Version(
        id=row.pk,
        effective_from=row.effective_from,
        names={each: names.get(each.value) or USUAL_NAMES[each] for each in PRINTED},
        counts={each: kinds.count(each) for each in PRINTED},
        basis=row.basis,
        note=row.note,
        is_example=row.is_example,
        published_on=timezone.localtime(row.published_at).date().isoformat(),
    )
