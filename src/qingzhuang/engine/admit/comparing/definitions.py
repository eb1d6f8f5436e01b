"""How the definition (口径) of an asked field compares with that of an element that is held."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qingzhuang.engine.admit.comparing.domain import Comparison
from qingzhuang.engine.admit.comparing.wordings import conflict, day_asked
from qingzhuang.engine.admit.domain import AskedField
from qingzhuang.engine.catalogue.elements import Catalogue, DataElement
from qingzhuang.engine.catalogue.spelling import label_key
from qingzhuang.engine.read.labels import parse_label
from qingzhuang.engine.values.codes import find
from qingzhuang.engine.values.derive import age_band
from qingzhuang.engine.values.domain import CodeList, Kind
from qingzhuang.engine.values.units import normalise_unit, ratio

_YES_NO = frozenset({"是", "否", "有", "无", "√", "×"})
_REST = re.compile("其[他它].*|无|不详|未.*|其余.*")  # choices for who fits nowhere; forms print them or not
_PRECISE = (
    ("日", re.compile("年月日|日期|生日|[到至]日")),
    ("月", re.compile("年月(?!日)|月份")),
    ("年", re.compile("年份|年度|哪年")),
)
_FINENESS = {"年": 1, "月": 2, "日": 3}
_SOME_DIGITS = re.compile("[前后末尾][0-9一二三四五六七八九十]{1,2}位")
_PER = re.compile("[/每按](年|月|季|天|日|次|亩|人|户)")
# From this share of choices the list knows, the rest is a matter of matching them by hand.
_MOST_CHOICES = 0.5


@dataclass(frozen=True, slots=True)
class Judgement:
    """How two definitions compare, and the Chinese phrase that says why."""

    comparison: Comparison
    why: str = ""


def judge(
    asked: AskedField, element: DataElement, *, catalogue: Catalogue, held_on: str = "", is_role: bool = False
) -> Judgement:
    """
    Compare what is asked with an element it was bound to. Rules R-DUP-02 and R-DUP-03.

    held_on: ISO day the value was last said. is_role: the element is somebody else's (person.phone@father),
    so that words naming whose it is are settled. DIFFERENT wins over CONVERTIBLE, that over SAME.
    """
    found = list(_judgements(asked, element, catalogue, held_on, is_role))
    for comparison in (Comparison.DIFFERENT, Comparison.CONVERTIBLE):
        first = next((each for each in found if each.comparison is comparison), None)
        if first is not None:
            return first
    return Judgement(Comparison.SAME)


def _judgements(
    asked: AskedField, element: DataElement, catalogue: Catalogue, held_on: str, is_role: bool
) -> Iterator[Judgement]:
    yield from _by_words(asked, element, catalogue, is_role)
    yield from _by_unit(asked, element)
    yield from _by_precision(asked, element)
    yield from _by_choices(asked, element)
    yield from _by_day(asked, element, held_on)


def _by_words(
    asked: AskedField, element: DataElement, catalogue: Catalogue, is_role: bool
) -> Iterator[Judgement]:
    """The department's own definition counts always, its label only where nobody is sure what it means."""
    is_spelling = element.code in catalogue.codes_by_label.get(label_key(asked.label), ())
    label = "" if asked.is_sure or is_spelling or is_role else asked.label
    said = f"{label} {asked.definition}".strip()
    if said:
        why = conflict(said, f"{element.name} {element.definition}")
        if why:
            yield Judgement(Comparison.DIFFERENT, why)


def _by_unit(asked: AskedField, element: DataElement) -> Iterator[Judgement]:
    unit, held = parse_label(asked.label).unit, element.domain.unit
    if unit is None or held is None:
        return
    times = ratio(unit, held)
    if times is None:
        yield Judgement(Comparison.DIFFERENT, f"要的按{normalise_unit(unit)}，平台里按{held}")
    elif times != 1:
        yield Judgement(Comparison.CONVERTIBLE, f"单位换算：{held}换成{normalise_unit(unit)}")
    per = _PER.search(unit)
    if per is not None and per[1] == "年" and "每月" in element.definition:
        yield Judgement(Comparison.DIFFERENT, "要的按年，平台里按月")


def _by_precision(asked: AskedField, element: DataElement) -> Iterator[Judgement]:
    if element.domain.kind is Kind.ID_NUMBER and _SOME_DIGITS.search(asked.label):
        yield Judgement(Comparison.CONVERTIBLE, "只要其中几位")
    if element.domain.kind is not Kind.DATE:
        return
    wanted, held = _precision(asked.label), _precision(element.name) or "日"
    if wanted and _FINENESS[wanted] < _FINENESS[held]:
        yield Judgement(Comparison.CONVERTIBLE, f"只要到{wanted}，平台里到{held}")
    elif wanted and _FINENESS[wanted] > _FINENESS[held]:
        yield Judgement(Comparison.DIFFERENT, f"要到{wanted}，平台里只到{held}")


def _precision(text: str) -> str:
    key = label_key(text)
    return next((name for name, words in _PRECISE if words.search(key)), "")


def _by_choices(asked: AskedField, element: DataElement) -> Iterator[Judgement]:
    options = tuple(option for option in asked.options if not _REST.fullmatch(option)) or asked.options
    if not options:
        return
    kind, choices = element.domain.kind, element.domain.code_list
    is_yes_no = set(asked.options) <= _YES_NO
    if kind is Kind.BOOLEAN and not is_yes_no:
        yield Judgement(Comparison.DIFFERENT, "要的是分类，平台里只有是和否")
    elif kind is Kind.NUMBER:
        bands = all(age_band(option) is not None for option in options)
        why = "由岁数归到年龄段" if bands and element.domain.unit == "岁" else "由数归到档"
        yield Judgement(Comparison.CONVERTIBLE, why)
    elif choices is not None:
        yield from _by_code_list(options, choices, is_yes_no=is_yes_no)


def _by_code_list(options: tuple[str, ...], choices: CodeList, *, is_yes_no: bool) -> Iterator[Judgement]:
    found = [find(choices, option) for option in options]
    known = {entry.code for entry in found if entry is not None}
    if is_yes_no and not known:
        yield Judgement(Comparison.DIFFERENT, "要的是是和否，平台里是分类")
    elif None not in found:
        if len(known) < len([entry for entry in choices.entries if not _REST.fullmatch(entry.label)]):
            yield Judgement(Comparison.CONVERTIBLE, f"选项粗一些：{len(options)} 种对{choices.title}")
    elif len(known) >= _MOST_CHOICES * len(options):
        strange = next(option for option, entry in zip(options, found, strict=True) if entry is None)
        yield Judgement(Comparison.CONVERTIBLE, f"选项要对一下：{choices.title}里没有“{strange}”")
    else:
        yield Judgement(Comparison.DIFFERENT, f"选项和{choices.title}对不上")


def _by_day(asked: AskedField, element: DataElement, held_on: str) -> Iterator[Judgement]:
    """A reference day matters for what changes: an age is computed for it, a birth date has none."""
    day = day_asked(f"{asked.label} {asked.definition}")
    if not day:
        return
    if element.is_derived:
        yield Judgement(Comparison.CONVERTIBLE, f"按 {day} 算")
    elif element.fresh_days is not None and not held_on.startswith(day):
        yield Judgement(Comparison.DIFFERENT, f"要的是 {day} 的，平台里是 {held_on or '不知哪天'} 的")
