"""Importing rosters. Rules R-IMP in docs/rules/store.md."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from qingzhuang.actions.collect.taking import Taken, take_file
from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.collect.said import Collected, RefusedRow
from qingzhuang.engine.know.snapshots import becomes_no
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.actions import ActionCode
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.store.actors import Actor
from qingzhuang.store.house import county_catalogue
from qingzhuang.store.lengths import check_length
from qingzhuang.store.models import Import, Statement
from qingzhuang.store.queries.bindings import memory_for
from qingzhuang.store.queries.imports import same_file
from qingzhuang.store.queries.organisations import village_name
from qingzhuang.store.queries.profiles import profiles_of
from qingzhuang.store.rows import Row
from qingzhuang.store.scopes import check_region
from qingzhuang.store.writers.bulk import reserve_ids
from qingzhuang.store.writers.imports import add_snapshots, journalled, note, open_import
from qingzhuang.store.writers.journal import record
from qingzhuang.store.writers.register import Told, rebuild, silent
from qingzhuang.store.writers.settling import Held
from qingzhuang.store.writers.villages import lock_region


@dataclass(frozen=True, slots=True)
class Roster:
    """
    What is known of the files beside their contents.

    region: 12-digit code of the village. source: who keeps the roster. as_of: ISO day the rosters
    speak of, None: what is printed, else today. is_partial: who is not listed is not 否. today: ISO.
    """

    region: str
    source: str
    as_of: str | None
    is_partial: bool
    today: str


@dataclass(frozen=True, slots=True)
class FileResult:
    """
    What became of one file. problem: why nothing of it was taken (then the rest is empty).

    import_id: for `undo`; None in a dry run, and the earlier import's where the file was taken before.
    accepted: person rows taken (household rows of a household roster). notes: Chinese sentences.
    """

    path: Path
    import_id: int | None
    accepted: int
    refused: tuple[RefusedRow, ...]
    notes: tuple[str, ...]
    problem: Problem | None = None


def import_files(
    actor: Actor, *, paths: Sequence[Path], roster: Roster, told: Told = silent
) -> tuple[FileResult, ...]:
    """
    Import rosters into a village, one result per file in the order given. A file is taken whole or
    not at all; one that cannot be read leaves the others alone; one that was taken before changes
    nothing.

    Raises:
        RefusedError: unknown or foreign region, no source or one too long. Nothing was written.
    """
    return _import(actor, paths=paths, roster=roster, told=told, is_kept=True)


def try_files(
    actor: Actor, *, paths: Sequence[Path], roster: Roster, told: Told = silent
) -> tuple[FileResult, ...]:
    """The results `import_files` would give; nothing is kept (--dry-run)."""
    return _import(actor, paths=paths, roster=roster, told=told, is_kept=False)


def _import(
    actor: Actor, *, paths: Sequence[Path], roster: Roster, told: Told, is_kept: bool
) -> tuple[FileResult, ...]:
    """Read everything first; then write all of it in one transaction, or roll it back."""
    _check(actor, roster)
    catalogue, memory = load_catalogue(county_catalogue()), memory_for(actor, roster.source.strip())
    files = []
    for path in paths:
        told(f"读 {path.name}")
        files.append(take_file(path, catalogue=catalogue, memory=memory))
    with transaction.atomic():
        lock_region(roster.region)
        results = _write(actor, files, roster, catalogue, told)
        if not is_kept:
            transaction.set_rollback(True)
    return results if is_kept else tuple(_without_id(result) for result in results)


def _check(actor: Actor, roster: Roster) -> None:
    """Refuse before any file is read."""
    check_region(roster.region)
    if not roster.source.strip():
        raise RefusedError(Problem(ActionCode.NO_SOURCE))
    check_length(roster.source.strip(), what="来源", model=Import, field="source")
    if village_name(actor, roster.region) is None:
        raise RefusedError(Problem(ActionCode.UNKNOWN_REGION, {"region": roster.region}))


@dataclass(slots=True)
class _Written:
    """An import under way: the file, its import, its rows, its memberships and what to say."""

    taken: Taken
    opened: Import
    memberships: frozenset[str]
    notes: list[str]


def _write(
    actor: Actor, files: Sequence[Taken], roster: Roster, catalogue: Catalogue, told: Told
) -> tuple[FileResult, ...]:
    """Write the imports and their rows, publish the region once, say what became of each file."""
    rows: list[Row] = []
    results: list[FileResult | _Written] = []
    for taken in files:
        settled = _settled(actor, taken, roster)
        results.append(settled or _open(actor, taken, roster, rows))
    opened = [result for result in results if isinstance(result, _Written)]
    if not opened:
        return tuple(result for result in results if isinstance(result, FileResult))
    keys = frozenset(key for each in opened for key in each.memberships)
    before = _held(actor, roster.region) if keys else {}
    after = rebuild(actor, roster.region, catalogue=catalogue, new_rows=rows, keys=keys, told=told)
    for each in opened:
        each.notes += _becoming_no(each, before, after, catalogue)
        note(each.opened, each.notes)
    record(
        actor,
        action="collect.import_files",
        object_=roster.region,  # the imports, however many, stand in the values: an object has 200 characters
        values={"source": roster.source, "files": [journalled(each.opened) for each in opened]},
    )
    return tuple(result if isinstance(result, FileResult) else _result(result) for result in results)


def _settled(actor: Actor, taken: Taken, roster: Roster) -> FileResult | None:
    """The result of a file of which nothing is taken: it has a problem, or it was taken before."""
    if taken.problem:
        return FileResult(taken.path, None, 0, (), (), taken.problem)
    earlier = same_file(
        actor, region=roster.region, source=roster.source.strip(), sha256=taken.sha256, day=roster.as_of
    )
    if earlier is None:
        return None
    said = Problem(ActionCode.ALREADY_IMPORTED, {"import_id": earlier.pk, "day": earlier.day})
    return FileResult(taken.path, earlier.pk, 0, (), (said.sentence,))


def _day_of(sheet: Collected, roster: Roster) -> str:
    """
    The day a sheet speaks of (R-IMP-04): --as-of, else what is printed but never ahead of
    today, else today.
    """
    return roster.as_of or min(sheet.day or roster.today, roster.today)


def _open(actor: Actor, taken: Taken, roster: Roster, rows: list[Row]) -> _Written:
    """
    Write the import itself and its snapshots; its rows are added to `rows`, to be written once
    they are linked.
    """
    opened = open_import(
        actor,
        region=roster.region,
        source=roster.source.strip(),
        file_name=taken.path.name,
        sha256=taken.sha256,
        day=_day_of(next(sheet for sheet in taken.sheets if sheet.bound), roster),
        is_partial=roster.is_partial,
        accepted=taken.accepted,
        refused=[(row.sheet, row.row, row.problem.sentence, row.name) for row in taken.refused],
    )
    ids = iter(reserve_ids(Statement, taken.accepted, after=rows[-1].statement_id if rows else 0))
    for sheet in taken.sheets:
        day = _day_of(sheet, roster)
        add_snapshots(opened, sheet=sheet.sheet, day=day, element_keys=_complete(sheet, roster))
        rows.extend(
            Row(
                next(ids),
                opened.pk,
                opened.source,
                False,
                day,
                said.sheet,
                said.row,
                said.family,
                said.is_household_row,
                said.person,
                said.household,
            )
            for said in sheet.said
        )
    complete = frozenset(key for sheet in taken.sheets for key in _complete(sheet, roster))
    return _Written(taken, opened, complete, list(taken.notes))


def _complete(sheet: Collected, roster: Roster) -> tuple[str, ...]:
    """
    The memberships a sheet lists wholly (R-IMP-06); none if it, or the person importing, says
    it is a part.
    """
    return () if roster.is_partial or sheet.is_partial_list else sheet.membership


def _held(actor: Actor, region: str) -> Held:
    """What is published of everybody in the region."""
    return {profile.subject_id: profile.holdings for profile in profiles_of(actor, region)}


def _becoming_no(written: _Written, before: Held, after: Held, catalogue: Catalogue) -> list[str]:
    """How many residents become 否 by each complete roster of this import (R-IMP-07)."""
    sentences = []
    for key in sorted(written.memberships):
        n = 0
        for subject_id, holdings in after.items():
            holding = holdings.get(key)
            if holding and holding.claim.import_id == written.opened.pk:
                n += becomes_no(before.get(subject_id, {}).get(key), holding)
        sentences.append(Problem(ActionCode.COMPLETE_ROSTER, {"n": n, "name": catalogue[key].name}).sentence)
    return sentences


def _result(written: _Written) -> FileResult:
    """What became of a file that was taken."""
    taken = written.taken
    return FileResult(taken.path, written.opened.pk, taken.accepted, taken.refused, tuple(written.notes))


def _without_id(result: FileResult) -> FileResult:
    """The result of a dry run: numbers given out in it are void."""
    return FileResult(result.path, None, result.accepted, result.refused, result.notes, result.problem)
