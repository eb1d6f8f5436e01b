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
    NO_EXPORT = "日志文件“{file}”打不开；请看文件还在不在，是不是 qingzhuang journal export 写出来的。"
    NO_PLACE_FOR_EXPORT = "日志没有写出来：“{file}”已经有了，或者那里不能写；请换一个文件名。"
    BAD_EXPORT = "“{file}”第 {line} 行不是日志的一行，文件被改过或者不是日志；请拿原来写出的那一份再查。"
    BAD_KEYS = "“{file}”不是公钥文件；请从平台的 /.well-known/jwks.json 再存一份。"
    OUT_OF_SCOPE = "区划 {region} 不在你的管辖范围内，看不到也改不了；要办请找有权限的人。"
    BAD_REGION = "区划代码“{region}”要 12 位数字；请核对后再写。"
    NOT_ALLOWED = "这件事不在你的岗位里，没有做；要办请找你单位的系统管理员开通。"
    ROSTER_INCOMPLETE = "请选名册文件，再写上它是哪里来的（比如 村委会）。"
    NOT_THERE = "没有找到；可能编号不对，也可能不归你看。请从列表里再找一次。"
    UNKNOWN_ELEMENT = "认不出“{element}”是哪一项；可能是：{candidates}。请换一个说法或写代码。"
    TOO_LONG = "{what}太长了（有 {n} 个字）；请改到 {most} 个字以内，再来一次。"
