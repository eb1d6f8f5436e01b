"""Finding out which of the forms that were sent a file is that came back. Rules R-RET-02, R-RET-03."""

import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.collect.returned.prints import print_key
from qingzhuang.engine.collect.returned.reading import ReturnedSheet, read_returned
from qingzhuang.engine.fill.fields import FormSheet
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.returning import ReturningCode
from qingzhuang.engine.read.grid import Grid, Workbook
from qingzhuang.engine.read.match import Match
from qingzhuang.engine.read.matching import match_fields
from qingzhuang.engine.read.recognise import recognise
from qingzhuang.files.intake.reading import read_workbook
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.bindings import memory_for
from qingzhuang.store.queries.forms import Sent, content_of, sent_forms

_LIKELY = 0.4  # of the prints; blanks that were filled in look like other prints
_MOST = 5  # forms of a village that are so alike that each has to be opened


@dataclass(frozen=True, slots=True)
class Recognised:
    """The form a file is: as it was sent, and each returned sheet with the sent one it is; others: names."""

    sent: Sent
    pairs: tuple[tuple[FormSheet, ReturnedSheet], ...]
    others: tuple[str, ...]


def recognise_returned(actor: Actor, region: str, workbook: Workbook, *, catalogue: Catalogue) -> Recognised:
    """
    Which form sent to this village a workbook is.

    Raises:
        RefusedError: none of them, or none was ever sent.
    """
    sheets = [grid for grid in workbook.sheets if not grid.is_hidden]
    texts = {print_key(cell.text) for grid in sheets for cell in grid.cells.values()} - {""}
    every = sent_forms(actor, region, texts=texts)
    if not every:
        raise RefusedError(Problem(ReturningCode.NOTHING_SENT))
    likely = [each for each in every if each.likeness >= _LIKELY][:_MOST]
    found = [_read(actor, region, sent, sheets, catalogue) for sent in likely]
    best = max((each for each in found if each.pairs), key=_fit, default=None)
    if best is None:
        raise RefusedError(Problem(ReturningCode.NOT_SENT))
    return best


def _fit(one: Recognised) -> tuple[float, float]:
    return sum(back.share for _, back in one.pairs), one.sent.likeness


def _read(actor: Actor, region: str, sent: Sent, sheets: Sequence[Grid], catalogue: Catalogue) -> Recognised:
    """The file read against one form that was sent."""
    memory = memory_for(actor, sent.issuer)
    empty = _workbook(content_of(actor, region, sent.template_id), sent.suffix)
    forms = [(grid, recognise(grid)) for grid in empty.sheets if not grid.is_hidden]
    asking = [(grid, layout) for grid, layout in forms if layout.fields]
    own = {grid.name for grid, layout in forms if not layout.fields}
    matches: dict[int, tuple[Match, ...]] = {}
    pairs, others = [], []
    for returned in sheets:
        reads = [(at, read_returned(grid, layout, returned)) for at, (grid, layout) in enumerate(asking)]
        fits = [(back.share, -at, back) for at, back in reads if back is not None]
        if not fits:
            if returned.name not in own and any(cell.text for cell in returned.cells.values()):
                others.append(returned.name)
            continue
        _, at, back = max(fits, key=lambda each: each[:2])
        grid, layout = asking[-at]
        if at not in matches:
            matches[at] = match_fields(layout, catalogue=catalogue, memory=memory)
        pairs.append((FormSheet(grid, layout, matches[at]), back))
    return Recognised(sent, tuple(pairs), tuple(others))


def _workbook(content: bytes, suffix: str) -> Workbook:
    """The grids of an empty form, read like any file that comes from outside."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"form{suffix}"
        path.write_bytes(content)
        return read_workbook(path)
