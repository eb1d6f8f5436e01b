"""How doubts reach the list that a person carries."""

from qingzhuang.engine.fill.missing import missing_text
from qingzhuang.engine.fill.plan import Doubt

DOUBT = Doubt("表!B4", "写着 9，表上印着“合计=男+女”，算下来应是 5。")


def test_doubts_are_a_section_of_the_list() -> None:
    """R-CHK-10: the section says how many, that nothing was changed, and each of them."""
    text = missing_text((), title="花名册", village="青禾村", day="2026-06-30", doubts=[("", DOUBT)])

    assert "没有缺项" in text
    assert "【疑点】1 处和表上的校验对不上。值没有改，请你核一核：" in text
    assert f"    □ 表!B4：{DOUBT.why}" in text


def test_each_doubt_names_its_file_where_there_are_many() -> None:
    """R-CHK-10: of many cards the one with the doubt is named; beyond a hundred the number is said."""
    text = missing_text(
        (), title="卡", village="青禾村", day="2026-06-30", doubts=[("赵甲.xlsx", DOUBT)] * 101
    )

    assert "赵甲.xlsx　表!B4" in text
    assert "另有 1 处没有列出" in text
