"""Filling a department's form from what is known. Rules R-FIL in docs/rules/filling.md."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.fill.criteria import parse_who
from qingzhuang.engine.fill.fields import FormSheet
from qingzhuang.engine.fill.missing import missing_text
from qingzhuang.engine.fill.plan import Growth, Plan
from qingzhuang.engine.fill.planning import Form, Output, plan_form
from qingzhuang.engine.fill.village import open_book
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.actions import ActionCode
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.engine.problems.fill import FillCode
from qingzhuang.engine.read.grid import Workbook
from qingzhuang.engine.read.match import Memory
from qingzhuang.engine.read.matching import match_fields
from qingzhuang.engine.read.recognise import recognise
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.files.workbooks.bundles import one_sheet_each
from qingzhuang.files.workbooks.compiled import compile_template
from qingzhuang.files.workbooks.outputs import distinct, sheet_names, target_of, zipped
from qingzhuang.files.workbooks.parsing import parsed
from qingzhuang.files.workbooks.placing import Kept, write_files
from qingzhuang.files.workbooks.reading import read_workbook
from qingzhuang.store.actors import Actor
from qingzhuang.store.house import county_catalogue
from qingzhuang.store.queries.bindings import memory_for
from qingzhuang.store.queries.organisations import village_name
from qingzhuang.store.queries.profiles import profiles_of
from qingzhuang.store.writers.journal import record

_MOST_CARDS = 20_000  # a large village has 10,000 residents; more in one call is a slip


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
class FilledFile:
    """
    One list, or one subject's card. path: the file it is in (or its zip). name: its own file name.
    sheet: of a card that is a sheet among others in one workbook.
    """

    path: Path
    name: str
    plan: Plan
    sheet: str = ""


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
    workbook, source = _read(template)
    sheets = _sheets(workbook, catalogue=catalogue, memory=memory)
    on = wish.on or next((s.layout.printed_day for s in sheets if s.layout.printed_day), None) or wish.today
    profiles = profiles_of(actor, wish.region)
    book = open_book(profiles, catalogue=catalogue, region=wish.region, name=village)

    def planned(workbook: Workbook) -> Form:
        read = _sheets(workbook, catalogue=catalogue, memory=memory)
        return plan_form(read, book=book, who=who, on=on)

    form = plan_form(sheets, book=book, who=who, on=on)
    out = target_of(template, wish.out, village=village, is_cards=form.is_cards)
    if form.is_cards and out.suffix.lower() == ".xlsx":
        source, form = _with_room(source, form, planned)
    files = _named(form.outputs, out, [sheet.grid.name for sheet in sheets])
    contents = _rendered(source, files, out)
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


def _read(template: Path) -> tuple[Workbook, bytes]:
    """The template's sheets, hidden ones too, and its bytes: of one and the same file (R-FIL-74)."""
    if not template.is_file():
        raise RefusedError(Problem(FillCode.NO_TEMPLATE, {"name": template.name}))
    if template.suffix.lower() != ".xlsx":
        raise RefusedError(Problem(FillCode.NOT_A_WORKBOOK, {"name": template.name}))
    before = template.stat()
    workbook = read_workbook(template)
    source = template.read_bytes()
    after = template.stat()
    if (before.st_ino, before.st_size, before.st_mtime_ns) != (
        after.st_ino,
        after.st_size,
        after.st_mtime_ns,
    ):
        raise RefusedError(Problem(FillCode.TEMPLATE_CHANGED, {"name": template.name}))
    return workbook, source


def _sheets(workbook: Workbook, *, catalogue: Catalogue, memory: Memory) -> tuple[FormSheet, ...]:
    """The visible sheets of a form, recognised and matched."""
    grids = [grid for grid in workbook.sheets if not grid.is_hidden]
    layouts = [recognise(grid) for grid in grids]
    if not any(layout.fields for layout in layouts):
        raise RefusedError(Problem(FillCode.NOTHING_TO_FILL))
    return tuple(
        FormSheet(grid, layout, match_fields(layout, catalogue=catalogue, memory=memory))
        for grid, layout in zip(grids, layouts, strict=True)
    )


def _with_room(source: bytes, form: Form, planned: Callable[[Workbook], Form]) -> tuple[bytes, Form]:
    """
    For a sheet per subject in one workbook: the template with as many rows as the largest family needs,
    planned anew. Copies of one sheet cannot each grow by a number of rows of their own.
    """
    most: dict[tuple[str, int], Growth] = {}
    for growth in (growth for output in form.outputs for growth in output.plan.growths):
        place = (growth.sheet, growth.after_row)
        most[place] = max(growth, most.get(place, growth), key=lambda each: each.n)
    if not most:
        return source, form
    roomy = compile_template(source).render((), tuple(most.values()))
    return roomy, planned(parsed(roomy))


def _named(outputs: Sequence[Output], out: Path, sheets: Sequence[str]) -> tuple[FilledFile, ...]:
    """Each output with its file: the list's own, or one per subject in the folder, zip or workbook."""
    if len(outputs) > _MOST_CARDS:
        raise RefusedError(Problem(FillCode.TOO_MANY_CARDS, {"n": len(outputs), "limit": _MOST_CARDS}))
    if outputs and not outputs[0].title:
        return (FilledFile(out, out.name, outputs[0].plan),)
    titles = [output.title for output in outputs]
    if out.suffix.lower() == ".xlsx":
        return tuple(
            FilledFile(out, out.name, output.plan.on_sheet(name), name)
            for name, output in zip(sheet_names(titles, taken=sheets), outputs, strict=True)
        )
    is_zip = out.suffix.lower() == ".zip"
    return tuple(
        FilledFile(out if is_zip else out / f"{name}.xlsx", f"{name}.xlsx", output.plan)
        for name, output in zip(distinct(titles), outputs, strict=True)
    )


def _rendered(source: bytes, files: Sequence[FilledFile], out: Path) -> list[tuple[Path, bytes]]:
    """The contents of all files; a template is compiled once for all of them. Nobody to fill in: no file."""
    if files and files[0].sheet:
        return [(out, _one_workbook(source, files))]
    compiled = compile_template(source)
    contents = [(file, compiled.render(file.plan.writes, file.plan.growths)) for file in files]
    if contents and out.suffix.lower() == ".zip":
        return [(out, zipped([(file.name, content) for file, content in contents]))]
    return [(file.path, content) for file, content in contents]


def _one_workbook(source: bytes, files: Sequence[FilledFile]) -> bytes:
    """One workbook with a sheet per subject."""
    written = {write.sheet for file in files for write in file.plan.writes}
    if len(written) != 1 or any(file.plan.growths for file in files):
        what = "要加行的表" if len(written) == 1 else "不止一张要填的表"
        raise RefusedError(Problem(FilesCode.CANNOT_COPY, {"sheet": min(written, default=""), "what": what}))
    return one_sheet_each(source, written.pop(), [(file.sheet, file.plan.writes) for file in files])


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
