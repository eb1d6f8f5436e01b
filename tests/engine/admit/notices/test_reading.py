"""What is read out of a pasted notice or an uploaded form. Rules R-NTC-01, R-NTC-02, R-NTC-08."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.admit.domain import Frequency, Kind
from qingzhuang.engine.admit.notices.offices import is_other_office
from qingzhuang.engine.admit.notices.reading import LONGEST, Notice, notice_of_form, read_notice
from qingzhuang.engine.admit.numbers import Number


def test_a_whole_notice_is_read() -> None:
    """Number, title, kind, office, deadline, rhythm, columns and extra demands are all found (R-NTC-01)."""
    found = read_notice(
        "根据《政务数据共享条例》，请各村于11月25日下班前填报《冬季取暖用电排查表》（准入〔2026〕44号），"
        "内容包括姓名、住址、电线年限等，每周一报，完成后截图接龙，不用打卡。\n青山县应急管理局\n2026年11月20日"
    )

    assert found.numbers == (Number(2026, 44),)
    assert found.titles == ("冬季取暖用电排查表",)
    assert found.kind is Kind.FORM
    assert found.office == "青山县应急管理局"
    assert found.deadlines == ("于11月25日下班前",)
    assert found.frequency is Frequency.WEEKLY
    assert found.fields == ("姓名", "住址", "电线年限")
    assert found.features == ("接龙", "截图")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("请各村新建乡贤台账", Kind.LEDGER),
        ("请填报村医工资统计表", Kind.FORM),
        ("在群里接龙报数", Kind.FORM),
        ("明天上午召开防汛调度会", Kind.MEETING),
        ("县督查组下周来", Kind.INSPECTION),
        ("工作不力的年底考核", Kind.INDICATOR),
        ("请下载青山云App", Kind.APP),
        ("制度要上墙", Kind.SIGNBOARD),
        ("请交半年工作总结", Kind.DOCUMENT),
        ("请给他开具居住证明", Kind.PROOF),
        ("请开展入户宣传", Kind.TASK),
        ("明天停电", None),
        ("小王表现很好", None),
    ],
)
def test_the_kind_is_told_by_its_words(text: str, kind: Kind | None) -> None:
    """Each of the ten kinds has its words; news has none (R-NTC-01)."""
    assert read_notice(text).kind is kind


@pytest.mark.parametrize(
    ("text", "features"),
    [
        ("到岗打卡，拍照上传，全镇排名", ("打卡", "排名", "拍照")),
        ("不用打卡，无需拍照，严禁排名", ()),
        ("不得要求村干部截图、接龙", ()),
        ("请扫码进群，关注县融媒公众号，转发朋友圈", ("转发点赞", "关注公众号", "建群")),
        ("开视频会", ()),
        ("纳入年终考核", ("列入考核",)),
        ("不打卡，但是要接龙", ("接龙",)),
    ],
)
def test_extra_demands_are_named(text: str, features: tuple[str, ...]) -> None:
    """What is demanded is found; what is said not to be needed is not (R-NTC-01)."""
    assert read_notice(text).features == features


@pytest.mark.parametrize(
    ("text", "frequency"),
    [
        ("每天下午五点前报数", Frequency.DAILY),
        ("每月25日前更新", Frequency.MONTHLY),
        ("每周五报，月底每日一报", Frequency.DAILY),
        ("不用每天报", None),
        ("每天早上阳光很好", None),
        ("四季度核定表", None),
    ],
)
def test_the_rhythm_is_the_quickest_that_is_asked(text: str, frequency: Frequency | None) -> None:
    """Only a clause that asks for something says how often (R-NTC-01)."""
    assert read_notice(text).frequency is frequency


@pytest.mark.parametrize(
    ("text", "office"),
    [
        ("请填表。\n青山县民政局\n2026年11月20日", "青山县民政局"),
        ("【县应急局】请各村排查", "县应急局"),
        ("县水利局要求各村建台账", "县水利局"),
        ("请填表。\n制表机关：县统计局\n青石镇人民政府", "县统计局"),
        ("请各村支部上报", ""),
        ("到县减负办申请", ""),
        ("请全部报来", ""),
    ],
)
def test_the_office_is_named_or_left_open(text: str, office: str) -> None:
    """Print, signature, bracket, then 某局要求; otherwise nobody is named (R-NTC-02)."""
    assert read_notice(text).office == office


@pytest.mark.parametrize(
    ("named", "offices", "is_other"),
    [
        ("青山县水利局", ("县民政局",), True),
        ("民政局", ("县民政局",), False),
        ("青山县应急管理局", ("县应急局",), False),
        ("青石镇人民政府", ("县民政局",), False),
        ("县残联", ("县民政局", "县残联"), False),
        ("", ("县民政局",), False),
        ("县水利局", ("",), False),
    ],
)
def test_another_office_is_told_only_surely(named: str, offices: tuple[str, ...], is_other: bool) -> None:
    """Short and long names are one office; a town hands on; what is not known is no other (R-NTC-02)."""
    assert is_other_office(named, offices) is is_other


def test_a_form_is_read_like_a_notice() -> None:
    """Title, columns, and the printed block of an uploaded form give a notice (R-NTC-08)."""
    found = notice_of_form(
        "附件1：高龄津贴核定表.xlsx",
        ["序号", "姓名", "身份证号码", " ", "姓名"],
        ["准入编号：准入〔2026〕31号", "制表机关：青山县民政局", "填表说明：每季报一次"],
    )

    assert found.numbers == (Number(2026, 31),)
    assert found.fields == ("序号", "姓名", "身份证号码")
    assert found.office == "青山县民政局"
    assert found.kind is Kind.FORM
    assert found.frequency is Frequency.QUARTERLY


@given(st.text(max_size=300))
def test_any_text_is_read(text: str) -> None:
    """Whatever is pasted, a notice comes back."""
    assert isinstance(read_notice(text), Notice)


@pytest.mark.parametrize(
    "piece", ["请各村填报", "表", "填写一、", "不用打卡、", "准入〔2026〕", " ", "《", "县", "另报"]
)
def test_long_texts_are_read_in_time(piece: str) -> None:
    """Six thousand characters of anything are read within a second; the rest is said not to be read."""
    text = (piece * (LONGEST + 1))[: LONGEST + 1]
    start = time.perf_counter()

    found = read_notice(text)

    assert time.perf_counter() - start < 1.0
    assert found.is_cut
