"""Arguments of `gate`."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter


def add_arguments(command: str, parser: ArgumentParser) -> None:  # noqa: ARG001 (one command in this room)
    """The arguments of `gate`."""
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.description = (
        "准入的钟：到了日子的事项落到村里，到期、撤回、没补办的停下来。\n"
        "交给定时任务每小时跑一次；多跑几次也不会重复。编号作不作数随查随算，不等这个命令。"
    )
    parser.epilog = (
        "例：\n  qingzhuang gate tick\n\n定时任务（每小时第 5 分）：\n  5 * * * *  qingzhuang gate tick"
    )
    parser.add_argument("what", choices=("tick",), metavar="tick", help="走一下钟")
