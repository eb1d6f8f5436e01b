"""Arguments of `import` and `undo`."""

from argparse import ArgumentParser
from pathlib import Path

_IMPORT = """\
导入名册。自己找表头、认栏目；一个文件要么整个收下，要么一行不收，同一个文件导两次不会重复。
没收的行会一行一行说明原因；身份证号校验不对的行不收，改好再导就行。"""
_IMPORT_EXAMPLE = """\
例：
  qingzhuang import 常住人口.xlsx --region 360999101205 --source 派出所 --as-of 2024-06-30
  qingzhuang import 低保名单.xlsx 党员名册.csv --region 360999101205 --source 镇民政办 --dry-run

低保、党员、残疾、退役军人这类名单，默认是全村完整的一份：不在上面的人就记“否”。
只是一部分（比如本月新增）的，请加 --partial。"""


def add_arguments(command: str, parser: ArgumentParser) -> None:
    """The arguments of `import` or `undo`."""
    if command == "undo":
        _add_undo(parser)
    else:
        _add_import(parser)


def _add_import(parser: ArgumentParser) -> None:
    """The arguments of `import`."""
    parser.description = _IMPORT
    parser.epilog = _IMPORT_EXAMPLE
    parser.add_argument("files", nargs="+", type=Path, metavar="文件", help="名册，可以一次给几个")
    parser.add_argument("--region", required=True, metavar="代码", help="哪个村，12 位区划代码")
    parser.add_argument("--source", required=True, metavar="来源", help="名册是谁的，比如 派出所")
    parser.add_argument("--as-of", metavar="日期", help="名册说的是哪天；不写就用表上印的，再没有就用今天")
    parser.add_argument(
        "--partial", action="store_true", dest="is_partial", help="名单不全，不在上面的人不记“否”"
    )
    parser.add_argument("--dry-run", action="store_true", dest="is_dry_run", help="只看会怎样，什么也不写")


def _add_undo(parser: ArgumentParser) -> None:
    """The arguments of `undo`."""
    parser.description = "撤回一次导入。名册里说过的话还留着备查，只是不再作数；由它推出的“否”也一起收回。"
    parser.epilog = "例：\n  qingzhuang undo 3"
    parser.add_argument("import_id", type=int, metavar="编号", help="导入时给的编号")
