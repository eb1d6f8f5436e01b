"""Evidence that a run of labels heads a table: what stands below it."""

import re
from collections.abc import Sequence

from qingzhuang.engine.read import words
from qingzhuang.engine.read.grid import Cell
from qingzhuang.engine.read.header import HEADER_WORD, Header, cells_below, has_header_words, is_band
from qingzhuang.engine.read.parts import Part
from qingzhuang.engine.read.region import Region

_TEXTS = frozenset({Part.LABEL, Part.COLON, Part.PROSE, Part.VALUE})
# 本人 is printed below 与申请人关系: the row is to be filled all the same.
_RELATION = re.compile(r"关系$|^称谓$|^关系")
# What heads the first column of a list of two columns; the second is any word that heads columns.
_HEADS_LIST = re.compile(r"序号|编号|[\u4e00-\u9fff]{0,4}姓名|户主")


def is_header(region: Region, header: Header) -> bool:
    """Whether rows to fill, rows of data, or nothing but notes stand below the labels."""
    return any(test(region, header) for test in (_stands_on_blanks, _stands_on_records, _stands_alone))


def _stands_on_blanks(region: Region, header: Header) -> bool:
    """
    Whether one of the three rows below is a row to fill: blanks under the labels, row labels only on
    the left.
    """
    row = header.first
    for _ in range(3):
        if row is None:
            return False
        while row is not None and (is_band(region, header, row) or _is_void(region, header, row)):
            row = region.next_row(row)
        if row is None:
            return False
        cells = cells_below(region, header, row)
        if not cells or len(cells) * 10 < len(header.leaves) * 6:
            return False
        if _is_row_to_fill(region, header, row, cells):
            return True
        if not has_header_words(header.leaves) or not _is_data(region, cells):
            return False
        row = region.next_row(row)
    return False


def _is_void(region: Region, header: Header, row: int) -> bool:
    """Whether a row asks for nothing: a label and signs such as — behind it."""
    cells = cells_below(region, header, row)
    return (
        len(cells) > 2 and region.is_label(cells[0]) and all(words.is_void(cell.text) for cell in cells[1:])
    )


def _is_data(region: Region, cells: Sequence[Cell]) -> bool:
    """Whether a row shows data, a sample for instance: a number, a date or the word 例 among its texts."""
    return any(
        region.part(cell) in (Part.VALUE, Part.FORMULA) or words.SAMPLE.match(cell.text.strip())
        for cell in cells
    )


def _is_row_to_fill(region: Region, header: Header, row: int, cells: Sequence[Cell]) -> bool:
    blanks = sum(region.is_fillable(cell) for cell in cells)
    printed = (Part.LABEL, Part.COLON, Part.PROSE)
    labels = [
        i
        for i, cell in enumerate(cells)
        if region.part(cell) in printed and not (i and _RELATION.search(header.leaf_of(cell).text))
    ]
    if blanks >= 2:
        return (
            labels == list(range(len(labels)))
            or _is_mirrored(header, cells, labels)
            or _is_wide(region, header)
        )
    if blanks == 1 and labels == list(range(len(labels))) and len(header.leaves) == 2:
        return _repeats_row_pattern(region, header, row) or _is_list_of_two(region, header)
    return blanks == 1 and len(cells) > 2 and has_header_words(header.leaves)


def _is_mirrored(header: Header, cells: Sequence[Cell], labels: Sequence[int]) -> bool:
    """Whether row labels in the middle stand below the same header text as those on the left (two halves)."""
    heads = {words.squeeze(header.leaf_of(cells[i]).text) for i in labels}
    return 0 in labels and len(heads) == 1


def _is_wide(region: Region, header: Header) -> bool:
    """Whether the table is as wide as the sheet and headed like a list, so that texts below may be data."""
    return len(header.leaves) >= 4 and _covers(region, header) and has_header_words(header.leaves)


def _repeats_row_pattern(region: Region, header: Header, row: int) -> bool:
    """Whether the next row has a row label and a blank as well."""
    following = region.next_row(row)
    if following is None:
        return False
    cells = cells_below(region, header, following)
    return len(cells) == 2 and region.is_label(cells[0]) and region.is_fillable(cells[1])


def _is_list_of_two(region: Region, header: Header) -> bool:
    """
    Whether two labels as wide as the sheet head a list: 姓名 | 联系电话, 序号 | 姓名. Rule R-REC-23.

    Below them stands no other word that heads columns, or they are the first line of a card.
    """
    if len(header.leaves) != 2 or not _covers(region, header) or not has_header_words(header.leaves):
        return False
    if not _HEADS_LIST.fullmatch(words.squeeze(header.leaves[0].text)):
        return False
    cells = cells_below(region, header, header.first) if header.first else ()
    heads = [cell for cell in cells if cell.text and HEADER_WORD.search(words.squeeze(cell.text))]
    return not heads or (len(cells) == 2 and heads == [cells[1]] and cells[0].text != "")


def _covers(region: Region, header: Header) -> bool:
    """Whether a table takes at least 80 % of the columns with texts."""
    left, right = region.extent
    return (header.last_column - header.first_column + 1) * 10 >= (right - left + 1) * 8


def _stands_on_records(region: Region, header: Header) -> bool:
    """Whether rows of data stand below a header as wide as the sheet."""
    is_of_two = _is_list_of_two(region, header)
    if (
        header.first is None
        or (len(header.leaves) < 3 and not is_of_two)
        or not _covers(region, header)
        or not has_header_words(header.leaves)
    ):
        return False
    texts = {words.squeeze(leaf.text) for leaf in header.leaves}
    if header.top == header.leaf_row and len(texts) * 2 < len(header.leaves):
        return False
    cells = cells_below(region, header, _below_bands(region, header))
    n_texts = sum(region.part(cell) in _TEXTS or region.part(cell) is Part.FORMULA for cell in cells)
    if len(cells) * 10 < len(header.leaves) * 7 or n_texts * 2 < len(cells):
        return False
    return (
        is_of_two
        or any(region.part(cell) in (Part.VALUE, Part.FORMULA) for cell in cells)
        or region.next_row(header.first) is not None
    )


def _below_bands(region: Region, header: Header) -> int:
    """The first row below a header that is no band."""
    row = header.first
    while row is not None and is_band(region, header, row):
        row = region.next_row(row)
    return row or 0


def _is_plain_line(region: Region, row: int) -> bool:
    """Whether a row holds one text, or lines with blanks of their own (填报单位：  年度：)."""
    texts = region.texts(row)
    return len(texts) <= 1 or all(region.part(cell) in (Part.COLON, Part.BLANKED) for cell in texts)


def _stands_alone(region: Region, header: Header) -> bool:
    """Whether nothing but notes and signature lines follows a header as wide as the sheet."""
    before = [row for row in region.rows if row < header.top]
    has_card = any(region.part(cell) is Part.EMPTY for row in before for cell in region.lines[row])
    is_narrow = len(header.leaves) < 3 and not _is_list_of_two(region, header)
    if is_narrow or not _covers(region, header) or (has_card and region.has_borders):
        return False
    rows = [row for row in region.rows if row > header.bottom]
    if any(
        region.is_fillable(cell) and region.part(cell) is not Part.BLANKED
        for row in rows
        for cell in region.lines[row]
    ):
        return False
    # The last row of a sheet without borders heads a table, whatever card stands above it. Rule R-REC-69.
    is_last = not region.has_borders and len(header.leaves) > 3 and has_header_words(header.leaves)
    lines = rows if is_last else [*before, *rows]
    return all(_is_plain_line(region, row) for row in lines) and (
        has_header_words(header.leaves) or len(header.leaves) > 3
    )
