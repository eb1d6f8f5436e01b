"""The parts of a label: the words, and what brackets hold (a unit, advice, a role, options, a name)."""

import re
from dataclasses import dataclass
from functools import lru_cache

from qingzhuang.engine.catalogue.spelling import label_key
from qingzhuang.engine.read.traditional import simplified
from qingzhuang.engine.values.units import unit_of

_BRACKET = re.compile(r"\(([^()]*)\)?")
_STAR = re.compile("[*＊★]+")  # marks a blank as required, before, behind or inside a label
_ITEM = re.compile(
    r"^\s*[0０]\d{1,2}(?=[\u4e00-\u9fff])(?![年月日])"
)  # 06户籍地址: a number with a nought counts items
_YOURS = re.compile("^(?:请问)?[您你]的(?=..)")  # 您的姓名, in questionnaires
_SIGNS = re.compile(r"[::;,,。]+$")
# 其中 before a sum's part: 其中:耕地面积 is not the whole 耕地面积 (never-list).
_PART = re.compile(
    r"^(?:其中|内含|其它|其他)[::,,]?|^(?:累计|新增|上年|去年|当年|本年|本月|上月|当月|本期|同比|比上年)"
)
_ADVICE = re.compile(
    r"选填|必填|可选|填写|如实|勾选|打勾|打√|√|单选|多选|可填|不填|可空|不超过|最多|至多|限.{0,2}[项个字]|\d+位|位数"
    r"|[盖签]章|公章|签[字名]|手印|如有|若有|没有.*填|无则|请|同.{0,4}一致|与.*一致|格式|例如?[::]|如[::,,]|yyyy|mm-?dd"
    r"|年[-./]?月|精确到|保留|小数|大写|小写|下拉|参照|详见|见.*[注表]|说明|务必|准确|正楷|必须|以.*为准|复印"
    r"|^如\d|[填写]\d$|^[年月日/.\-、]+$|同号|同微信|[前后末尾].{1,2}位"
    r"|^\d+-\d+(?:-\d+)+$|代替|替代|隐去|隐藏|脱敏|打码|遮[盖挡]|^中间.*位"
    r"|截[至止]|截止|年满|周岁|满.*岁|到.*[村组门]|写到|具体到|门牌|简[写要]|自动|系统|不可修改|本人$|粘贴|[一二两]寸|彩色|免冠"
)
_OPTION = re.compile(r"^(?:[是否有无男女√×xabcd□○\d]|[^/、|,,□]{1,6})(?:[/、|,,□](?:[^/、|,,□]{1,6}))+$")
_CODED = re.compile(r"^(?:\d?[=:.]?[男女是否有无](?:[填写打标为=:]?[\d√×yn])?[、,/;]?){2,}$")  # 是填1,否填0
# 身份证号码后六位: how to write it, not another element.
_MASK = re.compile(r"[前后末尾][\d一二三四五六七八九十]{1,2}位(?:数字?)?$")
# 截至2023年12月31日年龄: the day on which the age is asked, not another element.
_DAY = (
    r"(?:截[至止]到?|以|按|到|至|计算至)?(?:19|20)\d\d"
    r"(?:年?[底末]|[年.\-/]\d{1,2}月?[底末]?(?:[月.\-/]?\d{1,2}日?)?)"
)
_DAY_OF_AGE = re.compile(rf"^{_DAY}(?:的|时|止|为准)?(?=(?:实足|实际|周岁)?年龄|周岁)")
_ONLY_DAY = re.compile(rf"^{_DAY}(?:止|为准|时|计算)?$")
_UNIT_WORD = re.compile(r"^(?:单位|计量单位|计)?[::]?(.{1,8})$")
_SKELETON = re.compile(r"^年[/.\-]?月")
_TRAILING_UNIT = re.compile(r"(?<=[积额入资])(m2|㎡|平方米|亩|公顷|万元|元)$")
_SECTION = re.compile(r"的?(?:基本|基础|主要|详细)*(?:信息|情况|资料|状况|概况)(?:登记|采集)?表?$")


@dataclass(frozen=True, slots=True)
class LabelParts:
    """
    A label taken apart. key: the whole label as compared, brackets kept. core: without brackets and unit.
    named: without the brackets that hold a unit, choices of one sign or advice.

    unit: as printed in it. notes: what brackets say that is neither unit nor advice. options: choices in
    brackets. is_part: 其中, 累计 and the like, never the element itself.
    """

    key: str
    core: str
    named: str
    unit: str | None = None
    notes: tuple[str, ...] = ()
    options: tuple[str, ...] = ()
    is_part: bool = False


def parse_label(text: str) -> LabelParts:
    """
    The parts of a printed label. Rule R-MAT-02.

    >>> parse_label("A25耕地面积（亩）（选填）").core
    '耕地面积'
    >>> parse_label("自然村（屯）（必填）").named
    '自然村(屯)'
    """
    key = _YOURS.sub("", label_key(_ITEM.sub("", simplified(_STAR.sub("", text)))))
    unit, notes, options, kept = None, [], [], key
    for bracket in _BRACKET.finditer(key):
        said = _SIGNS.sub("", bracket[1])
        printed = unit_in(said)
        if printed:
            unit = printed
        elif _CODED.match(said):
            options = re.findall("[男女是否有无]", said)
        elif said and not _ADVICE.search(said) and not _is_day_of_age(said, key):
            options = re.split(r"[/、|,,□]", said) if _OPTION.match(said) else options
            notes.append(said)
            continue
        kept = kept.replace(bracket[0], "", 1)
    core = _SIGNS.sub("", _BRACKET.sub("", key).rstrip(")"))
    core = _DAY_OF_AGE.sub("", _MASK.sub("", core) or core)
    trailing = _TRAILING_UNIT.search(core)
    if trailing and unit is None:
        unit, core = trailing[1], core[: trailing.start()]
    is_part = bool(_PART.match(core))
    chosen = tuple(filter(None, options))
    return LabelParts(key, core, _SIGNS.sub("", kept), unit, tuple(notes), chosen, is_part)


def _is_day_of_age(said: str, key: str) -> bool:
    return _ONLY_DAY.match(said) is not None and ("年龄" in key or "周岁" in key)


def unit_in(text: str) -> str | None:
    """The unit this text is (万元, 单位:亩, 元/月), as printed; None if it is no unit."""
    found = _UNIT_WORD.match(text)
    if found is None or _SKELETON.match(found[1]) or unit_of(found[1].partition("/")[0]) is None:
        return None
    return found[1]


def section_subject(text: str) -> str:
    """What a heading is about: 监护人信息 gives 监护人; 基本情况 gives nothing."""
    return _SECTION.sub("", parse_label(text).core)


@lru_cache(maxsize=1024)
def any_mentions(texts: tuple[str, ...], pattern: re.Pattern[str]) -> bool:
    """Whether one of the texts holds what the pattern looks for."""
    return any(pattern.search(text) for text in texts)
