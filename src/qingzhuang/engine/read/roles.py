"""Whose property a label names: the words for people and bodies that stand before it. Rule R-MAT-04."""

import re
from dataclasses import dataclass

# The block's own subject, however the form calls it.
_OWN = (
    "本人 个人 申请人 申领人 申请对象 申请 申领 居民 村民 人员 公民 学生 患者"
    " 家庭成员 户内成员 成员 共同生活家庭成员 共同生活的家庭成员 共同生活成员"
    " 驾驶人 机动车驾驶人 职工 员工 党员 团员 群众 对象 老人 老年人 儿童"
    " 未成年人 残疾人 失业人员 就业人员 务工人员 外出务工人员 低保人 低保人员 低保对象"
    " 特困人员 脱贫户 贫困户 贫困人口 退役军人 受助人 救助对象 帮扶对象 监测对象"
    " 领取人 享受人 享受对象 参保人 参保人员 被保险人 缴费人 承租人 承租方 租户"
    " 当事人 诉求人 来访人 报名人 考生 志愿者 受益人 留守儿童 留守人员 留守老人"
    " 留守妇女 独居老人 高龄老人 优抚对象 孤儿 被监护人 服务对象 走访对象 户籍人口"
    " 流动人口 常住人口 重点人员 发放对象 发放人员 补贴对象 补助对象 享受人员 被帮扶人"
    " 申报人 求职人员 求职者 劳动者 劳动力 育龄妇女 幼儿 婴儿 子女本人 登记人 应聘人"
)
# Others, by the role's code. A role with its own elements (`guardian.phone`) is told by `_PREFIX`.
_ROLES = {
    "head": "户主 建档立卡户主 家庭户主",
    "guardian": "监护人 家长 法定监护人 主要监护人 家庭主要成员 父母或监护人 受委托监护人",
    "spouse": "配偶 爱人 丈夫 妻子 夫妻另一方",
    "father": "父亲 爸爸",
    "mother": "母亲 妈妈",
    "grandfather": "祖父 爷爷",
    "grandmother": "祖母 奶奶",
    "maternal_grandfather": "外祖父 外公 姥爷",
    "maternal_grandmother": "外祖母 外婆 姥姥",
    "child": "子女 孩子",
    "son": "儿子",
    "daughter": "女儿",
    "contact": "联系人 单位联系人",
    "emergency": "紧急联系人 应急联系人",
    "agent": "代办人 代理人 委托代理人 经办人 代领人 被委托人 受委托人 委托人代理",
    "carer": "照料人 照料护理人 护理人 照护人 照料服务人",
    "rep": "法人 法定代表人 法人代表 法定代表 企业法人",
    "owner": "房主 产权人 房屋产权人 房屋所有权人 房东",
    "assist": "帮扶责任人 帮扶人 帮扶干部 帮扶联系人 结对帮扶人 结对干部 包保责任人",
    "event_owner": "责任人 整改责任人",
    "filler": "填表人 填报人 制表人",
    "org": "单位 企业 公司 机构 申请单位 申报单位 用人单位 经营主体 商户 合作社",
}
_PREFIX = {
    "head": "household.head_",
    "rep": "org.rep_",
    "owner": "house.owner_",
    "assist": "assist.owner_",
    "event_owner": "event.owner_",
    "filler": "record.filled_by_",
    "org": "org.",
}
# Bare words for roles whose name element carries no suffix.
_NAME_ELEMENTS = {"event_owner": "event.owner", "filler": "record.filled_by"}
OWN = ""
MEMBER = "member"

_ROLE_OF = {word: role for role, words in _ROLES.items() for word in words.split()}
_ROLE_OF |= dict.fromkeys(_OWN.split(), OWN)
_LONGEST = max(map(len, _ROLE_OF))
_DIGITS = {sign: n for n, sign in enumerate("一二三四五六七八九十", 1)}
_NUMBER = re.compile(r"^(?:\d{1,2}|[一二三四五六七八九十](?![级类等]))")
_ORDINAL = re.compile(r"^第(\d{1,2}|[一二三四五六七八九十])(?:个|位|名)?")
_JOIN = re.compile(r"^(?:的|之|或|/|及其|、|[::])")


@dataclass(frozen=True, slots=True)
class Subject:
    """Who is spoken of, and the rest of the label. role: OWN for the block's subject, None if nobody is."""

    role: str | None
    rest: str


def split_subject(text: str) -> Subject:
    """
    The subject words at the front of a label, and the rest. Two different others in a row are not understood.

    >>> split_subject("监护人联系电话")
    Subject(role='guardian', rest='联系电话')
    >>> split_subject("家庭成员2姓名")
    Subject(role='member2', rest='姓名')
    """
    role, rest = None, text
    ordinal = _ORDINAL.match(rest)
    if ordinal is not None:
        rest = rest[ordinal.end() :]
    while found := _first_word(rest):
        told = _ROLE_OF[found]
        if role and told and told != role:
            return Subject(None, text)
        role = told or role or OWN
        is_member = found.endswith("成员") and not told
        rest = rest[len(found) :]
        number = ordinal or _NUMBER.match(rest)
        if number is not None:
            role = f"{MEMBER if is_member else role}{_value(number)}" if is_member or role else role
            rest = rest if ordinal else rest[number.end() :]
            ordinal = None
        rest = _JOIN.sub("", rest)
    return Subject(role, rest) if role is not None and ordinal is None else Subject(None, text)


def role_of(text: str) -> str | None:
    """The role when a text is nothing but a subject (监护人, 申请人, 成员二); None otherwise."""
    subject = split_subject(_JOIN.sub("", text))
    return subject.role if subject.role is not None and not subject.rest else None


def own_element(role: str, code: str) -> str:
    """The code of this role's property if it has one of its own: guardian, person.phone → guardian.phone."""
    name = code.partition(".")[2]
    if name == "name" and role in _NAME_ELEMENTS:
        return _NAME_ELEMENTS[role]
    return f"{_PREFIX.get(role, role + '.')}{name}"


def _first_word(text: str) -> str:
    lengths = range(min(_LONGEST, len(text)), 1, -1)
    return next((text[:n] for n in lengths if text[:n] in _ROLE_OF), "")


def _value(number: re.Match[str]) -> int:
    sign = number[number.lastindex or 0]
    return int(sign) if sign.isdigit() else _DIGITS[sign]
