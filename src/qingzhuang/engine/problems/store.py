"""What is said when the data folder or the database is not as it must be."""

from qingzhuang.engine.problems.core import Code


class StoreCode(Code):
    """Problems of the store."""

    NOT_DURABLE = (
        "数据库没有用最稳妥的写盘方式（synchronous=FULL），怕断电丢数据，所以没有启动；"
        "请去掉 DATABASE_URL 里改动它的选项。"
    )
    NO_DATABASE = "数据库打不开（{why}）；请看 QINGZHUANG_HOME 的文件夹能不能写、DATABASE_URL 写得对不对。"
    OUT_OF_SCOPE = "区划 {region} 不在你的管辖范围内，看不到也改不了；要办请找有权限的人。"
    BAD_REGION = "区划代码“{region}”要 12 位数字；请核对后再写。"
    UNKNOWN_ELEMENT = "认不出“{element}”是哪一项；可能是：{candidates}。请换一个说法或写代码。"
