"""What is said when the pages cannot be served."""

from qingzhuang.engine.problems.core import Code


class ServingCode(Code):
    """Problems of serving pages."""

    DEMO_STAYS_HOME = (
        "演示用的网页没有加密，只许在本机打开；请用 --address 127.0.0.1。"
        "要给别人用，照 docs/deploy.md 正式部署。"
    )
    NO_HOSTS = "还没有说网页叫什么名字；请设 QINGZHUANG_HOSTS，比如 jianfu.qinghe.gov.cn，几个就用逗号隔开。"
    ONE_PROCESS = (
        "用 SQLite 存数据时只能开一个进程；请去掉 --workers，或者改用 PostgreSQL（docs/deploy.md）。"
    )
    PORT_TAKEN = "{address} 的 {port} 端口用不了，多半是已经有程序在用；请用 --port 换一个，比如 8001。"
