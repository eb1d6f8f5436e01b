"""The one register of everything villages are asked for, and the two books with their caps; no residents."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from qingzhuang.engine.admit.domain import Frequency, Kind
from qingzhuang.engine.admit.lists.counting import BookRoom, MatterCounts, capped, count_days, counted
from qingzhuang.engine.admit.lists.domain import BOOK_NAMES, INTO, MatterLine
from qingzhuang.engine.admit.lists.ledgers import LedgerRoom
from qingzhuang.engine.admit.lists.searching import Entry, found, indexed
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import LedgerCap, Matter
from qingzhuang.store.roles import Right


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which matters. kind, book, issuer: "" for all. is_ended: None for both. words: as typed."""

    kind: str = ""
    book: str = ""
    issuer: str = ""
    is_ended: bool | None = False
    words: str = ""


@dataclass(frozen=True, slots=True)
class MatterSeen:
    """A matter with the one it went into and those that went into it."""

    line: MatterLine
    into: MatterLine | None
    merged: tuple[MatterLine, ...]


def matters(actor: Actor, *, on: str, chosen: Chosen) -> tuple[MatterLine, ...]:
    """
    The matters that were chosen, as of an ISO day: by kind, then as entered; of words, the best first.

    Raises:
        RefusedError: the actor is not signed in.
    """
    allow(actor, Right.READ)
    rows = Matter.objects.all()
    for field in ("kind", "book", "issuer"):
        if value := getattr(chosen, field):
            rows = rows.filter(**{field: value})
    order = {kind.value: at for at, kind in enumerate(Kind)}
    lines = sorted(_lines(rows), key=lambda line: (order[line.kind.value], line.id))
    if chosen.is_ended is not None:
        lines = [line for line in lines if _has_ended(line, on) is chosen.is_ended]
    if not chosen.words.strip():
        return tuple(lines)
    index = indexed(Entry(line.name, " ".join((line.issuer, line.basis, line.number))) for line in lines)
    return tuple(lines[at] for at in found(index, chosen.words))


def matter(actor: Actor, matter_id: int) -> MatterSeen:
    """
    One matter, what it went into and what went into it. R-LST-11.

    Raises:
        RefusedError: not signed in, or no such matter.
    """
    allow(actor, Right.READ)
    row = Matter.objects.filter(pk=matter_id).first()
    if row is None:
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    line = _line(row)
    named = Matter.objects.filter(kind=line.kind.value, name=line.into).exclude(pk=row.pk)
    kept = named.filter(ended_on__isnull=True).order_by("id").first()
    into = (kept or named.order_by("-ended_on", "id").first()) if line.into else None
    merged = Matter.objects.filter(kind=line.kind.value, why_ended=f"{INTO}{line.name}").order_by("id")
    return MatterSeen(line, _line(into) if into is not None else None, tuple(_lines(merged)))


def issuers(actor: Actor) -> tuple[str, ...]:
    """
    The names of everybody who asks villages for something, in order.

    Raises:
        RefusedError: the actor is not signed in.
    """
    allow(actor, Right.READ)
    names = Matter.objects.exclude(issuer="").order_by("issuer").values_list("issuer", flat=True)
    return tuple(names.distinct())


def yearly_counts(actor: Actor, *, today: str) -> tuple[MatterCounts, ...]:
    """
    Matters in force at the end of each of the last years and today, per kind and book. R-LST-09.

    Raises:
        RefusedError: the actor is not signed in.
    """
    allow(actor, Right.READ)
    lines = tuple(_lines(Matter.objects.order_by("id")))
    since = min((line.started_on for line in lines), default="")
    return tuple(counted(lines, on=day) for day in count_days(today, since=since))


def books(actor: Actor, *, on: str) -> tuple[BookRoom, ...]:
    """
    The two books on an ISO day: how many ledgers each holds, and how many it may. R-LST-10.

    Raises:
        RefusedError: the actor is not signed in.
    """
    allow(actor, Right.READ)
    ledgers = tuple(_lines(Matter.objects.filter(kind=Kind.LEDGER.value).exclude(book="")))
    held = counted(ledgers, on=on).by_book
    caps = tuple(LedgerCap.objects.values_list("book", "most", "effective_from"))
    return tuple(BookRoom(book, held[book], capped(book, caps, on=on)) for book in BOOK_NAMES)


def ledger_room(actor: Actor, *, on: str) -> LedgerRoom:
    """
    Whether the books have room for one more ledger on an ISO day. R-LST-13.

    Raises:
        RefusedError: the actor is not signed in.
    """
    let_in = Matter.objects.filter(kind=Kind.LEDGER.value, book="").exclude(number="")
    return LedgerRoom(books(actor, on=on), let_in.filter(Q(ended_on=None) | Q(ended_on__gt=on)).count())


def _has_ended(line: MatterLine, on: str) -> bool:
    return bool(line.ended_on) and line.ended_on <= on


def _lines(rows: QuerySet[Matter]) -> Iterable[MatterLine]:
    return map(_line, rows)


def _line(row: Matter) -> MatterLine:
    return MatterLine(
        kind=Kind(row.kind),
        name=row.name,
        issuer=row.issuer,
        book=row.book,
        frequency=Frequency(row.frequency) if row.frequency in set(Frequency) else None,
        basis=row.basis,
        started_on=row.started_on,
        ended_on=row.ended_on or "",
        why_ended=row.why_ended,
        number=row.number,
        note=row.note,
        office=row.office,
        is_example=row.is_example,
        id=row.pk,
    )
