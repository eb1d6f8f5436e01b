"""Data validations, plain ones and those of Excel 2010 (x14), with the entries of their lists."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from qingzhuang.engine.read.grid import Validation
from qingzhuang.files.packages import xmls
from qingzhuang.files.workbooks.formulas import Reference, references
from qingzhuang.files.workbooks.package import DefinedName
from qingzhuang.files.workbooks.sheets import Area, area_of

_MAX_OPTIONS = 5_000
_MAX_AREAS = 10_000
_SWITCHES = ("showErrorMessage", "showDropDown", "showInputMessage")
Lookup = Callable[[str, Area], tuple[str, ...]]  # texts of an area of a sheet, blanks left out


@dataclass(frozen=True, slots=True)
class FoundValidation:
    """A validation as written, its list not yet looked up."""

    kind: str
    areas: tuple[Area, ...]
    formula: str
    operator: str
    formula2: str = ""
    message: str = ""
    is_advice: bool = False


def found_validations(worksheet: etree._Element) -> tuple[FoundValidation, ...]:
    """All validations of a sheet. worksheet: its element, rows not needed."""
    return tuple(
        FoundValidation(
            element.get("type", "none"),
            areas,
            _formula(element, "formula1"),
            element.get("operator", ""),
            _formula(element, "formula2"),
            element.get("error", "").strip(),
            _is_advice(element),
        )
        for element in worksheet.iter("{*}dataValidation")
        if (areas := tuple(area_of(reference) for reference in _ranges(element)[:_MAX_AREAS]))
    )


def resolved(
    found: FoundValidation, *, sheet: str, names: tuple[DefinedName, ...], texts: Lookup
) -> Validation:
    """The validation with the entries of its list, wherever they stand; () when they cannot be told."""
    options = _options(found.formula, sheet, names, texts) if found.kind == "list" else ()
    return Validation(
        *(found.kind, found.areas, options, found.formula, found.operator, found.formula2, found.message),
        is_advice=found.is_advice,
    )


def _is_advice(element: etree._Element) -> bool:
    """Whether the program lets other answers through: it only warns, or is told to say nothing."""
    # openpyxl writes every switch out, all of them off unless told: that is nobody's wish.
    is_unasked = {element.get(name) for name in _SWITCHES} == {"0"}
    is_silent = element.get("showErrorMessage") in ("0", "false") and not is_unasked
    return is_silent or element.get("errorStyle", "stop") in ("warning", "information")


def _ranges(element: etree._Element) -> list[str]:
    inner = xmls.child(element, "sqref")
    text = element.get("sqref") if inner is None else inner.text
    return (text or "").split()


def _formula(element: etree._Element, name: str) -> str:
    holder = xmls.child(element, name)
    if holder is None:
        return ""
    inner = xmls.child(holder, "f")
    return ((holder if inner is None else inner).text or "").strip()


def _options(formula: str, sheet: str, names: tuple[DefinedName, ...], texts: Lookup) -> tuple[str, ...]:
    if formula.startswith('"') and formula.endswith('"'):
        entries = (entry.strip() for entry in formula[1:-1].replace('""', '"').split(","))
        return tuple(entry for entry in entries if entry)
    return tuple(_listed(formula.removeprefix("="), sheet, names, texts))[:_MAX_OPTIONS]


def _listed(formula: str, sheet: str, names: tuple[DefinedName, ...], texts: Lookup) -> Iterator[str]:
    reference = _only_reference(formula)
    if reference is None:
        named = _named(_inside_indirect(formula), sheet, names)
        reference = _only_reference(named) if named else None
    if reference is not None:
        first, last = reference.first, reference.last or reference.first
        area = (first.row or 1, first.column or 1, last.row or 1_048_576, last.column or 16_384)
        yield from texts(reference.sheet or sheet, area)


def _only_reference(formula: str) -> Reference | None:
    found = references(formula)
    return found[0] if len(found) == 1 and str(found[0]) == formula else None


def _inside_indirect(formula: str) -> str:
    """INDIRECT("name") means the name itself; INDIRECT of a cell depends on another answer."""
    if formula.upper().startswith('INDIRECT("') and formula.endswith('")'):
        return formula[10:-2]
    return formula


def _named(name: str, sheet: str, names: tuple[DefinedName, ...]) -> str | None:
    """The formula of a name, the sheet's own before the workbook's."""
    fitting = [
        found for found in names if found.name.lower() == name.lower() and found.sheet in (sheet, None)
    ]
    fitting.sort(key=lambda found: found.sheet is None)
    return fitting[0].formula if fitting else None
