"""Arguments of `questions`."""

from argparse import ArgumentParser


def add_arguments(command: str, parser: ArgumentParser) -> None:  # noqa: ARG001 (one command in this room)
    """The arguments of `questions`."""
    parser.description = "两行像是同一个人（或同一户）、又拿不准的，列在这里。你定下来之前，不会自己合并。"
    parser.epilog = (
        "例：\n  qingzhuang questions --region 360999101205\n"
        "  qingzhuang questions --answer 4 --same         第 4 个问题：是同一个人\n"
        "  qingzhuang questions --answer 5 --different    第 5 个问题：是两个人"
    )
    parser.add_argument("--region", metavar="代码", help="只看这个村")
    parser.add_argument(
        "--answer", type=int, metavar="编号", help="回答这个问题，要同时给 --same 或 --different"
    )
    sameness = parser.add_mutually_exclusive_group()
    sameness.add_argument(
        "--same", action="store_const", const=True, dest="is_same", help="是同一个（人或户）"
    )
    sameness.add_argument("--different", action="store_const", const=False, dest="is_same", help="是两个")
