"""A department's form taken in: its sheets, read and matched, and the bytes that are filled."""

from dataclasses import dataclass
from pathlib import Path

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.fill.fields import FormSheet
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.fill import FillCode
from qingzhuang.engine.read.grid import Workbook
from qingzhuang.engine.read.match import Memory
from qingzhuang.engine.read.matching import match_fields
from qingzhuang.engine.read.recognise import recognise
from qingzhuang.files.intake.reading import read_workbook


@dataclass(frozen=True, slots=True)
class Template:
    """A form as it was handed in. source: the bytes that are filled."""

    path: Path
    workbook: Workbook
    source: bytes


def read_template(template: Path) -> Template:
    """
    The template's sheets, hidden ones too, and its bytes: of one and the same file (R-FIL-74).

    Raises RefusedError for a file that is not there, is no form, or was changed meanwhile.
    """
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
    return Template(template, workbook, source)


def form_sheets(workbook: Workbook, *, catalogue: Catalogue, memory: Memory) -> tuple[FormSheet, ...]:
    """The visible sheets of a form, recognised and matched. Raises RefusedError for nothing to fill."""
    grids = [grid for grid in workbook.sheets if not grid.is_hidden]
    layouts = [recognise(grid) for grid in grids]
    if not any(layout.fields for layout in layouts):
        raise RefusedError(Problem(FillCode.NOTHING_TO_FILL))
    return tuple(
        FormSheet(grid, layout, match_fields(layout, catalogue=catalogue, memory=memory))
        for grid, layout in zip(grids, layouts, strict=True)
    )
