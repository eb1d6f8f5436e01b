"""What is said when a paper cannot be printed."""

from qingzhuang.engine.problems.core import Code


class PrintCode(Code):
    """Problems of printed papers."""

    NO_CHINESE_TYPEFACE = (
        "这台机器上没有中文字体，打出来会是空框。请管理员装一种："
        "sudo apt-get install fonts-noto-cjk，再重新启动轻装。"
    )
    TOO_LONG = "要打印的文字有 {n_characters} 字，一份最多 {limit} 字，请删短，或者分成几份再打印。"
