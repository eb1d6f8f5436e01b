"""Under which key a village's own word stands."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.fill.drawn import card, village

from qingzhuang.engine.fill.asking import Asking
from qingzhuang.engine.fill.fields import asked_of
from qingzhuang.engine.fill.villagekeys import is_under, shown_label, village_key

MARCH, APRIL = "2025-03-31", "2025-04-01"


def key(*path: str, unit: str | None = None, title: str = "村情基本情况表", on: str = MARCH) -> str:
    """The key of a blank with this path and unit."""
    sheet = card({(2, 2): path[-1] if path else ""})
    sheet = replace(sheet, layout=replace(sheet.layout, title=title))
    asking = Asking(village(), on)
    asked = asked_of(sheet, asking.book)[0]
    return village_key(asking, sheet, replace(asked, field=replace(asked.field, path=path, unit=unit)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (key("路灯（盏）", unit="盏"), key("路灯", "数量", unit="盏")),
        (key("路灯", unit="盏"), key("路灯：", unit="盏", title="村级综合统计表")),
        (key("村委会电话"), key("村委会 电话")),
    ],
)
def test_the_same_question_has_one_key(one: str, other: str) -> None:
    """R-RET-41: how a unit is printed, 数量 behind the label and a general title make no difference."""
    assert one == other


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (key("耕地", unit="亩"), key("耕地", unit="公顷")),
        (key("收入", title="2025年村情表"), key("收入", title="2026年村情表")),
        (key("2025年收入"), key("2026年收入")),
        (key("收入", title="一季度统计表"), key("收入", title="二季度统计表")),
        (key("本月收入"), key("本月收入", on=APRIL)),
        (key("户数", title="脱贫户务工情况统计表"), key("户数", title="监测户务工情况统计表")),
        (key("主干道", "桥梁"), key("支路", "桥梁")),
    ],
)
def test_what_may_differ_has_another_key(one: str, other: str) -> None:
    """R-RET-41: unit, period, what the title narrows and the labels above keep answers apart."""
    assert one != other


@given(st.text(min_size=1, max_size=12), st.sampled_from([None, "亩", "个"]))
def test_a_key_is_found_and_shown_under_its_label(label: str, unit: str | None) -> None:
    """R-RET-45: who asks for the label finds the key, in any unit."""
    found = key(label, unit=unit)

    assert not found or "#" in label or is_under(found, label) or unit is not None
    assert "#" in label or "#" not in shown_label(found)


def test_a_blank_without_a_telling_label_has_no_key() -> None:
    """R-RET-41: 数量 alone says nothing."""
    assert (key("数量"), key()) == ("", "")
