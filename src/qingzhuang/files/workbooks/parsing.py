"""A workbook's bytes as grids, in this process."""

from dataclasses import replace

from qingzhuang.engine.read.grid import Grid, Workbook
from qingzhuang.files.packages import guard
from qingzhuang.files.packages.limits import TEMPLATE
from qingzhuang.files.packages.zips import PartStream
from qingzhuang.files.workbooks.grids import read_grid
from qingzhuang.files.workbooks.package import Package, open_package
from qingzhuang.files.workbooks.sheets import Area, string_at
from qingzhuang.files.workbooks.strings import shared_strings
from qingzhuang.files.workbooks.styles import read_styles
from qingzhuang.files.workbooks.validations import FoundValidation, resolved


def parsed(data: bytes) -> Workbook:
    """The workbook of these bytes, read in this process. Raises RefusedError as `read_workbook`."""
    package = open_package(guard.open_parts(data, TEMPLATE))
    strings = list(shared_strings(PartStream(package.parts[package.strings]))) if package.strings else []
    looks = read_styles(package.root(package.styles))
    grids: list[Grid] = []
    validations: list[tuple[FoundValidation, ...]] = []
    for sheet in package.sheets:
        grid, found = read_grid(package, sheet, string=string_at(strings), looks=looks, limits=TEMPLATE)
        grids.append(grid)
        validations.append(found)
    return Workbook(tuple(_complete(package, grids, validations)), package.is_1904)


def _complete(
    package: Package, grids: list[Grid], validations: list[tuple[FoundValidation, ...]]
) -> list[Grid]:
    by_name = {grid.name: grid for grid in grids}

    def texts(sheet: str, area: Area) -> tuple[str, ...]:
        grid = by_name.get(sheet)
        if grid is None:
            return ()
        first_row, first_column, last_row, last_column = area
        return tuple(
            text
            for row in range(first_row, min(last_row, grid.n_rows) + 1)
            for column in range(first_column, min(last_column, grid.n_columns) + 1)
            if (cell := grid.cells.get((row, column))) is not None and (text := cell.text.strip())
        )

    return [
        replace(
            grid,
            validations=tuple(
                resolved(one, sheet=grid.name, names=package.names, texts=texts) for one in found
            ),
        )
        for grid, found in zip(grids, validations, strict=True)
    ]
