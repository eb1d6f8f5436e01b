"""A readable account of what a command answered: counted from its answer, never from what was hoped for."""

from collections import Counter
from collections.abc import Iterator
from typing import TypedDict


class RefusedAnswer(TypedDict):
    """A row that was not taken."""

    sheet: str
    row: int
    reason: str


class ImportAnswer(TypedDict):
    """One file of `import --json`."""

    file: str
    accepted: int
    refused: list[RefusedAnswer]
    notes: list[str]


class MissingAnswer(TypedDict):
    """One missing cell of `fill --json`."""

    cell: str
    household: str
    who: str
    label: str
    known_by: str


class CellsAnswer(TypedDict):
    """Counts of cells: total = filled + gaps + conflicts."""

    total: int
    filled: int
    gaps: int
    conflicts: int


class FillAnswer(TypedDict):
    """`fill --json`."""

    template: str
    rows: int
    cells: CellsAnswer
    gap_cells: list[str]
    conflict_cells: list[str]
    unbound: list[str]
    missing: list[MissingAnswer]
    out: str


def account_of_import(answered: ImportAnswer) -> Iterator[str]:
    """What a roster brought, which rows were left out and why."""
    yield f"    收下 {answered['accepted']} 行，没收 {len(answered['refused'])} 行"
    for row in answered["refused"]:
        yield f"      第 {row['row']} 行没收：{row['reason']}"
    for note in answered["notes"]:
        yield f"      {note}"


def account_of_fill(answered: FillAnswer) -> Iterator[str]:
    """How many cells were filled, which are missing and who can know them, which are open and why."""
    cells = answered["cells"]
    share = f"（{cells['filled'] * 100 // cells['total']}%）" if cells["total"] else ""
    yield f"    {answered['rows']} 行，该填 {cells['total']} 格：填上 {cells['filled']} 格{share}，"
    yield f"    缺 {cells['gaps']} 格，两份名册说得不一样、留给你定的 {cells['conflicts']} 格"
    open_cells = set(answered["conflict_cells"])
    lacking = Counter((m["label"], m["known_by"]) for m in answered["missing"] if m["cell"] not in open_cells)
    for (label, known_by), n_cells in lacking.most_common():
        yield f"      缺“{label}”{n_cells} 格，可以问：{known_by}"
    for cell in answered["conflict_cells"]:
        yield f"      {cell}{_whose(answered, cell)}同一天说得不一样，空着等你定"
    if answered["unbound"]:
        yield f"      不认得的栏目，空着：{'、'.join(answered['unbound'])}"


def _whose(answered: FillAnswer, cell: str) -> str:
    """“（某某的联系电话）”, where the list of missing cells knows it."""
    found = next((missing for missing in answered["missing"] if missing["cell"] == cell), None)
    return f"（{found['who']}的{found['label']}）" if found else " "
