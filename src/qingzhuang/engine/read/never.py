"""What is never bound without a question, however sure the words are. Rule R-MAT-08 (the never-list)."""

import re
from collections.abc import Sequence

from qingzhuang.engine.catalogue.elements import Catalogue, DataElement, SubjectKind
from qingzhuang.engine.catalogue.spelling import label_key
from qingzhuang.engine.read.labels import LabelParts, any_mentions
from qingzhuang.engine.read.match import Context
from qingzhuang.engine.read.match_words import Sense
from qingzhuang.engine.values.domain import Domain, Kind
from qingzhuang.engine.values.options import entry_of
from qingzhuang.engine.values.units import normalise_unit, ratio

_TEN_THOUSAND = re.compile("万元")
_HECTARE = re.compile("公顷|平方米|㎡|m2")
_MU = re.compile("亩")
_BANK = re.compile("银行|开户|账[号户]|帐[号户]|卡号|存折|一卡通|一折通")
_OTHER_ACCOUNT = re.compile("公积金|登录|密码|用户名|社保账号|第三方平台")
_RATE = re.compile(r"元[/每](.)")
# Blocks about a body or a thing, not about somebody: their 联系电话 and 建筑面积 are no resident's.
_THING = re.compile(
    "单位名称|企业名称|公司名称|机构名称|信用代码|法定代表人|法人代表|经营范围"
    "|项目名称|项目代码|工程名称|建设单位|施工单位|设备名称|号牌号码|船名|许可证"
)
_EVENT = re.compile("会议|主持|记录人|活动|议题|事件|纠纷")  # 应到人数 on the record of a meeting is its own
_PERSON = re.compile("姓名|身份证|身份号码|性别|出生|户主|民族")
_ASKS_YES_NO = re.compile("是否|是不是|有无|有没有|.*是否")
# One of the household, not the block's subject, where the block names its head: 患者姓名 next to 户主姓名.
_PARTICULAR = re.compile("患者|学生|低保人|失业|残疾人|儿童|老人|孕|受益人|死|考生|务工人员|子女|幼儿|婴儿")
_HOUSEHOLD_HEAD = re.compile("户主")


def must_ask(sense: Sense, parts: LabelParts, context: Context, catalogue: Catalogue) -> str:
    """Why a person has to confirm this, in Chinese; "" if nobody has to."""
    element = catalogue[sense.code]
    unit = parts.unit or context.unit
    if (
        parts.is_part
        and parts.key not in catalogue.codes_by_label
        and parts.core not in catalogue.codes_by_label
    ):
        return "只是其中一部分，或只算一段时间"
    return (
        _unit_doubt(element, unit, context)
        or _option_doubt(element, parts, context)
        or _count_doubt(element, parts, context)
        or _neighbour_doubt(sense, parts, context)
    )


def stated_unit(domain: Domain, stated: Sequence[str]) -> str | None:
    """The one unit stated for the whole sheet that measures such values; None if none or several do."""
    fitting = _fitting(domain, stated)
    return fitting[0] if len(fitting) == 1 else None


def _fitting(domain: Domain, stated: Sequence[str]) -> list[str]:
    if domain.unit is None:
        return []
    return [u for u in stated if normalise_unit(u) == domain.unit or ratio(u, domain.unit) is not None]


def _no_unit_doubt(domain: Domain, context: Context) -> str:
    if len(_fitting(domain, context.stated_units)) > 1:
        return "没写单位，表上写了几种"
    if domain.unit == "元" and _is_near(context, _TEN_THOUSAND):
        return "没写单位，旁边有用万元的"
    if domain.unit == "亩" and (not _is_near(context, _MU) or _is_near(context, _HECTARE)):
        return "没写单位，分不清是亩、公顷还是平方米"
    return ""


def _unit_doubt(element: DataElement, unit: str | None, context: Context) -> str:
    domain = element.domain
    if unit is None:
        return _no_unit_doubt(domain, context)
    if domain.kind is Kind.DATE and unit in ("年", "月", "日"):
        return ""
    if domain.unit is None or (normalise_unit(unit) != domain.unit and ratio(unit, domain.unit) is None):
        return f"单位是“{unit}”，和“{element.name}”对不上"
    rate = _RATE.search(unit)
    if rate and not _allows_rate(element, rate[1]):
        return f"是按“{unit}”算的，不是总数"
    return ""


def _count_doubt(element: DataElement, parts: LabelParts, context: Context) -> str:
    """残疾人 or 劳动力人数 on a sheet without any name is a head count, not somebody's own value."""
    is_named = any_mentions(context.neighbours, _PERSON) or any_mentions(context.parents, _PERSON)
    if element.domain.kind is Kind.BOOLEAN and not _ASKS_YES_NO.match(parts.key) and not parts.options:
        return "" if is_named or context.options else "分不清问的是“是不是”，还是有多少"
    if element.domain.kind is Kind.NUMBER and context.neighbours and not is_named:
        if element.subject is SubjectKind.EVENT and any_mentions(context.neighbours, _EVENT):
            return ""
        is_things = any_mentions(context.neighbours, _THING) and element.subject is SubjectKind.ORGANISATION
        return "" if is_things or element.subject is SubjectKind.RECORD else "旁边没有姓名和户主，像是统计数"
    return ""


def _allows_rate(element: DataElement, per: str) -> bool:
    words = element.name + element.definition
    return "标准" in words or f"每{per}" in words or f"一个{per}" in words or f"一{per}" in words


def _option_doubt(element: DataElement, parts: LabelParts, context: Context) -> str:
    options = [label_key(option) for option in context.options or parts.options]
    kind = element.domain.kind
    if len(options) < 2 or element.subject is SubjectKind.RECORD:
        return ""
    is_yes_no = all(re.fullmatch("[是否有无√×]|已.*|未.*|没有", option) for option in options)
    if kind is Kind.BOOLEAN:
        return "" if is_yes_no else "备选项不是“是、否”"
    if is_yes_no:
        return f"备选项是“是、否”，和“{element.name}”对不上"
    code_list = element.domain.code_list
    printed = context.options or parts.options
    if code_list is None or any(entry_of(code_list, option) is not None for option in printed):
        return ""
    return f"备选项和“{element.name}”的代码集对不上"


def _neighbour_doubt(sense: Sense, parts: LabelParts, context: Context) -> str:
    if sense.code == "person.bank_account" and _is_near(context, _OTHER_ACCOUNT):
        return "旁边有别的账号，分不清是不是银行账号"
    if sense.code == "person.account_name" and context.neighbours and not _is_near(context, _BANK):
        return "旁边没有银行和账号，分不清是不是银行户名"
    if sense.code == "person.relation_to_applicant" and _is_near(context, _HOUSEHOLD_HEAD):
        return "旁边有户主，分不清是和谁的关系"
    is_residents = (
        sense.code.startswith(("person.", "household.", "house.", "migrant.")) and sense.role is None
    )
    if is_residents and _PARTICULAR.match(parts.core) and _is_near(context, _HOUSEHOLD_HEAD):
        return "旁边有户主，分不清这里问的是不是同一个人"
    is_things = any_mentions(context.neighbours, _THING) and not any_mentions(context.neighbours, _PERSON)
    return "这一块问的是单位或项目，分不清是谁的" if is_residents and is_things else ""


def _is_near(context: Context, pattern: re.Pattern[str]) -> bool:
    """Whether a label above or around, or the title, holds what the pattern looks for."""
    return (
        any_mentions(context.neighbours, pattern)
        or any_mentions(context.parents, pattern)
        or bool(pattern.search(context.title))
    )
