"""Arguments of `edition`."""

from argparse import ArgumentParser
from pathlib import Path


def add_arguments(command: str, parser: ArgumentParser) -> None:  # noqa: ARG001 (one command in this room)
    """The arguments of `edition`."""
    parser.description = (
        "比两年的同一张表：哪些栏目没变（同）、换了地方（移）、换了说法（改）、新加的（新）、没有了的（去）。\n"
        "只看栏目的文字、单位和填法，不看代码和格子。没变的和换地方的不用管；换说法的要你认可才照着填。"
    )
    parser.epilog = (
        "例：\n  qingzhuang edition 2023年调查表.xlsx 2024年调查表.xlsx\n"
        "  qingzhuang edition 旧表.xlsx 新表.xlsx --issuer 县统计局 --accept"
    )
    parser.add_argument("old", type=Path, metavar="旧表", help="上一版的表")
    parser.add_argument("new", type=Path, metavar="新表", help="这一版的表")
    parser.add_argument("--issuer", default="", metavar="单位", help="发表的单位；填表时也写同一个")
    parser.add_argument("--accept", action="store_true", help="列出的“改”都认可：新说法照旧说法填")
