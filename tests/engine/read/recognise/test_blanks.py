"""Blanks inside a text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.read.blanks import blanks_in

LABELS = st.sampled_from(["申请人", "联系电话", "家庭住址", "填报时间", "开户银行", "与户主关系"])


def test_blanks_behind_numbered_labels_in_one_cell() -> None:
    """
    A prefix with a colon is the parent of every blank that follows; a tick group is one blank
    (R-REC-06).
    """
    found = blanks_in("23住房情况：①房屋性质：  ，房屋  间；③是否危房：□1是□2否")

    assert [(b.label, b.unit, b.options) for b in found] == [
        ("房屋性质", None, ()),
        ("房屋", "间", ()),
        ("是否危房", None, ("是", "否")),
    ]
    assert {b.parents for b in found} == {("23住房情况",)}


def test_numbers_in_a_sentence_stand_before_their_units() -> None:
    """其中 is no parent; the words before a gap and a unit name the blank (R-REC-05)."""
    found = blanks_in("家庭人口情况：总人口数 人，其中：劳动力 人，残疾 人（详见下表）")

    assert [(b.parents, b.label, b.unit) for b in found] == [
        (("家庭人口情况",), "总人口数", "人"),
        (("家庭人口情况",), "劳动力", "人"),
        (("家庭人口情况",), "残疾", "人"),
    ]


def test_date_behind_a_signer_is_a_blank_of_its_own() -> None:
    """
    负责人： asks for a name, the skeleton behind it for a day; 填报时间： asks for the day itself
    (R-REC-07).
    """
    assert [b.is_date for b in blanks_in("负责人：  年 月 日")] == [False, True]
    assert [(b.label, b.is_date) for b in blanks_in("填报时间：  年 月 日")] == [("填报时间", True)]


def test_seal_mark_without_colon_is_no_blank() -> None:
    """（盖章） alone asks for nothing that could be told."""
    assert [b.label for b in blanks_in("该户自愿搬迁。 (盖章) 经办人：")] == ["经办人"]


@pytest.mark.parametrize(
    "text",
    [
        "出生年月",
        "姓    名",
        "法定代表 人",
        "统计截至2024年3月5日",
        "单位：万元",
        "查询结果如下：",
        "1-3个特色产业",
    ],
)
def test_labels_and_statements_hold_no_blank(text: str) -> None:
    """Stretched labels, full dates and statements of a unit ask for nothing (R-REC-08)."""
    assert blanks_in(text) == ()


@given(st.lists(LABELS, min_size=1, max_size=5, unique=True), st.integers(4, 20))
def test_each_label_with_colon_and_room_behind_it_is_one_blank(labels: list[str], room: int) -> None:
    """As many blanks as labels, in their order, however much room there is."""
    text = "".join(f"{label}：{' ' * room}" for label in labels)

    assert [b.label for b in blanks_in(text)] == labels


@given(LABELS, st.integers(2, 30))
def test_underlined_room_is_one_blank(label: str, length: int) -> None:
    """An underline of any length is one blank."""
    assert [b.label for b in blanks_in(f"{label}{'_' * length}")] == [label]
