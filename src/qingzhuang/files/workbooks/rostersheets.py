"""The sheets of a roster workbook, row by row, values only."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.engine.values.domain import Raw
from qingzhuang.files.packages import guard, xmls
from qingzhuang.files.packages.limits import ROSTER
from qingzhuang.files.packages.zips import PartStream
from qingzhuang.files.workbooks.cellvalues import CellValues
from qingzhuang.files.workbooks.display import dated, parts_of_date_format
from qingzhuang.files.workbooks.fastscan import UnusualError, scanned_rows, scanned_strings
from qingzhuang.files.workbooks.grids import merges_of
from qingzhuang.files.workbooks.package import Package, SheetPart, open_package
from qingzhuang.files.workbooks.packedrows import CHUNK, Row, pack_rows
from qingzhuang.files.workbooks.sheets import Area, read_rows, string_at
from qingzhuang.files.workbooks.strings import shared_strings
from qingzhuang.files.workbooks.stringtable import StringTable
from qingzhuang.files.workbooks.styles import read_styles

Event = tuple[str, object, object]


@dataclass(frozen=True, slots=True)
class PackedSheet:
    """A sheet read whole, its rows packed."""

    name: str
    is_hidden: bool
    n_rows: int
    chunks: tuple[bytes, ...]
    merges: tuple[Area, ...]


@dataclass(frozen=True, slots=True)
class _Reader:
    """What the sheets of one workbook share. days: how much of a day the looks show that show one."""

    package: Package
    strings: Sequence[str]
    days: Mapping[int, int]


def roster_events(data: bytes) -> Iterator[Event]:
    """
    The sheets of a roster workbook in order, as they are read.

    Each sheet is ("begin", name, is_hidden), packed rows ("rows", chunk, 0), ("end", n_rows, merges). A sheet
    may begin again before it has ended: what came of it before is void.

    Raises RefusedError for broken or too large ones.
    """
    package = open_package(guard.open_parts(data, ROSTER))
    looks = read_styles(package.root(package.styles))
    parts = {at: parts_of_date_format(style.number_format) for at, (style, _) in enumerate(looks)}
    days = {at: n_parts for at, n_parts in parts.items() if n_parts}
    reader = _Reader(package, _strings(package), days)
    before = (0, 0)
    for sheet in package.sheets:
        try:
            before = yield from _events(reader, sheet, _scanned, before)
        except UnusualError:
            before = yield from _events(reader, sheet, _parsed, before)


def gathered(events: Iterable[Event]) -> Iterator[PackedSheet]:
    """The sheets from their events."""
    name, is_hidden = "", False
    chunks: list[bytes] = []
    for kind, first, second in events:
        if kind == "begin":
            name, is_hidden, chunks = str(first), bool(second), []
        elif isinstance(first, bytes):
            chunks.append(first)
        elif isinstance(first, int) and isinstance(second, tuple):
            yield PackedSheet(name, is_hidden, first, tuple(chunks), second)


_Rows = Callable[[_Reader, SheetPart, list[Area]], Iterator[Row]]


def _strings(package: Package) -> StringTable:
    if package.strings is None:
        return StringTable(())
    part = package.parts[package.strings]
    try:
        return StringTable(scanned_strings(PartStream(part)))
    except UnusualError:
        return StringTable(shared_strings(PartStream(part)))


def _events(
    reader: _Reader, sheet: SheetPart, rows: _Rows, before: tuple[int, int]
) -> Generator[Event, None, tuple[int, int]]:
    """One sheet. before: rows and cells of the sheets before it; comes back: with this one's."""
    yield "begin", sheet.name, sheet.is_hidden
    merges: list[Area] = []
    waiting: list[Row] = []
    n_rows, n_cells = 0, before[1]
    for row in rows(reader, sheet, merges):
        if not row[1]:
            continue
        n_rows += 1
        n_cells += len(row[1])
        if before[0] + n_rows > ROSTER.rows:
            raise RefusedError(Problem(FilesCode.TOO_MANY_ROWS, {"limit": ROSTER.rows}))
        if n_cells > ROSTER.cells:
            raise RefusedError(Problem(FilesCode.TOO_MANY_CELLS, {"limit": ROSTER.cells}))
        if len(row[1]) > ROSTER.columns:
            raise RefusedError(Problem(FilesCode.TOO_MANY_COLUMNS, {"limit": ROSTER.columns}))
        waiting.append(row)
        if len(waiting) == CHUNK:
            yield "rows", pack_rows(waiting), 0
            waiting.clear()
    if waiting:
        yield "rows", pack_rows(waiting), 0
    yield "end", n_rows, tuple(merges)
    return before[0] + n_rows, n_cells


def _scanned(reader: _Reader, sheet: SheetPart, merges: list[Area]) -> Iterator[Row]:
    """The quick way. The values of a cell are told apart here, in one loop, because this is the hot one."""
    rest: list[bytes] = []
    cells = CellValues(reader.strings, reader.days, is_1904=reader.package.is_1904)
    for number, found in scanned_rows(PartStream(reader.package.parts[sheet.part]), rest):
        yield number, cells.of_row(found)
    merges.extend(merges_of(xmls.parse(b"".join(rest)), ROSTER))


def _parsed(reader: _Reader, sheet: SheetPart, merges: list[Area]) -> Iterator[Row]:
    """The thorough way, for any XML."""

    def rest(worksheet: etree._Element) -> None:
        merges.extend(merges_of(worksheet, ROSTER))

    source = PartStream(reader.package.parts[sheet.part])
    for row in read_rows(source, string=string_at(reader.strings), on_rest=rest):
        values: list[Raw] = []
        for cell in row.cells:
            if cell.value is not None and cell.value != "":
                values.extend([None] * (cell.column - len(values) - 1))
                n_parts = reader.days.get(cell.look, 0)
                values.append(dated(cell.value, n_parts=n_parts, is_1904=reader.package.is_1904))
        yield row.number, tuple(values)
