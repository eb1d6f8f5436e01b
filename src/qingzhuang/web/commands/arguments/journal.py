"""Arguments of `journal`."""

from argparse import ArgumentParser


def add_arguments(command: str, parser: ArgumentParser) -> None:  # noqa: ARG001 (one command in this room)
    """`journal` takes nothing but --json."""
    parser.description = (
        "查日志：每次操作一行，一行链着一行，链头另记在数据库外的 journal.anchors。\n"
        "改过、删过、插过、换过次序的行，被截掉的尾巴，整条重算过的链，都查得出来，说出是第几行。"
    )
    parser.epilog = "例：\n  qingzhuang journal\n\n退出码 0：完好；2：不完好。"
