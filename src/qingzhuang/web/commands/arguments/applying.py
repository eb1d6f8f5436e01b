"""Arguments of `apply`."""

from argparse import ArgumentParser
from pathlib import Path

_EPILOG = """\
申请是一份 JSON，写不全的不送，会说差哪几处：
  {"title": "农村老年人居住情况摸排表", "kind": "form", "basis": "青民发〔2026〕12号", "clause": "第三条",
   "list_class": "support", "bearer": "村里", "frequency": "quarterly", "starts_on": "2027-01-10",
   "issue_days": 10, "hours": 1.5, "rows": 60, "money": "每村 300 元", "people": "镇里派一个人",
   "sharing": "三项平台里没有"}
  kind：form ledger task meeting document inspection indicator app signboard proof
  list_class：duty support off_list not_ours
  frequency：once yearly half_yearly quarterly monthly weekly daily
  不写 regions，就是账号管得到的全部村；不写 ends_on，就是最晚的一天。

例：
  qingzhuang apply 申请.json 摸排表.xlsx --account officer"""


def add_arguments(command: str, parser: ArgumentParser) -> None:  # noqa: ARG001 (one command in this room)
    """The arguments of `apply`."""
    parser.description = "替一个账号写好准入申请并送会审，和在网页上送的一样。"
    parser.epilog = _EPILOG
    parser.add_argument("document", metavar="申请.json", type=Path, help="申请的内容")
    parser.add_argument(
        "template", metavar="表样", type=Path, nargs="?", help="空表，.xlsx、.xls、.et 或 .docx"
    )
    parser.add_argument("--account", required=True, metavar="账号", help="谁来送")
