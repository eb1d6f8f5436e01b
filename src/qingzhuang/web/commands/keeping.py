"""The commands `backup` and `restore`."""

from argparse import Namespace
from pathlib import Path

from django.db import connection
from django.utils import timezone

from qingzhuang.actions.journal.keeping import back_up
from qingzhuang.store.restoring import restore
from qingzhuang.web.commands.console import OPERATOR
from qingzhuang.web.commands.speaking import DONE, answer

_REST = "数据库请另用 pg_dump 备份（docs/deploy.md）。"


def run(command: str, options: Namespace) -> int:
    """Make a backup, or take one back."""
    return _back_up(options) if command == "backup" else _restore(options)


def _back_up(options: Namespace) -> int:
    n_bytes = back_up(OPERATOR, out=Path(options.file), at=timezone.now())
    is_whole = connection.vendor == "sqlite"
    text = f"备份写进了 {options.file}，{n_bytes / 1e6:.1f} MB。里面有密钥，请放在只有管理员能看的地方。"
    answer(
        {"file": options.file, "bytes": n_bytes, "has_database": is_whole},
        is_json=options.is_json,
        text=text if is_whole else text + _REST,
    )
    return DONE


def _restore(options: Namespace) -> int:
    at = restore(Path(options.file))
    text = (
        f"恢复好了，是 {at} 的备份，每个文件的校验值都对。接着运行 qingzhuang journal 和 qingzhuang check。"
    )
    answer({"file": options.file, "at": at}, is_json=options.is_json, text=text)
    return DONE
