"""Filling a department's form from what is known. Rules R-FIL in docs/rules/filling.md."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from qingzhuang.actions.fill.rendering import FilledFile, named_files, rendered, with_room
from qingzhuang.actions.fill.templates import form_sheets, read_template
from qingzhuang.actions.fill.written import fingerprints, remember
from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.collect.returned.rows import prints_of
from qingzhuang.engine.fill.checks.domain import Check
from qingzhuang.engine.fill.checks.planned import checks_of, with_doubts
from qingzhuang.engine.fill.criteria import Criteria, parse_who
from qingzhuang.engine.fill.fields import FormSheet
from qingzhuang.engine.fill.missing import missing_text
from qingzhuang.engine.fill.planning import Form, plan_form
from qingzhuang.engine.fill.village import open_book
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.actions import ActionCode
from qingzhuang.engine.read.grid import Workbook
from qingzhuang.engine.read.match import Memory
from qingzhuang.files.intake.compiling import CompiledForm
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.files.workbooks.outputs import WORKBOOK_SUFFIXES, target_of
from qingzhuang.files.workbooks.placing import Kept, write_files
from qingzhuang.store.actors import Actor
from qingzhuang.store.house import county_catalogue
from qingzhuang.store.queries.bindings import memory_for
from qingzhuang.store.queries.organisations import village_name
from qingzhuang.store.queries.profiles import profiles_of
from qingzhuang.store.writers.forms import Sending, remember_sent
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
    opened = open_template(actor, template=template, wish=wish)
    filled = fill_village(opened, profiles_of(actor, wish.region), wish=wish, village=village)
    with transaction.atomic():
        remember_sent(actor, regions=[wish.region], sending=sending_of(opened, wish))
        record(
            actor,
            action="fill.fill_template",
            object_=wish.region,
            values=_journalled(template, wish, filled.files),
        )
        lists = [(filled.listed, filled.to_carry.encode() or None)]
        own = fingerprints()
        remember(content for _, content in filled.contents)
        kept = write_files(filled.contents, lists=lists, own=own)
    notes = (*_kept_notes(kept), *filled.notes)
    missing_list = filled.listed if filled.to_carry else None
    return FillResult(template, filled.files, filled.out, missing_list, notes)


@dataclass(frozen=True, slots=True)
class OpenedTemplate:
    """
    A template read, recognised and matched once; any number of villages can be filled from it.

    source: the bytes that are filled. who: None for the listed people or all. on: ISO day.
    """

    path: Path
    source: bytes
    sheets: tuple[FormSheet, ...]
    catalogue: Catalogue
    memory: Memory
    who: Criteria | None
    on: str
    suffix: str = ".xlsx"  # of what comes out; .docx for a Word form
    checks: tuple[Check, ...] = ()  # that lie in its sheets

    @property
    def title(self) -> str:
        """The form's printed title, else the file's name."""
        return next((sheet.layout.title for sheet in self.sheets if sheet.layout.title), self.path.stem)

    @property
    def sheet_names(self) -> tuple[str, ...]:
        """The names of its visible sheets."""
        return tuple(sheet.grid.name for sheet in self.sheets)


def sending_of(opened: OpenedTemplate, wish: Wish) -> Sending:
    """What is remembered of a form that is sent out, so that it is known when it comes back (R-RET-01)."""
    return Sending(
        file_name=opened.path.name,
        suffix=opened.suffix,
        title=opened.title,
        source=opened.source,
        prints=(each.key for sheet in opened.sheets for each in prints_of(sheet.grid, sheet.layout)),
        issuer=wish.issuer,
        who=wish.who or "",
        on=opened.on,
    )


@dataclass(frozen=True, slots=True)
class Filled:
    """
    A template filled for one village, nothing written yet. contents: of each file to write.
    to_carry: the list of what is missing, "" for nothing; listed: its place.
    """

    files: tuple[FilledFile, ...]
    contents: tuple[tuple[Path, bytes], ...]
    out: Path
    listed: Path
    to_carry: str
    notes: tuple[str, ...]


def open_template(actor: Actor, *, template: Path, wish: Wish) -> OpenedTemplate:
    """The template ready for filling. Raises RefusedError as `fill_template` does."""
    catalogue = load_catalogue(county_catalogue())
    who = parse_who(wish.who, catalogue) if wish.who is not None else None
    memory = memory_for(actor, wish.issuer)
    taken = read_template(template)
    sheets = form_sheets(taken.workbook, catalogue=catalogue, memory=memory)
    on = wish.on or next((s.layout.printed_day for s in sheets if s.layout.printed_day), None) or wish.today
    checks = checks_of(sheets)
    return OpenedTemplate(template, taken.source, sheets, catalogue, memory, who, on, taken.suffix, checks)


def fill_village(
    opened: OpenedTemplate,
    profiles: Iterable[Profile],
    *,
    wish: Wish,
    village: str,
    compiled: CompiledForm | None = None,
    target: Callable[[bool], Path] | None = None,
) -> Filled:
    """
    One village's files, made and not written. wish.region: whose profiles these are.

    compiled: of the template, where many villages share it. target: the place of a form of lists (False) or
    of cards (True); None: as wished. Raises RefusedError where rows cannot be added.
    """
    book = open_book(profiles, catalogue=opened.catalogue, region=wish.region, name=village)

    def planned(workbook: Workbook) -> Form:
        read = form_sheets(workbook, catalogue=opened.catalogue, memory=opened.memory)
        plans = plan_form(read, book=book, who=opened.who, on=opened.on)
        return with_doubts(plans, read, checks_of(read))

    source = opened.source
    form = plan_form(opened.sheets, book=book, who=opened.who, on=opened.on)
    form = with_doubts(form, opened.sheets, opened.checks)
    if target is None:
        out = target_of(opened.path, wish.out, village=village, is_cards=form.is_cards, suffix=opened.suffix)
    else:
        out = target(form.is_cards)
    if form.is_cards and out.suffix.lower() in WORKBOOK_SUFFIXES:
        source, form = with_room(source, form, planned)
        compiled = None
    files = named_files(form.outputs, out, opened.sheet_names, opened.suffix)
    contents = rendered(source, files, out, compiled=compiled)
    to_carry = _to_carry(files, title=opened.title, village=village, day=opened.on)
    listed = out.with_name(f"{out.stem}-缺项清单.txt")
    notes = (*_nothing_new(form), *form.notes)
    return Filled(files, tuple(contents), out, listed, to_carry, notes)


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
    doubts = [(file.name if len(files) > 1 else "", each) for file in files for each in file.plan.doubts]
    left_out = [one for file in files for one in file.plan.left_out]
    if not (missing or disputed or doubts or left_out):
        return ""
    return missing_text(
        missing, title=title, village=village, day=day, disputed=disputed, doubts=doubts, left_out=left_out
    )


def _journalled(template: Path, wish: Wish, files: Sequence[FilledFile]) -> dict[str, object]:
    """What the journal keeps of a filling: numbers, never values."""
    return {
        "template": template.name,
        "has_criteria": wish.who is not None,  # the criteria themselves may name a person
        "rows": sum(file.plan.rows for file in files),
        "filled": sum(file.plan.filled for file in files),
        "gaps": sum(len(file.plan.gap_cells) for file in files),
        "conflicts": sum(len(file.plan.conflict_cells) for file in files),
        "doubts": sum(len(file.plan.doubts) for file in files),
    }
