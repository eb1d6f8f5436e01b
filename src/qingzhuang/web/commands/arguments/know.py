"""Arguments of `why`."""

from argparse import ArgumentParser


def add_arguments(command: str, parser: ArgumentParser) -> None:  # noqa: ARG001 (one command in this room)
    """The arguments of `why`."""
    parser.description = "某人的某一项现在是什么，谁说的、说的是哪天、在哪个文件的哪一行，还有谁说过别的。"
    parser.epilog = "例：\n  qingzhuang why 张三 联系电话\n  qingzhuang why 张三 person.phone"
    parser.add_argument("person", metavar="人", help="姓名或身份证号")
    parser.add_argument("element", metavar="哪一项", help="栏目名（联系电话）或代码（person.phone）")
    parser.add_argument("--region", metavar="代码", help="只找这个村的人")
