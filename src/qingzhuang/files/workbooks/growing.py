"""Rows added to the lists of a workbook."""

from collections.abc import Sequence

from qingzhuang.engine.fill.plan import Growth
from qingzhuang.files.workbooks.draft import Draft
from qingzhuang.files.workbooks.growparts import move_around
from qingzhuang.files.workbooks.growrows import insert_rows
from qingzhuang.files.workbooks.inserting import Insertion
from qingzhuang.files.workbooks.package import Package
from qingzhuang.files.workbooks.sheettree import number_cells


def grown(package: Package, growths: Sequence[Growth]) -> Package:
    """
    The package with rows added. Rows of `growths` are numbered as in the package given.

    Raises:
        ValueError: fewer than no rows, a sample row below the place, two growths at one place, no such sheet.
        RefusedError: something there cannot be moved safely.

    """
    places = [(growth.sheet, growth.after_row) for growth in growths]
    if len(set(places)) < len(places):
        raise ValueError("two growths at one place")
    draft = Draft(package)
    # From the bottom up, so that the numbers of the places still to come stay true.
    for growth in sorted(growths, key=lambda one: -one.after_row):
        last_of_sample = growth.sample_row + growth.height - 1
        if (
            growth.n < 0
            or growth.n % growth.height
            or not 1 <= growth.sample_row <= last_of_sample <= growth.after_row
        ):
            raise ValueError(f"no such growth: {growth}")
        if growth.n:
            insertion = Insertion(growth.sheet, growth.after_row, growth.n, growth.sample_row, growth.height)
            root = draft.tree(draft.sheet_part(growth.sheet))
            number_cells(root)
            insert_rows(root, insertion)
            move_around(draft, insertion)
    draft.drop_calculation_chain()
    return draft.package()
