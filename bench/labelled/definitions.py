"""
Labelled pairs of definitions, made by changing real columns: unit, precision, choices, day, scope, source.

The change tells the label (亩 → 公顷 is convertible, 人 → 户 different), so whoever wrote it knew the
question: these pairs show that nothing is broken, not how the check does on forms never seen.
"""

import re
from collections.abc import Iterator

from bench.labelled.columns import ON, asked_field, real_forms, verdict_of
from bench.labelled.domain import Case

from qingzhuang.engine.admit.comparing.domain import Coverage
from qingzhuang.engine.admit.comparing.held import held_fields
from qingzhuang.engine.admit.domain import AskedField
from qingzhuang.engine.catalogue.elements import Catalogue, DataElement
from qingzhuang.engine.read.matching import match_label
from qingzhuang.engine.values.domain import Kind

_UNITS = {
    "亩": {"亩": "same", "公顷": "convertible", "平方米": "convertible", "块": "different"},
    "元": {"元": "same", "万元": "convertible", "百元": "convertible"},
    "平方米": {"㎡": "same", "亩": "convertible", "间": "different"},
    "人": {"人": "same", "户": "different"},
}
_APART = ("新增{}", "累计{}", "其中：{}", "计划{}")
_SCOPES = {  # what a department may mean by a label that reads like ours
    "household.annual_income": "本人一年的收入，不算家里别人的",
    "person.annual_income": "全家一年的收入",
    "household.income_per_capita": "户均收入",
    "person.monthly_income": "全年的收入",
    "house.floor_area": "宅基地占地，连院子",
    "house.land_area": "各层建筑面积加起来",
    "household.farmland": "其中水田多少",
    "household.size": "户数",
}
_DAY = "以2023年12月31日为准"
_FROM_NUMBER = {
    "性别": "convertible",
    "出生日期": "convertible",
    "年龄": "convertible",
    "民族": "new",
    "学历": "new",
}


def definition_cases(catalogue: Catalogue) -> Iterator[Case]:
    """All changed columns, each beside the element it came from, which alone is held."""
    columns = {pair for _, columns in real_forms().values() for pair in columns}
    for label, code in sorted(columns):
        element = catalogue.elements.get(code)
        if element is None or code.startswith(("event.", "record.", "place.")):
            continue
        for asked, truth in (
            *_changed_labels(label, element, catalogue),
            *_changed_choices(label, element, catalogue),
            *_changed_definitions(label, element),
        ):
            yield _case(asked, code, truth, catalogue)
    for label, truth in _FROM_NUMBER.items():
        asked = asked_field(label, match_label(label, catalogue=catalogue))
        yield _case(asked, "person.id_number", truth, catalogue)


def _case(asked: AskedField, held: str, truth: str, catalogue: Catalogue) -> Case:
    holdings = {held: Coverage("平台", ON, 100, 100)}
    found = held_fields([asked], catalogue=catalogue, holdings=holdings, on=ON)[0]
    said = " ".join(filter(None, (asked.label, asked.definition, "/".join(asked.options[:4]))))
    return Case("definition", said, held, truth, verdict_of(found))


def _changed_labels(
    label: str, element: DataElement, catalogue: Catalogue
) -> Iterator[tuple[AskedField, str]]:
    bare = re.sub(r"[（(][^（()）]*[)）]", "", label)
    changed = [
        (f"{bare}（{unit}）", truth) for unit, truth in _UNITS.get(element.domain.unit or "", {}).items()
    ]
    if element.domain.kind is Kind.NUMBER:
        changed += [(each.format(bare), "different") for each in _APART]
    if element.domain.kind is Kind.DATE and bare.endswith("日期"):
        changed += [(f"{bare[:-2]}年月", "convertible"), (f"{bare}（年月日）", "same")]
    if element.domain.kind is Kind.ID_NUMBER:
        changed.append((f"{bare}后六位", "convertible"))
    for each, truth in changed:
        match = match_label(each, catalogue=catalogue)
        if truth == "different" or match.key == element.code:  # what it is bound to is told by other pairs
            yield asked_field(each, match), truth


def _changed_choices(
    label: str, element: DataElement, catalogue: Catalogue
) -> Iterator[tuple[AskedField, str]]:
    def offered(options: tuple[str, ...], truth: str) -> tuple[AskedField, str]:
        return AskedField(label, element=element.code, is_sure=True, options=options), truth

    choices = element.domain.code_list
    if choices is not None:
        labels = tuple(entry.label for entry in choices.entries)
        other = next(
            each for each in catalogue.code_lists.values() if not set(labels) & set(_labels(each.entries))
        )
        yield offered(labels, "same")
        if len(labels) > len(labels) // 2 + 1:
            yield offered(labels[: len(labels) // 2 + 1], "convertible")
        yield offered(_labels(other.entries), "different")
    elif element.domain.kind is Kind.BOOLEAN:
        yield offered(("是", "否"), "same")
        yield offered(("甲类", "乙类", "丙类"), "different")
    elif element.domain.unit == "岁":
        yield offered(("60-69岁", "70-79岁", "80岁以上"), "convertible")


def _labels(entries: object) -> tuple[str, ...]:
    return tuple(entry.label for entry in entries)  # type: ignore[attr-defined]


def _changed_definitions(label: str, element: DataElement) -> Iterator[tuple[AskedField, str]]:
    def meant(definition: str, truth: str) -> tuple[AskedField, str]:
        return AskedField(label, element=element.code, is_sure=True, definition=definition), truth

    yield meant(element.definition, "same")
    if element.code in _SCOPES:
        yield meant(_SCOPES[element.code], "different")
    if element.is_derived:
        yield meant(_DAY, "convertible")
    else:
        yield meant(_DAY, "same" if element.fresh_days is None else "different")
