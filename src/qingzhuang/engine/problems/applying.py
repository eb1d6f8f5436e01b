"""What is said when an application cannot be kept, read or sent as it stands."""

from qingzhuang.engine.problems.core import Code


class ApplyingCode(Code):
    """Problems of applications: each says where, and the way out."""

    NOT_A_NUMBER = "“{what}”要写数字，现在写的是“{text}”；请改成数字，比如 {example}。"
    NOT_A_DAY = "“{what}”要写日期，现在写的是“{text}”；请写成 2026-11-30 这样。"
    NOT_ON_THE_LIST = "“{what}”要从列出的几样里选；请再选一次。"
    ENDS_FIRST = "到期日 {ends} 比开始日 {starts} 还早；请改其中一个。"
    ENDS_LATE = "一次准入最多 12 个月：{starts} 开始，最晚写到 {latest}；要接着办，到时候再续。"
    STARTED = "开始日 {starts} 已经过了；请改成今天或以后的一天。"
    LONG_WORDS = "“{what}”有 {n} 个字，最多 {most} 个；请写短一些。"
    UNKNOWN_VILLAGE = "没有叫“{words}”的村，或者不在你能发的范围里；请写全村名，或者写 12 位代码。"
    TWO_VILLAGES = "叫“{words}”的村有 {n} 个；请写 12 位代码。"
    INCOMPLETE = "还差 {n} 处：{what}。填好了再送会审。"
    ALREADY_SENT = "这份申请在减负办那里等答复，改不了；要改，先撤回，再照着写一份。"
    CLOSED = "这份申请已经办完或者不办了；要再办，请照着它写一份新的。"
    NOT_WAITING = "这份申请没有在等答复，没有可撤回的。"
    NO_OFFICE = "你的账号没有挂在哪个单位下面，写不了申请；请找系统管理员。"
    NO_FORM = "还没有传表样；请先传一份空表。"
    NO_HEADER_THERE = "“{sheet}”第 {row} 行没有栏目名；请看看表头在第几行，再写一次。"
    NOTHING_ASKED = "表样里没有要填的栏；请换一份空表，或者写出表头在第几行。"
    WHY_AS_ASKED = "有 {n} 列平台已经有了。原样发，请写一句为什么还要村里再填。"
    BAD_APPLICATION = "“{file}”读不懂：{why}；请照说明书里的样子写。"
    NOT_AN_ACCOUNT = "没有“{name}”这个账号，或者它已经停用；请核对账号名。"
