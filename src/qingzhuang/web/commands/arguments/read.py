"""Arguments of `recognise`, `match` and `bind`."""

from argparse import ArgumentParser
from pathlib import Path


def add_arguments(command: str, parser: ArgumentParser) -> None:
    """The arguments of `recognise`, `match` or `bind`."""
    {"recognise": _add_recognise, "match": _add_match, "bind": _add_bind}[command](parser)


def _add_recognise(parser: ArgumentParser) -> None:
    """The arguments of `recognise`."""
    parser.description = "认表：每张表是哪一种，有哪些要填的格子，各是什么数据元。只看不改，不用先登记村。"
    parser.epilog = "例：\n  qingzhuang recognise 残疾人信息表.xlsx\n  qingzhuang recognise *.xlsx --json"
    parser.add_argument("files", nargs="+", type=Path, metavar="文件", help="部门的表，Excel、WPS 或 Word")
    parser.add_argument("--issuer", default="", metavar="单位", help="发表的单位；用上以前教过的")


def _add_match(parser: ArgumentParser) -> None:
    """The arguments of `match`."""
    parser.description = "认标签：栏目名是什么数据元，有几分把握。"
    parser.epilog = "例：\n  qingzhuang match 联系电话 监护人姓名 是否低保户"
    parser.add_argument("labels", nargs="+", metavar="栏目名", help="一次最多 200 个")
    parser.add_argument("--issuer", default="", metavar="单位", help="发表的单位；用上以前教过的")


def _add_bind(parser: ArgumentParser) -> None:
    """The arguments of `bind`."""
    parser.description = (
        "教一次就记住：这家单位的表上，这个栏目就是那个数据元。两家单位都这样教过，别家的表也认。"
    )
    parser.epilog = (
        "例：\n  qingzhuang bind 本人电话 联系电话 --issuer 县残联\n"
        "  qingzhuang bind 家长/电话 guardian.phone --issuer 县教育局"
    )
    parser.add_argument("label", metavar="栏目名", help="表上印的栏目名；有上级表头的写成 上级/栏目名")
    parser.add_argument("element", metavar="数据元", help="数据元的代码或名称；写“无”表示不是我们的数据")
    parser.add_argument("--issuer", required=True, metavar="单位", help="发表的单位")
