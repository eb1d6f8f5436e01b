"""Under which key a village's own word stands: the label, its unit, what is counted, and the period."""

import re
import unicodedata

from qingzhuang.engine.catalogue.spelling import label_key
from qingzhuang.engine.collect.keys import LABEL
from qingzhuang.engine.fill.answers import Known, answer_of
from qingzhuang.engine.fill.asking import Asking
from qingzhuang.engine.fill.fields import Asked, FormSheet
from qingzhuang.engine.fill.tallied import plain_label
from qingzhuang.engine.read.layout import Purpose

# Who applies for something, or vouches for it, speaks of that matter and not of the village.
_OF_A_MATTER = re.compile("申请|审批|备案|证明|呈报|协查|预约|核查|许可|委托|承诺|协议|合同")
_SAYS_NOTHING = re.compile("数量|数值|数|内容|情况|填报内容|填报数|填写内容|指标值|具体内容")
_PERIOD = re.compile(
    r"(?:19|20)\d{2}年?(?:度|末|底)?|第?[一二三四1-4]季度|[上下]半年|(?<!\d)(?:1[0-2]|0?[1-9])月(?:份|末|底)?"
)
_THIS_MONTH = re.compile("[本当上下]月|[本上下]季|[本上]期|[本上]周")
_THIS_YEAR = re.compile("[本当今上去前]年")
# What a title says that does not narrow what is asked: whoever fills it in, the village stays the village.
_OF_ANY_FORM = re.compile(
    r"附件\d*|附表\d*|行政村|村级|村情|村居|村务|统计|汇总|调查|摸底|采集|登记|填报|上报|数据|基本|基础|概况|情况|信息|综合"
    r"|台账|报表|明细|清单|一览|指标|农村|本村|全村|各村|截至|单位|表|册|与|和|及|的|、|,|\(|\)|[:：_＿-]|年度?|月份?"
)


def village_key(asking: Asking, sheet: FormSheet, asked: Asked) -> str:
    """
    The key of what a field asks of the village itself: `label:路灯#盏`.

    "" where it has no label, or the form is about one matter (R-RET-41, R-RET-46).

    The same label in another unit, of another period or under a title that speaks of something narrower is
    another key, so that nothing is carried where it does not belong.
    """
    field = asked.field
    path = field.path or ((field.label,) if field.label else ())
    labels = [_bare(label, field.unit) for label in path]
    telling = [label for label in labels if label and not _SAYS_NOTHING.fullmatch(label)]
    if not telling or _OF_A_MATTER.search(sheet.layout.title):
        return ""
    words = [*path, sheet.layout.title]
    unit = field.unit or "/".join(sheet.layout.stated_units)
    parts = ("/".join(telling), _plain(unit), _period(words, asking.on), _narrowed(asking, sheet, asked))
    return LABEL + "#".join(parts).rstrip("#")


def village_word(asking: Asking, sheet: FormSheet, asked: Asked) -> str | None:
    """What the village said of itself for a field; None where it said nothing."""
    village = asking.book.village
    if village is None:
        return None
    answer = answer_of(village.holdings.get(village_key(asking, sheet, asked)))
    return answer.value if isinstance(answer, Known) else None


def is_under(key: str, label: str) -> bool:
    """Whether a village's key is that of this label, alone or below others, in any unit and period."""
    own, wanted = key.removeprefix(LABEL).partition("#")[0], label_key(label)
    return own == wanted or own.endswith(f"/{wanted}") or own.startswith(f"{wanted}/")


def shown_label(key: str) -> str:
    """A village's key as people read it: 耕地面积（亩，2025年）."""
    label, *rest = key.removeprefix(LABEL).split("#")
    more = "，".join(part for part in rest if part)
    return f"{label}（{more}）" if more else label


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())


def _bare(label: str, unit: str | None) -> str:
    """A label as compared, without the unit behind it."""
    return label_key(_plain(label).replace(f"({_plain(unit)})", "") if unit else label)


def _period(words: list[str], on: str) -> str:
    """Years, quarters and months that labels and title name; 本年 and 本月 are those of the day."""
    text = _plain(" ".join(words))
    named = dict.fromkeys(_PERIOD.findall(text))
    month = {on[:7]: None} if _THIS_MONTH.search(text) else {}
    year = {on[:4]: None} if _THIS_YEAR.search(text) else {}
    return " ".join([*named, *month, *year])


def _narrowed(asking: Asking, sheet: FormSheet, asked: Asked) -> str:
    """What a title adds to its labels (脱贫户外出务工); nothing for the lines around a table."""
    if asked.field.purpose is Purpose.HEADER:
        return ""
    text = plain_label(sheet.layout.title).replace(plain_label(asking.book.name), "")
    return _OF_ANY_FORM.sub("", _PERIOD.sub("", text)).removesuffix("村")
