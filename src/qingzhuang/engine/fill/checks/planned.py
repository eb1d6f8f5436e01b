"""Plans with the doubts that their finished cells raise."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from qingzhuang.engine.fill.checks.domain import Check
from qingzhuang.engine.fill.checks.finding import checks_in
from qingzhuang.engine.fill.checks.finished import finished_book, moved_checks
from qingzhuang.engine.fill.checks.judging import doubts_of
from qingzhuang.engine.fill.fields import FormSheet
from qingzhuang.engine.fill.plan import Doubt, Plan
from qingzhuang.engine.fill.planning import Form
from qingzhuang.engine.fill.writes import values_in
from qingzhuang.engine.read.grid import Grid
from qingzhuang.engine.values.formulas.domain import Place


def checks_of(sheets: Iterable[FormSheet]) -> tuple[Check, ...]:
    """The checks that lie in the sheets of a blank form."""
    return tuple(check for sheet in sheets for check in checks_in(sheet.grid))


def with_doubts(form: Form, sheets: Sequence[FormSheet], checks: Sequence[Check]) -> Form:
    """The form with the doubts in its plans. sheets: blank, as planned. checks: of these sheets."""
    if not checks:
        return form
    grids = [sheet.grid for sheet in sheets]
    outputs = tuple(
        replace(output, plan=replace(output.plan, doubts=_doubts(output.plan, grids, checks)))
        for output in form.outputs
    )
    return replace(form, outputs=outputs)


def _is_kept(check: Check, plan: Plan) -> bool:
    """
    Whether a drop-down surely holds all that was written below it, as it does nearly always: then the
    finished cells need not be put together (a fifth of the time of a list of 300 people).
    """
    if not check.options:
        return False
    allowed = {option.strip().casefold() for option in check.options}
    columns = {column for area in check.areas for column in range(area[1], area[3] + 1)}
    written = values_in(plan.writes, check.sheet, columns)
    return all(isinstance(value, str) and value.strip().casefold() in allowed for value in written)


def _doubts(plan: Plan, grids: Sequence[Grid], checks: Sequence[Check]) -> tuple[Doubt, ...]:
    checks = [check for check in checks if not _is_kept(check, plan)]
    if not checks:
        return ()
    by_name = {grid.name: grid for grid in grids}
    written = [Place(write.sheet, write.row, write.column) for write in plan.writes]

    def named(place: Place) -> str:
        grid = by_name.get(place.sheet)
        return f"{place.sheet}!{grid.address(place.row, place.column)}" if grid else str(place)

    book = finished_book(grids, plan.writes, plan.growths)
    return doubts_of(moved_checks(checks, plan.growths), book, only=written, named=named)
