"""What is said when the demo cannot run."""

from qingzhuang.engine.problems.core import Code


class ExampleCode(Code):
    """Problems of the demo."""

    FOLDER_IN_USE = (
        "演示要用的文件夹 {folder} 里有别的东西，没有动它；请把它挪走，或者用 QINGZHUANG_HOME 指到别处。"
    )
    STEP_FAILED = "演示停在“{command}”这一步：{said}"
