"""Answers that come back on a form that was sent out. Rules R-RET in docs/rules/returning.md."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from qingzhuang.actions.collect.answering import SOURCE, Answered, answer_rows_written
from qingzhuang.actions.collect.sentforms import Recognised, recognise_returned
from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.fill.asking import Asking
from qingzhuang.engine.fill.fields import asked_of
from qingzhuang.engine.fill.marks import marks_in
from qingzhuang.engine.fill.returned.hearing import Heard, Hearing, NotTaken, Pair, hear
from qingzhuang.engine.fill.returned.village import other_village
from qingzhuang.engine.fill.village import VillageBook, open_book
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.actions import ActionCode
from qingzhuang.engine.problems.returning import ReturningCode
from qingzhuang.engine.read.grid import Workbook
from qingzhuang.files.intake.reading import read_workbook
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.store.actors import Actor
from qingzhuang.store.house import county_catalogue
from qingzhuang.store.queries.imports import same_file
from qingzhuang.store.queries.organisations import village_name
from qingzhuang.store.queries.profiles import profiles_of
from qingzhuang.store.writers.journal import record
from qingzhuang.store.writers.villages import lock_region


@dataclass(frozen=True, slots=True)
class Returned:
    """
    What became of a form that came back. import_id: for `undo`; None if nothing was written.

    diff: every cell with a word that is news. refused: rows and cells not taken. notes: Chinese sentences.
    """

    path: Path
    import_id: int | None
    diff: tuple[Heard, ...]
    refused: tuple[NotTaken, ...]
    notes: tuple[str, ...]

    @property
    def changed(self) -> int:
        """How many of the news replace or settle what was held."""
        return sum(each.news is not None and each.news.is_change for each in self.diff)


@dataclass(frozen=True, slots=True)
class Return:
    """A file that came back. region: 12-digit code. today: ISO. is_kept: False to try only (--dry-run)."""

    path: Path
    region: str
    today: str
    is_kept: bool = True


def return_form(actor: Actor, *, returned: Return) -> Returned:
    """
    Take the answers of a form that came back: what is news becomes facts, the rest is left alone.

    Raises:
        RefusedError: a file that cannot be read, was not sent from here, or is another village's; an unknown
            region. Nothing was written then.
    """
    village = village_name(actor, returned.region)
    if village is None:
        raise RefusedError(Problem(ActionCode.UNKNOWN_REGION, {"region": returned.region}))
    sha256, workbook = _read(returned.path)
    earlier = same_file(actor, region=returned.region, source=SOURCE, sha256=sha256, day=None)
    if earlier is not None:
        said = Problem(ReturningCode.NOTE_TAKEN_BEFORE, {"import_id": earlier.pk, "day": earlier.day})
        return Returned(returned.path, earlier.pk, (), (), (said.sentence,))
    catalogue = load_catalogue(county_catalogue())
    form = recognise_returned(actor, returned.region, workbook, catalogue=catalogue)
    with transaction.atomic():
        lock_region(returned.region)
        result = _take(actor, _File(returned, sha256, form), catalogue=catalogue, village=village)
        if not returned.is_kept:
            transaction.set_rollback(True)
    return result


def _read(path: Path) -> tuple[str, Workbook]:
    """The file's fingerprint and sheets, of one and the same file."""
    if not path.is_file():
        raise RefusedError(Problem(ReturningCode.NO_FILE, {"name": path.name}))
    before = _fingerprint(path)
    workbook = read_workbook(path)
    if _fingerprint(path) != before:
        raise RefusedError(Problem(ReturningCode.FILE_CHANGED, {"name": path.name}))
    return before, workbook


def _fingerprint(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


@dataclass(frozen=True, slots=True)
class _File:
    """A file that was read, with the form it is."""

    returned: Return
    sha256: str
    form: Recognised


def _take(actor: Actor, file: _File, *, catalogue: Catalogue, village: str) -> Returned:
    """Hear the form and write what is news, inside the transaction."""
    returned, form = file.returned, file.form
    profiles = profiles_of(actor, returned.region)
    book = open_book(profiles, catalogue=catalogue, region=returned.region, name=village)
    asking = Asking(book, form.sent.on)
    pairs = _asked(book, form)
    _check_village(asking, pairs)
    hearing = hear(asking, pairs)
    _check_people(hearing, village)
    answered = answer_rows_written(
        actor,
        book=book,
        hearing=hearing,
        file=Answered(returned.path.name, file.sha256, returned.today, form.sent.after_import),
    )
    notes = tuple(_notes(hearing, answered.n_old, pairs, form.others, answered.heard))
    if answered.import_id is None:
        return Returned(returned.path, None, (), answered.refused, notes)
    import_id = answered.import_id if returned.is_kept else None
    result = Returned(returned.path, import_id, answered.heard, answered.refused, notes)
    record(
        actor,
        action="collect.return_form",
        object_=f"{returned.region} import {answered.import_id}",
        values=_journalled(file, result),
    )
    return result


def _journalled(file: _File, result: Returned) -> dict[str, object]:
    """What the journal keeps of a return: numbers, never values; whom a file is about may be in its name."""
    return {
        "sha256": file.sha256,
        "answers": len(result.diff),
        "changed": result.changed,
        "refused": len(result.refused),
    }


def _asked(book: VillageBook, form: Recognised) -> tuple[Pair, ...]:
    notes = tuple(note for sheet, _ in form.pairs for note in sheet.layout.notes)
    return tuple((sheet, asked_of(sheet, book, marks_in(notes)), back) for sheet, back in form.pairs)


def _check_village(asking: Asking, pairs: Sequence[Pair]) -> None:
    """Refuse a form that names another village as 填报单位 (R-RET-09)."""
    for sheet, asked, back in pairs:
        unit = other_village(asking, sheet, asked, back)
        if unit:
            params: dict[str, str | int] = {"unit": unit, "village": asking.book.name}
            raise RefusedError(Problem(ReturningCode.OTHER_VILLAGE, params))


def _check_people(hearing: Hearing, village: str) -> None:
    """Refuse a form that names nobody, or mostly people whom this village does not know (R-RET-09)."""
    counts = hearing.counts
    if not counts["named"] and not counts["own"]:
        raise RefusedError(Problem(ReturningCode.NO_IDENTITY))
    unknown = counts["unknown"] + counts["newcomers"]
    if unknown > counts["known"]:
        params: dict[str, str | int] = {
            "n": unknown + counts["known"],
            "unknown": unknown,
            "village": village,
        }
        raise RefusedError(Problem(ReturningCode.OTHER_PEOPLE, params))


def _notes(
    hearing: Hearing, n_old: int, pairs: Sequence[Pair], others: Sequence[str], heard: Sequence[Heard]
) -> list[str]:
    """What the person should know beside the numbers."""
    lost = [
        sheet.layout.fields[at].label or ""
        for sheet, _, back in pairs
        for at in back.lost
        if sheet.layout.fields[at].label
    ]
    unknown = dict.fromkeys(each.label for each in heard if each.is_unknown_label)
    newcomers = {each.newcomer for each in heard if each.newcomer}
    counted = (
        (ReturningCode.NOTE_NEW_PEOPLE, len(newcomers)),
        (ReturningCode.NOTE_BLANKED, hearing.counts["blanked"]),
        (ReturningCode.NOTE_COMPUTED, hearing.counts["computed"]),
        (ReturningCode.NOTE_OLD_WORDS, n_old),
        (ReturningCode.NOTE_OF_VILLAGE, sum(each.is_of_village for each in heard)),
    )
    named = (
        (ReturningCode.NOTE_UNKNOWN_LABELS, "labels", list(unknown)),
        (ReturningCode.NOTE_LOST, "labels", lost),
        (ReturningCode.NOTE_OTHER_SHEETS, "sheets", others),
    )
    notes = [Problem(code, {"n": n}).sentence for code, n in counted if n]
    notes += [
        Problem(code, {what: "、".join(dict.fromkeys(each))}).sentence for code, what, each in named if each
    ]
    return notes if any(heard) or notes else [Problem(ReturningCode.NOTE_NOTHING_NEW).sentence]
