"""Arguments of `init`."""

from argparse import ArgumentParser


def add_arguments(command: str, parser: ArgumentParser) -> None:  # noqa: ARG001 (one command in this room)
    """The arguments of `init`."""
    parser.description = "登记一个村。填表时“填报单位”写的就是这里的村名；再登记一次就是改名。"
    parser.epilog = "例：\n  qingzhuang init --region 360999101205 --name 青禾村"
    parser.add_argument("--region", required=True, metavar="代码", help="12 位统计用区划代码")
    parser.add_argument("--name", required=True, metavar="村名", help="村名，比如 青禾村")
