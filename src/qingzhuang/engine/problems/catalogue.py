"""What is told when a county's catalogue file cannot be read."""

from qingzhuang.engine.problems.core import Code


class CatalogueCode(Code):
    """Problems of catalogue files."""

    UNKNOWN_COLUMN = "{file} 第 1 行：不认识“{column}”这一栏。请照自带目录的栏目名改好，再试一次。"
    MISSING_COLUMN = "{file} 第 1 行：缺“{column}”这一栏。请补上这一栏，再试一次。"
    BAD_ROW = "{file} 第 {line} 行：“{column}”写成了“{value}”，这里应是{wanted}。请改好这一行，再试一次。"
    NOT_TEXT = "{file} 读不出来：它不是 UTF-8 的 CSV 文件。请用“CSV UTF-8”另存一次，再试。"
    WRONG_WIDTH = "{file} 第 {line} 行：应有 {columns} 栏，现有 {n} 栏。请检查这一行的逗号和引号，再试一次。"
