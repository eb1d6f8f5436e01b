"""Arguments of `check`."""

from argparse import ArgumentParser


def add_arguments(command: str, parser: ArgumentParser) -> None:  # noqa: ARG001 (one command in this room)
    """`check` takes none."""
    parser.description = "自检：加密、数据库、密钥、备份、字体、日历，每样一句话，要看一下的写着怎么办。"
