"""One form for many villages: taken in once, filled village by village. Rules R-BLK in docs/rules/bulk.md."""

import re
import shutil
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from django.db import transaction

from qingzhuang.actions.fill.filling import OpenedTemplate, Wish, fill_village, open_template, sending_of
from qingzhuang.actions.fill.workers import spread_work
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.actions import ActionCode
from qingzhuang.engine.problems.fill import FillCode
from qingzhuang.files.intake.compiling import CompiledForm, compile_form
from qingzhuang.files.workbooks.outputs import distinct, zipped_from
from qingzhuang.files.workbooks.placing import Kept, move_files
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.organisations import villages_below
from qingzhuang.store.queries.profiles import profiles_of
from qingzhuang.store.writers.forms import remember_sent
from qingzhuang.store.writers.journal import record

ALL = "all"


@dataclass(frozen=True, slots=True)
class VillageFile:
    """
    What became of one village. problem: why nothing was filled for it (then the numbers are 0).

    out: its workbook, or its folder of cards; a name inside the zip where there is one. files: how many.
    """

    region: str
    village: str
    out: Path
    missing_list: Path | None = None
    files: int = 0
    rows: int = 0
    filled: int = 0
    gaps: int = 0
    conflicts: int = 0
    notes: tuple[str, ...] = ()
    problem: Problem | None = None


@dataclass(frozen=True, slots=True)
class ManyResult:
    """What became of a template for many villages, in the order of their codes. out: folder or zip."""

    template: Path
    out: Path
    villages: tuple[VillageFile, ...]
    unbound: tuple[str, ...]
    notes: tuple[str, ...]


def fill_villages(
    actor: Actor,
    *,
    template: Path,
    regions: str,
    wish: Wish,
    told: Callable[[str], None] = lambda _village: None,
) -> ManyResult:
    """
    Fill a template once for each village whose code begins with `regions` ("all": every one).

    wish.out: folder or .zip, None: a folder beside the template; wish.region is not looked at. told hears
    how many are done and the last one's name. A village that cannot be filled is said with its problem and
    leaves the others alone (R-BLK-06).

    Raises:
        RefusedError: a bad or unknown prefix, and all that `fill_template` refuses for the form itself.
            Nothing was written then.
    """
    out = _target(template, wish.out)
    villages = _named(_villages(actor, regions))
    opened = open_template(actor, template=template, wish=wish)
    job = _Job(actor, opened, wish, compile_form(opened.source))
    with _workshop(out) as shop:
        made = []
        for each in spread_work(job.fill, [(shop, *village) for village in villages]):
            made.append(each)
            told(f"{len(made)}/{len(villages)} {each.done.village}")
        made.sort(key=lambda one: one.done.region)
        done_for = [one.done.region for one in made if one.done.problem is None]
        with transaction.atomic():
            remember_sent(actor, regions=done_for, sending=sending_of(opened, wish))
            record(actor, action="fill.fill_villages", object_=regions, values=_journalled(template, made))
            kept = _put(shop, out, made)
    done = tuple(_placed(one.done, out) for one in made)
    unbound = tuple(dict.fromkeys(label for one in made for label in one.unbound))
    return ManyResult(template, out, done, unbound, _kept_notes(kept))


@dataclass(frozen=True, slots=True)
class _Made:
    """One village's files as they lie in the workshop, names relative to it. listed: of the missing list."""

    done: VillageFile
    names: tuple[Path, ...]
    listed: Path
    unbound: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Job:
    """What is the same for every village."""

    actor: Actor
    opened: OpenedTemplate
    wish: Wish
    compiled: CompiledForm

    def fill(self, shop: Path, region: str, village: str, label: str) -> _Made:
        """One village's files, written into the workshop. label: how its files are told from others'."""
        name = f"{self.opened.path.stem}-{label}"
        nothing = VillageFile(region, village, Path(name))
        try:
            return self._fill(shop, name, nothing)
        except RefusedError as refusal:
            return _Made(replace(nothing, problem=refusal.problem), (), Path(), ())

    def _fill(self, shop: Path, name: str, done: VillageFile) -> _Made:
        filled = fill_village(
            self.opened,
            profiles_of(self.actor, done.region),
            wish=replace(self.wish, region=done.region),
            village=done.village,
            compiled=self.compiled,
            target=lambda is_cards: shop / (name if is_cards else f"{name}{self.opened.suffix}"),
        )
        contents = list(filled.contents)
        if filled.to_carry:
            contents.append((filled.listed, filled.to_carry.encode()))
        for path, content in contents:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        plans = [file.plan for file in filled.files]
        listed = filled.listed.relative_to(shop)
        done = replace(
            done,
            out=filled.out.relative_to(shop),
            missing_list=listed if filled.to_carry else None,
            files=len(plans),
            rows=sum(plan.rows for plan in plans),
            filled=sum(plan.filled for plan in plans),
            gaps=sum(len(plan.gap_cells) for plan in plans),
            conflicts=sum(len(plan.conflict_cells) for plan in plans),
            notes=filled.notes,
        )
        unbound = tuple(dict.fromkeys(label for plan in plans for label in plan.unbound))
        return _Made(done, tuple(path.relative_to(shop) for path, _ in contents), listed, unbound)


def _target(template: Path, out: Path | None) -> Path:
    """The folder or zip that the villages' files go into."""
    if out is None:
        return template.with_name(f"{template.stem}-各村")
    is_file = out.exists() and not out.is_dir()
    if out.suffix.lower() != ".zip" and (is_file or (out.suffix and not out.is_dir())):
        raise RefusedError(Problem(ActionCode.OUT_NOT_FOLDER, {"out": out.name}))
    return out


def _villages(actor: Actor, regions: str) -> tuple[tuple[str, str], ...]:
    """Code and name of the villages meant."""
    if regions != ALL and not re.fullmatch(r"[0-9]{1,12}", regions):
        raise RefusedError(Problem(ActionCode.BAD_PREFIX, {"prefix": regions}))
    found = villages_below(actor, "" if regions == ALL else regions)
    if not found:
        raise RefusedError(Problem(ActionCode.NO_VILLAGES, {"prefix": regions}))
    return found


def _named(villages: Sequence[tuple[str, str]]) -> list[tuple[str, str, str]]:
    """Code, name and what its files are called: the name, with the code where two have one name."""
    counted = Counter(name.casefold() for _, name in villages)
    labels = distinct([f"{name}-{code}" if counted[name.casefold()] > 1 else name for code, name in villages])
    return [(code, name, label) for (code, name), label in zip(villages, labels, strict=True)]


@contextmanager
def _workshop(out: Path) -> Iterator[Path]:
    """A hidden folder on the disk of `out` where files are made until all are; it goes in the end."""
    place = out.parent if out.suffix.lower() == ".zip" else out
    is_new = not place.exists()
    try:
        place.mkdir(parents=True, exist_ok=True)
        shop = Path(tempfile.mkdtemp(dir=place, prefix=".", suffix=".tmp"))
    except OSError as error:
        raise RefusedError(Problem(FillCode.CANNOT_WRITE, {"where": str(place)})) from error
    try:
        yield shop
    except OSError as error:
        raise RefusedError(Problem(FillCode.CANNOT_WRITE, {"where": str(place)})) from error
    finally:
        shutil.rmtree(shop, ignore_errors=True)
        if is_new and not any(place.iterdir()):
            place.rmdir()


def _put(shop: Path, out: Path, made: Sequence[_Made]) -> tuple[Kept, ...]:
    """Everything into its place: a few hundred renames, or one zip."""
    names = [name for one in made for name in one.names]
    if out.suffix.lower() != ".zip":
        lists = [out / one.listed for one in made if one.done.problem is None]
        return move_files([(shop / name, out / name) for name in names], lists=lists, where=str(out))
    packed = zipped_from(shop, names)
    return move_files([(packed, out)], where=str(out.parent))


def _placed(done: VillageFile, out: Path) -> VillageFile:
    """The village's file with its place: below the folder; a zip's contents keep their names in it."""
    if out.suffix.lower() == ".zip":
        return done
    listed = None if done.missing_list is None else out / done.missing_list
    return replace(done, out=out / done.out, missing_list=listed)


def _journalled(template: Path, made: Sequence[_Made]) -> dict[str, object]:
    """What the journal keeps: per village rows, cells, gaps and conflicts, or that it failed; no values."""
    return {
        "template": template.name,
        "villages": {
            one.done.region: None
            if one.done.problem
            else [one.done.rows, one.done.filled, one.done.gaps, one.done.conflicts]
            for one in made
        },
    }


def _kept_notes(kept: Sequence[Kept]) -> tuple[str, ...]:
    """What became of files that stood where the new ones are (R-FIL-73)."""
    if not kept:
        return ()
    first = kept[0].kept_as.name
    return (f"原来的 {len(kept)} 个文件和这次的不一样，改了名字留着（如“{first}”）；手工补过的内容在里面。",)
