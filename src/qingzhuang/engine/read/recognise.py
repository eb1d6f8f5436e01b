"""Recognising a sheet: every cell a person would fill, with its label, its path and what it is for."""

from collections.abc import Callable

from qingzhuang.engine.read.card_labels import Card
from qingzhuang.engine.read.cards import card_fields
from qingzhuang.engine.read.grid import Cell, Grid
from qingzhuang.engine.read.kinds import kind_of
from qingzhuang.engine.read.layout import Field, SheetKind, SheetLayout
from qingzhuang.engine.read.lines import Lines, lines_in, printed_day, stated_units
from qingzhuang.engine.read.region import Region, region_of
from qingzhuang.engine.read.tables import Block, block_fields, blocks_in, table_of


def recognise(grid: Grid) -> SheetLayout:
    """
    What a sheet asks for: fields in reading order, tables, title, notes, the day printed on it.

    Rules and their reasons: docs/rules/recognising.md. A hidden or empty sheet has no fields.
    """
    if grid.is_hidden or not any(cell.text.strip() for cell in grid.cells.values()):
        return SheetLayout(name=grid.name, kind=SheetKind.NONE, fields=())
    region = region_of(grid)
    blocks = blocks_in(region)
    in_table = _is_in(blocks)
    lines = lines_in(region, is_taken=in_table)
    fields = tuple(sorted(_fields(region, blocks, lines), key=lambda field: (field.row, field.column)))
    return SheetLayout(
        name=grid.name,
        kind=kind_of(fields),
        fields=fields,
        tables=tuple(table_of(block) for block in blocks if block.is_list),
        title=lines.title,
        notes=lines.notes,
        printed_day=printed_day(region, is_taken=in_table),
        stated_units=stated_units(region, is_taken=in_table),
    )


def _is_in(blocks: tuple[Block, ...]) -> Callable[[Cell], bool]:
    def is_taken(cell: Cell) -> bool:
        return any(block.covers(cell) for block in blocks)

    return is_taken


def _fields(region: Region, blocks: tuple[Block, ...], lines: Lines) -> list[Field]:
    fields: list[Field] = []
    lists = [block for block in blocks if block.is_list]
    for block in blocks:
        number = lists.index(block) if block.is_list else None
        captions = lines.captions_above(block.header.top)
        fields.extend(block_fields(region, block, captions=captions, number=number))
    in_table = _is_in(blocks)
    own_rows = set(lines.title_rows) | {caption.row for caption in lines.captions}

    def is_taken(cell: Cell) -> bool:
        return in_table(cell) or (cell.row in own_rows and bool(cell.text))

    rows = [row for row in region.rows if not any(block.fills(region, row) for block in blocks)]
    fields.extend(card_fields(Card(region, lines, is_taken), rows=rows))
    return fields
