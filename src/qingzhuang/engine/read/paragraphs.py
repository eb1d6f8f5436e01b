"""Paragraphs between the tables that ask for nothing: whom a letter speaks to, what titles a table."""

import re

from qingzhuang.engine.read.grid import Cell
from qingzhuang.engine.read.region import Region
from qingzhuang.engine.read.sentences import is_addressee, titles_table


def is_table_title(region: Region, cell: Cell) -> bool:
    """Whether a paragraph such as 登记情况： titles the table right below it. Rule R-REC-53."""
    below = region.below(cell)
    is_above_table = below is not None and bool(below.style.borders) and not region.is_paragraph(below)
    return is_above_table and region.is_paragraph(cell) and titles_table(cell.text)


def is_salutation(region: Region, cell: Cell) -> bool:
    """Whether a line says to whom the sentence below it speaks (某县民政局：). Rule R-REC-52."""
    if not is_addressee(cell.text):
        return False
    below = next((text for row in region.rows if row > cell.last_row for text in region.texts(row)), None)
    is_speech = below is not None and re.search(r"[，。；,;]", below.text) is not None
    return is_speech and len(region.texts(cell.row)) == 1
