"""Arguments of `return`."""

from argparse import ArgumentParser
from pathlib import Path

_RETURN = """\
收答复：填好发出去的表，村里补完交回来，新的内容记进底账，下一张表不再问。
用 WPS、Excel、LibreOffice 另存过的，移过列、排过序、只填了一部分的，都认；同一份交两次只算一次。"""
_EXAMPLE = """\
例：
  qingzhuang return 摸底表-青禾村.xlsx --region 360999101205
  qingzhuang return 摸底表-青禾村.xlsx --region 360999101205 --dry-run
  qingzhuang return 信息卡-青禾村.zip 补充/ --region 360999101205

不是从这里发出去的表、别的村的表不收。认不准是谁的行、看不懂的格子不收，一格一格说明原因，其余照收。
收错了用 qingzhuang undo 编号 撤回。"""


def add_arguments(command: str, parser: ArgumentParser) -> None:  # noqa: ARG001 (one command in this room)
    """The arguments of `return`: files, region, dry run."""
    parser.description = _RETURN
    parser.epilog = _EXAMPLE
    parser.add_argument(
        "files", nargs="+", type=Path, metavar="表", help="村里交回来的表；可以几份一起交，文件夹、.zip 也行"
    )
    parser.add_argument("--region", required=True, metavar="代码", help="哪个村，12 位区划代码")
    parser.add_argument("--dry-run", action="store_true", dest="is_dry_run", help="只看会怎样，什么也不写")
