"""Arguments of `bench`."""

from argparse import ArgumentParser


def add_arguments(command: str, parser: ArgumentParser) -> None:  # noqa: ARG001 (one command in this room)
    """The arguments of `bench`."""
    parser.description = "跑一项测试，结果写进 bench/results/。"
    parser.epilog = "例：\n  qingzhuang bench import_speed"
    parser.add_argument("name", metavar="名称", help="bench/ 里脚本的名字，不带 .py")
