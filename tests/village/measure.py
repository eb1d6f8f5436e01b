"""Does the main job by the command line on a drawn village and compares every cell with the truth."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet
from tests.village.forms import FORMS, Form
from tests.village.truth import GAP, NOT_ASKED, ON, Column, Expected, Month, Resident, residents

from qingzhuang.files.examples.people import REGION, VILLAGE
from qingzhuang.files.examples.village import Example, draw_example


@dataclass(frozen=True, slots=True)
class Mistake:
    """A cell that does not hold what it must, or a person on a form who does not belong there."""

    form: str
    cell: str
    label: str
    wanted: str
    found: str
    is_grave: bool


@dataclass(frozen=True, slots=True)
class Measured:
    """What came out of one form. lost: people who should be on it; gaps with conflicts, by address."""

    form: str
    n_written: int
    mistakes: tuple[Mistake, ...]
    lost: tuple[str, ...]
    gaps_wanted: frozenset[str]
    gaps_told: frozenset[str]
    unbound: tuple[str, ...]


def command(folder: Path, *words: str) -> Any:
    """What `qingzhuang … --json` answers in this folder; an exit code other than 0 raises ValueError."""
    environment = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    done = subprocess.run(
        [Path(sys.executable).with_name("qingzhuang"), *words, "--json"],
        cwd=folder,
        env=environment | {"QINGZHUANG_HOME": str(folder / "data")},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        raise ValueError(f"qingzhuang {' '.join(words)}: {done.stderr}")
    return json.loads(done.stdout) if done.stdout.strip() else None


def import_village(
    folder: Path, *, n_households: int, order: Sequence[int] = range(6)
) -> tuple[Example, list[Any]]:
    """Draw a village, register it and import its six rosters in this order; what was answered."""
    example = draw_example(folder, n_households=n_households)
    command(folder, "init", "--region", REGION, "--name", VILLAGE)
    answers = [
        command(folder, "import", path.name, "--region", REGION, "--source", source)["files"][0]
        for path, source in (example.rosters[at] for at in order)
    ]
    return example, answers


def measure(folder: Path, example: Example) -> Iterator[Measured]:
    """Fill each form from the imported village and compare it with the truth."""
    everybody = tuple(residents(example.households, example.traps))
    for form in FORMS:
        template = folder / f"{form.name}.xlsx"
        form.draw(template)
        who = ("--who", form.who) if form.who else ()
        out = f"{form.name}-out.xlsx"
        words = ("fill", template.name, "--region", REGION, "--on", ON.isoformat(), *who, "-o", out)
        answered = command(folder, *words)
        sheet = openpyxl.load_workbook(folder / out).worksheets[0]
        yield _compare(form, sheet, answered, [one for one in everybody if form.belongs(one)])


def _compare(form: Form, sheet: Worksheet, answered: Any, wanted: Sequence[Resident]) -> Measured:
    """Every cell of every record against the truth."""
    left = {(one.person.name, one.id_number or ""): one for one in wanted}
    mistakes: list[Mistake] = []
    gaps_wanted: set[str] = set()
    n_written = 0
    for row in range(form.first_row, form.first_row + answered["rows"]):
        one = left.pop((_text(sheet.cell(row, 2).value), _text(sheet.cell(row, form.key).value)), None)
        if one is None:
            mistakes.append(_stranger(form, sheet, row))
            continue
        for at, column in form.columns.items():
            found, must = sheet.cell(row, at).value, column.expected(one)
            place = f"{sheet.title}!{sheet.cell(row, at).coordinate}"
            n_written += found is not None
            if must is GAP:
                gaps_wanted.add(place)
            if not _is_same(found, must):
                mistakes.append(_mistake(form, place, column, must, found))
    told = frozenset([*answered["gap_cells"], *answered["conflict_cells"]])
    return Measured(
        form=form.name,
        n_written=n_written,
        mistakes=tuple(mistakes),
        lost=tuple(f"{name} {number}" for name, number in left),
        gaps_wanted=frozenset(gaps_wanted),
        gaps_told=told,
        unbound=tuple(answered["unbound"]),
    )


def _stranger(form: Form, sheet: Worksheet, row: int) -> Mistake:
    name, number = _text(sheet.cell(row, 2).value), _text(sheet.cell(row, form.key).value)
    return Mistake(form.name, f"{sheet.title}!{row}", "who", "nobody", f"{name} {number}", is_grave=True)


def _mistake(form: Form, place: str, column: Column, must: Expected, found: object) -> Mistake:
    # A cell left blank is no wrong value; the list of gaps answers for it.
    is_grave = column.is_grave and found is not None
    return Mistake(form.name, place, column.label, str(must), _text(found), is_grave)


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _is_same(found: object, must: Expected) -> bool:
    """Whether the cell holds what it must; a number must be a number, an identity number text."""
    if must is GAP or must == NOT_ASKED:
        return found is None
    if isinstance(must, Month):
        spelled = {f"{must.year}年{must.month}月", f"{must.year}年{must.month:02d}月"}
        return found in spelled or (
            isinstance(found, date) and (found.year, found.month) == (must.year, must.month)
        )
    if isinstance(must, str):
        return found == must
    return isinstance(found, int | float) and Decimal(str(found)) == Decimal(must)
