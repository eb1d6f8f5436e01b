"""How definitions compare: same, convertible, different."""

import pytest
from tests.engine.admit.comparing.drawing import CATALOGUE, TODAY, asked, beside

from qingzhuang.engine.admit.comparing.definitions import judge
from qingzhuang.engine.admit.comparing.domain import Comparison
from qingzhuang.engine.admit.comparing.wordings import conflict, day_asked
from qingzhuang.engine.admit.domain import AskedField

SAME, CONVERTIBLE, DIFFERENT = Comparison.SAME, Comparison.CONVERTIBLE, Comparison.DIFFERENT


def judged(field: AskedField, held_on: str = TODAY) -> Comparison:
    """How the field's definition compares with its element's."""
    return judge(field, CATALOGUE[field.element], catalogue=CATALOGUE, held_on=held_on).comparison


@pytest.mark.parametrize(
    ("label", "element", "comparison"),
    [
        ("耕地面积（亩）", "household.farmland", SAME),
        ("耕地面积（公顷）", "household.farmland", CONVERTIBLE),
        ("家庭年收入（万元）", "household.annual_income", CONVERTIBLE),
        ("建筑面积（㎡）", "house.floor_area", SAME),
        ("家庭人口数（户）", "household.size", DIFFERENT),
    ],
)
def test_units_of_one_dimension_convert(label: str, element: str, comparison: Comparison) -> None:
    """R-DUP-03: another unit of the same dimension converts; households are no persons."""
    assert judged(asked(label, element)) is comparison


@pytest.mark.parametrize(
    ("label", "element", "comparison"),
    [
        ("出生日期", "person.birth_date", SAME),
        ("出生年月", "person.birth_date", CONVERTIBLE),
        ("身份证号后六位", "person.id_number", CONVERTIBLE),
        ("建成年份", "house.built_year", SAME),
        ("建成日期", "house.built_year", DIFFERENT),
    ],
)
def test_the_coarser_follows_from_the_finer_only(label: str, element: str, comparison: Comparison) -> None:
    """R-DUP-03: a month follows from a day, a day never from a year."""
    assert judged(asked(label, element)) is comparison


@pytest.mark.parametrize(
    ("element", "options", "comparison"),
    [
        ("person.sex", ("男", "女"), SAME),
        ("person.dibao", ("是", "否"), SAME),
        ("person.dibao", ("甲类", "乙类"), DIFFERENT),
        ("person.disability_level", ("一级", "二级", "三级", "四级"), SAME),
        ("person.disability_level", ("一级", "二级"), CONVERTIBLE),
        ("person.disability_level", ("好", "中", "差"), DIFFERENT),
        ("person.disability_level", ("是", "否"), DIFFERENT),
        ("person.age", ("60-69岁", "70-79岁", "80岁以上"), CONVERTIBLE),
    ],
)
def test_choices_map_onto_the_code_list(
    element: str, options: tuple[str, ...], comparison: Comparison
) -> None:
    """R-DUP-03: choices the code list knows are the same or coarser ones; strange ones are another thing."""
    assert judged(asked("问的项", element, options=options)) is comparison


@pytest.mark.parametrize(
    ("element", "comparison"),
    [("person.age", CONVERTIBLE), ("person.ethnicity", SAME), ("person.residence_address", DIFFERENT)],
)
def test_a_reference_day_matters_for_what_changes(element: str, comparison: Comparison) -> None:
    """R-DUP-03: an age is computed for any day; an address of another day is another fact."""
    assert judged(asked("问的项", element, definition="以2023年12月31日为准")) is comparison


def test_the_reference_day_may_be_the_day_held() -> None:
    """R-DUP-03: what is asked as of the month in which it was last said is the same."""
    field = asked("现居住地址", "person.residence_address", definition="截至2026年11月")

    assert judged(field, "2026-11-01") is SAME


def test_the_departments_own_words_count() -> None:
    """R-DUP-02: a sure label with a definition of another scope is held in another definition."""
    found = beside(
        asked("年收入", "person.annual_income", definition="全家一年的收入"), "person.annual_income"
    )

    assert (found.is_noted, found.treatment) == (True, "供数，附说明")


def test_different_wins_over_convertible() -> None:
    """R-DUP-02: what could be converted by its unit stays different by its scope."""
    field = asked("年收入（万元）", "person.annual_income", definition="全家一年的收入")

    assert judged(field) is DIFFERENT


def test_an_elements_own_definition_never_conflicts() -> None:
    """R-DUP-02: every element, asked in its own words, is the same, whatever the words are."""
    others = [
        code
        for code, element in CATALOGUE.elements.items()
        if judged(asked(element.name, code, definition=element.definition)) is not SAME
    ]

    assert others == []


@pytest.mark.parametrize("asked_words", ["常住人口数", "流动人口数"])
def test_residents_are_counted_in_other_ways(asked_words: str) -> None:
    """R-DUP-03: 常住, 流动 and 户籍 count other people under one word."""
    assert conflict(asked_words, "户籍人口数")


def test_a_part_is_not_the_whole() -> None:
    """R-DUP-03: 其中, 新增 and the like make another number of it."""
    assert conflict("其中：水田面积", "水田面积")


def test_days_are_read_to_the_month() -> None:
    """R-DUP-03: the end of a year is its December."""
    assert (day_asked("截至2025年底"), day_asked("2025.6.30"), day_asked("年底")) == (
        "2025-12",
        "2025-06",
        "",
    )
