"""A template compiled once and filled many times: only the sheets written are new, all else is copied."""

from collections.abc import Mapping, Sequence
from itertools import groupby
from operator import attrgetter

from lxml import etree

from qingzhuang.engine.fill.plan import Growth, Write
from qingzhuang.files.packages import guard, xmls
from qingzhuang.files.packages.deflating import Deflate, deflate_best, deflate_zlib
from qingzhuang.files.packages.zips import Part, join_parts, pack, replaced
from qingzhuang.files.workbooks.cellxml import cell_xml
from qingzhuang.files.workbooks.growing import grown
from qingzhuang.files.workbooks.package import Package, open_package
from qingzhuang.files.workbooks.richtext import reworded
from qingzhuang.files.workbooks.sheettext import ROW_BITS, SheetText, key_of, split_sheet
from qingzhuang.files.workbooks.sheettree import add_cells, number_cells, sheet_tree

_KEPT = 8  # grown or widened forms of one template that are kept ready
_COLUMN = (1 << ROW_BITS) - 1


class Compiled:
    """A template ready to be filled; what one filling works out serves the next. Same writes, same bytes."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._sheets: dict[tuple[str, frozenset[int]], SheetText] = {}
        self._grown: dict[tuple[Growth, ...], Compiled] = {}
        self._strings = _rich_strings(package)
        self._workbook = _recalculating(package)

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
        for name, own in _by_sheet(writes).items():
            part = self._package.parts[self._package.sheet(name).part]
            content = self._filled(name, own).encode()
            changed[part.name] = pack(part.name, content, like=part, packed=deflate(content))
        return join_parts(replaced(self._package.parts, changed))

    def _after(self, growths: tuple[Growth, ...]) -> "Compiled":
        if growths not in self._grown:
            _make_room(self._grown)
            self._grown[growths] = Compiled(grown(self._package, growths))
        return self._grown[growths]

    def _filled(self, name: str, writes: Sequence[Write]) -> str:
        sheet = self._sheet(name, frozenset())
        pieces, left = _placed(sheet, writes, is_1904=self._package.is_1904)
        keys = (key_of(write.row, write.column) for write in left)
        missing = frozenset(key for key in keys if key not in sheet.rich)
        if missing & sheet.closed:
            raise ValueError(f"formulas and covered cells are not written: {name}")
        if missing:
            sheet = self._sheet(name, missing)
            pieces, left = _placed(sheet, writes, is_1904=self._package.is_1904)
        for write in left:
            index, start, holder = sheet.rich[key_of(write.row, write.column)]
            pieces[index] = _rich_cell(start, write, holder, is_1904=self._package.is_1904)
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


def _by_sheet(writes: Sequence[Write]) -> Mapping[str, Sequence[Write]]:
    """The writes of each sheet, sheets in the order of their first write."""
    found: dict[str, list[Write]] = {}
    for name, own in groupby(writes, attrgetter("sheet")):
        found.setdefault(name, []).extend(own)
    return found


def _placed(sheet: SheetText, writes: Sequence[Write], *, is_1904: bool) -> tuple[list[str], list[Write]]:
    """The pieces with the writes in them, and the writes that found no plain cell. This is the hot loop."""
    pieces = list(sheet.pieces)
    opens, bits = sheet.opens, ROW_BITS
    left: list[Write] = []
    for write in writes:
        try:
            index, start = opens[write.row << bits | write.column]
        except KeyError:
            left.append(write)
            continue
        value = write.value
        if isinstance(value, str) and value.isalnum():  # nothing to escape
            pieces[index] = f'{start} t="inlineStr"><is><t>{value}</t></is></c>'
        elif type(value) is int:
            pieces[index] = f"{start}><v>{value}</v></c>"
        else:
            pieces[index] = cell_xml(start, value, is_1904=is_1904)
    return pieces, left


def _rich_cell(start: str, write: Write, holder: etree._Element, *, is_1904: bool) -> str:
    runs = reworded(holder, write.value) if isinstance(write.value, str) else None
    if runs is None:
        return cell_xml(start, write.value, is_1904=is_1904)
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
