"""How the house stands on this machine: files, database, clocks; no secret, no resident."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.backups import COOKIE_KEY
from qingzhuang.store.roles import Right
from qingzhuang.store.serverchecks import SWITCHES
from qingzhuang.store.signing import KEY_FILE as SIGNING_KEY
from qingzhuang.store.stamps import BACKUP, TICK, stamped

_BACKUP_AGE, _TICK_AGE = (
    timedelta(days=2),
    timedelta(hours=3),
)  # a daily timer and an hourly one, each missed once
_LEAST_FREE = 5 * 10**9  # bytes: a backup beside the data, with air


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at. what: its name. said: one sentence; where not is_good, with the way out."""

    what: str
    is_good: bool
    said: str


def health(actor: Actor, *, now: datetime) -> tuple[Check, ...]:
    """
    Every check of the data folder and the database, in the order to read them. now: aware.

    Raises:
        RefusedError: the actor does not keep the system.
    """
    allow(actor, Right.ADMINISTER)
    is_sqlite = connection.vendor == "sqlite"
    looks: tuple[Callable[[], Check], ...] = (
        _sqlite if is_sqlite else _postgres,
        _migrations,
        *(() if is_sqlite else (_row_security,)),
        lambda: _key("登录签名密钥", settings.HOME / COOKIE_KEY, needed=True),
        lambda: _key("准入签名密钥", settings.HOME / SIGNING_KEY, needed=False),
        _disk,
        lambda: _backup(now),
        lambda: _tick(now),
    )
    return tuple(look() for look in looks)


def _sqlite() -> Check:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous")
        is_full = cursor.fetchone()[0] >= 2
        cursor.execute("PRAGMA journal_mode")
        is_wal = cursor.fetchone()[0] == "wal"
    if is_full and is_wal:
        return Check("数据库", True, "SQLite，断电不丢（WAL，synchronous=FULL）；全县用建议换 PostgreSQL。")
    return Check("数据库", False, "SQLite 没有用最稳妥的写盘方式；去掉 DATABASE_URL 里改动它的选项再启动。")


def _postgres() -> Check:
    loose = [switch for switch in SWITCHES if _shown(switch) == "off"]
    if loose:
        return Check(
            "数据库", False, f"PostgreSQL 的 {'、'.join(loose)} 没有开；在 postgresql.conf 里设成 on。"
        )
    return Check("数据库", True, f"PostgreSQL {_shown('server_version')}，断电不丢。")


def _shown(switch: str) -> str:
    """What PostgreSQL says of one of its own settings."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting(%s)", [switch])
        return str(cursor.fetchone()[0])


def _migrations() -> Check:
    executor = MigrationExecutor(connection)
    missing = executor.migration_plan(executor.loader.graph.leaf_nodes())
    said = (
        "表都是这一版的。"
        if not missing
        else f"还差 {len(missing)} 步；运行任何一条 qingzhuang 命令就会补上。"
    )
    return Check("表的版本", not missing, said)


def _row_security() -> Check:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user),"
            " (SELECT count(*) FROM pg_class WHERE relrowsecurity AND relforcerowsecurity)"
        )
        is_mighty, n_locked = cursor.fetchone()
    if is_mighty:
        return Check(
            "行级锁", False, "连库的角色太大，行级锁对它不起作用；照 docs/deploy.md 换一个普通角色。"
        )
    if not n_locked:
        return Check("行级锁", False, "没有一张表上了行级锁；运行任何一条 qingzhuang 命令补上表的版本。")
    return Check("行级锁", True, f"{n_locked} 张放村里数据的表上了锁，连库的角色绕不过去。")


def _key(what: str, path: Path, *, needed: bool) -> Check:
    if not path.is_file():
        said = (
            "还没有，第一次用到时自己生成。" if not needed else "不见了；从备份里放回来，或者重启自己生成。"
        )
        return Check(what, not needed, said)
    if path.stat().st_mode & 0o077:
        return Check(what, False, f"{path.name} 别人也能读；运行 chmod 600 {path.name}。")
    return Check(what, True, f"{path.name} 只有主人能读；qingzhuang backup 会一起备份。")


def _disk() -> Check:
    there = next(folder for folder in (settings.HOME, *settings.HOME.parents) if folder.exists())
    free = shutil.disk_usage(there).free
    said = f"还剩 {free / 1e9:.0f} GB。"
    return Check(
        "磁盘", free >= _LEAST_FREE, said if free >= _LEAST_FREE else f"{said}请清一清，或者换大一点的盘。"
    )


def _backup(now: datetime) -> Check:
    last = stamped(settings.HOME, BACKUP)
    if last is None:
        return Check(
            "备份", False, "这台机器上还没有备份过；运行 qingzhuang backup，再照 docs/deploy.md 定时。"
        )
    is_fresh = now - last <= _BACKUP_AGE
    said = f"上一次是 {_when(last)}"
    return Check("备份", is_fresh, f"{said}。" if is_fresh else f"{said}，久了；看看定时备份停了没有。")


def _tick(now: datetime) -> Check:
    last = stamped(settings.HOME, TICK)
    if last is None:
        return Check("准入的钟", False, "还没有走过；照 docs/deploy.md 打开 qingzhuang-gate.timer。")
    is_fresh = now - last <= _TICK_AGE
    said = f"上一次是 {_when(last)}"
    return Check(
        "准入的钟", is_fresh, f"{said}。" if is_fresh else f"{said}，停了；看 systemctl list-timers。"
    )


def _when(at: datetime) -> str:
    return f"{timezone.localtime(at):%Y-%m-%d %H:%M}"
