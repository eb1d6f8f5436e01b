"""Arguments of `fill`."""

from argparse import ArgumentParser
from pathlib import Path


def add_arguments(command: str, parser: ArgumentParser) -> None:  # noqa: ARG001 (one command in this room)
    """The arguments of `fill`: template, region, who, on, out, issuer."""
    parser.description = (
        "填表：部门的表进，填好的同一张表出。知道的填上，不知道的空着，并列出还缺什么、该问谁。"
    )
    parser.epilog = (
        "例：\n  qingzhuang fill 高龄津贴表.xlsx --region 360999101205 "
        "--who '年龄>=80' --on 2024-12-31 -o 填好.xlsx\n"
        "  qingzhuang fill 残疾人登记卡.xlsx --region 360999101205 --who 残疾等级=一级 -o 卡片/\n\n"
        "--who 可以用任何认得的栏目，几个条件用逗号连起来：'年龄>=80,低保=是'；有 > 或 < 的要加引号。\n"
        "一张表给全县每个村各填一份：--regions 360999 -o 文件夹/（或 .zip），文件叫 表名-村名.xlsx。\n"
        "不写 --who：表上已经列了名字的，就填这些人；没有列名字的，填全村的人。\n"
        "一人一张的卡片：-o 文件夹/ 一人一个文件；-o X.zip 打成包；-o X.xlsx 一人一张表。\n"
        "表是 .xls、.et 的（要装 LibreOffice），填好的是 .xlsx；要 .xls 就写 -o X.xls。"
    )
    parser.add_argument("template", type=Path, metavar="表", help="部门发的表")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--region", metavar="代码", help="哪个村，12 位区划代码")
    where.add_argument("--regions", metavar="前几位", help="代码这样开头的村各填一份；all 是登记过的村")
    parser.add_argument("--who", metavar="条件", help="填哪些人，比如 年龄>=80,低保=是")
    parser.add_argument("--on", metavar="日期", help="年龄算到哪天；不写就用表上印的，再没有就用今天")
    parser.add_argument("-o", "--out", type=Path, metavar="去处", help="写到哪里；不写就写在表旁边")
    parser.add_argument("--issuer", default="", metavar="单位", help="发表的单位；用上以前教过的")
