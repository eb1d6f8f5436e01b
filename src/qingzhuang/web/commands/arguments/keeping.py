"""Arguments of `backup` and `restore`."""

from argparse import ArgumentParser, RawDescriptionHelpFormatter

_ABOUT = {
    "backup": (
        "把数据、密钥、日志记号和县里自己的目录写进一个文件，不用停下网页。\n"
        "用 PostgreSQL 时数据库另用 pg_dump，这个文件放其余的（docs/deploy.md）。",
        "例：\n  qingzhuang backup /srv/backup/轻装-20261122.tgz",
    ),
    "restore": (
        "把备份放回一个空的数据文件夹：先查每个文件的校验值和日志的链，都对才放进去。\n"
        "文件夹里已经有数据就不动；先把它改名留着。",
        "例：\n  mv var var-旧\n  qingzhuang restore /srv/backup/轻装-20261122.tgz",
    ),
}


def add_arguments(command: str, parser: ArgumentParser) -> None:
    """The one file of each."""
    parser.formatter_class = RawDescriptionHelpFormatter
    parser.description, parser.epilog = _ABOUT[command]
    parser.add_argument("file", help="备份文件")
