"""Yes and no in the marks of real rosters; code lists with all their spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.values.drawn import ETHNICITY, POVERTY, SEX, code_of, parsed, value_of

from qingzhuang.engine.values.codes import find, make_code_list
from qingzhuang.engine.values.domain import CodeEntry, Domain, Kind, Raw
from qingzhuang.engine.values.marks import parse_boolean, ticked

ETHNIC = Domain(Kind.CODE, ETHNICITY)


@pytest.mark.parametrize(
    "mark",
    [
        "是",
        "有",
        "√",
        "✓",
        "✔",
        "☑",
        "Y",
        "y",
        "YES",
        "1",
        1,
        1.0,
        True,
        "对",
        "享受",
        "已参保",
        " 是 ",
        "1-是",
        "是（1）",
        "Ｙ",
        "☑是 □否",
        "是☑否□",
        "V",
    ],
)
def test_each_yes_is_yes(mark: Raw) -> None:
    """R-VAL-50: Whatever a roster ticks or writes for yes is stored as 是."""
    assert value_of(mark, Kind.BOOLEAN) == "是"


@pytest.mark.parametrize(
    "mark",
    [
        "否",
        "无",
        "没有",
        "×",
        "✗",
        "X",
        "x",
        "N",
        "no",
        "0",
        0,
        0.0,
        False,
        "未享受",
        "不享受",
        "未参保",
        "2.否",
        "□是 ☑否",
        "是□否☑",
    ],
)
def test_each_no_is_no(mark: Raw) -> None:
    """R-VAL-50: Whatever a roster writes for no is stored as 否."""
    assert value_of(mark, Kind.BOOLEAN) == "否"


@pytest.mark.parametrize(
    "mark", ["不详", "待定", "○", "外出", "张三", "2", 2, "是否", "☑是 ☑否", "□是 □否", "—"]
)
def test_an_unknown_mark_is_asked(mark: Raw) -> None:
    """R-VAL-50: A circle means yes here and no there; nothing is guessed."""
    assert code_of(parse_boolean(mark)) == "MARK_UNKNOWN"


def test_one_tick_among_boxes_is_an_answer() -> None:
    """R-VAL-51: Boxes stand before or behind their words, as the first sign tells; two ticks are none."""
    assert ticked("☑男 □女") == "男"
    assert ticked("男□ 女☑") == "女"
    assert ticked("☑男 ☑女") is None
    assert ticked("√") is None


@pytest.mark.parametrize(
    "typed",
    [
        "汉族",
        "汉",
        "01",
        "1",
        1,
        1.0,
        "01-汉族",
        "01 汉族",
        "1.汉族",
        "01汉族",
        "汉族（01）",
        "（01）汉族",
        "０１－汉族",
        "汉　族",
        "☑汉族 □蒙古族",
        "01、汉",
    ],
)
def test_every_spelling_leads_to_the_entry(typed: Raw) -> None:
    """R-VAL-61: Label, short form, code, both together, full width and stretched are 汉族."""
    assert parsed(typed, ETHNIC).value == "汉族"


def test_beside_a_code_the_label_decides() -> None:
    """R-VAL-61: Offices number their lists in their own way: 2-男 is a man."""
    found = find(SEX, "2-男")

    assert found is not None
    assert found.label == "男"


def test_unknown_text_stays_with_a_warning() -> None:
    """R-VAL-62: A people that the list does not name is kept as it was written."""
    found = parsed(" 穿青人 ", ETHNIC)

    assert (found.value, found.warnings) == ("穿青人", ("“穿青人”不在民族里，照原样记下",))


def test_two_entries_in_one_cell_are_both_kept() -> None:
    """R-VAL-62: 低保、脱贫户 are two labels, if the list knows both."""
    assert parsed("低保、脱贫户", Domain(Kind.CODE, POVERTY)).value == "低保户、脱贫户"


def test_without_a_list_the_text_is_the_value() -> None:
    """R-VAL-62: An element whose list nobody shipped keeps what was written."""
    assert value_of(" 砖混 ", Kind.CODE) == "砖混"


def test_a_spelling_of_two_entries_leads_to_none() -> None:
    """R-VAL-60: A shared synonym is no spelling; a label stays its own entry's."""
    shared = make_code_list("x", "x", "", [CodeEntry("1", "甲", ("丙", "乙")), CodeEntry("2", "乙", ("丙",))])
    found = find(shared, "乙")

    assert find(shared, "丙") is None
    assert found is not None
    assert found.code == "2"


def test_one_label_twice_is_our_own_mistake() -> None:
    """R-VAL-60: A list that names two entries alike is wrong."""
    with pytest.raises(ValueError, match="stands twice"):
        make_code_list("x", "x", "", [CodeEntry("1", "甲"), CodeEntry("2", "甲")])


@given(
    st.sampled_from(ETHNICITY.entries),
    st.sampled_from(["{0}-{1}", "{0} {1}", "{0}.{1}", "{1}", "{0}", "{1}({0})"]),
)
def test_every_entry_is_found_by_every_way_of_writing_it(entry: CodeEntry, way: str) -> None:
    """R-VAL-61: parse(format(entry)) is the entry."""
    assert parsed(way.format(entry.code, entry.label), ETHNIC).value == entry.label
