"""When two titles are one matter, and which are alike. Rules R-NTC-03, R-NTC-04, R-NTC-10."""

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.admit.titles import ALIKE, alike, is_named_in, is_same_title, same, titles_of

WORDS = (
    "高龄 津贴 低保 残疾 农房 安全 水库 巡查 秸秆 禁烧 医保 参保 党员 退役 军人 留守 儿童 厕所 燃气".split()
)
SHAPES = "核定表 登记表 统计表 汇总表 排查表 台账 花名册 一览表".split()
titles = st.builds(
    lambda words, shape: "".join(words) + shape,
    st.lists(st.sampled_from(WORDS), min_size=2, max_size=4, unique=True),
    st.sampled_from(SHAPES),
)


@given(
    titles,
    st.sampled_from(["{}", "《{}》", "关于报送{}的通知", "附件1：{}.xlsx", "青山县{}", "2026年{}", " {} "]),
)
def test_wrapping_does_not_change_a_title(title: str, wrapping: str) -> None:
    """Marks, file names, 关于报送…的通知, the county and a year around it leave the matter the same."""
    assert is_same_title(wrapping.format(title), title)


@given(titles, titles)
def test_titles_of_other_words_are_other_matters(one: str, other: str) -> None:
    """Two titles are one only if they read the same (R-NTC-03)."""
    assert is_same_title(one, other) == (one == other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("三季度高龄津贴核定表", "四季度高龄津贴核定表"),
        ("2025年度收入统计表", "2026年度收入统计表"),
        ("上半年工作台账", "下半年工作台账"),
        ("11月走访登记表", "12月走访登记表"),
        ("冬季取暖排查表", "夏季取暖排查表"),
        ("城市低保核查表", "农村低保核查表"),
        ("60岁以上老人名单", "80岁以上老人名单"),
        ("低保户登记表", "低保户登记台账"),
        ("老旧小区改造表", "改造表"),
        ("农贸市场排查表", "场排查表"),
        ("农村社区治理台账", "治理台账"),
        ("", ""),
    ],
)
def test_near_titles_are_not_the_same(one: str, other: str) -> None:
    """Another round, place, age or kind is another matter (R-NTC-03)."""
    assert not is_same_title(one, other)


@pytest.mark.parametrize(
    ("text", "is_named"),
    [
        ("请各村填报高龄津贴核定表，周五交", True),
        ("高龄津贴核定表要报了", True),
        ("高龄津帖 核定表\n", True),
        ("请填四季度高龄津贴核定表。", True),
        ("请填残疾人高龄津贴核定表", False),
        ("请填高龄津贴核定表审核台账", False),
        ("请填高龄津贴核定表附表", False),
        ("请填高龄津贴登记表", False),
    ],
)
def test_a_title_is_found_whole_or_not_at_all(text: str, is_named: bool) -> None:
    """A title that is a piece of a longer word is not named (R-NTC-03)."""
    assert is_named_in(text, "高龄津贴核定表") is is_named


@given(titles, st.lists(titles, max_size=20))
def test_the_likest_comes_first(asked: str, among: list[str]) -> None:
    """Likeness falls, lies between the bound and 1, and is 1 for what is the same (R-NTC-04)."""
    found = alike(asked, titles_of(among))

    scores = [score for _, score in found]
    assert scores == sorted(scores, reverse=True)
    assert all(ALIKE <= score <= 1 for score in scores)
    assert {place for place, score in found if score == 1.0} <= set(same(asked, titles_of(among)))


def test_five_thousand_titles_are_searched_in_twenty_milliseconds() -> None:
    """Best of five, the register being ready (R-NTC-10)."""
    dice = random.Random(31)
    register = titles_of(
        f"{''.join(dice.sample(WORDS, 3))}{dice.choice(SHAPES)}{i % 97}" for i in range(5000)
    )
    asked = [f"农房燃气{word}安全排查表" for word in WORDS[:5]]

    seconds = []
    for title in asked:
        start = time.perf_counter()
        alike(title, register)
        same(title, register)
        seconds.append(time.perf_counter() - start)

    assert min(seconds) <= 0.020
