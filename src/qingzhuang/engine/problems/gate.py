"""What is said when a number is asked for, given out, renewed or taken back."""

from qingzhuang.engine.problems.core import Code


class GateCode(Code):
    """Problems of the gate."""

    STARTS_LATE = "开始的日子{starts}已经过了；请改成{today}或以后，再批。"
    ENDS_FIRST = "到期的日子{ends}在开始的日子{starts}前面；请对调一下。"
    TOO_LONG = "一个号最长管 12 个月，从{starts}起最晚到{latest}；现在写的是{ends}，请改短，到期再续。"
    NO_DAYS = "开始和到期的日子要写全；请补上再批。"
    NO_SCOPE = "没有写发到哪些村镇；请选好区划再批。"
    BAD_SCOPE = "区划“{prefix}”要写 1 到 12 位数字；请从列表里选。"
    NO_TITLE = "事项没有名字；请写上再批。"
    NO_LEADER = "应急先办要写清负责人和原因；请补上再批。"
    LANE_TOO_LONG = "应急先办最多 {hours} 小时，到{latest}为止；请改短。"
    NOT_AN_EMERGENCY = "{number}不是应急先办的号，不用补办。"
    LANE_OVER = "{number}没有在期限里补办，已经不作数；请按平常的办法重新申请。"
    REGULARISED = "{number}已经补办过了。"
    WITHDRAWN = "{number}已经撤回过了，不用再撤。"
    NO_REASON = "请写一句为什么，村里和部门都看得到。"
    NO_BASIS = "请写补办的依据：文号或会议日期，一句话。"
    NO_USE = "续期要说清上一期的数据用在了哪里，并附一份能看的材料；没有用上的，到期就停。"
    NOT_YOURS = "{number}不是你单位的号；请找申请它的单位办。"
    RENEWED = "{number}已经在续了，草稿在你的申请里。"
    RENEWS_OTHERS = "续的是{number}，那是别的单位的号；请从自己的号续。"
    UNKNOWN_NUMBER = "登记簿里没有{number}，不作数；请看看编号抄得对不对。"
    ONLY_REFERENCE = "这是申请编号，不是准入编号：{reference}；请找发通知的人要准入编号。"
    UNKNOWN_MATTER = "登记簿里没有找到“{asked}”，也没有编号；没有号的不用办。"
    NOTHING_ASKED = "请写编号、事项名称或通知的文字，三样里至少一样。"
    BAD_INPUT = "{place}写得不对；请对照接口说明改好再来。"
    BAD_REQUEST = "这次请求看不懂；请对照接口说明改好再来。"
    METHOD = "这个地址不收这种请求；请对照接口说明。"
