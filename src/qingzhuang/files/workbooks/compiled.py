"""A template compiled once and filled many times: only the sheets written are new, all else is copied."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from operator import attrgetter

from lxml import etree

from qingzhuang.engine.fill.plan import Growth, Write
from qingzhuang.engine.fill.writes import FilledRows, parts_of
from qingzhuang.engine.values.domain import Written
from qingzhuang.engine.values.formulas.domain import Value
from qingzhuang.files.packages import guard, xmls
from qingzhuang.files.packages.deflating import Deflate, deflate_best, deflate_zlib
from qingzhuang.files.packages.zips import Part, join_parts, pack, replaced
from qingzhuang.files.workbooks.calculating import calculation_of, result_xml
from qingzhuang.files.workbooks.cellxml import cell_xml
from qingzhuang.files.workbooks.growing import grown
from qingzhuang.files.workbooks.package import Package, open_package
from qingzhuang.files.workbooks.richtext import reworded
from qingzhuang.files.workbooks.sheettext import ROW_BITS, SheetText, key_of, split_sheet
from qingzhuang.files.workbooks.sheettree import add_cells, number_cells, sheet_tree

_KEPT = 8  # grown or widened forms of one template that are kept ready
_COLUMN = (1 << ROW_BITS) - 1
_Value = tuple[int, Written]  # place as one number, value
_Cell = tuple[int, Written | None]


class Compiled:
    """
    A template ready to be filled; what one filling works out serves the next. Same writes, same bytes.

    moved: sheets whose formulas moved when rows were added.
    """

    def __init__(self, package: Package, moved: frozenset[str] = frozenset()) -> None:
        self._package = package
        self._sheets: dict[tuple[str, frozenset[int]], SheetText] = {}
        self._grown: dict[tuple[Growth, ...], Compiled] = {}
        self._strings = _rich_strings(package)
        self._workbook = _recalculating(package)
        self._calculation = calculation_of(package, moved)

    def render(
        self, writes: Sequence[Write], growths: Sequence[Growth] = (), *, deflate: Deflate = deflate_best
    ) -> bytes:
        """
        The filled file. Rows of `writes` are numbered after growth, those of `growths` before it.

        Raises:
            ValueError: a sheet that is not there, a formula, or a covered cell of a merged region.
            RefusedError: rows cannot be added where they were asked for.

        """
        if growths:
            return self._after(tuple(growths)).render(writes, deflate=deflate)
        changed: dict[str, Part | None] = {self._package.workbook: self._workbook}
        results = self._calculation.results(writes) if self._calculation else {}
        by_sheet = _by_sheet(writes)
        for name in (*by_sheet, *(other for other in results if other not in by_sheet)):
            part = self._package.parts[self._package.sheet(name).part]
            content = self._filled(name, by_sheet.get(name, _Wanted()), results.get(name, {})).encode()
            changed[part.name] = pack(part.name, content, like=part, packed=deflate(content))
        return join_parts(replaced(self._package.parts, changed))

    def _after(self, growths: tuple[Growth, ...]) -> "Compiled":
        if growths not in self._grown:
            _make_room(self._grown)
            self._grown[growths] = Compiled(
                grown(self._package, growths), frozenset(one.sheet for one in growths if one.n)
            )
        return self._grown[growths]

    def _filled(self, name: str, wanted: "_Wanted", results: Mapping[tuple[int, int], Value]) -> str:
        sheet = self._sheet(name, frozenset())
        pieces, left = _placed(sheet, wanted, is_1904=self._package.is_1904)
        missing = frozenset(key for key, _ in left if key not in sheet.rich)
        if missing & sheet.closed:
            raise ValueError(f"formulas and covered cells are not written: {name}")
        if missing:
            sheet = self._sheet(name, missing)
            pieces, left = _placed(sheet, wanted, is_1904=self._package.is_1904)
        for key, value in left:
            index, start, holder = sheet.rich[key]
            pieces[index] = _rich_cell(start, value, holder, is_1904=self._package.is_1904)
        for place, result in results.items():
            index, start, formula = sheet.formulas[key_of(*place)]
            pieces[index] = result_xml(start, formula, result)
        return "".join(pieces)

    def _sheet(self, name: str, added: frozenset[int]) -> SheetText:
        """The split text of a sheet with these cells added."""
        found = self._sheets.get((name, added))
        if found is None:
            _make_room(self._sheets)
            root = sheet_tree(self._package.parts[self._package.sheet(name).part].inflate())
            number_cells(root)
            add_cells(root, [(key >> ROW_BITS, key & _COLUMN) for key in added])
            found = self._sheets[name, added] = split_sheet(root, self._strings)
        return found


def compile_template(source: bytes) -> Compiled:
    """The template ready to be filled many times. Raises RefusedError when it is no workbook we may open."""
    return Compiled(open_package(guard.open_parts(source)))


def _make_room(
    kept: dict[tuple[Growth, ...], Compiled] | dict[tuple[str, frozenset[int]], SheetText],
) -> None:
    if len(kept) >= _KEPT:
        kept.clear()


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is written in one sheet: single cells, and records of lists."""

    cells: list[Write] = field(default_factory=list)
    lists: list[FilledRows] = field(default_factory=list)


def _by_sheet(writes: Sequence[Write]) -> Mapping[str, _Wanted]:
    """The writes of each sheet."""
    found: dict[str, _Wanted] = {}
    cells, lists = parts_of(writes)
    for name, own in groupby(cells, attrgetter("sheet")):
        found.setdefault(name, _Wanted()).cells.extend(own)
    for records in lists:
        found.setdefault(records.sheet, _Wanted()).lists.append(records)
    return found


def _placed(sheet: SheetText, wanted: _Wanted, *, is_1904: bool) -> tuple[list[str], list[_Value]]:
    """The pieces with the writes in them, and the writes that found no plain cell."""
    pieces = list(sheet.pieces)
    left = _place(
        sheet,
        pieces,
        ((write.row << ROW_BITS | write.column, write.value) for write in wanted.cells),
        is_1904,
    )
    for records in wanted.lists:
        rows = [row << ROW_BITS for row in records.rows]
        for own in records.columns:
            column = own.column
            cells = zip([row | column for row in rows], own.values, strict=True)
            left += _place(sheet, pieces, cells, is_1904)
    return pieces, left


def _place(sheet: SheetText, pieces: list[str], cells: Iterable[_Cell], is_1904: bool) -> list[_Value]:
    """Put values into the pieces, None nowhere; back come those that found no plain cell. The hot loop."""
    opens = sheet.opens
    left: list[_Value] = []
    for key, value in cells:
        if value is None:
            continue
        try:
            index, start = opens[key]
        except KeyError:
            left.append((key, value))
            continue
        if isinstance(value, str) and value.isalnum():  # nothing to escape
            pieces[index] = f'{start} t="inlineStr"><is><t>{value}</t></is></c>'
        elif type(value) is int:
            pieces[index] = f"{start}><v>{value}</v></c>"
        else:
            pieces[index] = cell_xml(start, value, is_1904=is_1904)
    return left


def _rich_cell(start: str, value: Written, holder: etree._Element, *, is_1904: bool) -> str:
    runs = reworded(holder, value) if isinstance(value, str) else None
    if runs is None:
        return cell_xml(start, value, is_1904=is_1904)
    return f'{start} t="inlineStr"><is>{runs}</is></c>'


def _rich_strings(package: Package) -> dict[int, etree._Element]:
    """The shared strings that have runs, by number."""
    root = package.root(package.strings)
    return {
        index: element
        for index, element in enumerate(xmls.children(root, "si"))
        if xmls.child(element, "r") is not None
    }


def _recalculating(package: Package) -> Part:
    """The workbook part that makes programs calculate all formulas when they open the file."""
    part = package.parts[package.workbook]
    root = xmls.parse(part.inflate())
    settings = xmls.child(root, "calcPr")
    if settings is None:
        settings = xmls.new_like(root, "calcPr")
        before = [
            xmls.child(root, name)
            for name in ("definedNames", "functionGroups", "externalReferences", "sheets")
        ]
        next(element for element in before if element is not None).addnext(settings)
    settings.set("fullCalcOnLoad", "1")
    content = xmls.to_bytes(root)
    return pack(part.name, content, like=part, packed=deflate_zlib(content))
