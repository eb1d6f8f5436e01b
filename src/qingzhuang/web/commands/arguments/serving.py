"""Arguments of `serve`."""

from argparse import ArgumentParser


def add_arguments(command: str, parser: ArgumentParser) -> None:  # noqa: ARG001 (one command in this room)
    """The arguments of `serve`."""
    parser.description = (
        "开网页。默认只在本机 127.0.0.1:8000 应答，前面放一个带证书的反向代理（docs/deploy.md）；"
        "QINGZHUANG_PROFILE=demo 时只许在本机用。"
    )
    parser.add_argument("--address", default="127.0.0.1", help="在哪个地址上应答，默认 127.0.0.1")
    parser.add_argument("--port", type=int, default=8000, help="端口，默认 8000；0 由系统挑一个空的")
    parser.add_argument("--workers", type=int, default=1, help="几个进程，默认 1；用 SQLite 时只能是 1")
