"""What is news: neither what we wrote, in whatever type it was saved, nor the same in other words."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.fill.drawn import DAY, id_number, person, roster, village

from qingzhuang.engine.fill.asking import Asking
from qingzhuang.engine.fill.fields import asked_of
from qingzhuang.engine.fill.returned.news import BLANKED, COMPUTED, NOTHING_NEW, News, is_as_written, news_of
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.returning import ReturningCode
from qingzhuang.engine.values.domain import Raw, Written

ZHANG = id_number("1950-03-07", 1)
PEOPLE = (person(1, name="张三", id_number=ZHANG, ethnicity="汉族", phone="13800000001"),)


def heard(label: str, word: Raw) -> object:
    """What a word in 张三's row under this label means."""
    asking = Asking(village(*PEOPLE), DAY)
    sheet = roster(["姓名", label])
    return news_of(asking, sheet, asked_of(sheet, asking.book)[1], PEOPLE[0], word)


@pytest.mark.parametrize(
    ("label", "word"),
    [
        ("联系电话", "13800000001"),
        ("联系电话", 13800000001),
        ("联系电话", " 138 0000 0001"),
        ("民族", "汉"),
        ("性别", "男"),
        ("文化程度", None),
        ("文化程度", "　"),
    ],
)
def test_the_same_in_other_words_is_nothing_new(label: str, word: Raw) -> None:
    """R-RET-21: spelling, type and blanks are no answer."""
    assert heard(label, word) == NOTHING_NEW


def test_what_was_ours_and_is_gone_or_computed_is_left() -> None:
    """R-RET-26: a blanked value stays; an age is computed from the birth date."""
    assert (heard("民族", None), heard("年龄", 12)) == (BLANKED, COMPUTED)


@pytest.mark.parametrize(
    ("label", "word", "value", "before"),
    [("文化程度", "初中", "初中", ""), ("联系电话", "13900000002", "13900000002", "13800000001")],
)
def test_another_word_is_news_with_what_it_replaces(label: str, word: str, value: str, before: str) -> None:
    """R-RET-20: a filled gap is an answer, another value is a change."""
    news = heard(label, word)

    assert isinstance(news, News)
    assert (news.value, news.before, news.is_change) == (value, before, bool(before))


def test_a_word_nobody_can_read_is_refused() -> None:
    """R-RET-23: the sentence says which column and why."""
    found = heard("联系电话", "没有电话机")

    assert isinstance(found, Problem)
    assert found.code is ReturningCode.CELL_BAD


@pytest.mark.parametrize(
    ("planned", "word"),
    [
        (date(2020, 3, 1), date(2020, 3, 1)),
        (12, 12.0),
        (Decimal("3.50"), 3.5),
        ("12", 12),
        ("是 √", "是√"),
    ],
)
def test_a_value_is_known_in_any_type(planned: Written, word: Raw) -> None:
    """R-RET-21: numbers, days and texts are the same in whatever type a program stored them."""
    assert is_as_written(planned, word)


@given(st.integers(0, 10**9), st.integers(0, 10**9))
def test_two_numbers_are_the_same_only_if_equal(one: int, other: int) -> None:
    """R-RET-21: no number passes for another."""
    assert is_as_written(one, float(other)) is (one == other)
