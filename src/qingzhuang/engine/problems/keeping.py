"""What is said when a backup cannot be made or taken back, and when the machine is not as it must be."""

from qingzhuang.engine.problems.core import Code


class KeepingCode(Code):
    """Problems of keeping the house."""

    NO_PLACE = "备份没有写出来：“{file}”已经有了，或者那里不能写；请换一个文件名。"
    NO_BACKUP = "“{file}”打不开；请看文件还在不在，是不是 qingzhuang backup 写出来的。原来的数据一点没动。"
    BROKEN = "“{file}”不全或者被改过，没有恢复；请换一份备份。原来的数据一点没动。"
    BAD_CHAIN = "备份里的日志第 {line} 行不对，没有恢复；请换一份备份。原来的数据一点没动。"
    OCCUPIED = "{folder} 里已经有数据，没有恢复；请先把这个文件夹改名留着，再来一次。"
    OTHER_DATABASE = (
        "这份备份是 {kind} 的，现在用的不是它，没有恢复；请照 docs/deploy.md 先把 DATABASE_URL 设成原来那样。"
    )
    POSTGRES_LOOSE = (
        "PostgreSQL 的 {switch} 没有开，断电会丢数据，所以没有启动；请在 postgresql.conf 里设成 on。"
    )
    POSTGRES_MIGHTY = (
        "连 PostgreSQL 用的角色是超级用户或者有 BYPASSRLS，行级锁对它不起作用，所以没有启动；"
        "请照 docs/deploy.md 建一个普通角色。"
    )
