"""该不该填，查一查: invented notices and the answers they get. Rules R-NTC-03 to R-NTC-08."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.admit.admissions import DUTIES, QINGHE, REGISTER, TODAY, Duty, matter
from tests.engine.admit.notices.invented import ALL, Drawn

from qingzhuang.engine.admit.domain import Frequency, ListClass
from qingzhuang.engine.admit.notices.answering import answer
from qingzhuang.engine.admit.notices.answers import Answer, Verdict
from qingzhuang.engine.admit.notices.bounds import beyond_fields, label_meaning
from qingzhuang.engine.admit.notices.reading import Notice, notice_of_form, read_notice
from qingzhuang.engine.admit.notices.register import register_of
from qingzhuang.engine.admit.numbers import numbers_in
from qingzhuang.engine.admit.standing import standing
from qingzhuang.engine.admit.titles import title_key
from qingzhuang.engine.problems.notices import NoticesCode as Code

READY = register_of(REGISTER)


def told(text: str) -> Answer:
    """What the clerk of 青禾村 is told today."""
    return of_notice(read_notice(text))


def of_notice(notice: Notice) -> Answer:
    """The same, for a notice that was read."""
    return answer(notice, admitted=READY, duties=DUTIES, on=TODAY, region=QINGHE)


@pytest.mark.parametrize("drawn", ALL, ids=lambda drawn: drawn.text[:24])
def test_each_notice_gets_its_answer(drawn: Drawn) -> None:
    """Every invented notice gets its verdict and reason (R-NTC-03 to R-NTC-07)."""
    found = told(drawn.text)

    assert (found.verdict, found.reason.code) == (drawn.verdict, drawn.reason)


def test_the_table_holds_many_of_each() -> None:
    """At least sixty notices, at least ten of each verdict."""
    counted = Counter(drawn.verdict for drawn in ALL)

    assert len(ALL) >= 60
    assert min(counted[verdict] for verdict in Verdict) >= 10


@pytest.mark.parametrize("drawn", ALL, ids=lambda drawn: drawn.text[:24])
def test_every_sentence_is_whole(drawn: Drawn) -> None:
    """Reason, way and notes fill their places and end as sentences."""
    found = told(drawn.text)

    for problem in (found.reason, found.way, *found.notes):
        assert problem.sentence.endswith("。")
        assert "{" not in problem.sentence
        assert not any(word in problem.sentence for word in ("务必", "立即", "高度重视"))


pieces = st.sampled_from(
    [
        *(f"《{each.title}》" for each in REGISTER),
        *(each.title for each in REGISTER),
        *(str(each.number) for each in REGISTER),
        "准入〔2026〕99号", "青政办〔2026〕31号", "《村医工资统计表》", "村医工资统计表", "请填报", "请各村",
        "，", "。", "\n", "每天报", "打卡", "不用打卡", "截图", "青山县水利局", "县民政局", "此件不用准入号",
        "另报", "参照", "汇总", "附表", "填写姓名、银行卡号", "三季度", "2025年",
    ]
)  # fmt: skip


@given(st.lists(pieces, max_size=7).map("".join))
def test_admitted_is_said_only_of_what_fits(text: str) -> None:
    """
    Whatever is put together: 已准入 means that every number in the text is known and good here today, that
    the words of its title stand in the text, and that every title quoted is one of theirs (R-NTC-03).
    """
    found = told(text)

    if found.verdict is Verdict.ADMITTED:
        known = [READY.by_number[number] for number in numbers_in(text)]
        closed = text.replace("\n", "")
        words = [title_key(each.title).words for each in known]
        assert known
        assert all(standing(each, on=TODAY, region=QINGHE).is_good for each in known)
        assert all(title_key(each.title).words in closed for each in found.admitted)
        assert all(title_key(title).words in words for title in read_notice(text).titles)
        assert "每天报" not in text
        assert "银行卡号" not in text or not all(each.fields for each in found.admitted)


@given(st.lists(pieces, max_size=6).map("".join))
def test_without_a_number_nothing_is_admitted(text: str) -> None:
    """A text in which no admission number stands is never called admitted (R-NTC-04)."""
    assert told(text).verdict is not Verdict.ADMITTED or numbers_in(text)


def test_elsewhere_and_later_the_answer_changes() -> None:
    """What counts here today counts neither in another county nor next year."""
    notice = read_notice("《高龄津贴核定表》准入〔2026〕31号")

    for on, region in ((TODAY, "360998101205"), ("2027-01-01", QINGHE)):
        assert answer(notice, admitted=REGISTER, on=on, region=region).verdict is Verdict.NOT_VALID


def test_an_admitted_answer_says_until_when() -> None:
    """Of several numbers the first end is told."""
    register = [matter(1, "甲地排查表", ends_on="2026-12-01"), matter(2, "乙地排查表")]

    found = answer(
        read_notice("《甲地排查表》《乙地排查表》准入〔2026〕1号、2号"),
        admitted=register,
        on=TODAY,
        region=QINGHE,
    )

    assert found.verdict is Verdict.ADMITTED
    assert found.until == "2026-12-01"
    assert "2026年12月1日" in found.sentence


def test_candidates_are_shown() -> None:
    """In doubt, the near matters are listed with how they stand, the likest first (R-NTC-04)."""
    found = told("请报《低保对象和边缘家庭核查表》")

    assert {each.admitted.title for each in found.candidates[:2]} == {"低保对象核查表", "低保边缘家庭核查表"}
    assert all(each.standing.is_good for each in found.candidates)


FORM = ("高龄津贴核定表", ["准入编号：准入〔2026〕31号", "制表机关：青山县民政局"])


@pytest.mark.parametrize(
    ("labels", "beyond"),
    [
        (["序号", "姓名", "公民身份号码", "年龄", "手机号", "津贴金额（元）", "备注"], ()),
        (["姓名", "银行卡号", "健康状况", "填表人"], ("银行卡号", "健康状况")),
        (["村名", "姓名", "户主姓名"], ("户主姓名",)),
    ],
)
def test_a_form_is_held_against_the_admitted_columns(labels: list[str], beyond: tuple[str, ...]) -> None:
    """Spellings are one column; what belongs to every sheet is not counted; the rest is named (R-NTC-06)."""
    title, printed = FORM

    found = of_notice(notice_of_form(title, labels, printed))

    assert found.fields == beyond
    assert found.verdict is (Verdict.NOT_VALID if beyond else Verdict.ADMITTED)


def test_a_form_without_a_number_is_not_admitted() -> None:
    """Same title, same columns, no number printed: in doubt, with the matter shown (R-NTC-08)."""
    found = of_notice(notice_of_form("高龄津贴核定表", ["姓名"], []))

    assert (found.verdict, found.reason.code) == (Verdict.UNSURE, Code.SAME_TITLE)
    assert found.candidates[0].admitted.number.seq == 31


def test_the_catalogue_may_say_what_labels_mean() -> None:
    """Labels of other words are one column where the caller knows that they mean one thing (R-NTC-06)."""
    means = {"补贴款": "money", "津贴金额": "money"}

    found = beyond_fields(
        ["补贴款"], ["津贴金额"], meaning=lambda label: means.get(label, label_meaning(label))
    )

    assert found == ()


def test_columns_never_written_down_are_said_not_to_be_compared() -> None:
    """A number without columns is admitted with that note (R-NTC-06)."""
    found = told("《冬季取暖用电排查表》准入〔2026〕44号，填写姓名、住址")

    assert found.verdict is Verdict.ADMITTED
    assert [note.code for note in found.notes] == [Code.FIELDS_UNWRITTEN]


@pytest.mark.parametrize(
    ("features", "verdict"),
    [
        (("每处隐患拍照一张",), Verdict.ADMITTED),
        (("拍照",), Verdict.ADMITTED),
        (("不用拍照",), Verdict.NOT_VALID),
    ],
)
def test_what_the_admission_allows_may_be_asked(features: tuple[str, ...], verdict: Verdict) -> None:
    """Demands are read out of the words of the admission, as those of the notice are (R-NTC-06)."""
    register = [matter(1, "甲地排查表", features=features)]

    found = answer(
        read_notice("《甲地排查表》准入〔2026〕1号，请拍照"), admitted=register, on=TODAY, region=QINGHE
    )

    assert found.verdict is verdict


def test_no_rhythm_written_down_counts_as_once() -> None:
    """An admission that names no rhythm does not serve a monthly one (R-NTC-06)."""
    register = [replace(matter(1, "甲地排查表"), frequency=None)]
    notice = read_notice("《甲地排查表》准入〔2026〕1号，每月报一次")

    found = answer(notice, admitted=register, on=TODAY, region=QINGHE)

    assert found.reason.code is Code.OFTENER
    assert notice.frequency is Frequency.MONTHLY


def test_a_notice_longer_than_is_read_is_never_admitted() -> None:
    """What stands behind the end was not read, so the answer is in doubt (R-NTC-01)."""
    found = told("《高龄津贴核定表》准入〔2026〕31号。" + "好。" * 4000)

    assert (found.verdict, found.reason.code) == (Verdict.UNSURE, Code.TOO_LONG)


def test_the_lists_are_asked_too() -> None:
    """A form about the village's own work is not admitted, and the note says the work is (R-NTC-07)."""
    found = told("请报森林防火宣传情况统计表")

    assert [note.code for note in found.notes] == [Code.DUTY_BUT_FORM]


def test_what_is_off_every_list_adds_nothing() -> None:
    """An item that stands on no list changes nothing."""
    duties = [Duty("村医工资统计", ListClass.OFF_LIST)]

    found = answer(read_notice("请报《村医工资统计表》"), admitted=(), duties=duties, on=TODAY, region=QINGHE)

    assert (found.reason.code, found.notes) == (Code.NO_NUMBER, ())


def test_a_register_holds_a_number_once() -> None:
    """One number for two matters is our mistake, and is not searched."""
    with pytest.raises(ValueError, match="twice"):
        register_of([matter(1, "甲表"), matter(1, "乙表")])
