"""Rosters drawn as Markdown tables in the tests, and the invented people in them."""

from qingzhuang.engine.collect.sheets import RosterSheet
from qingzhuang.engine.values.domain import Raw
from qingzhuang.engine.values.identity import identity_check_digit


def identity(birth: str, sequence: int, *, region: str = "360999") -> str:
    """An invented identity number. birth: ISO day. sequence: 1–999, odd for men."""
    body = f"{region}{birth.replace('-', '')}{sequence:03d}"
    return body + identity_check_digit(body)


def draw(picture: str, *, name: str = "Sheet1", is_hidden: bool = False) -> RosterSheet:
    """
    A sheet from a table of `|` lines; each line is a row, empty cells hold nothing.

    `^`belongstothemergedcellabove,`<`totheoneontheleft,`#12`isanumbercell;allelseistext.
    """
    lines = [line.strip() for line in picture.strip().splitlines()]
    table = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    rows = tuple((at, tuple(_raw(cell) for cell in row)) for at, row in enumerate(table, start=1))
    return RosterSheet(name, rows, tuple(_merges(table)), is_hidden)


def _raw(cell: str) -> Raw:
    if cell in ("", "^", "<"):
        return None
    if cell.startswith("#"):
        return float(cell[1:]) if "." in cell else int(cell[1:])
    return cell


def _merges(table: list[list[str]]) -> list[tuple[int, int, int, int]]:
    sizes: dict[tuple[int, int], tuple[int, int]] = {}
    anchors: dict[tuple[int, int], tuple[int, int]] = {}
    for row, cells in enumerate(table, start=1):
        for column, cell in enumerate(cells, start=1):
            came_from = {"^": (row - 1, column), "<": (row, column - 1)}.get(cell, (row, column))
            anchor = anchors.get(came_from, came_from)
            anchors[row, column] = anchor
            last = sizes.get(anchor, anchor)
            sizes[anchor] = (max(last[0], row), max(last[1], column))
    return [(*anchor, *last) for anchor, last in sizes.items() if anchor != last]
