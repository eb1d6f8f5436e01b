"""The formulas of a package calculated over what is written, and their results as the XML of cells."""

import re
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape

from qingzhuang.engine.fill.plan import Write
from qingzhuang.engine.values.formulas.books import UNREADABLE, Book, Formula, formula_in
from qingzhuang.engine.values.formulas.domain import FormulaError, Place, Value, as_result
from qingzhuang.files.packages import xmls
from qingzhuang.files.packages.limits import MAX_TEXT
from qingzhuang.files.packages.zips import PartStream
from qingzhuang.files.workbooks.cellxml import number_text
from qingzhuang.files.workbooks.formulas import copied
from qingzhuang.files.workbooks.package import Package, SheetPart
from qingzhuang.files.workbooks.sheets import Area, RawCell, read_rows, string_at
from qingzhuang.files.workbooks.sheettree import is_in, results_area
from qingzhuang.files.workbooks.strings import shared_strings

_FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
_ERRORS = frozenset(FormulaError)
Results = Mapping[str, Mapping[tuple[int, int], Value]]  # sheet → row and column → result, None: none


class Calculation:
    """
    The values and formulas of a package, read once; each filling is calculated over them.

    moved: sheets in which rows were added, so that no result kept there can be trusted (ROW, new rows).
    """

    def __init__(self, package: Package, moved: frozenset[str] = frozenset()) -> None:
        self._is_1904 = package.is_1904
        self._sheets = tuple(sheet.name for sheet in package.sheets)
        self._moved = moved
        self._values: dict[Place, Value] = {}
        self._formulas: dict[Place, Formula] = {}
        self._without_result: set[Place] = set()
        strings = list(shared_strings(PartStream(package.parts[package.strings]))) if package.strings else []
        for sheet in package.sheets:
            self._read(package, sheet, strings)

    def results(self, writes: Sequence[Write]) -> Results:
        """
        New results of the formulas that depend on the cells written, sheet by sheet (R-CAL-01, R-CAL-02).

        None where we cannot calculate: the result kept there is dropped. Formulas that depend on nothing
        written are not among them, unless they have no result yet and their sheet changes anyway.
        """
        values = {**self._values, **{_place(write): self._value(write) for write in writes}}
        book = Book(values, self._formulas, sheets=self._sheets)
        touched = set(book.touched(_place(write) for write in writes))
        touched |= {place for place in self._formulas if place.sheet in self._moved}
        changing = {write.sheet for write in writes} | {place.sheet for place in touched}
        touched |= {place for place in self._without_result if place.sheet in changing}
        computed = book.results(touched)
        found: dict[str, dict[tuple[int, int], Value]] = {}
        for place in sorted(touched):
            found.setdefault(place.sheet, {})[place.row, place.column] = computed.get(place)
        return found

    def _read(self, package: Package, sheet: SheetPart, strings: Sequence[str]) -> None:
        shared: dict[str, tuple[RawCell, str]] = {}
        areas: list[Area] = []
        stream = PartStream(package.parts[sheet.part])
        for row in read_rows(stream, string=string_at(strings), on_rest=lambda _: None):
            for raw in row.cells:
                place = Place(sheet.name, raw.row, raw.column)
                text = _formula(raw, shared)
                if text is not None:
                    areas += _further_results(raw)
                    self._formulas[place] = formula_in(text, place) if text else UNREADABLE
                    if raw.value is None:
                        self._without_result.add(place)
                elif raw.value is not None:
                    self._values[place] = _constant(raw)
        self._leave_out(sheet.name, areas)

    def _leave_out(self, sheet: str, areas: Sequence[Area]) -> None:
        """What an array formula shows beside its own cell is a result, and none that we calculate."""
        for area in areas:
            inside = [p for p in self._values if p.sheet == sheet and is_in((p.row, p.column), area)]
            for place in inside:
                del self._values[place]
                self._formulas[place] = UNREADABLE

    def _value(self, write: Write) -> Value:
        value = write.value
        if isinstance(value, str):
            return value
        return float(number_text(value, is_1904=self._is_1904))


def calculation_of(package: Package, moved: frozenset[str] = frozenset()) -> Calculation | None:
    """The calculation of a package, None for one without formulas: most forms, which must not pay for it."""
    parts = (package.parts[sheet.part] for sheet in package.sheets)
    has_formulas = any(_FORMULA.search(part.inflate()) for part in parts)
    return Calculation(package, moved) if has_formulas else None


def result_xml(start: str, formula: str, result: Value) -> str:
    """
    A whole formula cell, without <v> for None.

    start: its opening tag without type and end. formula: its <f>.
    """
    if result is None or (isinstance(result, str) and len(result) > MAX_TEXT):
        return f"{start}>{formula}</c>"
    if isinstance(result, bool):
        return f'{start} t="b">{formula}<v>{int(result)}</v></c>'
    if isinstance(result, FormulaError):
        return f'{start} t="e">{formula}<v>{result.value}</v></c>'
    if isinstance(result, str):
        return f'{start} t="str">{formula}<v>{escape(result)}</v></c>'
    return f"{start}>{formula}<v>{_number(result)}</v></c>"


def _number(result: float) -> str:
    """The number with the 15 digits that Excel shows."""
    return str(int(result)) if result.is_integer() and abs(result) < 1e15 else f"{result:.15g}"


def _place(write: Write) -> Place:
    return Place(write.sheet, write.row, write.column)


def _constant(raw: RawCell) -> Value:
    if raw.element.get("t") == "e" and raw.value in _ERRORS:
        return FormulaError(str(raw.value))
    return as_result(raw.value)


def _further_results(raw: RawCell) -> tuple[Area, ...]:
    formula = xmls.child(raw.element, "f")
    area = None if formula is None else results_area(formula)
    return () if area is None else (area,)


def _formula(raw: RawCell, shared: dict[str, tuple[RawCell, str]]) -> str | None:
    """The formula of a cell; "" for kinds that we do not calculate (array formulas, what-if tables)."""
    element = xmls.child(raw.element, "f")
    if element is None:
        return None
    kind, text, index = element.get("t", "normal"), element.text or "", element.get("si", "")
    if kind == "normal":
        return text
    if kind != "shared":
        return ""
    if text:
        shared[index] = (raw, text)
        return text
    if index not in shared:
        return ""
    master, text = shared[index]
    return copied(text, rows=raw.row - master.row, columns=raw.column - master.column)
