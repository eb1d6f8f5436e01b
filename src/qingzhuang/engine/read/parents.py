"""What the labels above a blank say: whose it is, that it is a count, or that it is something else."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qingzhuang.engine.read.labels import parse_label, section_subject
from qingzhuang.engine.read.roles import OWN, role_of

_COUNTED = re.compile(r"^其中$|合计|小计|总计|人数|户数|人口数|人口总数|按.+分|数量|总人口|总户数|劳动力资源")
# Parents under which a value is not the present one, or somebody's else.
_ELSE = re.compile(
    r"变更|调整|原|新增|新|拟|前$|后$|之前|之后|意见|简历|经历|履历|亲属|家属|转出|转入|出让|受让|甲方|乙方|双方|上年|去年|\d{4}年?|计划|目标"
)
_SOMEBODY = re.compile(
    r"(?:人|员|者|方|长|机构|部门|代表|干部|医生|教师|单位|企业|公司)(?:\d|[一二三四五])?的?$|^(?:单位|企业|公司|机构)"
)
# 住房情况, 家庭经济状况: what a group of columns is about. Nobody's role and no time stands in these words.
_ABOUT = (
    "住房|房屋|农房|居住|宅基地|土地|耕地|承包地|林地|经济|收入|生产|生活|户籍|人口|身份|健康|教育|就业"
    "|社保|保障|保险|政策|饮水|卫生|医疗|财产"
)
_THEME = re.compile(
    r"(家庭|个人|人员|居民|农户|本户|村民)?(基本|主要|有关|相关)?"
    rf"(?:(?:(?P<about>{_ABOUT})|(?:{_ABOUT})(?:[和与及、](?:{_ABOUT}))+)(基本)?(情况|信息|资料|概况|状况)?"
    r"|(情况|信息|资料|概况|状况))"
)
_GROUP = re.compile(r"家庭成员|户内成员|成员|人口|人员|家庭|住户|农户")


@dataclass(frozen=True, slots=True)
class Above:
    """
    What stands above a blank. role: whose it is, OWN for the block's subject, None if nothing is said.

    is_count: numbers of people or households stand below. is_else: somebody or a time not understood.
    words: parents that are not understood, innermost first.
    """

    role: str | None = None
    is_count: bool = False
    is_else: bool = False
    words: tuple[str, ...] = ()


def theme_variants(parents: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """
    The parents as they stand, then with themes cut to what they are about (住房情况 as 住房), then without.

    A parent that only names a theme says neither whose a value is nor when, so it may be left out.
    Rule R-MAT-13.
    """
    themes = [_THEME.fullmatch(parse_label(parent).core) for parent in parents]
    cut = tuple(theme["about"] or "" if theme else text for theme, text in zip(themes, parents, strict=True))
    bare = tuple(text for theme, text in zip(themes, parents, strict=True) if theme is None)
    yield from dict.fromkeys((tuple(parents), tuple(filter(None, cut)), bare))


def read_parents(parents: Sequence[str]) -> Above:
    """The parents (outermost first) of a blank. The innermost that names somebody decides. Rule R-MAT-05."""
    role, words = None, []
    is_count = is_else = False
    for parent in reversed(parents):
        core = parse_label(parent).core
        is_count |= bool(_COUNTED.search(core))
        subject = section_subject(parent)
        told = role_of(core) if role_of(core) is not None else role_of(subject)
        if told is not None:
            role = role or told
        elif subject and not _GROUP.fullmatch(subject):
            words.append(core)
            is_else |= role is None and bool(_ELSE.search(subject) or _SOMEBODY.search(subject))
    return Above(role, is_count and role in (None, OWN), is_else, tuple(words))
