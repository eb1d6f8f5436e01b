"""What is said when two editions of a form are compared."""

from qingzhuang.engine.problems.core import Code


class EditionCode(Code):
    """Problems of comparing editions."""

    NOTHING_TO_COMPARE = "“{name}”里没有找到要填的栏目，没法比；请看看是不是发错了文件。"
