"""A department's form taken in: its sheets, read and matched, and the bytes that are filled."""

from dataclasses import dataclass
from pathlib import Path

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.fill.fields import FormSheet
from qingzhuang.engine.fill.finished import is_finished
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.fill import FillCode
from qingzhuang.engine.read.grid import Workbook
from qingzhuang.engine.read.match import Memory
from qingzhuang.engine.read.matching import match_fields
from qingzhuang.engine.read.recognise import recognise
from qingzhuang.files.intake.opening import taken_in


@dataclass(frozen=True, slots=True)
class Template:
    """
    A form as it was handed in. source: the bytes that are filled, of the kind `suffix`: .xlsx for .xls and
    .et too, which were converted (R-OFC-10).
    """

    path: Path
    workbook: Workbook
    source: bytes
    suffix: str


def read_template(template: Path) -> Template:
    """
    The template's sheets, hidden ones too, and its bytes: of one and the same file (R-FIL-74).

    Raises RefusedError for a file that is not there, is no form, or was changed meanwhile.
    """
    if not template.is_file() and not template.is_dir():
        raise RefusedError(Problem(FillCode.NO_TEMPLATE, {"name": template.name}))
    before = template.stat()
    taken = taken_in(template)
    after = template.stat()
    if (before.st_ino, before.st_size, before.st_mtime_ns) != (
        after.st_ino,
        after.st_size,
        after.st_mtime_ns,
    ):
        raise RefusedError(Problem(FillCode.TEMPLATE_CHANGED, {"name": template.name}))
    return Template(template, taken.workbook, taken.source, taken.suffix)


def form_sheets(workbook: Workbook, *, catalogue: Catalogue, memory: Memory) -> tuple[FormSheet, ...]:
    """The visible sheets of a form, recognised and matched. Raises RefusedError for nothing to fill."""
    grids = [grid for grid in workbook.sheets if not grid.is_hidden]
    layouts = [recognise(grid) for grid in grids]
    if is_finished(grids, layouts, catalogue):
        raise RefusedError(Problem(FillCode.ALREADY_FILLED))
    if not any(layout.fields for layout in layouts):
        raise RefusedError(Problem(FillCode.NOTHING_TO_FILL))
    return tuple(
        FormSheet(grid, layout, match_fields(layout, catalogue=catalogue, memory=memory))
        for grid, layout in zip(grids, layouts, strict=True)
    )
