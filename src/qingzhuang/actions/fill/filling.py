"""Filling a department's form from what is known. Rules R-FIL in docs/rules/filling.md."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from qingzhuang.actions.fill.rendering import FilledFile, named_files, rendered, with_room
from qingzhuang.actions.fill.templates import form_sheets, read_template
from qingzhuang.engine.fill.criteria import parse_who
from qingzhuang.engine.fill.missing import missing_text
from qingzhuang.engine.fill.planning import Form, plan_form
from qingzhuang.engine.fill.village import open_book
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.actions import ActionCode
from qingzhuang.engine.read.grid import Workbook
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.files.workbooks.outputs import target_of
from qingzhuang.files.workbooks.placing import Kept, write_files
from qingzhuang.store.actors import Actor
from qingzhuang.store.house import county_catalogue
from qingzhuang.store.queries.bindings import memory_for
from qingzhuang.store.queries.organisations import village_name
from qingzhuang.store.queries.profiles import profiles_of
from qingzhuang.store.writers.journal import record


@dataclass(frozen=True, slots=True)
class Wish:
    """
    What is wanted of a template.

    region: 12-digit code. today: ISO day. who: criteria as typed, None for the listed people or all.
    on: ISO day, None: the day printed on the form, else today. out: where to, None: beside the template.
    issuer: whose form it is.
    """

    region: str
    today: str
    who: str | None = None
    on: str | None = None
    out: Path | None = None
    issuer: str = ""


@dataclass(frozen=True, slots=True)
class FillResult:
    """What became of a template. out: file or folder. missing_list: None if nothing is left."""

    template: Path
    files: tuple[FilledFile, ...]
    out: Path
    missing_list: Path | None
    notes: tuple[str, ...]


def fill_template(actor: Actor, *, template: Path, wish: Wish) -> FillResult:
    """
    Fill a template and write the same workbook, filled: one file for lists; for cards one per subject.

    Raises:
        RefusedError: a template that cannot be read or has nothing to fill, an unknown region, criteria
            nobody understands, a place that cannot be written. Nothing was written then.
    """
    village = village_name(actor, wish.region)
    if village is None:
        raise RefusedError(Problem(ActionCode.UNKNOWN_REGION, {"region": wish.region}))
    catalogue = load_catalogue(county_catalogue())
    who = parse_who(wish.who, catalogue) if wish.who is not None else None
    memory = memory_for(actor, wish.issuer)
    taken = read_template(template)
    source = taken.source
    sheets = form_sheets(taken.workbook, catalogue=catalogue, memory=memory)
    on = wish.on or next((s.layout.printed_day for s in sheets if s.layout.printed_day), None) or wish.today
    profiles = profiles_of(actor, wish.region)
    book = open_book(profiles, catalogue=catalogue, region=wish.region, name=village)

    def planned(workbook: Workbook) -> Form:
        read = form_sheets(workbook, catalogue=catalogue, memory=memory)
        return plan_form(read, book=book, who=who, on=on)

    form = plan_form(sheets, book=book, who=who, on=on)
    out = target_of(template, wish.out, village=village, is_cards=form.is_cards)
    if form.is_cards and out.suffix.lower() == ".xlsx":
        source, form = with_room(source, form, planned)
    files = named_files(form.outputs, out, [sheet.grid.name for sheet in sheets])
    contents = rendered(source, files, out)
    title = next((s.layout.title for s in sheets if s.layout.title), template.stem)
    to_carry = _to_carry(files, title=title, village=village, day=on)
    listed = out.with_name(f"{out.stem}-缺项清单.txt")
    with transaction.atomic():
        record(
            actor, action="fill.fill_template", object_=wish.region, values=_journalled(template, wish, files)
        )
        kept = write_files(contents, lists=[(listed, to_carry.encode() or None)])
    notes = (*_kept_notes(kept), *_nothing_new(form), *form.notes)
    return FillResult(template, files, out, listed if to_carry else None, notes)


def _kept_notes(kept: Sequence[Kept]) -> tuple[str, ...]:
    """What became of files that stood where the new ones are (R-FIL-73)."""
    if len(kept) > 1:
        what = f"原来的 {len(kept)} 个文件和这次的不一样，改了名字留着（如“{kept[0].kept_as.name}”）"
    else:
        what = "".join(
            f"原来的“{one.path.name}”和这次的不一样，改名为“{one.kept_as.name}”留着" for one in kept
        )
    return (f"{what}；手工补过的内容在里面。",) if kept else ()


def _nothing_new(form: Form) -> tuple[str, ...]:
    """What is said of a list of people in which nothing is left to write (R-FIL-56)."""
    plans = [output.plan for output in form.outputs]
    is_done = not form.is_cards and any(plan.rows for plan in plans) and not any(p.filled for p in plans)
    return ("表上列的人，我们知道的都已经在表上了，这次没有新填的格子。",) if is_done else ()


def _to_carry(files: Sequence[FilledFile], *, title: str, village: str, day: str) -> str:
    """The list of what to ask and what to settle; "" where there is nothing."""
    missing = [line for file in files for line in file.plan.missing]
    disputed = [each for file in files for each in file.plan.disputed]
    if not missing and not disputed:
        return ""
    return missing_text(missing, title=title, village=village, day=day, disputed=disputed)


def _journalled(template: Path, wish: Wish, files: Sequence[FilledFile]) -> dict[str, object]:
    """What the journal keeps of a filling: numbers, never values."""
    return {
        "template": template.name,
        "has_criteria": wish.who is not None,  # the criteria themselves may name a person
        "rows": sum(file.plan.rows for file in files),
        "filled": sum(file.plan.filled for file in files),
        "gaps": sum(len(file.plan.gap_cells) for file in files),
        "conflicts": sum(len(file.plan.conflict_cells) for file in files),
    }
