"""Taking in a county's own list of regions: whole, or not at all."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from qingzhuang.actions.organisations.lists import ListFile, read_list
from qingzhuang.actions.organisations.regionlists import COLUMNS, Checked, Named, RegionLine, check_regions
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.organisations import OrganisationsCode
from qingzhuang.engine.values.regioncodes import Level, level_of, prefix_of
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.models import Office
from qingzhuang.store.queries.regions import present_names
from qingzhuang.store.roles import Right
from qingzhuang.store.writers.journal import record
from qingzhuang.store.writers.regions import add_alias, close_region
from qingzhuang.store.writers.villages import open_region


@dataclass(frozen=True, slots=True)
class Renamed:
    """A code that gets another name from a day on."""

    code: str
    old: str
    new: str
    since: str


@dataclass(frozen=True, slots=True)
class RegionChanges:
    """
    What a list of regions comes to; with problems nothing is written.

    opened: code and name of the new ones. gone: those of its counties and levels it leaves out.
    n_closed: how many of them were ended. n_aliases: names that regions are found by from now on.
    """

    problems: tuple[Problem, ...]
    n_lines: int
    opened: tuple[tuple[str, str], ...] = ()
    renamed: tuple[Renamed, ...] = ()
    n_unchanged: int = 0
    n_aliases: int = 0
    gone: tuple[tuple[str, str], ...] = ()
    n_closed: int = 0


@dataclass(frozen=True, slots=True)
class RegionWish:
    """How a list is to be taken. on: ISO day for lines without one. is_closing: end the codes it left out."""

    on: str
    today: str
    is_closing: bool = False
    is_trial: bool = False


def import_regions(actor: Actor, *, given: ListFile, wish: RegionWish) -> RegionChanges:
    """
    Take in a list of regions, whole or not at all; a trial writes nothing. R-ORG-03.

    Raises:
        RefusedError: not an administrator, or the file holds no such list.
    """
    allow(actor, Right.ADMINISTER)
    lines = read_list(given, COLUMNS)
    now = {code: Named(*each) for code, each in present_names(actor, [""]).items()}
    checked = check_regions(actor, lines, now=now, on=wish.on, today=wish.today)
    with transaction.atomic():
        changes = _written(checked, now, wish)
        record(
            actor, action="organisations.import_regions", object_=_counties(checked), values=_said(changes)
        )
        if wish.is_trial or changes.problems:
            transaction.set_rollback(True)
    return changes


def _written(checked: Checked, now: dict[str, Named], wish: RegionWish) -> RegionChanges:
    """Write what is new; comes back: what it was."""
    if checked.problems:
        return RegionChanges(checked.problems, len(checked.lines) + len(checked.problems))
    listed = {line.code for line in checked.lines}
    counties = tuple({code[:6] for code in listed})
    levels = {level_of(code) for code in listed}  # a list of villages says nothing of towns
    gone = tuple(
        (code, named.name)
        for code, named in now.items()
        if code not in listed and code.startswith(counties) and level_of(code) in levels
    )
    in_use = _in_use(gone) if wish.is_closing else ()
    if in_use:
        return RegionChanges(in_use, len(checked.lines))
    renamed = tuple(
        Renamed(line.code, now[line.code].name, line.name, line.since)
        for line in checked.lines
        if line.code in now and now[line.code].name != line.name
    )
    for line in checked.lines:
        open_region(code=line.code, name=line.name, on=line.since)
    for code, _ in gone if wish.is_closing else ():
        close_region(code, on=wish.on)
    opened = tuple((line.code, line.name) for line in checked.lines if line.code not in now)
    return RegionChanges(
        problems=(),
        n_lines=len(checked.lines),
        opened=opened,
        renamed=renamed,
        n_unchanged=len(checked.lines) - len(opened) - len(renamed),
        n_aliases=_other_names(checked.lines, renamed),
        gone=gone,
        n_closed=len(gone) if wish.is_closing else 0,
    )


def _in_use(gone: Sequence[tuple[str, str]]) -> tuple[Problem, ...]:
    """Which places to be ended still hold an office that acts. R-ORG-06."""
    names = dict(gone)
    found = Office.objects.filter(region__in=names, closed_on__isnull=True).order_by("region", "code")
    return tuple(
        Problem(
            OrganisationsCode.REGION_IN_USE,
            {"name": names[office.region], "code": office.region, "office": office.name},
        )
        for office in found
    )


def _other_names(lines: Sequence[RegionLine], renamed: Sequence[Renamed]) -> int:
    """Keep the other names, and the name a region had, for finding it. R-ORG-06."""
    pairs = [(line.code, alias) for line in lines for alias in line.aliases if alias != line.name]
    pairs += [(each.code, each.old) for each in renamed]
    return sum(add_alias(code, name) for code, name in pairs)


def _counties(checked: Checked) -> str:
    """The counties that the list is of, as the journal's object."""
    found = {prefix_of(line.code)[:6] for line in checked.lines if level_of(line.code) is not Level.PROVINCE}
    return " ".join(sorted(found)) or "-"


def _said(changes: RegionChanges) -> dict[str, object]:
    """What the journal keeps: codes and counts."""
    return {
        "lines": changes.n_lines,
        "opened": [code for code, _ in changes.opened],
        "renamed": [each.code for each in changes.renamed],
        "closed": changes.n_closed,
        "aliases": changes.n_aliases,
    }
