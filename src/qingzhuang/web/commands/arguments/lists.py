"""Arguments of `lists` and `matters`."""

from argparse import ArgumentParser


def add_arguments(command: str, parser: ArgumentParser) -> None:
    """The arguments of `lists import FILE`, `matters import FILE` and `matters cap BOOK`."""
    steps = ("import",) if command == "lists" else ("import", "cap")
    parser.add_argument(
        "what", choices=steps, help="import 导入" + ("；cap 定上限" if "cap" in steps else "")
    )
    parser.add_argument(
        "file", help="县里的 Excel 或 .csv" + ("；cap：党建账 或 民生账" if "cap" in steps else "")
    )
    parser.add_argument("--dry-run", action="store_true", dest="is_trial", help="只看，不写入")
    parser.add_argument("--example", action="store_true", dest="is_example", help="标明是虚构的例子")
    if command == "lists":
        parser.description = (
            "把县里的三张清单导进来，从某天起执行；旧的一版照旧查得到。三张清单各一个工作表，"
            "或者一个工作表加一列“清单”。"
        )
        parser.add_argument("--from", dest="since", metavar="日期", help="从哪天起执行，不写就是今天")
        parser.add_argument("--basis", default="", metavar="文号", help="公布的文号")
        parser.epilog = "例：\n  qingzhuang lists import 三张清单.xlsx --from 2026-04-01 --dry-run"
        return
    parser.description = (
        "把县里清理台账、报表的 Excel 导进来，记成事项总账。去向写 保留、取消、整合到某一件；"
        "已经在册的不会记两遍。两本账超过上限就不写入。"
    )
    parser.add_argument("--on", metavar="日期", help="没写起始、终止的按哪天算，不写就是今天")
    parser.add_argument("--most", default="", metavar="本数", help="cap：从 --on 那天起最多几本")
    parser.epilog = (
        "例：\n  qingzhuang matters import 事项总账.xlsx --on 2026-04-01\n"
        "  qingzhuang matters cap 党建账 --most 6"
    )
