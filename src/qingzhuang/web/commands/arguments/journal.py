"""Arguments of `journal`."""

from argparse import ArgumentParser


def add_arguments(command: str, parser: ArgumentParser) -> None:  # noqa: ARG001 (one command in this room)
    """`journal` alone checks the database's; `export` writes it into a file, `verify` checks such a file."""
    parser.description = (
        "查日志：每次操作一行，一行链着一行，链头另记在数据库外的 journal.anchors。\n"
        "改过、删过、插过、换过次序的行，被截掉的尾巴，整条重算过的链，都查得出来，说出是第几行。\n"
        "export 把整本日志写进一个文件，末尾有签名的封口；verify 查这样的文件，不用数据库，哪台机器都行。"
    )
    parser.add_argument("what", nargs="?", choices=("export", "verify"), help="不写：查数据库里的日志")
    parser.add_argument("file", nargs="?", help="日志文件，比如 日志-20261123.jsonl")
    parser.add_argument("--anchors", help="verify：库外记号的文件 journal.anchors，一起对")
    parser.add_argument("--keys", help="verify：平台公开的公钥 jwks.json，查封口的签名")
    parser.epilog = (
        "例：\n  qingzhuang journal\n  qingzhuang journal export 日志.jsonl\n"
        "  qingzhuang journal verify 日志.jsonl --anchors journal.anchors --keys jwks.json\n\n"
        "退出码 0：完好；2：不完好。"
    )
