"""Plans in the file's own addresses. Rule R-WRD-25 in docs/rules/documents.md."""

from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.fill.addresses import in_own_names
from qingzhuang.engine.fill.plan import Disputed, Growth, Missing, Plan
from qingzhuang.engine.read.grid import Cell, Grid, column_letters


def grid_of(n_rows: int, name: str = "document") -> Grid:
    """A table of two columns below a paragraph."""
    places = [(row, column) for row in range(2, n_rows + 2) for column in (1, 2)]
    addresses = {(1, 1): "P1"} | {place: f"T1R{place[0] - 1}C{place[1]}" for place in places}
    return Grid(name, n_rows + 1, 2, {place: Cell(*place) for place in addresses}, addresses=addresses)


def plan_of(cells: list[str], *growths: Growth, notes: tuple[str, ...] = ()) -> Plan:
    """A plan with these cells as gaps, and as conflicts."""
    missing = tuple(Missing(cell, "1", "张三", "电话", "本户") for cell in cells)
    disputed = tuple(Disputed(line, ()) for line in missing)
    return Plan((), growths, 1, 0, tuple(cells), tuple(cells), (), missing, notes, disputed)


def test_every_place_of_a_plan_is_told_in_the_files_own_names() -> None:
    """R-WRD-25: gaps, conflicts, the missing list and the disputed cells speak alike."""
    plan = in_own_names(plan_of(["document!B3", "document!A1"]), [grid_of(3)])

    assert plan.gap_cells == plan.conflict_cells == ("document!T1R2C2", "document!P1")
    assert [line.cell for line in plan.missing] == list(plan.gap_cells)
    assert [each.blank.cell for each in plan.disputed] == list(plan.gap_cells)


@given(st.integers(1, 6), st.integers(1, 6), st.integers(1, 9))
def test_rows_keep_their_order_whatever_grows(n_rows: int, after: int, n: int) -> None:
    """R-WRD-25: in a finished table the names of a column count on without a gap."""
    after = min(after, n_rows)
    cells = [f"document!{column_letters(2)}{row}" for row in range(2, n_rows + n + 2)]
    plan = in_own_names(plan_of(cells, Growth("document", after + 1, n, after + 1)), [grid_of(n_rows)])

    assert list(plan.gap_cells) == [f"document!T1R{row}C2" for row in range(1, n_rows + n + 1)]


def test_cells_of_another_sheet_keep_their_addresses() -> None:
    """A workbook has no names of its own."""
    plan = in_own_names(plan_of(["Sheet1!B3"]), [grid_of(3), Grid("Sheet1", 1, 1, {})])

    assert plan.gap_cells == ("Sheet1!B3",)
