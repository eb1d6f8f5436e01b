"""What is said when the data folder or the database is not as it must be."""

from qingzhuang.engine.problems.core import Code


class StoreCode(Code):
    """Problems of the store."""

    NOT_DURABLE = (
        "数据库没有用最稳妥的写盘方式（synchronous=FULL），怕断电丢数据，所以没有启动；"
        "请去掉 DATABASE_URL 里改动它的选项。"
    )
    NO_DATABASE = "数据库打不开（{why}）；请看 QINGZHUANG_HOME 的文件夹能不能写、DATABASE_URL 写得对不对。"
    BAD_DATABASE_URL = (
        "DATABASE_URL 写得不对；请写成 postgresql://用户:口令@主机:5432/库名，"
        "或者去掉它，数据就放在 QINGZHUANG_HOME 里。"
    )
    NO_DRIVER = "连 PostgreSQL 还差一个组件；请先运行 .venv/bin/pip install -r requirements/county.txt。"
    NO_SERVER = "PostgreSQL 没有应答；请看它开着没有、DATABASE_URL 里的主机、用户、口令和库名对不对。"
    BUSY = "正有另一个命令在写数据，等一会儿再来。"
    BAD_ANCHORS = (
        "{file} 第 {line} 行不是日志留下的记号，这个文件被改过；请用备份里的 {file} 换回来，再查一次。"
    )
    OUT_OF_SCOPE = "区划 {region} 不在你的管辖范围内，看不到也改不了；要办请找有权限的人。"
    BAD_REGION = "区划代码“{region}”要 12 位数字；请核对后再写。"
    UNKNOWN_ELEMENT = "认不出“{element}”是哪一项；可能是：{candidates}。请换一个说法或写代码。"
    TOO_LONG = "{what}太长了（有 {n} 个字）；请改到 {most} 个字以内，再来一次。"
