"""The rows below a header: which are records, samples, sums, and which columns are row labels."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import dropwhile

from qingzhuang.engine.read import words
from qingzhuang.engine.read.blanks import blanks_in
from qingzhuang.engine.read.grid import Cell
from qingzhuang.engine.read.header import HEADER_WORD, Header, is_band, is_unit_column
from qingzhuang.engine.read.headers import headers_in
from qingzhuang.engine.read.layout import Purpose
from qingzhuang.engine.read.parts import Part
from qingzhuang.engine.read.region import Region

# Columns that name the subjects of a list: names or places printed there are records to be completed,
# no row labels.
_SUBJECT = re.compile(
    r"姓名|户主|村民|居民|成员|学生|人员名|名单|身份证|村名|组名|行政村|自然村|社区|乡镇|单位名称|企业名称|学校|小区|网格|农户|对象|"
    r"^(?:所[在属])?(?:村组|村别|组别|小组|村屯)$|^(?:村|组|屯|户|镇|乡|街道|单位|部门|地区|县|市)(?:[（(].*)?$|乡（镇）|（镇）"
)
# A person's name printed below a column of names, which a row of labels with their blanks has none of.
_NAMED = re.compile(r"姓名|^户主$")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]+(?:[·•．.][\u4e00-\u9fff]+)+")
_MORE = re.compile(r"^(?:…|\.{2,}|。{3,}|⋯|······|\.\.\.)+$")
_LABELLING = (Part.LABEL, Part.COLON, Part.PROSE, Part.VALUE)


@dataclass(frozen=True, slots=True)
class Records:
    """
    Rows below a header. rows: records, blank, printed or sample. stubs: columns of leaves that hold row
    labels. last_row: last row that belongs to the table, sums included.
    """

    header: Header
    rows: tuple[int, ...]
    sample_rows: tuple[int, ...]
    total_rows: tuple[int, ...]
    stubs: tuple[Cell, ...]
    last_row: int


def records_below(region: Region, header: Header) -> Records:
    """The records of a table, down to the first row that is none."""
    rows: list[int] = []
    totals: list[int] = []
    row = header.first
    while row is not None:
        cells = region.within(row, header.first_column, header.last_column)
        if rows and row - 1 == rows[-1] and _is_same_blank_row(region, cells, rows[-1], header):
            rows.append(row)
            row = region.next_row(row)
            continue
        if rows and _starts_table(region, header, row, cells):
            while rows and is_band(region, header, rows[-1]):
                rows.pop()
            break
        if _is_total_row(region, header, cells):
            totals.append(row)
        elif _is_record_row(region, header, cells) or _is_band(region, header, row):
            rows.append(row)
        else:
            break
        row = region.next_row(row)
    samples = tuple(row for row in rows if _is_sample(region, header, row))
    kept = tuple(_without_more(region, header, rows))
    stubs = _stubs(region, header, kept)
    if not stubs:
        kept = tuple(dropwhile(lambda row: is_band(region, header, row), kept))
    last = max([*rows, *totals, header.bottom])
    return Records(header, kept, samples, tuple(totals), stubs, last)


def _is_same_blank_row(region: Region, cells: Sequence[Cell], before: int, header: Header) -> bool:
    """Whether a row is blank and cut like the blank record before it; long lists are mostly such rows."""
    others = region.within(before, header.first_column, header.last_column)
    return len(cells) == len(others) and all(
        region.part(a) is region.part(b) is Part.EMPTY and a.column == b.column and a.columns == b.columns
        for a, b in zip(cells, others, strict=True)
    )


def _is_total_row(region: Region, header: Header, cells: Sequence[Cell]) -> bool:
    """Whether a row of sums: its first text says so and no cell stands out of the table."""
    texts = [cell for cell in cells if cell.text.strip()]
    if not texts or not words.is_total(texts[0].text) or _stands_out(header, cells):
        return False
    first = header.leaf_of(texts[0])
    is_row_label = (
        HEADER_WORD.search(first.text) is None and len(texts) == 1 and texts[0].columns == first.columns
    )
    has_label_above = (
        region.is_label(region.grid.at(header.first or 0, first.column)) if header.first else False
    )
    is_crosstab = is_row_label and (has_label_above or texts[0].row == header.first)
    return not is_crosstab and len(cells) > 1


def _starts_table(region: Region, header: Header, row: int, cells: Sequence[Cell]) -> bool:
    """Whether a row of labels below blank records is the header of the next table."""
    if not cells or not all(region.is_label(cell) for cell in cells if cell.row == row) or len(cells) < 2:
        return False
    first = _first_record(region, header)
    n_blank = sum(region.is_fillable(cell) for cell in first)
    return n_blank * 2 > len(first) and bool(headers_in(region, row))


def _first_record(region: Region, header: Header) -> Sequence[Cell]:
    """Cells of the first row below the header that is no band."""
    row = header.first
    while row is not None and is_band(region, header, row):
        row = region.next_row(row)
    return region.within(row or 0, header.first_column, header.last_column)


def _stands_out(header: Header, cells: Sequence[Cell]) -> bool:
    return any(cell.column < header.first_column or cell.last_column > header.last_column for cell in cells)


def _is_record_row(region: Region, header: Header, cells: Sequence[Cell]) -> bool:
    """
    Whether a row has the columns of the header and is neither a note nor a row of labels with their
    blanks.
    """
    if not cells or _stands_out(header, cells) or all(region.part(cell) is Part.OUTSIDE for cell in cells):
        return False
    texts = [cell for cell in cells if cell.text.strip()]
    is_first = cells[0].row == header.first
    is_note = bool(texts) and words.is_note(texts[0].text) and len(texts) == 1
    if is_note or (texts and not is_first and _is_line(region, texts)):
        return False
    if [words.squeeze(c.text) for c in cells] == [words.squeeze(leaf.text) for leaf in header.leaves]:
        return False
    return _fits(region, header, cells) and not _is_card_row(region, header, cells)


def _is_line(region: Region, texts: Sequence[Cell]) -> bool:
    """Whether the row is a line such as 审核人：  填表人： rather than a record."""
    return all(
        region.part(cell) in (Part.COLON, Part.BLANKED)
        and all(
            words.purpose_of(b.label, in_line=True) is not Purpose.ASKED
            for b in blanks_in(cell.text)
            if b.label
        )
        for cell in texts
    )


def _fits(region: Region, header: Header, cells: Sequence[Cell]) -> bool:
    """Whether each cell stands below one leaf; or as many blanks as leaves, with borders a little off."""
    if all(cell.column == leaf.column for cell, leaf in zip(cells, header.leaves, strict=False)) and len(
        cells
    ) == len(header.leaves):
        return True
    n_below_one = sum(
        sum(leaf.column <= cell.last_column and leaf.last_column >= cell.column for leaf in header.leaves)
        == 1
        for cell in cells
    )
    below_one = n_below_one * 10 >= len(cells) * 7
    is_as_many = len(cells) == len(header.leaves) and all(region.is_fillable(cell) for cell in cells)
    return (below_one and len(cells) * 10 >= len(header.leaves) * 6) or is_as_many


def _is_card_row(region: Region, header: Header, cells: Sequence[Cell]) -> bool:
    """Whether labels and their blanks alternate, unlike the first row below the header."""
    labels = [i for i, cell in enumerate(cells) if region.is_label(cell)]
    labels = [i for i in labels if not is_pair_label(region, header.leaf_of(cells[i]), cells[i])]
    alternating = [i for i in labels if i + 1 < len(cells) and region.is_fillable(cells[i + 1])]
    if len(alternating) < 2 or len(labels) != len(alternating):
        return False
    if _is_named(header, [cells[i] for i in labels]):
        return False
    first = region.within(header.first or 0, header.first_column, header.last_column)
    return [i for i, cell in enumerate(first) if region.is_label(cell)] != labels


def _is_named(header: Header, labels: Sequence[Cell]) -> bool:
    """Whether one of the texts is a name below a column of names, and none asks for anything. R-REC-24."""
    texts = [words.squeeze(cell.text) for cell in labels]
    if any(
        HEADER_WORD.search(text) or words.purpose_of(text, in_line=True) is not Purpose.ASKED
        for text in texts
    ):
        return False
    return any(
        _NAMED.search(words.squeeze(header.leaf_of(cell).text)) and _NAME.fullmatch(text)
        for cell, text in zip(labels, texts, strict=True)
    )


def _is_band(region: Region, header: Header, row: int) -> bool:
    """Whether a band divides the records, with records again below it."""
    following = region.next_row(row)
    if following is None or not is_band(region, header, row):
        return False
    cells = region.within(following, header.first_column, header.last_column)
    is_unboxed = all(region.part(cell) is Part.OUTSIDE for cell in cells)  # blank rows without borders
    return is_unboxed or _is_record_row(region, header, cells)


def _is_sample(region: Region, header: Header, row: int) -> bool:
    """Whether the row shows an example: 例 or 示例 in its first cells."""
    texts = [cell.text.strip() for cell in region.within(row, header.first_column, header.last_column)][:2]
    beside = region.grid.at(row, header.first_column - 1).text.strip() if header.first_column > 1 else ""
    return any(words.SAMPLE.match(text) for text in [*texts, beside] if text)


def _without_more(region: Region, header: Header, rows: Sequence[int]) -> list[int]:
    """The rows without a last one that only says … (and so on)."""
    kept = list(rows)
    while kept:
        texts = [
            cell.text.strip() for cell in region.within(kept[-1], header.first_column, header.last_column)
        ]
        if not any(texts) or not all(_MORE.match(text) for text in texts if text):
            break
        kept.pop()
    return kept


def _stubs(region: Region, header: Header, rows: Sequence[int]) -> tuple[Cell, ...]:
    """
    Leaves whose cells are row labels: texts in at least half of the rows, on the left or repeated in a
    second half, while other columns are blank throughout. A list with data already in it, or of names,
    has none.
    """
    rows = [row for row in rows if not is_band(region, header, row)]
    shares = _shares(region, header, rows)
    found = [leaf for leaf in header.leaves if shares[leaf.column] >= 0.5]
    rest = [leaf for leaf in header.leaves if shares[leaf.column] < 0.5]
    named = [leaf for leaf in found if not _is_serial(leaf) and not is_unit_column(region, leaf, rows)]
    if not rows or not named or not rest or not any(shares[leaf.column] == 0 for leaf in rest):
        return ()
    is_of_names = any(_SUBJECT.search(words.squeeze(leaf.text)) for leaf in named)
    if is_of_names or len(named) > max(3, len(header.leaves) // 2):
        return ()
    is_left = found == list(header.leaves[: len(found)])
    heads = [words.squeeze(leaf.text) for leaf in found]
    once = heads[: len(set(heads))]
    is_halved = len(once) < len(heads) and heads == once * (len(heads) // len(once))
    return tuple(found) if is_left or (is_halved and found[0] is header.leaves[0]) else ()


def _shares(region: Region, header: Header, rows: Sequence[int]) -> dict[int, float]:
    """Share of rows with a text, by column of the leaf; a column of units counts as full of texts."""
    printed = [row for row in rows if region.texts(row)]
    share_of_printed = len(printed) / max(1, len(rows))
    shares = {leaf.column: _text_share(region, leaf, printed) * share_of_printed for leaf in header.leaves}
    return shares | {leaf.column: 1.0 for leaf in header.leaves if is_unit_column(region, leaf, rows)}


def _text_share(region: Region, leaf: Cell, rows: Sequence[int]) -> float:
    cells = [region.grid.at(row, leaf.column) for row in rows]
    cells = [cell for cell in cells if not is_pair_label(region, leaf, cell) and not words.is_void(cell.text)]
    return sum(region.part(cell) in _LABELLING or region.part(cell) is Part.BLANKED for cell in cells) / max(
        1, len(cells)
    )


def is_pair_label(region: Region, leaf: Cell, cell: Cell) -> bool:
    """Whether a cell below a wide leaf is a label whose blank stands below the same leaf."""
    if cell.last_column >= leaf.last_column or not region.is_label(cell):
        return False
    right = region.right(cell)
    return right is not None and right.last_column <= leaf.last_column and region.is_fillable(right)


def _is_serial(leaf: Cell) -> bool:
    return words.purpose_of(leaf.text, in_line=False) is Purpose.SERIAL
