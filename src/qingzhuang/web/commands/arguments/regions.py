"""Arguments of `regions`."""

from argparse import ArgumentParser
from pathlib import Path


def add_arguments(command: str, parser: ArgumentParser) -> None:  # noqa: ARG001 (one command in this room)
    """The arguments of `regions import`."""
    parser.description = (
        "导入县里的区划名单（.xlsx、.xls、.csv）。要有“区划代码”“名称”两栏；“上级”“别名”“启用日期”有就认。\n"
        "有一行不对，整份不导，一行一行说明；改了名的，旧名到那天为止，以后还找得到。"
    )
    parser.epilog = (
        "例：\n  qingzhuang regions import 青禾县区划.xlsx --dry-run\n"
        "  qingzhuang regions import 青禾县区划.xlsx --on 2026-01-01 --close-missing"
    )
    parser.add_argument("doing", choices=["import"], metavar="import", help="导入")
    parser.add_argument("file", type=Path, metavar="文件", help="区划名单")
    parser.add_argument("--on", metavar="日期", help="没写启用日期的行从哪天起；不写就是今天")
    parser.add_argument(
        "--close-missing", action="store_true", dest="is_closing", help="名单是全的：同县里没列的代码停用"
    )
    parser.add_argument("--dry-run", action="store_true", dest="is_dry_run", help="只看会怎样，什么也不写")
