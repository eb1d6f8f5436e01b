"""A form with nothing left to fill: finished already, or none at all."""

from collections.abc import Sequence
from itertools import product

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.catalogue.spelling import label_key
from qingzhuang.engine.read.grid import Grid
from qingzhuang.engine.read.layout import SheetLayout

_FEWEST = 2  # labels with an answer beside or below them; a notice with one such word is no form


def is_finished(grids: Sequence[Grid], layouts: Sequence[SheetLayout], catalogue: Catalogue) -> bool:
    """
    Whether a form was filled in before, so that nothing is left: sheets without a blank hold labels of the
    catalogue with answers; a finished card may pass for a list whose rows are such labels (R-FIL-99).
    """
    pairs = [(grid, layout) for grid, layout in zip(grids, layouts, strict=True) if layout.fields]
    if any(not _is_card_as_list(grid, layout, catalogue) for grid, layout in pairs):
        return False
    return any(_n_answered(grid, catalogue) >= _FEWEST for grid in grids)


def _is_card_as_list(grid: Grid, layout: SheetLayout, catalogue: Catalogue) -> bool:
    """Whether the rows of each list hold labels instead of people, and no blank is anywhere."""
    if any(field.table is None for field in layout.fields):
        return False
    for table in layout.tables:
        places = product(
            range(table.first_row, table.last_row + 1), range(table.first_column, table.last_column + 1)
        )
        n_labels = 0
        for place in places:
            text = grid.text(*place).strip()
            if not text:
                return False
            n_labels += bool(catalogue.codes_by_label.get(label_key(text)))
        if n_labels < _FEWEST:
            return False
    return True


def _n_answered(grid: Grid, catalogue: Catalogue) -> int:
    """How many labels have a text beside or below them that is no label itself."""
    labels = {
        place
        for place, cell in grid.cells.items()
        if cell.text and catalogue.codes_by_label.get(label_key(cell.text))
    }
    answered = 0
    for row, column in labels:
        cell = grid.cells[row, column]
        for beside in ((row, cell.last_column + 1), (cell.last_row + 1, column)):
            at = grid.covered.get(beside, beside)
            if at not in labels and grid.text(*at).strip():
                answered += 1
                break
    return answered
