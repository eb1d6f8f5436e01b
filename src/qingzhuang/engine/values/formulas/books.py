"""All formulas of a workbook calculated over its values, each once, after those that it needs."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from qingzhuang.engine.values.formulas.coercing import ErrorShownError
from qingzhuang.engine.values.formulas.columns import PlacesByColumn
from qingzhuang.engine.values.formulas.domain import Area, FormulaError, NotComputedError, Place, Value
from qingzhuang.engine.values.formulas.evaluation import evaluate
from qingzhuang.engine.values.formulas.references import Reference
from qingzhuang.engine.values.formulas.tree import Call, Name, Node, children_of, parse_formula, references_in

_MOST_VISITS = 10_000_000  # cells looked at in one calculation: a few seconds; no form of anybody has more
_UNSEEN_REACH = frozenset({"INDIRECT", "OFFSET", "TODAY", "NOW", "RAND", "RANDBETWEEN", "CELL", "INFO"})


@dataclass(frozen=True, slots=True)
class Formula:
    """
    A formula in its cell. tree: None if we cannot take it apart. areas: what it reads.

    has_unseen_reach: its result may change though nothing that it names does.
    """

    tree: Node | None
    areas: tuple[Area, ...]
    has_unseen_reach: bool


UNREADABLE = Formula(None, (), has_unseen_reach=True)


def formula_in(text: str, place: Place) -> Formula:
    """The formula of a cell, taken apart; UNREADABLE where we cannot."""
    try:
        tree = parse_formula(text)
        areas = tuple(reference.area(place.sheet) for reference in references_in(tree))
    except NotComputedError:
        return UNREADABLE
    return Formula(tree, areas, _has_unseen_reach(tree))


class Book:
    """
    A workbook's values and formulas, and the results of the formulas once they are calculated.

    sheets: all names, as the caller writes them; in formulas their letters may be of the other case.
    """

    def __init__(
        self, values: Mapping[Place, Value], formulas: Mapping[Place, Formula], *, sheets: Iterable[str]
    ) -> None:
        self._sheets = {sheet.casefold(): sheet for sheet in sheets}
        self._formulas = formulas
        self._known: dict[tuple[str, int, int], Value | Formula] = {}
        self._known.update(values.items())
        self._known.update(formulas.items())
        self._places = PlacesByColumn(self._known)
        self._of_formulas = PlacesByColumn(formulas)
        self._order: list[Place] = []
        self._is_settled = False
        self._visits = 0

    def at(self, place: Place) -> Value:
        """The value of a cell, as far as it is calculated. Raises NotComputedError as `Cells.at`."""
        value = self._known.get((self._own(place.sheet), place.row, place.column))
        if isinstance(value, Formula):
            raise NotComputedError
        return value

    def filled(self, area: Area) -> Iterator[tuple[Place, Value]]:
        """The cells of an area that are not empty. Raises NotComputedError as `Cells.filled`."""
        for sheet, row, column, value in self._cells(area):
            yield Place(sheet, row, column), value

    def numbers(self, area: Area) -> list[float]:
        """The numbers of an area, the first error instead if there is one. Raises as `Cells.numbers`."""
        found = []
        for _, _, _, value in self._cells(area):
            if type(value) is float:
                found.append(value)
            elif isinstance(value, FormulaError):
                raise ErrorShownError(value)
        return found

    def _cells(self, area: Area) -> Iterator[tuple[str, int, int, Value]]:
        """The cells of an area that are not empty. This is the hot loop of sums."""
        sheet = self._own(area.sheet)
        area = area._replace(sheet=sheet)
        self._visits += self._places.n_within(area)
        if self._visits > _MOST_VISITS:
            raise NotComputedError
        known = self._known
        for column, rows in self._places.crossed(area):
            for row in rows:
                value = known[sheet, row, column]
                if isinstance(value, Formula):
                    raise NotComputedError
                if value is not None:
                    yield sheet, row, column, value

    def results(self, wanted: Iterable[Place]) -> dict[Place, Value]:
        """The results of these formulas; those that we cannot calculate are not among them."""
        self._settle()
        found = {place: self._known[place] for place in wanted}
        return {place: value for place, value in found.items() if not isinstance(value, Formula)}

    def value(self, tree: Node, home: Place, *, rows: int = 0, columns: int = 0) -> Value:
        """What a formula that stands in no cell gives at `home`. Raises NotComputedError as `evaluate`."""
        self._settle()
        return evaluate(tree, self, home, rows=rows, columns=columns)

    def single(self, place: Place) -> Value:
        """The value of a cell, all formulas calculated. Raises NotComputedError as `Cells.at`."""
        self._settle()
        return self.at(place)

    def settled(self, area: Area) -> list[tuple[Place, Value]]:
        """The cells of an area that hold a value, all formulas calculated; those without result left out."""
        self._settle()
        area = area._replace(sheet=self._own(area.sheet))
        known = ((place, self._known[place]) for place in self._places.within(area))
        return [(place, v) for place, v in known if v is not None and not isinstance(v, Formula)]

    def touched(self, written: Iterable[Place]) -> frozenset[Place]:
        """The formulas whose results may change when these cells do, through whatever other formulas."""
        changed = PlacesByColumn(written)
        order = self._in_order()
        found: set[Place] = set()
        is_growing = True
        while is_growing:  # once over for all that is no circle, and once more to see that nothing is left
            fresh = [place for place in order if place not in found and self._is_met(place, changed)]
            found.update(fresh)
            is_growing = bool(fresh)
        return frozenset(found)

    def _is_met(self, place: Place, changed: PlacesByColumn) -> bool:
        """Whether a formula reads what has changed; then it counts as changed itself."""
        formula = self._formulas[place]
        named = (area._replace(sheet=self._sheets.get(area.sheet.casefold(), "")) for area in formula.areas)
        is_met = formula.has_unseen_reach or any(changed.n_within(area) for area in named)
        if is_met:
            changed.add(place)
        return is_met

    def _own(self, sheet: str) -> str:
        """The sheet's name as the caller writes it."""
        name = self._sheets.get(sheet.casefold())
        if name is None:
            raise NotComputedError
        return name

    def _formulas_within(self, area: Area) -> Iterator[Place]:
        name = self._sheets.get(area.sheet.casefold())
        return iter(()) if name is None else self._of_formulas.within(area._replace(sheet=name))

    def _settle(self) -> None:
        """Calculate all formulas, once. Those in a circle find no result and get none."""
        if self._is_settled:
            return
        self._is_settled = True
        for place in self._in_order():
            tree = self._formulas[place].tree
            if tree is not None:
                try:
                    self._known[place] = evaluate(tree, self, place)
                except NotComputedError:
                    continue  # no result: that is all there is to say about it

    def _in_order(self) -> list[Place]:
        """
        All formulas, each after those that it needs.

        Without recursion: chains may be thousands of cells long. Beyond the limit of visits the order is not
        right any more, and what comes too early has no result.
        """
        if self._order:
            return self._order
        begun: set[Place] = set()
        for start in self._formulas:
            if start in begun:
                continue
            begun.add(start)
            stack = [(start, self._needed(start))]
            while stack:
                place, needed = stack[-1]
                other = next((each for each in needed if each not in begun), None)
                if other is None:
                    self._order.append(place)
                    stack.pop()
                else:
                    begun.add(other)
                    stack.append((other, self._needed(other)))
        return self._order

    def _needed(self, place: Place) -> Iterator[Place]:
        for area in self._formulas[place].areas:
            for other in self._formulas_within(area):
                self._visits += 1
                if self._visits > _MOST_VISITS:
                    return
                yield other


def _has_unseen_reach(tree: Node) -> bool:
    """Whether a formula reads cells that it does not name."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Name) or (isinstance(node, Call) and _reads_unnamed(node)):
            return True
        waiting += children_of(node)
    return False


def _reads_unnamed(call: Call) -> bool:
    """INDIRECT and its like; SUMIF, whose area to add takes the shape of the one it asks."""
    areas = call.arguments[::2]
    if call.name in ("SUMIF", "AVERAGEIF") and len(areas) == 2:
        shapes = [_shape(node) for node in areas if isinstance(node, Reference)]
        return len(shapes) < 2 or shapes[0] != shapes[1]
    return call.name in _UNSEEN_REACH


def _shape(reference: Reference) -> tuple[int, int]:
    return reference.last_row - reference.first_row, reference.last_column - reference.first_column
