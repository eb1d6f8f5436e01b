"""Arguments of `offices` and `accounts`."""

from argparse import ArgumentParser
from pathlib import Path

_OFFICES = """\
按名单开单位（.xlsx、.xls、.csv）。要有“单位代码”“单位名称”“类别”（村、镇、部门、减负办）“区划代码”。
有一行不对，一个也不开，一行一行说明。"""
_ACCOUNTS = """\
按名单开账号（.xlsx、.xls、.csv）。要有“账号”“姓名”“单位”“岗位”；“区划”不写就和单位在一处。
首次口令写进 --out 指的文件，只这一次，平台不留底；发完请删掉。"""


def add_arguments(command: str, parser: ArgumentParser) -> None:
    """The arguments of `offices import` or `accounts import`."""
    is_people = command == "accounts"
    parser.description = _ACCOUNTS if is_people else _OFFICES
    parser.epilog = (
        "例：\n  qingzhuang accounts import 人员.xlsx --out 首次口令.csv"
        if is_people
        else "例：\n  qingzhuang offices import 单位.xlsx --dry-run"
    )
    parser.add_argument("doing", choices=["import"], metavar="import", help="导入")
    parser.add_argument("file", type=Path, metavar="文件", help="名单")
    if is_people:
        parser.add_argument("--out", type=Path, metavar="文件", help="首次口令写到哪里（.csv，只有你能读）")
    parser.add_argument("--dry-run", action="store_true", dest="is_dry_run", help="只看会怎样，什么也不写")
