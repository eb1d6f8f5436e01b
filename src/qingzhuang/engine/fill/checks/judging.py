"""Checks run on finished cells."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from qingzhuang.engine.fill.checks.domain import Check
from qingzhuang.engine.fill.plan import Doubt
from qingzhuang.engine.read.grid import column_letters
from qingzhuang.engine.values.formulas.books import Book
from qingzhuang.engine.values.formulas.coercing import ErrorShownError, number_of, text_of
from qingzhuang.engine.values.formulas.columns import PlacesByColumn
from qingzhuang.engine.values.formulas.domain import Area as FormulaArea
from qingzhuang.engine.values.formulas.domain import NotComputedError, Place, Value
from qingzhuang.engine.values.formulas.references import Reference
from qingzhuang.engine.values.formulas.tree import Node, parse_formula, references_in

Named = Callable[[Place], str]


def doubts_of(
    checks: Iterable[Check], book: Book, *, only: Collection[Place] | None = None, named: Named | None = None
) -> tuple[Doubt, ...]:
    """
    What does not fit, in the order of the checks and of their cells (R-CHK-02, R-CHK-03).

    Args:
        checks: of `checks_in`, in the rows of the book.
        book: the finished cells: of `book_of` or `finished_book`.
        only: cells that were written or answered; what does not concern them is not judged. None: all.
        named: how a cell is called, where it is not `Sheet!D7`.
    """
    judge = _Judge(book, None if only is None else PlacesByColumn(only), named or _called)
    found = (doubt for check in checks for doubt in judge.doubts(check))
    return tuple(dict.fromkeys(found))


def _called(place: Place) -> str:
    return f"{place.sheet}!{column_letters(place.column)}{place.row}"


@dataclass(frozen=True, slots=True)
class _Demand:
    """A check with its formulas taken apart."""

    check: Check
    condition: Node
    expected: Node | None
    references: tuple[Reference, ...]


class _Judge:
    """Runs checks on the cells of one book."""

    def __init__(self, book: Book, only: PlacesByColumn | None, named: Named) -> None:
        self._book = book
        self._only = only
        self._named = named

    def doubts(self, check: Check) -> Iterator[Doubt]:
        """What one check finds."""
        if check.options:
            yield from self._not_among(check)
            return
        try:
            condition = parse_formula(check.condition)
            expected = parse_formula(check.expected) if check.expected else None
        except NotComputedError:
            return
        demand = _Demand(check, condition, expected, tuple(references_in(condition)))
        for place, value in self._judged(check):
            rows, columns = place.row - check.areas[0][0], place.column - check.areas[0][1]
            try:
                if self._fails(demand, place, rows, columns):
                    yield Doubt(self._named(place), self._why(demand, place, value, rows, columns))
            except (NotComputedError, ErrorShownError):
                continue  # a check that cannot be calculated says nothing

    def _judged(self, check: Check) -> Iterator[tuple[Place, Value]]:
        """The cells of a check that hold something, row by row."""
        for area in check.areas:
            try:
                found = sorted(self._book.settled(FormulaArea(check.sheet, *area)), key=lambda pair: pair[0])
            except NotComputedError:
                continue
            yield from (pair for pair in found if pair[1] != "")

    def _not_among(self, check: Check) -> Iterator[Doubt]:
        allowed = {option.strip().casefold() for option in check.options}
        for place, value in self._judged(check):
            if not self._concerns([FormulaArea(*place, place.row, place.column)]):
                continue
            try:
                text = text_of(value).strip()
            except (NotComputedError, ErrorShownError):
                continue
            is_day_perhaps = not isinstance(value, str) and not any(
                o.strip().isdecimal() for o in check.options
            )
            if text.casefold() not in allowed and not is_day_perhaps:
                yield Doubt(self._named(place), f"写着“{text}”，{_ended(check.printed)}")

    def _concerns(self, areas: Iterable[FormulaArea]) -> bool:
        return self._only is None or any(self._only.n_within(area) for area in areas)

    def _fails(self, demand: _Demand, place: Place, rows: int, columns: int) -> bool:
        """Whether all that the check names is there, was written by us at least in part, and does not fit."""
        areas = [reference.area(place.sheet, rows, columns) for reference in demand.references]
        own = FormulaArea(*place, place.row, place.column)
        if not self._concerns([own, *areas]) or not self._are_filled(demand, areas):
            return False
        return self._book.value(demand.condition, place, rows=rows, columns=columns) is False

    def _are_filled(self, demand: _Demand, areas: Iterable[FormulaArea]) -> bool:
        """Whether no single cell that the check names is blank; of a printed relation all are numbers."""
        for area, reference in zip(areas, demand.references, strict=True):
            if reference.is_range:
                continue
            value = self._book.single(Place(area.sheet, area.first_row, area.first_column))
            if value is None or value == "":
                return False
            if demand.check.is_relation:
                number_of(value)
        return True

    def _why(self, demand: _Demand, place: Place, value: Value, rows: int, columns: int) -> str:
        check = demand.check
        if demand.expected is None:
            return f"写着“{text_of(value)}”，{_ended(check.printed)}"
        right = text_of(self._book.value(demand.expected, place, rows=rows, columns=columns))
        is_equal = check.condition.startswith("ABS(")
        said = f"算下来应是 {right}" if is_equal else f"另一边是 {right}"
        return f"写着 {text_of(value)}，表上印着“{check.printed}”，{said}。"


def _ended(sentence: str) -> str:
    """The sentence with its full stop."""
    return sentence if sentence.endswith(("。", "！", "!", ".")) else f"{sentence}。"
