"""Blanks inside text, days in labels, marks in notes, the list to carry."""

import pytest
from tests.engine.fill.drawn import person, planned, roster, shown, village

from qingzhuang.engine.fill.boxes import is_answered, tick
from qingzhuang.engine.fill.days import day_in, day_of_path
from qingzhuang.engine.fill.marks import mark_for, marks_in
from qingzhuang.engine.fill.missing import missing_text
from qingzhuang.engine.fill.plan import Missing
from qingzhuang.engine.fill.skeletons import (
    after_label,
    chinese_day,
    into_blank,
    is_blank_text,
)


@pytest.mark.parametrize(
    ("text", "label", "filled"),
    [
        ("填报单位：", "填报单位", "填报单位：青禾村"),
        ("填报单位（盖章）：        填报日期：", "填报单位", "填报单位（盖章）：青禾村  填报日期："),
        ("填报单位:________ 联系人:____", "填报单位", "填报单位:青禾村  联系人:____"),
        ("填 报 单 位：", "填报单位", "填 报 单 位：青禾村"),
        ("单位：    年  月  日", "单位", "单位：青禾村"),
        ("填报单位：（盖章）      填报时间：", "填报单位", "填报单位：青禾村（盖章）      填报时间："),
        ("年收入：______元，其中", "年收入", "年收入：青禾村元，其中"),
    ],
)
def test_a_blank_behind_a_label_is_filled(text: str, label: str, filled: str) -> None:
    """Label, seal hint and all that follows stay; the blanks give way (R-FIL-40, R-FIL-46)."""
    done = after_label(text, label=label, value="青禾村")

    assert done is not None
    assert done[0] == filled


def test_a_filled_blank_is_no_blank() -> None:
    """A label with an answer behind it is left alone (R-FIL-46)."""
    assert after_label("填报单位：东塘村", label="填报单位", value="青禾村") is None


def test_underscores_behind_a_label_without_colon_are_its_blank() -> None:
    """The value stands where the underscores stood, not behind them, and the next label stays apart."""
    text = "姓名______性别____ 电话____"
    done = after_label(text, label="姓名", value="孙有田")

    assert done is not None
    assert done[0] == "姓名孙有田  性别____ 电话____"


@pytest.mark.parametrize("text", ["", "  ____ ", "    年  月  日", "20  年  月  日", "  人", "（亩）"])
def test_a_cell_that_waits_is_blank(text: str) -> None:
    """Blanks, underscores, a bare skeleton and a bare unit wait for an answer (R-FIL-46)."""
    assert is_blank_text(text)


@pytest.mark.parametrize("text", ["2020年3月", "3人", "无", "张三"])
def test_a_cell_that_says_something_is_not_blank(text: str) -> None:
    """A printed value is not written over (R-FIL-24)."""
    assert not is_blank_text(text)


def test_a_date_skeleton_becomes_the_date() -> None:
    """Where 年 月 日 is printed the date is written so, as far as the skeleton goes (R-FIL-46)."""
    skeletons = ("    年  月  日", "    年  月", "  亩")

    assert [into_blank(text, "1990-03-07") for text in skeletons[:2]] == ["1990年3月7日", "1990年3月"]
    assert into_blank(skeletons[2], "4.5") == "4.5亩"


def test_the_option_meant_is_ticked() -> None:
    """Only the option's own box is ticked, not that of a longer option (R-FIL-46)."""
    assert tick("□男 □女", "女") == ("□男 ☑女", 5)
    assert tick("□未婚姻 □未婚", "未婚") == ("□未婚姻 ☑未婚", 8)
    assert tick("男 女", "女") is None


def test_boxes_behind_their_words_are_ticked_behind_them() -> None:
    """是□ 否□ has its boxes behind the words: no neighbour's box is taken (R-FIL-46)."""
    assert [tick("是□ 否□", option) for option in ("是", "否")] == [("是☑ 否□", 5), ("是□ 否☑", 5)]


def test_only_the_boxes_behind_the_label_are_ticked() -> None:
    """Each label's boxes are its own, though the same words stand behind another label (R-FIL-71)."""
    text = "是否党员：□是 □否  是否低保：□是 □否；外出：□是 □否"

    done = tick(text, "否", label="是否低保")

    assert done == ("是否党员：□是 □否  是否低保：□是 ☑否；外出：□是 □否", 22)


def test_boxes_already_ticked_are_an_answer() -> None:
    """A label whose boxes hold a tick, or whose blank holds words, is answered; its neighbour is not."""
    text = "党员：☑是 □否  低保：□是 □否  姓名：张三  电话：____"

    assert [is_answered(text, label) for label in ("党员", "低保", "姓名", "电话")] == [
        True, False, True, False
    ]  # fmt: skip


def test_the_day_of_filling_is_written_in_chinese() -> None:
    """A day is written as on paper, without leading noughts (R-FIL-41)."""
    assert [chinese_day(day) for day in ("2025-06-30", "2025-06", "2025")] == [
        "2025年6月30日",
        "2025年6月",
        "2025年",
    ]


def test_the_skeleton_of_the_filling_date_gives_way() -> None:
    """填报日期： 年 月 日 gets the day of --on and counts (R-FIL-41)."""
    plan = planned(roster(["姓名"], header="填报日期：    年   月   日"), village(person(1, name="张三")))

    assert (shown(plan)["A2"], plan.filled) == ("填报日期：2025年6月30日", 2)


@pytest.mark.parametrize(
    ("header", "is_filled"),
    [
        ("日期：    年  月  日", True),
        ("日期：      填报单位（盖章）：", True),
        ("日期：    年  月  日    负责人（签字）：", False),
        ("单位（公章）：        经办人（签章）：", False),
        ("单位（盖章）：", True),
        ("填报日期：        审核人（签字）：", True),
    ],
)
def test_the_date_of_a_signature_is_the_signers(header: str, is_filled: bool) -> None:
    """A bare 日期 or 单位 in a line of signatures is left alone; 填报日期 is filled (R-FIL-47)."""
    plan = planned(roster(["姓名"], header=header), village(person(1, name="张三")))

    assert ("A2" in shown(plan)) is is_filled


@pytest.mark.parametrize(
    ("label", "day"),
    [
        ("截至2024年12月31日年龄", "2024-12-31"),
        ("年龄（2024.12.31）", "2024-12-31"),
        ("2024年底年龄", "2024-12-31"),
        ("2024年2月底年龄", "2024-02-29"),
        ("年龄", None),
        ("2024年13月年龄", None),
        ("2024年收入", None),
        ("2024年5项补贴", None),
    ],
)
def test_a_label_may_name_its_day(label: str, day: str | None) -> None:
    """A day, a month's end or a year's end in a label (R-FIL-44)."""
    assert day_in(label) == day


def test_the_nearest_label_gives_the_day() -> None:
    """The leaf's day goes before its parent's; without any the day is that of --on (R-FIL-44)."""
    paths = [("2023年底", "2024年底年龄"), ("2023年底", "年龄"), ("年龄",)]

    assert [day_of_path(path) for path in paths] == ["2024-12-31", "2023-12-31", None]


@pytest.mark.parametrize(
    ("note", "mark"),
    [
        ("没有的填“无”。", "无"),
        ("3.无则填“—”", "—"),
        ("不涉及的请填写无", "无"),
        ("非残疾人的残疾等级填“无”；", "无"),
        ("如没有，填“/”", "/"),
        ("请如实填写，不得空缺", None),
        ("无误后填写姓名", None),
        ("姓名填写身份证上的名字", None),
    ],
)
def test_notes_that_ask_for_a_mark_are_understood(note: str, mark: str | None) -> None:
    """没有的填无 in its usual wordings, and nothing else (R-FIL-18)."""
    found = marks_in((note,))

    assert (found[0].text if found else None) == mark


def test_a_note_that_names_columns_is_for_them() -> None:
    """残疾类别、残疾等级没有的填无 says nothing about 入党时间 (R-FIL-18)."""
    marks = marks_in(("残疾类别、残疾等级没有的填无",))
    labels = ("姓名", "残疾类别", "残疾等级", "入党时间")

    assert [mark_for(marks, label=label, labels=labels) for label in labels[2:]] == ["无", None]


def test_the_list_to_carry_goes_by_household() -> None:
    """Gaps of one household stand together, with a box, a line and who can know it (R-FIL-52)."""
    gaps = [
        Missing("Sheet1!D4", "H1", "张三", "联系电话", "本户"),
        Missing("Sheet1!D5", "H2", "王五", "联系电话", "本户"),
        Missing("Sheet1!E4", "H1", "张三", "残疾证号", "残联"),
    ]

    text = missing_text(gaps, title="摸底表", village="青禾村", day="2025-06-30")

    assert text.splitlines()[1].endswith("还缺 3 格，2 户")
    assert [line.strip()[:6] for line in text.splitlines() if line.startswith(("【", "    □"))] == [
        "【H1】", "□ 联系电话"[:6], "□ 残疾证号"[:6], "【H2】", "□ 联系电话"[:6]
    ]  # fmt: skip
    assert ("问本户" in text, "残联也许有" in text) == (True, True)


def test_nothing_missing_is_said() -> None:
    """An empty list says so in a sentence (R-FIL-52)."""
    assert "没有缺项" in missing_text([], title="摸底表", village="青禾村", day="2025-06-30")


def test_who_can_know_a_gap_is_named() -> None:
    """A grade is known by its office, a phone by the household (R-FIL-51)."""
    plan = planned(roster(["姓名", "民族", "联系电话"]), village(person(1, name="张三")))

    assert [line.known_by for line in plan.missing] == ["公安", "本户"]
