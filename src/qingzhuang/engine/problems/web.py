"""What the command line says when it is used in a way it does not know."""

from qingzhuang.engine.problems.core import Code


class WebCode(Code):
    """Problems of the command line."""

    UNKNOWN_COMMAND = "没有“{name}”这个命令；用 qingzhuang --help 看有哪些命令。"
    WRONG_USE = "{what}；用 {command} --help 看怎么写。"
    BAD_DAY = "“{text}”不是一个日期；请写成 2024-06-30 这样。"
    STOPPED = "已停下。停下之前做完的都留着，没做完的没有写入；需要时再运行一次。"
    TOO_MANY_LABELS = "一次最多认 {most} 个栏目名，现在是 {n} 个；请分几次。"
    NO_ANSWER = (
        "请同时写 --same（是同一个人）或 --different（是两个人），"
        "比如 qingzhuang questions --answer {question_id} --same。"
    )
    NO_NEW_FILE = "“{file}”已经有了，或者那里写不进去；请换一个文件名。"
    NO_BENCH = "没有“{name}”这项测试；可以用：{names}。"
