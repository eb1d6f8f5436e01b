"""Gaps in running text: what the words round a blank call it (certificates, letters, statements)."""

import re

from qingzhuang.engine.read import words

# Who a sentence speaks of; the verbs before these nouns belong to the sentence, not to the label.
_PERSON = (
    "申请人|被申请人|当事人|委托人|受托人|被委托人|承诺人|声明人|证明人|监护人|被监护人|法定代表人|负责人|"
    "户主|村民|居民|同志|学生|业主|房主|借款人|出租人|承租人|死者|被查询人|联系人"
)
_NOUN_AT_END = re.compile(rf"^[\u4e00-\u9fff]{{1,12}}?({_PERSON})$")
_PLACE_VERB = re.compile(
    r"(?:(?:的|其)(?=住)|(?:的|其)(?=地址)|(?=(?:坐落|座落|位)于))((?:坐落|座落|位)于|住址|地址|住)$"
)
_COUNTS_UP = re.compile(r"的([\u4e00-\u9fff]{2,8}?(?:合计|共计|总计|共有|共))$")  # 的承包地共____亩
_N = "[一二三四五六七八九十]{1,3}"
_ITEM = re.compile(rf"^(?:{_N}[、.．]|[（(]{_N}[)）]|第{_N}条)")
# Words that open a sentence and name nothing.
_OPENER = re.compile(
    r"(?:兹有|兹证明|特证明|今有|现有|现将|兹将|兹因|兹介绍|介绍|兹|经查实?|经核查|经核实|经调查|经审核|证明|查明|现查明|"
    r"起|止|致|由|因|向|将|对|给|自|从|于|至|到|系|为|经|等|前往|在|其|即|该|现|本次)+"
)
_ONLY_TOLD = re.compile(
    r"(?:已|将|均|现|其人|[该其本你您我](?:同志|人|户|生|员|村民|居民|学生)?)(?:于|自|从|至|到|在|为|系)$"
)
_COUNTED = re.compile(r"^$|(?:合计|共计|总计|共有|共|计|有|约)$")
_BEHIND = re.compile(
    rf"\s*(?P<unit>{words.UNIT.pattern})(?P<label>[\u4e00-\u9fff]{{2,20}})(?=[，,；;。、\s]|$)", re.IGNORECASE
)
_EVENT_BEHIND = re.compile(r"\s*(出生|死亡|去世|入党|入伍|退役|参加工作)(?=[，,；;。、\s]|$)")
# What a closing colon introduces is printed below: …如下：, 有下列子女：, 附件：.
_INTRODUCES = re.compile(
    r"(?:如下|(?:^|[^没含享具])有|(?:以下|下列|如下)[\u4e00-\u9fff]{0,8}|(?:情况|信息|登记|明细|汇总|统计|一览|花名)表|名单|清单|名册)$"
)
# 登记情况： right above a table titles it.
_TITLES = re.compile(r"(?:情况|信息|资料|内容|明细|记录|数据|材料|概况)[:：]$")
_ANNEX = re.compile(r"^附(?:件|表|录)?\s*\d*\s*[:：]")


def sentence_label(label: str) -> str | None:
    """
    The label of a gap in a sentence: the noun or verb right before it, None if the words only lead to it.

    >>> sentence_label("我单位已受理申请人"), sentence_label("兹证明"), sentence_label("期限")
    ('申请人', None, '期限')
    """
    label = _ITEM.sub("", label)
    found = _PLACE_VERB.search(label) or _NOUN_AT_END.match(label) or _COUNTS_UP.match(label)
    if found is not None:
        return found[1]
    is_told = label.endswith("的") or _OPENER.fullmatch(label) or _ONLY_TOLD.search(label)
    return None if is_told else label


def label_behind(text: str, end: int, *, before: str) -> tuple[str, str, int] | None:
    """
    (label, unit, where it ends) of a counted gap whose name follows its unit: 共有__次满分记录.

    before: the words of its clause; None where those name the gap already.
    """
    found = _BEHIND.match(text, end) if _COUNTED.search(before) else None
    if found and re.search("[给把被由将]", found["label"]):
        return None  # ____亩流转给乙方: the sentence goes on
    return (found["label"], found["unit"], found.end()) if found else None


_NAMED_BEHIND = re.compile(r"\s*[（(]\s*([\u4e00-\u9fff]{2,10})\s*[)）]")
_NO_NAME = re.compile(r"签|章|大写|小写|手印|填|写|以下|简称|请|附|见")


def name_behind(text: str, end: int) -> tuple[str, int] | None:
    """(label, where it ends) of an underline that a bracket behind it names: ____（姓名）. Rule R-REC-66."""
    found = _NAMED_BEHIND.match(text, end)
    return (found[1], found.end()) if found and not _NO_NAME.search(found[1]) else None


def event_behind(text: str, end: int) -> str | None:
    """What happened on a day that the sentence leaves open: 年 月 日出生."""
    found = _EVENT_BEHIND.match(text, end)
    return found[1] if found else None


def introduces(text: str) -> bool:
    """
    Whether a text with a closing colon leads to what is printed below it, so that nothing is asked.

    >>> introduces("核查结果如下："), introduces("附：申请人名单"), introduces("家庭住址：")
    (True, True, False)
    """
    squeezed = words.squeeze(text)
    return _INTRODUCES.search(squeezed.rstrip(":：")) is not None or _ANNEX.match(squeezed) is not None


_OFFICE_NAME = re.compile(r"[\u4e00-\u9fff（()）]{0,12}(?:局|厅|委员会|政府|办公室|办事处|银行|法院|派出所)")
_OFFICE = re.compile(
    r"(?:局|厅|处|科|股|院|所|站|中心|委员会|委|办公室|办|政府|公司|银行|支行|法院|派出所|学校|大学|中学|小学|单位|部|大队|联社|协会|司法所)$"
)
_PLACED = re.compile(r"[省市县区镇乡州旗盟村]|街道|[×xXＸ]{2}|^(?:各|本|贵)")


def titles_table(text: str) -> bool:
    """Whether a paragraph with a closing colon reads as the title of the table right below it."""
    return _TITLES.search(words.squeeze(text)) is not None


def is_office(text: str) -> bool:
    """Whether a text names an office and nothing else (民政局)."""
    return _OFFICE_NAME.fullmatch(text.strip()) is not None


def is_addressee(text: str) -> bool:
    """
    Whether a line only says to whom the text below it speaks: 某县民政局：, 各村民委员会：.

    >>> is_addressee("青山县民政局："), is_addressee("开户银行：")
    (True, False)
    """
    squeezed = words.squeeze(text)
    name = squeezed.rstrip(":：")
    is_closed = squeezed != name and len(name) <= 24 and re.search(r"[:：，,。_]", name) is None
    return is_closed and _OFFICE.search(name) is not None and _PLACED.search(name) is not None
