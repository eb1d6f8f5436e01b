"""All checks of a sheet: those of its validations, those of its notes and headers."""

from qingzhuang.engine.fill.checks.codes import codes_of
from qingzhuang.engine.fill.checks.demanded import demanded_checks
from qingzhuang.engine.fill.checks.domain import Check
from qingzhuang.engine.fill.checks.located import relation_checks
from qingzhuang.engine.fill.checks.printed import relations_in
from qingzhuang.engine.fill.checks.stated import stated_checks
from qingzhuang.engine.read.grid import Grid


def checks_in(grid: Grid) -> tuple[Check, ...]:
    """
    The checks that lie in a sheet, best taken from the blank form (R-CHK-01).

    Rows and columns are those of this grid. Relations whose codes or labels are not on the sheet, or not in
    one place only, give no check: it is better to say nothing than something wrong.
    """
    relations = dict.fromkeys(
        relation
        for cell in grid.cells.values()
        if cell.text and cell.formula is None
        for relation in relations_in(cell.text)
    )
    found = (*demanded_checks(grid), *stated_checks(grid))
    if not relations:
        return found
    codes = codes_of(grid)
    printed = (check for relation in relations for check in relation_checks(grid, relation, codes))
    return (*found, *dict.fromkeys(printed))
