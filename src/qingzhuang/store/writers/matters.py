"""Writing the register of matters: what enters, what leaves, which book a ledger is in, the caps of books."""

from collections.abc import Iterable
from datetime import datetime

from qingzhuang.engine.admit.lists.domain import MatterLine
from qingzhuang.store.models import LedgerCap, Matter, Office


def enter_matters(lines: Iterable[MatterLine], *, at: datetime, is_example: bool = False) -> None:
    """Enter matters; one whose issuer's name is that of an office gets its code."""
    offices = dict(Office.objects.order_by("-opened_on").values_list("name", "code"))
    Matter.objects.bulk_create(
        Matter(
            kind=line.kind.value,
            name=line.name,
            issuer=line.issuer,
            office=offices.get(line.issuer, ""),
            book=line.book,
            frequency=line.frequency.value if line.frequency else "",
            basis=line.basis,
            number=line.number,
            started_on=line.started_on,
            ended_on=line.ended_on or None,
            why_ended=line.why_ended,
            note=line.note,
            is_example=is_example,
            recorded_at=at,
        )
        for line in lines
    )


def close_matter(matter_id: int, *, on: str, why: str) -> bool:
    """End a matter from an ISO day on; whether it was still open."""
    kept = Matter.objects.filter(pk=matter_id, ended_on__isnull=True)
    return bool(kept.update(ended_on=on, why_ended=why))


def book_matter(matter_id: int, *, book: str) -> None:
    """Put a ledger into a book, "" takes it out of both."""
    Matter.objects.filter(pk=matter_id).update(book=book)


def put_cap(*, book: str, most: int, effective_from: str) -> None:
    """Set how many ledgers a book may hold from an ISO day on."""
    LedgerCap.objects.update_or_create(book=book, effective_from=effective_from, defaults={"most": most})
