"""What a label of a statistics form counts: 60岁以上女性人数 as conditions on residents, or nothing."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qingzhuang.engine.catalogue.elements import Catalogue, SubjectKind
from qingzhuang.engine.catalogue.spelling import label_key
from qingzhuang.engine.collect.keys import SEX
from qingzhuang.engine.values.derive import age_band
from qingzhuang.engine.values.domain import Kind

AGE = "person.age"
PEOPLE, HOUSEHOLDS = "人", "户"
MALE, FEMALE = "男", "女"


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition on a resident: the value under the key is this one, or the age is in low–high (years)."""

    key: str
    value: str = ""
    low: int = 0
    high: int = 0


@dataclass(frozen=True, slots=True)
class Tally:
    """What a cell counts: residents or households (unit 人, 户) who meet all conditions."""

    unit: str
    conditions: tuple[Condition, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """
    What one label says. unit: 人, 户 or "" where it says neither. is_sum: 合计, the sum of its neighbours.

    is_count: it says by itself that something is counted. of: the coded element it heads (民族); "" for none.
    is_all: it speaks of the whole village (总人口, 60岁以上老年人口).
    is_among: 其中, of what stands before it.
    """

    conditions: tuple[Condition, ...] = ()
    unit: str = ""
    is_sum: bool = False
    is_count: bool = False
    of: str = ""
    is_all: bool = False
    is_among: bool = False

    @property
    def is_silent(self) -> bool:
        """Whether the label adds nothing to what is counted (人口情况, 按年龄分)."""
        return not (self.conditions or self.is_sum)


_UNITS = {"人": PEOPLE, "名": PEOPLE, "口": PEOPLE, "个": "", "户": HOUSEHOLDS, "": ""}
_NUMBERING = re.compile(
    r"^(?:[★*※#]+|[一二三四五六七八九十]+[、.]|\d{1,2}[、.](?!\d)|\([一二三四五六七八九十\d]{1,2}\)|[①-⑳])+"
)
_AMONG = re.compile(r"^(?:其中|#)[:,、]?")
_UNIT_BEHIND = re.compile(r"\((?:单位:?)?([人名口个户])\)$|[:,]([人户])$")
_SUM = re.compile(r"总?(?:合计|小计|总计|计)(?:数|人数)?")
_SILENT = re.compile(
    r"其中|指标|项目|数量|数值|(?:全村|本村|我村|村民|居民|户籍|人口|农村)?(?:及|和|与)?(?:户籍|人口|户数|年龄|性别|民族)?"
    r"(?:基本|基础|总体)?(?:情况|状况|信息)?|(?:按)?(?:性别|年龄|年龄段|民族)(?:段|分|分组|划分|分类|结构|构成|分布)?"
)
_TOTAL = re.compile(
    r"(?:全村|本村|村)?(?:户籍)?(?:(?P<people>总人口数?|人口总数|总人数|人口数|户籍人口数?|人数|村民总数|居民总数|人口总计)"
    r"|(?P<households>总户数|户数|户籍户数|户籍总户数|农户总数|总农户数))"
)
_HUKOU = re.compile(r"(?:全村|本村|村)?户籍(?:总)?人口(?:总)?数?")
_NOUNS = (
    *(("人口总数", PEOPLE), ("总人口数", PEOPLE), ("总人数", PEOPLE), ("人口数", PEOPLE), ("人数", PEOPLE)),
    *(("总户数", HOUSEHOLDS), ("户数", HOUSEHOLDS), ("人口", PEOPLE), ("人", PEOPLE), ("户", HOUSEHOLDS)),
    *(("数量", ""), ("数", "")),
)
_SEX_BEFORE = re.compile(r"^(?P<sex>[男女])(?:性)?(?=$|.)")
_SEX_BEHIND = re.compile(r"(?:中?的?|[:,])(?P<sex>[男女])性?$")
_BAND = re.compile(
    r"^(?:年龄)?(?:(?:年?满|不满|未满|不足|小于|大于|[<>≤≥]=?)?\d{1,3}(?:周?岁)?(?:\((?:不?含)\))?"
    r"(?:及其?)?(?:以[上下内]|[-~至到]|不满|未满)?(?:\((?:不?含)\))?[,、]?)+(?:周?岁)?"
)
_OLD = re.compile(r"^的?(?:老年人?|老人)$")
_YOUNG = re.compile(r"^(?:的)?(?:儿童|少年儿童|婴幼儿)")
# Coded elements whose entries count people as they stand; those of others (流入原因) speak of a few.
_CODED = (
    "person.ethnicity",
    "person.political_status",
    "person.marital_status",
    "person.education",
    "person.hukou_type",
    "person.disability_type",
    "person.disability_level",
    "person.dibao_type",
    "person.support_mode",
)
_EVENTS = frozenset({"person.temporary_aid"})  # counted over a period, not on a day


def plain_label(text: str) -> str:
    """A label as it is read here: NFKC, no blanks, one kind of dash, no numbering, no closing colon."""
    bare = "".join(unicodedata.normalize("NFKC", text).split())
    bare = re.sub("[—–─－﹣−]+|-{2,}", "-", bare).replace("【", "(").replace("】", ")")
    return _NUMBERING.sub("", bare).rstrip(":;。,") or ""


def told_by(label: str, catalogue: Catalogue, *, heads: Sequence[str] = ()) -> Told | None:
    """
    What one label of a path says; None where a single word of it is not understood (R-FIL-76).

    heads: coded elements that parents name (民族, 文化程度); an entry is looked up among theirs first.
    """
    text = plain_label(label)
    among = _AMONG.sub("", text)
    found = _UNIT_BEHIND.search(among)
    core = among[: found.start()] if found else among
    unit = _UNITS[found[1] or found[2]] if found else ""
    told = _told(core, catalogue, heads)
    if told is None or (unit and told.unit and unit != told.unit):
        return None
    is_count = told.is_count or bool(unit)
    return replace(told, unit=unit or told.unit, is_count=is_count, is_among=among != text)


def _told(core: str, catalogue: Catalogue, heads: Sequence[str]) -> Told | None:
    if _SUM.fullmatch(core):
        return Told(is_sum=True)
    total = _TOTAL.fullmatch(core)
    if total or _HUKOU.fullmatch(core):
        unit = HOUSEHOLDS if total and total["households"] else PEOPLE
        return Told(unit=unit, is_count=True, is_all=core not in ("人数", "户数"))
    head = _coded_head(core, catalogue)
    if head or _SILENT.fullmatch(core):
        return Told(of=head)
    for rest, noun in _without_noun(core):
        conditions = _conditions(rest, catalogue, heads)
        if conditions is not None:
            is_all = core.endswith("人口") and all(c.key in (AGE, SEX) for c in conditions)
            return Told(conditions, noun, is_count=core != rest, is_all=is_all)
    return None


def _coded_head(core: str, catalogue: Catalogue) -> str:
    """The coded element that a label heads: its name or a synonym, as such."""
    named = catalogue.codes_by_label.get(label_key(core), ())
    coded = [code for code in named if code in _CODED]
    return coded[0] if len(coded) == 1 and len(named) == 1 else ""


def _without_noun(core: str) -> Iterator[tuple[str, str]]:
    """The label whole (残疾人, 低保户), then without the noun that is counted, each with its unit."""
    yield core, _unit_of(core)
    for noun, unit in _NOUNS:
        rest = core.removesuffix(noun)
        # 低保户人数: those on 低保, or all who live in these households? Nobody can tell.
        if rest and rest != core and not (unit == PEOPLE and rest.endswith("户")):
            yield rest, unit or _unit_of(rest)


def _unit_of(core: str) -> str:
    return HOUSEHOLDS if core.endswith("户") else PEOPLE if core.endswith(("人", "员", "人口")) else ""


def _conditions(text: str, catalogue: Catalogue, heads: Sequence[str]) -> tuple[Condition, ...] | None:
    """The conditions of a label without its noun: ages, a sex, then one membership or entry; all or None."""
    found: list[Condition] = []
    rest = _take_band(text, found)
    sex = _SEX_BEFORE.match(rest)
    if sex:
        found.append(Condition(SEX, sex["sex"]))
        rest = rest[sex.end() :]
    rest = _take_band(rest, found) if not any(c.key == AGE for c in found) else rest
    if not rest:
        return tuple(found) or None
    behind = _SEX_BEHIND.search(rest)
    whole = _membership(rest, catalogue) or _entry(rest, catalogue, heads)
    if whole is None and behind and not sex and behind.start():
        found.append(Condition(SEX, behind["sex"]))
        rest = rest[: behind.start()]
        whole = _membership(rest, catalogue) or _entry(rest, catalogue, heads)
    return None if whole is None else (*found, *whole)


def _take_band(text: str, found: list[Condition]) -> str:
    """What is left of a text behind the ages it starts with; they are added to what was found."""
    printed = _BAND.match(text)
    band = age_band(printed[0]) if printed and "岁" in printed[0] else None
    if printed is None or band is None:
        return text
    found.append(Condition(AGE, low=band[0], high=band[1]))
    rest = text[printed.end() :]
    if band[0] >= 60:
        rest = _OLD.sub("", rest)
    return _YOUNG.sub("", rest) if band[1] <= 18 else rest


def _membership(text: str, catalogue: Catalogue) -> tuple[Condition, ...] | None:
    """The membership that a text names as the catalogue spells it (低保, 低保户, 残疾人)."""
    spellings = (text, f"是否{text}", f"是否{text}户", f"是否{text}人员", f"{text}人员", f"{text}对象")
    codes = {
        code
        for spelling in spellings
        for code in catalogue.codes_by_label.get(label_key(spelling), ())
        if catalogue[code].is_membership and code not in _EVENTS
    }
    return (Condition(codes.pop(), "是"),) if len(codes) == 1 else None


def _entry(text: str, catalogue: Catalogue, heads: Sequence[str]) -> tuple[Condition, ...] | None:
    """The one code value that a text is, exactly (汉族); 一级残疾 is a level of those who are 残疾."""
    entries = [(code, label) for code, label in _entries(catalogue, text) if not heads or code in heads]
    entries = [each for each in entries if heads or not catalogue[each[0]].depends_on]
    if len(entries) == 1 and entries[0][0] in _CODED:
        return (Condition(*entries[0]),)
    for at in range(1, len(text)):
        membership = _membership(text[at:], catalogue)
        own = [
            (code, label)
            for code, label in _entries(catalogue, text[:at])
            if membership and code in _CODED and catalogue[code].depends_on == membership[0].key
        ]
        if membership and len(own) == 1:
            return (*membership, Condition(*own[0]))
    return None


def _entries(catalogue: Catalogue, text: str) -> Iterator[tuple[str, str]]:
    """(element code, label) of each entry of the persons' coded elements that a text is, exactly."""
    for element in catalogue.elements.values():
        entries = element.domain.code_list
        if (
            entries is None
            or element.domain.kind is not Kind.CODE
            or element.subject is not SubjectKind.PERSON
        ):
            continue
        if not element.code.startswith("person."):
            continue
        for entry in entries.entries:
            if text == entry.label or text in entry.synonyms:
                yield element.code, entry.label
