"""Tables of a sheet: found from top to bottom, read into fields of columns, crossings or single cells."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qingzhuang.engine.read import words
from qingzhuang.engine.read.fields import cell_fields, field_at, options_at
from qingzhuang.engine.read.grid import Cell
from qingzhuang.engine.read.header import Header, is_band
from qingzhuang.engine.read.headers import headers_in
from qingzhuang.engine.read.layout import Field, FieldKind, Table
from qingzhuang.engine.read.parts import Part
from qingzhuang.engine.read.paths import distinct, header_path, label_text, section_labels
from qingzhuang.engine.read.records import Records, is_pair_label, records_below
from qingzhuang.engine.read.region import Place, Region

_ROSTER = re.compile(r"(?:名册|花名册|名单|台账|汇总表|统计表|一览表|明细表|清单)(?:[（(].*[)）])?$")
# A column that is headed by nothing but "what to write" adds nothing to the row label.
_WRITE_HERE = re.compile(r"^(?:内容|具体内容|填[写报]?内容|填[写报](?:情况|栏)?|答案|回答)$")


@dataclass(frozen=True, slots=True)
class Block:
    """A table as it stands in the sheet. is_list: rows of records, not a crossing or one row of blanks."""

    records: Records
    is_list: bool

    @property
    def header(self) -> Header:
        """Header of the table."""
        return self.records.header

    def fills(self, region: Region, row: int) -> bool:
        """Whether the table takes a row from the first visible column to the last."""
        header = self.records.header
        is_wide = header.first_column <= region.columns[0] and header.last_column >= region.columns[-1]
        return is_wide and header.top <= row <= self.records.last_row

    def covers(self, cell: Cell) -> bool:
        """Whether a cell belongs to the table."""
        header = self.records.header
        return (
            header.top <= cell.row <= self.records.last_row
            and header.first_column <= cell.column <= header.last_column
        )


def blocks_in(region: Region) -> tuple[Block, ...]:
    """The tables of a sheet in reading order; no cell belongs to two."""
    blocks: list[Block] = []
    for row in region.rows:
        is_inside = blocks and all(blocks[-1].covers(cell) for cell in region.texts(row))
        for header in () if is_inside else headers_in(region, row):
            if any(block.covers(leaf) for block in blocks for leaf in header.leaves):
                continue
            records = records_below(region, header)
            blocks.append(Block(records, is_list=_is_list(region, records)))
    return tuple(blocks)


def _is_list(region: Region, records: Records) -> bool:
    """
    Whether the table is a list of records.

    One blank row below a header asks once, like a card; no row at all, rows of data or several rows
    make a list.
    """
    if records.stubs:
        return False
    header = records.header
    has_many = len(records.rows) != 1 or bool(records.total_rows)
    if has_many or _is_roster(region, header) or _stands_apart(region, records):
        return True
    cells = region.within(records.rows[0], header.first_column, header.last_column)
    return not all(region.is_fillable(cell) or region.part(cell) is Part.OUTSIDE for cell in cells)


def _stands_apart(region: Region, records: Records) -> bool:
    """
    Whether a header with its one row is a table of its own, between paragraphs or alone in the sheet: who
    draws it means as many rows as it takes. Rule R-REC-55.
    """
    rows = (records.header.top - 1, records.last_row + 1)
    beside = [cell for row in rows for cell in region.lines.get(row, ())]
    is_loose = all(region.is_paragraph(cell) or not cell.text for cell in beside)
    is_between = is_loose and any(map(region.is_paragraph, beside)) and len(records.header.leaves) > 2
    return is_between or _is_alone(region, records)


def _is_alone(region: Region, records: Records) -> bool:
    """Whether a wide table with its title and lines of a single text is all that stands in the sheet."""
    header = records.header
    others = [row for row in region.rows if not header.top <= row <= records.last_row]
    left, right = region.extent
    is_wide = (header.first_column, header.last_column) == (left, right) and len(header.leaves) > 4
    return is_wide and all(
        len(region.texts(row)) < 2 and not any(map(region.is_fillable, region.lines[row])) for row in others
    )


def _is_roster(region: Region, header: Header) -> bool:
    """Whether a title above the header, or its first column 序号, says that one row stands for many."""
    above = (cell.text for row in region.rows if row < header.top for cell in region.texts(row))
    is_numbered = (
        header.leaves[0].column == region.extent[0] and words.squeeze(header.leaves[0].text) == "序号"
    )
    return is_numbered or any(_ROSTER.search(words.squeeze(text)) for text in above)


def table_of(block: Block) -> Table:
    """What the layout tells of a list."""
    records, header = block.records, block.header
    kept = [row for row in records.rows if row not in records.sample_rows]
    first = kept[0] if kept else records.last_row + 1
    return Table(
        header_rows=(header.top, header.bottom),
        first_row=first,
        last_row=kept[-1] if kept else first,
        first_column=header.first_column,
        last_column=header.last_column,
        sample_rows=records.sample_rows,
        total_rows=records.total_rows,
    )


def block_fields(
    region: Region, block: Block, *, captions: tuple[str, ...], number: int | None
) -> tuple[Field, ...]:
    """
    Fields of a table. captions: section titles above it, outermost first. number: its place in the
    layout's tables.
    """
    if block.records.stubs:
        return tuple(_crossings(region, block, captions))
    if not block.is_list:
        return tuple(_single_row(region, block, captions))
    return tuple(_columns(region, block, captions, number))


def _columns(region: Region, block: Block, captions: tuple[str, ...], number: int | None) -> Iterator[Field]:
    table = table_of(block)
    rows = [row for row in block.records.rows if row not in block.records.sample_rows] or [table.first_row]
    for group in _groups(region, block.header, rows):
        sections = (*captions, *_sections(region, block.header, group[0]))
        cells = _first_cells(region, block.header, group[0]) if block.records.rows else ()
        for cell, leaf in cells or ((Cell(group[0], leaf.column), leaf) for leaf in block.header.leaves):
            if region.part(cell) is Part.FORMULA:
                continue
            yield field_at(
                region,
                cell,
                path=distinct((*sections, *header_path(region, block.header, leaf))),
                kind=FieldKind.COLUMN,
                unit=block.header.units.get(leaf.column),
                rows=(group[0], group[-1]),
                header_rows=table.header_rows,
                table=number,
            )


def _first_cells(region: Region, header: Header, row: int) -> Iterator[tuple[Cell, Cell]]:
    """(cell, leaf) of a row of records; below the sheet's end the cells are made up from the header."""
    cells = [
        cell
        for cell in region.within(row, header.first_column, header.last_column)
        if not _is_outside(region, header, cell)
    ]
    for cell in cells:
        yield cell, header.leaf_of(cell)
    for leaf in header.leaves:
        if not any(cell.column <= leaf.last_column and cell.last_column >= leaf.column for cell in cells):
            yield Cell(row, leaf.column), leaf


def _is_outside(region: Region, header: Header, cell: Cell) -> bool:
    """Whether an unbordered cell is only the rest of a leaf that has a bordered one."""
    return region.part(cell) is Part.OUTSIDE and cell.column != header.leaf_of(cell).column


def _groups(region: Region, header: Header, rows: Sequence[int]) -> list[list[int]]:
    """Record rows by the section label to the left of the table: 更换前 and 更换后 are two groups."""
    groups: list[list[int]] = []
    keys: list[Place | None] = []
    for row in rows:
        key = _section_place(region, header, row)
        if keys and keys[-1] == key:
            groups[-1].append(row)
        else:
            groups.append([row])
            keys.append(key)
    return groups


def _left_of_table(region: Region, header: Header, row: int) -> Cell | None:
    before = [cell for cell in region.lines.get(row, ()) if cell.last_column < header.first_column]
    return before[-1] if before else None


def _section_place(region: Region, header: Header, row: int) -> Place | None:
    left = _left_of_table(region, header, row)
    return (left.row, left.column) if left is not None and region.is_label(left) else None


def _sections(region: Region, header: Header, row: int) -> tuple[str, ...]:
    """Labels to the left of the table in a row: what its rows there belong to."""
    left = _left_of_table(region, header, row)
    if left is None or not region.is_label(left):
        return ()
    beyond = section_labels(region, left)
    right = region.right(left)
    is_near = right is not None and right.column == header.first_column
    return distinct((*beyond, label_text(left))) if is_near else ()


def _single_row(region: Region, block: Block, captions: tuple[str, ...]) -> Iterator[Field]:
    """A header over one row of blanks: each blank has its label on top."""
    for row in block.records.rows:
        sections = (*captions, *_sections(region, block.header, row))
        for cell in region.within(row, block.header.first_column, block.header.last_column):
            if region.is_fillable(cell) and cell.row == row:
                path = distinct((*sections, *header_path(region, block.header, block.header.leaf_of(cell))))
                yield from cell_fields(region, cell, path=path, unit=block.header.units.get(cell.column))


def _crossings(region: Region, block: Block, captions: tuple[str, ...]) -> Iterator[Field]:
    """Row labels times column labels."""
    header = block.header
    stubs = {leaf.column for leaf in block.records.stubs}
    rows = [row for row in block.records.rows if row not in block.records.sample_rows]
    band: tuple[str, ...] = ()
    for row in [*rows, *block.records.total_rows]:
        if is_band(region, header, row):
            band = (label_text(region.texts(row)[0]),)
            continue
        sections = (*captions, *_sections(region, header, row))
        labels: list[str] = []
        unit: str | None = None
        was_stub = False
        own: tuple[str, ...] = ()
        for cell in region.within(row, header.first_column, header.last_column):
            leaf = header.leaf_of(cell)
            if leaf.column in stubs:
                labels, unit = _row_labels(region, cell, [] if not was_stub else labels, unit)
            elif is_pair_label(region, leaf, cell):
                own = (label_text(cell),)
            elif region.is_fillable(cell) and cell.row == row:
                heads = (
                    ()
                    if labels and _WRITE_HERE.match(label_text(leaf))
                    else header_path(region, header, leaf)
                )
                path = distinct((*sections, *band, *labels, *heads, *own))
                kind = FieldKind.CELL if own or not heads else FieldKind.CROSS
                own = ()
                row_unit = unit or header.units.get(leaf.column)
                yield from cell_fields(region, cell, path=path, unit=row_unit, kind=kind)
            was_stub = leaf.column in stubs


def _row_labels(
    region: Region, cell: Cell, labels: list[str], unit: str | None
) -> tuple[list[str], str | None]:
    """
    Row labels and the row's unit, with what one more row label cell tells; codes and sentences tell
    nothing.
    """
    if region.part(cell) is Part.UNIT:
        return labels, words.unit_word(cell.text)
    if region.part(cell) in (Part.LABEL, Part.COLON):
        return [*labels, label_text(cell)], unit
    return labels, unit


__all__ = ["Block", "block_fields", "blocks_in", "options_at", "table_of"]
