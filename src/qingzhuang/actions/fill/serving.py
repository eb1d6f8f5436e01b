"""Filling a form that a browser handed in: what it came to; the file is made anew whenever it is fetched."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from django.db import transaction

from qingzhuang.actions.fill.filling import (
    Filled,
    OpenedTemplate,
    Wish,
    fill_village,
    open_template,
    sending_of,
)
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.actions import ActionCode
from qingzhuang.files.intake.uploads import put_into
from qingzhuang.files.workbooks.outputs import zipped
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.forms import sent_copy
from qingzhuang.store.queries.organisations import village_name
from qingzhuang.store.queries.profiles import profiles_of
from qingzhuang.store.writers.forms import remember_sent_one
from qingzhuang.store.writers.journal import record


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as a browser hands it in. name: as the person's machine calls it. content: all of it."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Served:
    """
    A form filled for a village. sent_id: under which it is made again. file_name: what it is saved as.

    filled, gaps, conflicts, doubts: cells; rows: people or households written. to_carry: the list of what is
    missing, "" for nothing. notes: Chinese sentences. content: the finished file or a zip of cards, b"" where
    only the numbers were asked for.
    """

    sent_id: int
    region: str
    title: str
    file_name: str
    rows: int
    filled: int
    gaps: int
    conflicts: int
    doubts: tuple[str, ...]
    unbound: tuple[str, ...]
    to_carry: str
    notes: tuple[str, ...]
    content: bytes = b""


def fill_upload(actor: Actor, *, upload: Upload, region: str, who: str | None, today: str) -> Served:
    """
    Fill an uploaded form for a village and remember it; what came of it, without the file.

    who: criteria as typed, None for everybody. today: ISO day.

    Raises:
        RefusedError: as `fill_template`; an empty or too large upload.
    """
    with _opened(actor, upload, Wish(region, today, who=who)) as (opened, wish):
        filled = _filled(actor, opened, wish)
        with transaction.atomic():
            sent_id = remember_sent_one(actor, region=region, sending=sending_of(opened, wish))
            record(actor, action="fill.fill_upload", object_=region, values=_journalled(sent_id, filled))
    return _served(sent_id, opened, filled, region)


def fetch_filled(actor: Actor, *, sent_id: int, today: str, is_taken: bool = True) -> Served:
    """
    The same filling made anew from what is known now, with its file.

    is_taken: the file leaves the house; False: only looked at, content is b"".

    Raises:
        RefusedError: there is none of this number in the actor's scopes; as `fill_template`.
    """
    copy = sent_copy(actor, sent_id)
    wish = Wish(copy.region, today, who=copy.who, on=copy.on, issuer=copy.issuer)
    with _opened(actor, Upload(copy.file_name, copy.source), wish) as (opened, wished):
        filled = _filled(actor, opened, wished)
        with transaction.atomic():
            action = "fill.fetch_filled" if is_taken else "fill.look_at_filled"
            record(actor, action=action, object_=copy.region, values=_journalled(sent_id, filled))
    return _served(sent_id, opened, filled, copy.region, is_taken=is_taken)


@contextmanager
def _opened(actor: Actor, upload: Upload, wish: Wish) -> Iterator[tuple[OpenedTemplate, Wish]]:
    """The template read out of a folder of its own, which is gone afterwards."""
    with TemporaryDirectory(prefix="form-") as folder:
        path = put_into(Path(folder), upload.name, upload.content)
        yield open_template(actor, template=path, wish=wish), wish


def _filled(actor: Actor, opened: OpenedTemplate, wish: Wish) -> Filled:
    """The filling for the wish's village."""
    village = village_name(actor, wish.region)
    if village is None:
        raise RefusedError(Problem(ActionCode.UNKNOWN_REGION, {"region": wish.region}))
    stem = f"{village}_{opened.path.stem}"

    def target(is_cards: bool) -> Path:
        return opened.path.with_name(f"{stem}.zip" if is_cards else f"{stem}{opened.suffix}")

    profiles = profiles_of(actor, wish.region)
    return fill_village(opened, profiles, wish=wish, village=village, target=target)


def _served(
    sent_id: int, opened: OpenedTemplate, filled: Filled, region: str, *, is_taken: bool = False
) -> Served:
    """What the person is told, and the file where it is taken."""
    plans = [file.plan for file in filled.files]
    return Served(
        sent_id=sent_id,
        region=region,
        title=opened.title,
        file_name=filled.out.name,
        rows=sum(plan.rows for plan in plans),
        filled=sum(plan.filled for plan in plans),
        gaps=sum(len(plan.gap_cells) for plan in plans),
        conflicts=sum(len(plan.conflict_cells) for plan in plans),
        doubts=tuple(doubt.why for plan in plans for doubt in plan.doubts),
        unbound=tuple(dict.fromkeys(label for plan in plans for label in plan.unbound)),
        to_carry=filled.to_carry,
        notes=filled.notes,
        content=_content(filled) if is_taken else b"",
    )


def _content(filled: Filled) -> bytes:
    """The one file, or a zip of several."""
    if len(filled.contents) == 1:
        return filled.contents[0][1]
    return zipped([(path.name, content) for path, content in filled.contents])


def _journalled(sent_id: int, filled: Filled) -> dict[str, object]:
    """What the journal keeps: numbers, never values."""
    return {
        "form": sent_id,
        "files": len(filled.files),
        "filled": sum(file.plan.filled for file in filled.files),
        "gaps": sum(len(file.plan.gap_cells) for file in filled.files),
    }
