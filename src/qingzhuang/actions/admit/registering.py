"""The register of matters: taken in from the county's own file, exported; the caps of the two books."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from django.db import transaction
from django.utils import timezone

from qingzhuang.actions.admit.listing import CountyFile
from qingzhuang.engine.admit.domain import FREQUENCY_NAMES, KIND_NAMES, Kind
from qingzhuang.engine.admit.lists.domain import BOOK_NAMES, MatterLine
from qingzhuang.engine.admit.lists.duties import name_key
from qingzhuang.engine.admit.lists.matters import ReadMatter, missing_targets, read_matters
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.lists import ListsCode
from qingzhuang.files.intake.countylists import county_sheets
from qingzhuang.files.workbooks.plainlists import plain_list
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.queries.matters import Chosen, books, matters
from qingzhuang.store.roles import Right
from qingzhuang.store.writers.journal import record
from qingzhuang.store.writers.matters import book_matter, close_matter, enter_matters, put_cap

_MOST_CAP = 999
_COLUMNS = (
    ("事项名称", 40), ("种类", 14), ("发表单位", 18), ("频次", 12), ("依据", 30), ("账本", 10),
    ("起始", 12), ("终止", 12), ("去向", 28), ("准入编号", 18), ("备注", 20),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class MatterWish:
    """How matters are taken in. on: ISO day for lines that name none. is_trial: write nothing."""

    on: str
    today: str
    is_example: bool = False
    is_trial: bool = False


@dataclass(frozen=True, slots=True)
class MatterChanges:
    """What a file comes to; with problems nothing is written. entered: new ones; n_kept of them are kept."""

    problems: tuple[Problem, ...]
    entered: tuple[MatterLine, ...] = ()
    n_kept: int = 0
    n_ended: int = 0
    n_booked: int = 0
    n_same: int = 0


@dataclass(frozen=True, slots=True)
class _Steps:
    """What is to be written: new lines, (id, line) that end, (id, book) that change book."""

    new: list[MatterLine]
    ending: list[tuple[int, MatterLine]]
    booking: list[tuple[int, str]]
    problems: list[Problem]


def import_matters(actor: Actor, *, given: CountyFile, wish: MatterWish) -> MatterChanges:
    """
    Take in a county's register of matters, whole or not at all; what is there already stays. R-LST-08.

    Raises:
        RefusedError: the actor does not keep the register; the file cannot be read; a book would come over
            its cap.
    """
    allow(actor, Right.CURATE)
    read = read_matters(county_sheets(given.name, given.content), on=wish.on)
    with transaction.atomic():
        there = matters(actor, on=wish.today, chosen=Chosen(is_ended=None))
        live = [line.name for line in there if not line.ended_on]
        steps, n_same = _steps(read.matters, there)
        problems = (*read.problems, *missing_targets(read.matters, live), *steps.problems)
        if not problems:
            _write(actor, steps, wish)
        changes = MatterChanges(
            problems,
            tuple(steps.new),
            sum(not line.ended_on for line in steps.new),
            len(steps.ending),
            len(steps.booking),
            n_same,
        )
        record(actor, action="admit.import_matters", object_=wish.on, values=_said(changes))
        if wish.is_trial or problems:
            transaction.set_rollback(True)
    return changes


def export_matters(actor: Actor, *, on: str, chosen: Chosen, county: str) -> bytes:
    """
    The matters that were chosen as .xlsx; it can be taken in again.

    Raises:
        RefusedError: the actor is not signed in.
    """
    allow(actor, Right.READ)
    lines = matters(actor, on=on, chosen=chosen)
    note = f"{county}村级事项总账，{on}，共 {len(lines)} 件"
    content = plain_list("事项总账", _COLUMNS, [_row(line) for line in lines], note=note)
    with transaction.atomic():
        record(actor, action="admit.export_matters", object_=on, values={"lines": len(lines)})
    return content


def set_cap(actor: Actor, *, book: str, most: str, effective_from: str, today: str) -> None:
    """
    Set how many ledgers a book may hold from an ISO day on. most: as typed. R-LST-10.

    Raises:
        RefusedError: the actor does not keep the register; no such book; no number; a day that is past.
    """
    allow(actor, Right.CURATE)
    if book not in BOOK_NAMES:
        raise RefusedError(Problem(ListsCode.BAD_BOOK, {"books": "、".join(BOOK_NAMES.values())}))
    if not (most.strip().isascii() and most.strip().isdigit() and int(most) <= _MOST_CAP):
        raise RefusedError(Problem(ListsCode.BAD_CAP))
    if effective_from < today:
        raise RefusedError(Problem(ListsCode.CAP_DAY, {"day": effective_from}))
    with transaction.atomic():
        put_cap(book=book, most=int(most), effective_from=effective_from)
        record(actor, action="admit.set_cap", object_=f"{book} {effective_from}", values={"most": int(most)})


def refuse_over_cap(actor: Actor, before: dict[str, int], *, on: str) -> None:
    """
    Refuse what brought a book over its cap; to be called inside the transaction that did. R-LST-10.

    before: how many ledgers each book held. on: ISO day.

    Raises:
        RefusedError: a book holds more than its cap, and more than before.
    """
    for room in books(actor, on=on):
        now = before.get(room.book, 0)
        if room.most is not None and replace(room, now=now).is_too_many(room.now):
            params: dict[str, str | int] = {
                "book": room.name, "most": room.most, "now": now, "then": room.now, "n": room.now - room.most,
            }  # fmt: skip
            raise RefusedError(Problem(ListsCode.OVER_CAP, params))


def _steps(read: Sequence[ReadMatter], there: Sequence[MatterLine]) -> tuple[_Steps, int]:
    """What each line of a file asks to be written, beside what is in the register."""
    known = {_key(line): line for line in there if line.ended_on}
    known |= {_key(line): line for line in there if not line.ended_on}
    steps, seen, n_same = _Steps([], [], [], []), set[tuple[Kind, str, str]](), 0
    for each in read:
        key, line = _key(each.line), each.line
        row = known.get(key)
        if key in seen:
            steps.problems.append(
                Problem(ListsCode.LINE_TWICE, {"place": each.place, "name": line.name[:40]})
            )
        elif row is None or (row.ended_on and not line.ended_on and line.started_on >= row.ended_on):
            steps.new.append(line)
        elif line.ended_on and not row.ended_on:
            _end(steps, row, line)
        elif line.book and line.book != row.book and not row.ended_on:
            steps.booking.append((row.id, line.book))
        else:
            n_same += 1
        seen.add(key)
    return steps, n_same


def _end(steps: _Steps, row: MatterLine, line: MatterLine) -> None:
    """A line that ends what is in the register; a number ends by being withdrawn, not here."""
    if row.number:
        steps.problems.append(Problem(ListsCode.NUMBERED, {"name": row.name, "number": row.number}))
    else:
        steps.ending.append((row.id, line))


def _key(line: MatterLine) -> tuple[Kind, str, str]:
    return line.kind, name_key(line.name), line.issuer


def _write(actor: Actor, steps: _Steps, wish: MatterWish) -> None:
    before = {room.book: room.now for room in books(actor, on=wish.today)}
    enter_matters(steps.new, at=timezone.now(), is_example=wish.is_example)
    for matter_id, line in steps.ending:
        close_matter(matter_id, on=line.ended_on, why=line.why_ended)
    for matter_id, book in steps.booking:
        book_matter(matter_id, book=book)
    refuse_over_cap(actor, before, on=wish.today)


def _row(line: MatterLine) -> tuple[str, ...]:
    return (
        line.name,
        KIND_NAMES[line.kind],
        line.issuer,
        FREQUENCY_NAMES[line.frequency] if line.frequency else "",
        line.basis,
        BOOK_NAMES.get(line.book, ""),
        line.started_on,
        line.ended_on,
        line.why_ended or "保留",
        line.number,
        line.note,
    )


def _said(changes: MatterChanges) -> dict[str, object]:
    """What the journal keeps: counts."""
    return {
        "entered": len(changes.entered),
        "kept": changes.n_kept,
        "ended": changes.n_ended,
        "booked": changes.n_booked,
        "same": changes.n_same,
        "problems": len(changes.problems),
    }
