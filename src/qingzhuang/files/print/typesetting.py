"""A template and its data set to a PDF; texts reach Typst as data only, never as source."""

import json
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Literal

import typst

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.print import PrintCode
from qingzhuang.files.print.printable import length
from qingzhuang.files.print.typefaces import chosen, installed

_TEMPLATES = Path(__file__).parent / "templates"
LIMIT = 200_000  # characters of one paper, some 300 full pages: more is a mistake, and seconds of work
# Archives ask for PDF/A. It forbids characters that no typeface of the machine can show.
_Standard = Literal["a-2u", "1.7"]
_NOT_SHOWN = "could not be displayed"


def typeset(template: str, data: dict[str, Any], *, dated: date) -> bytes:
    """
    A4 or A3 PDF of a template (its name without .typ) filled with the data; the same bytes for the same data
    and typefaces, so the day of making is `dated`.

    PDF/A-2u. Where a rare character has no shape in any typeface here, a plain PDF with an empty box in its
    place: nobody is refused a paper for the characters of a name.

    Raises:
        RefusedError: no Chinese typeface on this machine, or more than LIMIT characters.
    """
    if (n_characters := length(data)) > LIMIT:
        raise RefusedError(Problem(PrintCode.TOO_LONG, {"n_characters": n_characters, "limit": LIMIT}))
    faces = installed()
    inputs = {"data": json.dumps(data), "faces": json.dumps(chosen(faces.families()))}
    made_at = datetime(dated.year, dated.month, dated.day, tzinfo=UTC)
    try:
        return _compiled(template, inputs, faces, made_at, "a-2u")
    except typst.TypstError as refused:
        if _NOT_SHOWN not in refused.message:
            raise
    return _compiled(template, inputs, faces, made_at, "1.7")


def _compiled(
    template: str, inputs: dict[str, str], faces: typst.Fonts, made_at: datetime, standard: _Standard
) -> bytes:
    """The PDF; Typst sees the folder of templates and nothing else of the disk."""
    made = typst.compile(
        str(_TEMPLATES / f"{template}.typ"),
        root=str(_TEMPLATES),
        font_paths=faces,
        sys_inputs=inputs,
        pdf_standards=standard,
        timestamp=made_at,
    )
    if not isinstance(made, bytes):
        raise ValueError(f"{template} made no PDF")
    return made
