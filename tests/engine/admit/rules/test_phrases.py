"""Which words a text demands, and which it only denies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.admit.rules.phrases import demanded

WORDS = ("打卡", "签到", "排名", "积分", "上传照片", "轨迹")
BUT = ("会议签到", "积分超市")


def said(text: str) -> list[str]:
    """The words of the list that the text demands, in the order of the text."""
    return [phrase.word for phrase in demanded(text, WORDS, but=BUT)]


@pytest.mark.parametrize(
    "text",
    [
        "不打卡",
        "不打卡不排名",
        "不打卡、签到、排名",
        "不打卡，也不扣分",
        "不打卡不通报",
        "不得要求网格员每天到点打卡",
        "以下做法一律禁止：打卡、签到、排名",
        "取消打卡和积分",
        "没有排名",
        "无需上传照片",
        "不再统计轨迹、不排名",
        "打卡一律取消",
        "上传照片自愿",
        "打卡不作要求",
        "未设打卡",
        "避免变相打卡",
        "会议签到表一份",
        "到积分超市换东西",
        "不 打 卡",
        "不得不写清楚：不打卡",
        "",
        "按月报一次",
    ],
)
def test_what_is_denied_is_not_demanded(text: str) -> None:
    """Negation before or behind the word, over lists and in the clause, is understood. R-PCK-05."""
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("每天打卡", ["打卡"]),
        ("每天打 卡，按月排名", ["打卡", "排名"]),
        ("不按月报，但要打卡", ["打卡"]),
        ("不用填表。每天打卡", ["打卡"]),
        ("不少于3次打卡", ["打卡"]),
        ("不得不打卡", ["打卡"]),
        ("不得漏打卡", ["打卡"]),
        ("严禁取消打卡", ["打卡"]),
        ("不打卡的扣2分", ["打卡"]),
        ("未打卡的，通报", ["打卡"]),
        ("不签到，扣分", ["签到"]),
        ("不影响打卡", ["打卡"]),
        ("用无人机轨迹核对", ["轨迹"]),
        ("不得要求少数民族村另报，要打卡", ["打卡"]),
        ("打卡不得取消", ["打卡"]),
        ("不要纸质表，改为上传照片", ["上传照片"]),
        ("会议签到后，下村签到", ["签到"]),
        ("打卡，打卡，打卡", ["打卡"]),
    ],
)
def test_what_is_demanded_is_found(text: str, wanted: list[str]) -> None:
    """Double negation, a turn in the clause and threats to those who do not are demands. R-PCK-05."""
    assert said(text) == wanted


def test_a_phrase_shows_the_clause_it_stands_in() -> None:
    """The reviewer sees the applicant's own words."""
    found = demanded("下村要巡查，每天打卡三次。", WORDS)

    assert [phrase.clause for phrase in found] == ["每天打卡三次"]


@given(st.text(max_size=60))
def test_no_text_breaks_the_reader(text: str) -> None:
    """Any text is read, and only words of the list come back."""
    assert {phrase.word for phrase in demanded(text, WORDS)} <= set(WORDS)


@given(st.sampled_from(WORDS), st.sampled_from(("不", "不得", "严禁", "不设", "无需", "取消")))
def test_a_negating_sign_before_a_word_takes_it_away(word: str, sign: str) -> None:
    """Each word alone is demanded, and with a sign of negation before it is not. R-PCK-05."""
    assert said(word) == [word]
    assert said(sign + word) == []
