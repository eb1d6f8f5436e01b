"""Recognising forms and labels, and remembering what a person taught. Reading touches nobody's facts."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.actions import ActionCode
from qingzhuang.engine.read.grid import Grid
from qingzhuang.engine.read.layout import SheetLayout
from qingzhuang.engine.read.match import Match, Memory
from qingzhuang.engine.read.matching import match_fields, match_label
from qingzhuang.engine.read.memory import path_key
from qingzhuang.engine.read.recognise import recognise
from qingzhuang.files.intake.reading import read_workbook
from qingzhuang.files.reference.catalogue import load_catalogue
from qingzhuang.store.actors import Actor
from qingzhuang.store.house import county_catalogue
from qingzhuang.store.lengths import check_length
from qingzhuang.store.models import RememberedBinding
from qingzhuang.store.naming import element_key
from qingzhuang.store.writers.bindings import remember
from qingzhuang.store.writers.journal import record

_NONE_OF_OURS = ("无", "")


@dataclass(frozen=True, slots=True)
class RecognisedSheet:
    """A visible sheet: its cells, what was found, and what each of `layout.fields` means."""

    grid: Grid
    layout: SheetLayout
    matches: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class RecognisedFile:
    """One file; problem: why it could not be read, then there are no sheets."""

    path: Path
    sheets: tuple[RecognisedSheet, ...]
    problem: Problem | None = None


def recognise_files(
    actor: Actor,  # noqa: ARG001 (every action takes the actor; forms without facts are open to all)
    *,
    paths: Sequence[Path],
    memory: Memory,
) -> tuple[RecognisedFile, ...]:
    """
    What stands in these forms, one answer per file in the order given. memory:
    `memory_for(actor, issuer)`.
    """
    catalogue = load_catalogue(county_catalogue())
    return tuple(_recognise_file(path, catalogue=catalogue, memory=memory) for path in paths)


def _recognise_file(path: Path, *, catalogue: Catalogue, memory: Memory) -> RecognisedFile:
    """One form, or the problem with its file."""
    try:
        workbook = read_workbook(path)
    except RefusedError as refusal:
        return RecognisedFile(path, (), refusal.problem)
    sheets = [(grid, recognise(grid)) for grid in workbook.sheets if not grid.is_hidden]
    return RecognisedFile(
        path,
        tuple(
            RecognisedSheet(grid, layout, match_fields(layout, catalogue=catalogue, memory=memory))
            for grid, layout in sheets
        ),
    )


def match_labels(
    actor: Actor,  # noqa: ARG001 (every action takes the actor; labels are open to all)
    *,
    labels: Sequence[str],
    memory: Memory,
) -> tuple[Match, ...]:
    """What each label means, in the order asked."""
    catalogue = load_catalogue(county_catalogue())
    return tuple(match_label(label, catalogue=catalogue, memory=memory) for label in labels)


def remember_binding(actor: Actor, *, issuer: str, path: Sequence[str], element: str) -> str:
    """
    Remember that on this issuer's forms this label path means that element.

    path: labels, outermost first. element: a code, a code with a role (`person.phone@father`),
        a Chinese name,
            or 无 for none of our data.

    Returns:
        The element key that was remembered.

    Raises:
        RefusedError: an empty label or issuer, or one too long to keep; an element nobody knows.
    """
    if not issuer.strip() or not path or not all(label.strip() for label in path):
        raise RefusedError(Problem(ActionCode.EMPTY_LABEL))
    check_length(issuer.strip(), what="发文单位", model=RememberedBinding, field="issuer")
    check_length(path_key(path), what="栏目名", model=RememberedBinding, field="path_key")
    catalogue = load_catalogue(county_catalogue())
    key = "" if element.strip() in _NONE_OF_OURS else element_key(element, catalogue=catalogue)
    with transaction.atomic():
        remember(actor, issuer=issuer.strip(), path_key=path_key(path), element_key=key)
        record(
            actor,
            action="read.remember_binding",
            object_=issuer.strip(),
            values={"path": list(path), "element": key},
        )
    return key
