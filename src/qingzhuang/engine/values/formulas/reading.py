"""A formula being read: its nodes turned into values, from the cell where it stands."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from qingzhuang.engine.values.formulas.coercing import checked, joined, number_of
from qingzhuang.engine.values.formulas.domain import Area, NotComputedError, Place, Value
from qingzhuang.engine.values.formulas.references import Reference
from qingzhuang.engine.values.formulas.tree import Call, Chain, Constant, Node, Unary


class Cells(Protocol):
    """The cells that formulas read."""

    def at(self, place: Place) -> Value:
        """The value of a cell. Raises NotComputedError for a formula without result or an unknown sheet."""
        ...

    def filled(self, area: Area) -> Iterator[tuple[Place, Value]]:
        """The cells of an area that are not empty, in no order. Raises NotComputedError as above."""
        ...

    def numbers(self, area: Area) -> list[float]:
        """The numbers of an area. Raises NotComputedError as above, ErrorShownError for an error in it."""
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """
    A formula being read. home: its cell. functions: by name. rows, columns: how far it was copied from where
    it is written.
    """

    cells: Cells
    home: Place
    functions: Mapping[str, "Function"]
    rows: int = 0
    columns: int = 0

    def area(self, reference: Reference) -> Area:
        """The area that a reference names from here."""
        return reference.area(self.home.sheet, self.rows, self.columns)

    def value(self, node: Node) -> Value:
        """
        The value of a node; errors of cells come back as values.

        Raises ErrorShownError for an error that arises here, NotComputedError for what we do not calculate.
        """
        if isinstance(node, Constant):
            return node.value
        if isinstance(node, Reference):
            return self._cell(node)
        if isinstance(node, Chain):
            value = self.value(node.first)
            for sign, operand in node.rest:
                value = joined(sign, value, self.value(operand))
            return value
        if isinstance(node, Unary):
            return _signed(node.sign, self.value(node.operand))
        if isinstance(node, Call):
            function = self.functions.get(node.name)
            if function is None:
                raise NotComputedError
            return function(self, node.arguments)
        raise NotComputedError

    def _cell(self, reference: Reference) -> Value:
        area = self.area(reference)
        if (area.first_row, area.first_column) != (area.last_row, area.last_column):
            raise NotComputedError  # a range where one value is wanted means different things to programs
        return self.cells.at(Place(area.sheet, area.first_row, area.first_column))


def _signed(sign: str, value: Value) -> Value:
    if sign == "+":
        return checked(value)
    return -number_of(value) if sign == "-" else number_of(value) / 100


Function = Callable[[Reading, tuple[Node, ...]], Value]


def need(arguments: tuple[Node, ...], fewest: int, most: int) -> None:
    """Raises NotComputedError for a function with fewer or more arguments than it takes."""
    if not fewest <= len(arguments) <= most:
        raise NotComputedError


def area_in(reading: Reading, node: Node) -> Area:
    """The area that an argument names. Raises NotComputedError where it is none."""
    if not isinstance(node, Reference):
        raise NotComputedError
    return reading.area(node)


def offset(place: Place, area: Area) -> tuple[int, int]:
    """How far a cell stands below and right of the first cell of an area."""
    return place.row - area.first_row, place.column - area.first_column


def shape(area: Area) -> tuple[int, int]:
    """How many rows and columns an area has."""
    return area.last_row - area.first_row + 1, area.last_column - area.first_column + 1
