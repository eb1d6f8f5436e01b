"""Which list a roster is: the membership that its title, sheet name or file name speaks of."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.collect.rowkinds import plain

# Words that turn the list into another one: 非低保, 退出低保, 拟纳入低保, 申请低保. R-COL-08.
_NEGATED = re.compile(
    r"(非|未|不是|不在|除|不含|无|取消|退出|停保|停发|停止|注销|死亡|清退|终止|返乡|回流|就近|就地|本地|拟|拟纳入|申请|待审批?|待批|疑似|边缘)"
    r"(的|享受|纳入|为|是|新增)*$"
)
_NEGATED_AFTER = re.compile(
    r"^[(的]?(对象|人员|户)?(取消|退出|停保|停发|注销|死亡|清退|终止|申请|审批|边缘|减少|调出|核减)"
)
# Words that pick some of the members: whoever is left out may still be one. R-COL-09.
_SOME_BEFORE = re.compile(
    r"(新增|新纳入|增加|部分|困难|贫困|重度|轻度|流动|预备|女|男|老年|高龄|青年|大龄|失能|独居|空巢|重点|抽查|未就业|就业"
    r"|岁(以上|以下)?|周岁(以上|以下)?|(一|二|三|四|1|2|3|4)级|肢体|智力|精神|视力|听力|言语|多重|在校|(第[一二三四五六七八九十\d]+批))"
    r"(的)?$"
)
_SOME_AFTER = re.compile(r"^(对象|人员|户|家庭)*[(]?(新增|部分|抽查|第[一二三四五六七八九十\d]+批|增加)")
# What may follow the term in the title of its own list; anything else is another subject:
# 残疾人子女, 党员积分.
_OWN = re.compile(
    r"^(和|及|的|人员|对象|人口|人|户|家庭|群众|居民|村民|农户|老人|儿童|学生|党员|证|持证|成员|享受|享有|领取|在册|在保|现有|保障|待遇"
    r"|户?主(?=名|花|清|台|登)|劳动力|劳力|务工者|截[至止](到|于)?|[至到]|更新于|在享|在享受|共计?|总计|信息|情况|基本|基础|登记|统计|汇总|明细|调查|摸底|摸排|排查|采集|动态|管理|花名|实名|名册|名单|台账|台帐|清单|册|表|簿|库|本"
    r"|金|资金|发放|数据|底册|底数|档案|一览|公示|汇集|最新|更新|修改|版|正式|定稿|终稿|导出|上报|用|新|旧|全村|全镇|各村|本村|村级|副本"
    r"|xlsx|xls|csv|et|sheet|[()\[\]{}<>《》“”\"'、,.。:·_\-—–~+\s]|\d|年度?|月份?|月底|月末|底|日|季度|上半年|下半年|第|期|号|v|附件|一|二|三|四)*"
    # Behind the word for the list itself stands where and who made it: 低保名单（青禾村）.
    r"(?:(?<=[册单账帐表簿])(?!以?外|之外).*)?$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^(是否(属于|为|是|享受|纳入|已)?|有无|属于)")
_TAIL = re.compile(r"(标志|标识|与否|否|情况|状况)$")
_WIDER = re.compile(r"(人员|对象|家庭|户|人口|人)$")


@dataclass(frozen=True, slots=True)
class Membership:
    """
    What list a roster is. elements: fact keys it says 是 for, () if none. is_partial: it names only some
    members, so nobody becomes 否 by it. mixed: names of the lists that one title mixes; then elements is
    (). is_unclear: a title in the middle of a sheet left open what follows it.
    """

    elements: tuple[str, ...] = ()
    is_partial: bool = False
    mixed: tuple[str, ...] = ()
    is_unclear: bool = False


_LIST_TITLE = re.compile(r"(名册|名单|台账|台帐|清册|清单|底册|[^填报]表)([(\d].*)?$")

_SAME_LIST = re.compile(r"^.{1,8}(组|队|屯|网格|片区?)[(]?(花?名册|名单|台账|台帐|清册|清单)[)]?$|^续表")


def joined(parts: Sequence[Membership]) -> Membership:
    """
    What the lists stacked in one sheet are together: the complete ones, else the partial ones. R-COL-17.

    A list of which nobody knows what it is may go on with one above it: then none of them is complete.
    """
    mixed = next((part.mixed for part in parts if part.mixed), ())
    named = [part for part in parts if part.elements]
    whole = [part for part in named if not part.is_partial]
    codes = tuple(dict.fromkeys(code for part in whole or named for code in part.elements))
    is_partial = bool(named) and (not whole or any(part.is_unclear for part in parts))
    return Membership(codes, is_partial, mixed)


def membership_below(titles: Sequence[str], before: Membership, catalogue: Catalogue) -> Membership:
    """
    The list that goes on below titles in the middle of a sheet; `before` where they say nothing. R-COL-17.

    A title that names a list gives its own membership. Words that only speak of another one (低保户 between
    the rows) leave it open: then it is none.
    """
    own = membership_of(titles, catalogue)
    is_title = is_list_title(titles)
    if own == before or not (is_title or own.elements or own.mixed):
        return before
    if is_title and (own.elements or own.mixed):
        return own
    return Membership(is_unclear=True) if before.elements or own.elements else before


def is_list_title(titles: Sequence[str]) -> bool:
    """Whether one of the lines titles a list of its own; 二组名册 and 续表 go on with the one above."""
    return any(_LIST_TITLE.search(plain(each)) and not _SAME_LIST.match(plain(each)) for each in titles)


def membership_terms(catalogue: Catalogue) -> Mapping[str, tuple[str, ...]]:
    """Words that name a membership in titles (是否低保户 → 低保户, 低保), with the elements they name."""
    terms: dict[str, tuple[str, ...]] = {}
    for code, element in catalogue.elements.items():
        if element.is_membership:
            for word in (element.name, *element.synonyms):
                for term in _spellings(plain(word)):
                    terms[term] = (*(each for each in terms.get(term, ()) if each != code), code)
    return {term: codes for term, codes in terms.items() if len(codes) == 1}


def _spellings(word: str) -> Iterator[str]:
    bare = _TAIL.sub("", _LEAD.sub("", word))
    for term in (bare, _WIDER.sub("", bare)):
        if len(term) >= 2 and "(" not in term:
            yield term


def membership_of(texts: Iterable[str], catalogue: Catalogue) -> Membership:
    """
    The list a roster is, by the first text that speaks of one. Rules R-COL-07 to R-COL-09.

    texts: its title lines, then the sheet's name, then the file's name without suffix.
    """
    terms = membership_terms(catalogue)
    for text in texts:
        found = _read(plain(text), terms, catalogue)
        if found is not None:
            return found
    return Membership()


def _read(text: str, terms: Mapping[str, tuple[str, ...]], catalogue: Catalogue) -> Membership | None:
    """What one text says; None if it speaks of no membership at all."""
    places = list(_occurrences(text, terms))
    if not places:
        return None
    codes = tuple(dict.fromkeys(code for _, _, named in places for code in named))
    if len(codes) > 1:
        return Membership(mixed=tuple(catalogue[code].name for code in codes))
    # The last mention is the list's own word: 低保（最低生活保障）人员名册.
    _, end, _ = places[-1]
    before, after = text[: places[0][0]], text[end:]
    if _NEGATED.search(before) or _NEGATED_AFTER.match(after):
        return Membership()
    is_partial = bool(_SOME_BEFORE.search(before) or _SOME_AFTER.match(after))
    rest = _SOME_AFTER.sub("", after)
    return Membership(codes, is_partial) if _OWN.match(rest) else Membership()


def _occurrences(
    text: str, terms: Mapping[str, tuple[str, ...]]
) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """Where terms stand, left to right; the longest at each place counts: 残疾人两项补贴 hides 残疾人."""
    at = 0
    longest = sorted(terms, key=len, reverse=True)
    while at < len(text):
        term = next((each for each in longest if text.startswith(each, at)), None)
        if term is None:
            at += 1
            continue
        yield at, at + len(term), terms[term]
        at += len(term)
