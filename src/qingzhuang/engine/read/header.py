"""A table's header: its rows and its lowest labels."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from qingzhuang.engine.read import words
from qingzhuang.engine.read.grid import Cell
from qingzhuang.engine.read.layout import Purpose
from qingzhuang.engine.read.parts import Part
from qingzhuang.engine.read.region import Region

# Words that head columns of lists. They only decide where geometry does not: rows that hold data already, and
# sheets that end below their header.
HEADER_WORD = re.compile(
    r"序号|姓名|户主|身份证|证件|性别|民族|年龄|出生|电话|手机|联系|住址|地址|关系|日期|时间|金额|面积|备注|编号|编码|代码|单位|"
    r"数量|名称|类型|类别|情况|学历|文化|婚姻|状况|村|组|账号|帐号|开户|标准|补贴|补助|合计|规模|内容|人数|人口|户数|原因|是否|年份|职务|号码"
)


@dataclass(frozen=True, slots=True)
class Header:
    """
    Header of a table. top, bottom: its rows, rows of column numbers, units and advice below the labels
    included. leaves: the lowest labels, left to right. units: unit by first column of the leaf, from a
    row of units. first: first row below, None where the sheet ends.
    """

    top: int
    bottom: int
    leaf_row: int
    leaves: tuple[Cell, ...]
    first: int | None
    units: Mapping[int, str] = field(default_factory=dict)

    @property
    def first_column(self) -> int:
        """Left column of the table."""
        return self.leaves[0].column

    @property
    def last_column(self) -> int:
        """Right column of the table."""
        return self.leaves[-1].last_column

    def leaf_of(self, cell: Cell) -> Cell:
        """The leaf that shares most columns with a cell below; the left one of equals."""
        for leaf in self.leaves:
            if leaf.column <= cell.column and cell.last_column <= leaf.last_column:
                return leaf
        return max(self.leaves, key=lambda leaf: (overlap(leaf, cell), -leaf.column))


def overlap(a: Cell, b: Cell) -> int:
    """Columns two cells share; less than one where they share none."""
    return min(a.last_column, b.last_column) - max(a.column, b.column) + 1


def sticks_out(cell: Cell, run: Sequence[Cell]) -> bool:
    """Whether a cell reaches beyond the columns of a run of cells."""
    return cell.column < run[0].column or cell.last_column > run[-1].last_column


def cells_below(region: Region, header: Header, row: int) -> tuple[Cell, ...]:
    """Cells of a row that stand below a header; () where one of them sticks out of the table."""
    cells = region.within(row, header.first_column, header.last_column)
    return () if any(sticks_out(cell, header.leaves) for cell in cells) else cells


_BANDED = (Part.LABEL, Part.COLON, Part.VALUE, Part.UNIT)
# Groups of people and places that divide a list: 1组, 李家湾组, 东山村, 第二网格, 脱贫户.
_GROUP = re.compile(
    r"(?:第?\d{1,3}|第?[一二三四五六七八九十]{1,3}[、.]?)?[\u4e00-\u9fff]{0,8}"
    r"(?:小组|组|生产队|队|屯|寨|村|社区|居委会|网格|片区|片|小区|栋|幢|楼|单元|班|年级|支部|批次?|户|类)(?:[（(].{0,12}[)）])?[:：]?"
)


def is_band(region: Region, header: Header, row: int) -> bool:
    """
    Whether a single label over the whole table divides the rows below its header (一、人口; 2组). R-REC-65.
    """
    cells = cells_below(region, header, row)
    if _is_below_serial(header, cells):
        cells = cells[:1]  # the band was never merged: its text stands in the serial's column alone
    if len(cells) != 1 or len(header.leaves) < 2 or region.part(cells[0]) not in _BANDED:
        return False
    text = cells[0].text.strip()
    is_numbered = region.is_label(cells[0]) and words.NUMBERING.match(text) is not None
    return is_numbered or _GROUP.fullmatch(words.squeeze(text)) is not None


def _is_below_serial(header: Header, cells: Sequence[Cell]) -> bool:
    """Whether a row holds words below 序号 and nothing else."""
    is_serial = words.purpose_of(header.leaves[0].text, in_line=False) is Purpose.SERIAL
    is_alone = len(cells) > 1 and bool(cells[0].text) and not any(cell.text for cell in cells[1:])
    return is_serial and is_alone and re.search(r"[\u4e00-\u9fff]{2}|\d[组队]", cells[0].text) is not None


def has_header_words(leaves: Sequence[Cell]) -> bool:
    """Whether at least two labels, and a third of them, are words that head columns."""
    found = sum(HEADER_WORD.search(words.squeeze(leaf.text)) is not None for leaf in leaves)
    return found >= 2 and found * 3 >= len(leaves)


def is_unit_column(region: Region, leaf: Cell, rows: Sequence[int]) -> bool:
    """Whether a column headed 单位 gives the unit of each row."""
    if "单位" not in leaf.text or not rows:
        return False
    return sum(region.part(region.grid.at(row, leaf.column)) is Part.UNIT for row in rows) * 2 >= len(rows)
