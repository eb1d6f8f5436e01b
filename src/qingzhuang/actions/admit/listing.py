"""The three lists: taken in from the county's own file, shown first, published from a day on; printed."""

from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction
from django.utils import timezone

from qingzhuang.engine.admit.domain import ListClass
from qingzhuang.engine.admit.lists.differences import Differences, differences
from qingzhuang.engine.admit.lists.domain import PRINTED, USUAL_NAMES, DutyLine
from qingzhuang.engine.admit.lists.duties import read_lists
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.lists import ListsCode
from qingzhuang.engine.values.isodays import is_iso_day
from qingzhuang.files.intake.countylists import county_sheets
from qingzhuang.files.print.papers import PaperSize, WallItem, WallList, WallSheet
from qingzhuang.files.print.wallsheets import wall_sheet
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.lengths import check_length
from qingzhuang.store.models import ListVersion
from qingzhuang.store.queries.lists import Version, duties_of, version_on, versions
from qingzhuang.store.roles import Right
from qingzhuang.store.writers.journal import record
from qingzhuang.store.writers.lists import VersionWords, put_version

_FULL_DAY = len("2026-12-31")


@dataclass(frozen=True, slots=True)
class CountyFile:
    """A file of the county. name: as its owner calls it. content: all of it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class ListWish:
    """
    How a version is to be published. effective_from: ISO day. basis: 文号 of its publication.

    note: for readers. names: list class → printed name, where the file's own words are not wanted.
    is_trial: write nothing.
    """

    effective_from: str
    basis: str = ""
    note: str = ""
    names: tuple[tuple[ListClass, str], ...] = ()
    is_example: bool = False
    is_trial: bool = False


@dataclass(frozen=True, slots=True)
class Published:
    """
    What a file comes to; with problems nothing is written. changes: against the version before it.

    names: what its lists are called. version_id: 0 where nothing was written.
    """

    lines: tuple[DutyLine, ...]
    names: dict[ListClass, str]
    problems: tuple[Problem, ...]
    changes: Differences
    version_id: int = 0

    @property
    def counts(self) -> dict[ListClass, int]:
        """Lines of each list."""
        return {each: sum(line.list_class is each for line in self.lines) for each in PRINTED}


def publish_lists(actor: Actor, *, given: CountyFile, wish: ListWish) -> Published:
    """
    Take in a county's three lists and publish them from a day on; a trial only shows. R-LST-03.

    Raises:
        RefusedError: the actor does not keep the lists; the file cannot be read; the day is taken or lies
            between two versions; the lists have no names, or the same.
    """
    allow(actor, Right.CURATE)
    before = _before(actor, wish.effective_from)
    known = dict(before.names if before is not None else USUAL_NAMES)
    read = read_lists(county_sheets(given.name, given.content), names=known)
    names = _named(dict(read.names) | {each: name.strip() for each, name in wish.names if name.strip()})
    old = duties_of(actor, before.id) if before is not None else ()
    found = Published(read.lines, names, read.problems, differences(old, read.lines))
    with transaction.atomic():
        _check_day(actor, wish.effective_from)
        words = VersionWords(
            wish.effective_from, {each.value: name for each, name in names.items()},
            wish.basis.strip(), wish.note.strip(), wish.is_example,
        )  # fmt: skip
        check_length(words.basis, what="文号", model=ListVersion, field="basis")
        version = 0
        if not read.problems:
            version = put_version(words, read.lines, at=timezone.now(), by=actor.name)
        record(actor, action="admit.publish_lists", object_=wish.effective_from, values=_said(found, words))
        if wish.is_trial or read.problems:
            transaction.set_rollback(True)
            version = 0
    return replace(found, version_id=version)


def print_lists(actor: Actor, *, on: str, size: str, county: str) -> bytes:
    """
    The three lists in force on an ISO day as a PDF for the wall. size: `a3`, anything else is A4. R-LST-12.

    Raises:
        RefusedError: not signed in; nothing published; no Chinese typeface on this machine.
    """
    allow(actor, Right.READ)
    version = version_on(actor, on=on)
    if version is None:
        raise RefusedError(Problem(ListsCode.NONE_YET))
    sheet = _wall(version, duties_of(actor, version.id), county, size)
    content = wall_sheet(sheet)
    with transaction.atomic():
        record(
            actor,
            action="admit.print_lists",
            object_=version.effective_from,
            values={"size": sheet.size.value},
        )
    return content


def _wall(version: Version, lines: tuple[DutyLine, ...], county: str, size: str) -> WallSheet:
    """The lists as they are printed."""
    return WallSheet(
        county=county,
        title="村级事项三张清单",
        version=version.basis or ("演示用，内容均为虚构" if version.is_example else ""),
        effective_on=date.fromisoformat(version.effective_from),
        lists=tuple(
            WallList(
                version.names[each],
                tuple(_item(line) for line in lines if line.list_class is each),
            )
            for each in PRINTED
        ),
        size=PaperSize.A3 if size == PaperSize.A3.value else PaperSize.A4,
        note=("虚构的例子。" if version.is_example else "")
        + "清单上没有的，多半不归村里；拿不准，问减负办。",
    )


def _item(line: DutyLine) -> WallItem:
    return WallItem(line.name, line.department, f"{line.basis}{line.clause}", line.support)


def _before(actor: Actor, day: str) -> Version | None:
    """The version that holds right before a day."""
    earlier = [version for version in versions(actor) if version.effective_from < day]
    return earlier[0] if earlier else None


def _check_day(actor: Actor, day: str) -> None:
    """A version comes after all others, or before all: what held in between stays as it was. R-LST-03."""
    if not is_iso_day(day):
        raise RefusedError(Problem(ListsCode.BAD_DAY))
    days = sorted(version.effective_from for version in versions(actor))
    if day in days:
        raise RefusedError(Problem(ListsCode.SAME_DAY, {"day": day}))
    if days and days[0] < day < days[-1]:
        raise RefusedError(Problem(ListsCode.BETWEEN, {"day": day, "after": days[-1], "before": days[0]}))


def _named(names: dict[ListClass, str]) -> dict[ListClass, str]:
    """The names, each its own."""
    if len(set(names.values())) != len(PRINTED) or not all(names.values()):
        raise RefusedError(Problem(ListsCode.NO_NAMES))
    return names


def _said(found: Published, words: VersionWords) -> dict[str, object]:
    """What the journal keeps: counts and words."""
    return {
        "lines": {each.value: n for each, n in found.counts.items()},
        "names": words.names,
        "basis": words.basis,
        "added": len(found.changes.added),
        "gone": len(found.changes.gone),
        "moved": len(found.changes.moved),
    }
