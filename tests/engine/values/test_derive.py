"""Derived values: ages and age bands."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.values.derive import MAX_AGE, age_band, age_on


@pytest.mark.parametrize(
    ("birth", "day", "age"),
    [
        ("1990-03-07", "2024-03-06", 33),
        ("1990-03-07", "2024-03-07", 34),
        ("1990-03-07", "1990-03-07", 0),
        ("2000-02-29", "2023-02-28", 22),
        ("2000-02-29", "2023-03-01", 23),
        ("1990-03", "2024-04-01", 34),
        ("1990-03", "2024-02-29", 33),
        ("1990", "2023-12-31", 33),
    ],
)
def test_a_year_is_full_on_the_birthday(birth: str, day: str, age: int) -> None:
    """R-VAL-90: Full years on the day; a coarse birth date is enough where every birthday gives one age."""
    assert age_on(birth, day) == age


@pytest.mark.parametrize(
    ("birth", "day"),
    [
        ("1990-03", "2024-03-15"),
        ("1990", "2024-06-30"),
        ("1990-03-07", "1990-03-06"),
        ("长期", "2024-01-01"),
        ("1990-03-07", "2024"),
        ("", "2024-01-01"),
    ],
)
def test_an_age_that_cannot_be_decided_is_none(birth: str, day: str) -> None:
    """R-VAL-90: In the month of a birth known only by month, nobody knows; nor before the birth."""
    assert age_on(birth, day) is None


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2000, 1, 1)),
    st.dates(min_value=date(2000, 1, 1), max_value=date(2100, 1, 1)),
)
def test_a_coarser_birth_date_never_gives_another_age(birth: date, day: date) -> None:
    """R-VAL-90: Knowing less gives the same age or none."""
    full = age_on(birth.isoformat(), day.isoformat())

    assert full is not None
    assert age_on(birth.isoformat()[:7], day.isoformat()) in (None, full)
    assert age_on(birth.isoformat()[:4], day.isoformat()) in (None, full)


@pytest.mark.parametrize(
    ("label", "band"),
    [
        ("60岁以上", (60, MAX_AGE)),
        ("60周岁及以上老年人", (60, MAX_AGE)),
        ("60岁及其以上", (60, MAX_AGE)),
        ("60周岁（含）以上", (60, MAX_AGE)),
        ("60周岁以上（不含）", (61, MAX_AGE)),
        ("≥60岁", (60, MAX_AGE)),
        ("年满16周岁", (16, MAX_AGE)),
        ("超过35岁", (36, MAX_AGE)),
        ("16-59岁", (16, 59)),
        ("0—6岁", (0, 6)),
        ("60～79岁人数", (60, 79)),
        ("18岁至59岁", (18, 59)),
        ("满60周岁不满80周岁", (60, 79)),
        ("60岁以上80岁以下", (60, 80)),
        ("60周岁以上、未满80周岁", (60, 79)),
        ("不满18岁", (0, 17)),
        ("未满14周岁儿童", (0, 13)),
        ("18岁以下", (0, 18)),
        ("35岁及以下", (0, 35)),
        ("6岁（不含）以下", (0, 5)),
        ("小于7岁", (0, 6)),
        ("80岁", (80, 80)),
        ("１００岁以上", (100, MAX_AGE)),
    ],
)
def test_a_label_names_its_ages(label: str, band: tuple[int, int]) -> None:
    """R-VAL-91: 以上, 以下 and 满 include the number, 不满 and 超过 do not (民法典, art. 1259)."""
    assert age_band(label) == band


@pytest.mark.parametrize(
    "label", ["年龄", "2014年以上", "耕地面积（亩）", "2016-2020年计划", "3人以上户", "80-60岁", ""]
)
def test_a_label_without_ages_has_no_band(label: str) -> None:
    """R-VAL-91: Years, areas and persons are no ages."""
    assert age_band(label) is None
