"""Relations that are printed turned into checks of cells: by the codes of rows and columns, or by labels."""

from collections.abc import Iterable, Mapping

from qingzhuang.engine.fill.checks.codes import Codes, Line
from qingzhuang.engine.fill.checks.domain import Area, Check
from qingzhuang.engine.fill.checks.labels import labelled
from qingzhuang.engine.fill.checks.printed import Relation, Term
from qingzhuang.engine.read.grid import Grid, column_letters

Place = tuple[int, int]
_ROUNDING = "0.005"  # of each part, where parts and whole are rounded to two decimals by themselves


def relation_checks(grid: Grid, relation: Relation, codes: Codes) -> tuple[Check, ...]:
    """
    The checks of a relation on this sheet; () where its codes are not here, or stand in two places at once.
    """
    if relation.by_label:
        return tuple(
            _check(grid, relation, places, area)
            for places, area in labelled(grid, [term.name for term in (*relation.left, *relation.right)])
        )
    terms = (*relation.left, *relation.right)
    kinds = {term.kind for term in terms} - {""}
    columns = _lines(codes.of_columns, terms) if kinds <= {"列"} else []
    rows = _lines(codes.of_rows, terms) if kinds <= {"行"} else []
    if len(columns) + len(rows) != 1:
        return ()
    if columns:
        line = columns[0]
        first = line.at + 1
        last = min([other.at for other in codes.of_columns if other.at > line.at] or [grid.n_rows + 1]) - 1
        places = {term.name: (first, line.places[term.name]) for term in terms}
        column = places[relation.left[0].name][1]
        return (_check(grid, relation, places, (first, column, last, column)),) if last >= first else ()
    return _row_checks(grid, relation, rows[0], codes)


def _lines(lines: Iterable[Line], terms: tuple[Term, ...]) -> list[Line]:
    """The lines in which all codes stand, as printed (01 is not 1)."""
    return [line for line in lines if all(term.name in line.places for term in terms)]


def _row_checks(grid: Grid, relation: Relation, line: Line, codes: Codes) -> tuple[Check, ...]:
    """Each value column right of the codes, up to the next column of codes."""
    others = [other.at for other in codes.of_rows if other.at > line.at]
    last = min([at - 1 for at in others] or [grid.n_columns])
    row = line.places[relation.left[0].name]
    if last <= line.at:
        return ()
    terms = (*relation.left, *relation.right)
    places = {term.name: (line.places[term.name], line.at + 1) for term in terms}
    return (_check(grid, relation, places, (row, line.at + 1, row, last)),)


def _check(grid: Grid, relation: Relation, places: Mapping[str, Place], area: Area) -> Check:
    """The check of a relation whose terms stand at these places, seen from the first cell of the area."""
    left = _address(places[relation.left[0].name])
    right = "".join(("-" if term.is_minus else "+") + _address(places[term.name]) for term in relation.right)
    tolerance = f"{_ROUNDING}*{len(relation.right) + 1}"
    condition = {
        "=": f"ABS({left}-(0{right}))<={tolerance}",
        ">=": f"{left}-(0{right})>=-{tolerance}",
        "<=": f"{left}-(0{right})<={tolerance}",
        ">": f"{left}>0{right}",
        "<": f"{left}<0{right}",
    }[relation.sign]
    return Check(grid.name, (area,), relation.printed, condition, expected=f"0{right}", is_relation=True)


def _address(place: Place) -> str:
    return f"{column_letters(place[1])}{place[0]}"
