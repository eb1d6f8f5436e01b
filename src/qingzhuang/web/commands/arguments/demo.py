"""Arguments of `demo`."""

from argparse import ArgumentParser


def add_arguments(command: str, parser: ArgumentParser) -> None:  # noqa: ARG001 (one command in this room)
    """The arguments of `demo`."""
    parser.description = "画一个虚构的村、几份乱糟糟的名册和一张部门的表，从导入到填好走一遍，并说清每一步。"
    parser.add_argument(
        "--no-serve", action="store_true", dest="is_without_server", help="做完就结束，不开网页"
    )
