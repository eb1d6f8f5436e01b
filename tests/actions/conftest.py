"""Drawn rosters of 青禾村, and the village registered."""

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from openpyxl import Workbook

from qingzhuang.actions.collect import FileResult, Roster, import_files
from qingzhuang.actions.organisations.villages import open_village
from qingzhuang.engine.values.identity import identity_check_digit
from qingzhuang.store.actors import Actor

QINGHE = "360999101205"
TODAY = "2025-06-30"
Rows = Sequence[Sequence[str | int | None]]
Draw = Callable[[str, Rows], Path]
Take = Callable[..., FileResult]


def id_number(born: str, order: int) -> str:
    """An invented identity number of the invented county."""
    body = f"360999{born}{order:03d}"
    return body + identity_check_digit(body)


@pytest.fixture
def draw(tmp_path: Path) -> Draw:
    """Draws a workbook with one sheet of these rows, as text."""

    def drawn(name: str, rows: Rows) -> Path:
        book = Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.title = Path(name).stem
        for row in rows:
            sheet.append(list(row))
        path = tmp_path / name
        book.save(path)
        return path

    return drawn


@pytest.fixture
def qinghe(zhang: Actor) -> str:
    """青禾村, registered by Zhang."""
    open_village(zhang, region=QINGHE, name="青禾村", today=TODAY)
    return QINGHE


@pytest.fixture
def take(zhang: Actor, qinghe: str) -> Take:
    """Imports one file into 青禾村 as Zhang; comes back: its result."""

    def taken(
        path: Path, *, source: str = "村委会", as_of: str | None = None, is_partial: bool = False
    ) -> FileResult:
        roster = Roster(region=qinghe, source=source, as_of=as_of, is_partial=is_partial, today=TODAY)
        return import_files(zhang, paths=[path], roster=roster)[0]

    return taken
