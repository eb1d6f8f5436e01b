"""From plans to finished files: which file each plan becomes, and its bytes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from qingzhuang.engine.fill.plan import Growth, Plan
from qingzhuang.engine.fill.planning import Form, Output
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.engine.problems.fill import FillCode
from qingzhuang.engine.read.grid import Workbook
from qingzhuang.files.intake.compiling import CompiledForm, compile_form
from qingzhuang.files.intake.giving import as_old_workbook
from qingzhuang.files.workbooks.bundles import one_sheet_each
from qingzhuang.files.workbooks.compiled import compile_template
from qingzhuang.files.workbooks.outputs import WORKBOOK_SUFFIXES, distinct, sheet_names, zipped
from qingzhuang.files.workbooks.parsing import parsed

_MOST_CARDS = 20_000  # a large village has 10,000 residents; more in one call is a slip


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


def with_room(source: bytes, form: Form, planned: Callable[[Workbook], Form]) -> tuple[bytes, Form]:
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


def named_files(
    outputs: Sequence[Output], out: Path, sheets: Sequence[str], suffix: str = ".xlsx"
) -> tuple[FilledFile, ...]:
    """
    Each output with its file: the list's own, or one per subject in the folder, zip or workbook.

    suffix: of each file; a Word file (.docx) takes one subject alone (R-WRD-31).
    """
    if len(outputs) > _MOST_CARDS:
        raise RefusedError(Problem(FillCode.TOO_MANY_CARDS, {"n": len(outputs), "limit": _MOST_CARDS}))
    if outputs and not outputs[0].title:
        return (FilledFile(out, out.name, outputs[0].plan),)
    titles = [output.title for output in outputs]
    if out.suffix.lower() in WORKBOOK_SUFFIXES:
        return tuple(
            FilledFile(out, out.name, output.plan.on_sheet(name), name)
            for name, output in zip(sheet_names(titles, taken=sheets), outputs, strict=True)
        )
    if out.suffix.lower() == ".docx" and not out.is_dir():
        if len(outputs) > 1:
            raise RefusedError(Problem(FillCode.OUT_NEEDS_FOLDER_OF_DOCUMENTS, {"out": out.name}))
        return tuple(FilledFile(out, out.name, output.plan) for output in outputs)
    is_zip = out.suffix.lower() == ".zip"
    return tuple(
        FilledFile(out if is_zip else out / f"{name}{suffix}", f"{name}{suffix}", output.plan)
        for name, output in zip(distinct(titles), outputs, strict=True)
    )


def rendered(
    source: bytes, files: Sequence[FilledFile], out: Path, *, compiled: CompiledForm | None = None
) -> list[tuple[Path, bytes]]:
    """
    The contents of all files; a template is compiled once for all of them. Nobody to fill in: no file.

    compiled: the same template where it is compiled already.
    """
    if files and files[0].sheet:
        return [(out, _as_asked(_one_workbook(source, files), out))]
    compiled = compiled or compile_form(source)
    contents = [(file, compiled.render(file.plan.writes, file.plan.growths)) for file in files]
    if contents and out.suffix.lower() == ".zip":
        return [(out, zipped([(file.name, content) for file, content in contents]))]
    return [(file.path, _as_asked(content, file.path)) for file, content in contents]


def _as_asked(content: bytes, path: Path) -> bytes:
    """The workbook in the format that its name asks for: .xlsx, or .xls through LibreOffice (R-OFC-20)."""
    return as_old_workbook(content) if path.suffix.lower() == ".xls" else content


def _one_workbook(source: bytes, files: Sequence[FilledFile]) -> bytes:
    """One workbook with a sheet per subject."""
    written = {write.sheet for file in files for write in file.plan.writes}
    if len(written) != 1 or any(file.plan.growths for file in files):
        what = "要加行的表" if len(written) == 1 else "不止一张要填的表"
        raise RefusedError(Problem(FilesCode.CANNOT_COPY, {"sheet": min(written, default=""), "what": what}))
    return one_sheet_each(source, written.pop(), [(file.sheet, file.plan.writes) for file in files])
