"""One matter of the register: ended, merged into another, or put into one of the two books."""

from django.db import transaction

from qingzhuang.actions.admit.registering import refuse_over_cap
from qingzhuang.engine.admit.domain import KIND_NAMES, Kind
from qingzhuang.engine.admit.lists.domain import BOOK_NAMES, INTO, MatterLine
from qingzhuang.engine.admit.lists.duties import name_key
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.lists import ListsCode
from qingzhuang.engine.values.isodays import is_iso_day
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.lengths import check_length
from qingzhuang.store.models import Matter
from qingzhuang.store.queries.matters import Chosen, books, matter, matters
from qingzhuang.store.roles import Right
from qingzhuang.store.writers.journal import record
from qingzhuang.store.writers.matters import book_matter, close_matter


def end_matter(actor: Actor, *, matter_id: int, on: str, why: str, today: str) -> None:
    """
    End a matter from an ISO day on, with a reason. R-LST-11.

    Raises:
        RefusedError: the actor does not keep the register; no such matter; it has ended, or holds a number;
            no reason; a day that is past, or before it began.
    """
    allow(actor, Right.CURATE)
    if not why.strip():
        raise RefusedError(Problem(ListsCode.NO_REASON))
    check_length(why.strip(), what="理由", model=Matter, field="why_ended")
    with transaction.atomic():
        line = _open(actor, matter_id, on=on, today=today)
        close_matter(line.id, on=on, why=why.strip())
        record(actor, action="admit.end_matter", object_=f"matter {line.id}", values={"on": on, "why": why})


def merge_matter(actor: Actor, *, matter_id: int, into: str, on: str, today: str) -> str:
    """
    End a matter from an ISO day on because another one does its work; the name of that one. R-LST-11.

    into: its name, of the same kind and still kept.

    Raises:
        RefusedError: as `end_matter`; no such other matter, it is of another kind, or it is the same one.
    """
    allow(actor, Right.CURATE)
    with transaction.atomic():
        line = _open(actor, matter_id, on=on, today=today)
        other = _target(actor, line, into, on)
        why = f"{INTO}{other.name}"
        check_length(why, what="要整合到的名称", model=Matter, field="why_ended")
        close_matter(line.id, on=on, why=why)
        values: dict[str, object] = {"on": on, "into": other.id}
        record(actor, action="admit.merge_matter", object_=f"matter {line.id}", values=values)
    return other.name


def put_in_book(actor: Actor, *, matter_id: int, book: str, today: str) -> None:
    """
    Put a ledger into one of the two books, "" takes it out; a full book takes none. R-LST-10.

    Raises:
        RefusedError: the actor does not keep the register; no such matter, no ledger, no such book; the
            book would come over its cap.
    """
    allow(actor, Right.CURATE)
    if book and book not in BOOK_NAMES:
        raise RefusedError(Problem(ListsCode.BAD_BOOK, {"books": "、".join(BOOK_NAMES.values())}))
    with transaction.atomic():
        line = matter(actor, matter_id).line
        if line.kind is not Kind.LEDGER:
            raise RefusedError(Problem(ListsCode.NOT_A_LEDGER, {"name": line.name}))
        before = {room.book: room.now for room in books(actor, on=today)}
        book_matter(line.id, book=book)
        refuse_over_cap(actor, before, on=today)
        record(actor, action="admit.put_in_book", object_=f"matter {line.id}", values={"book": book})


def _open(actor: Actor, matter_id: int, *, on: str, today: str) -> MatterLine:
    """The matter, if it can end on that day here."""
    line = matter(actor, matter_id).line
    if line.ended_on:
        raise RefusedError(Problem(ListsCode.ENDED, {"name": line.name, "day": line.ended_on}))
    if line.number:
        raise RefusedError(Problem(ListsCode.NUMBERED, {"name": line.name, "number": line.number}))
    if not is_iso_day(on):
        raise RefusedError(Problem(ListsCode.BAD_DAY))
    if on < today:
        raise RefusedError(Problem(ListsCode.END_PAST, {"day": on}))
    if on < line.started_on:
        raise RefusedError(Problem(ListsCode.END_EARLY, {"day": on, "started": line.started_on}))
    return line


def _target(actor: Actor, line: MatterLine, into: str, on: str) -> MatterLine:
    """The kept matter of that name, of the same kind."""
    wanted = name_key(into)
    kept = [each for each in matters(actor, on=on, chosen=Chosen()) if name_key(each.name) == wanted]
    others = [each for each in kept if each.id != line.id]
    alike = [each for each in others if each.kind is line.kind]
    if alike:
        return alike[0]
    if others:
        params = {"name": others[0].name, "kind": KIND_NAMES[others[0].kind]}
        raise RefusedError(Problem(ListsCode.OTHER_KIND, params))
    code = ListsCode.INTO_ITSELF if kept else ListsCode.NO_TARGET
    raise RefusedError(Problem(code, {} if kept else {"name": into.strip()[:60]}))
