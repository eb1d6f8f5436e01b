"""What is told when a county's own holiday calendar or rules file cannot be read."""

from qingzhuang.engine.problems.core import Code


class ReferenceCode(Code):
    """Problems of a county's own CSV files."""

    NOT_TEXT = "{file} 读不出来：它不是 UTF-8 的 CSV 文件。请用“CSV UTF-8”另存一次，再试。"
    UNKNOWN_COLUMN = "{file} 第 1 行：不认识“{column}”这一栏。请照自带的栏目名改好，再试一次。"
    MISSING_COLUMN = "{file} 第 1 行：缺“{column}”这一栏。请补上这一栏，再试一次。"
    WRONG_WIDTH = "{file} 第 {line} 行：应有 {columns} 栏，现有 {n} 栏。请检查这一行的逗号和引号，再试一次。"
    BAD_CELL = "{file} 第 {line} 行：“{column}”写成了“{value}”，这里应是{wanted}。请改好这一行，再试一次。"
    DAY_TWICE = "{file} 第 {line} 行：{day} 前面已经写过一次。请只留一行，再试一次。"
