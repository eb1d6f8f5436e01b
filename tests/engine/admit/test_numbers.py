"""The admission number in all its spellings. Rules R-NUM-01 to R-NUM-03."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.admit.numbers import Number, numbers_in, parse, references_in

numbers = st.builds(Number, st.integers(2000, 2099), st.integers(1, 99_999))
brackets = st.sampled_from(["〔〕", "[]", "［］", "()", "（）", "【】", "{}", "〈〉"])
blanks = st.sampled_from(["", " ", "\u3000", "\u200b"])


@given(numbers)
def test_a_number_is_read_as_it_was_written(number: Number) -> None:
    """Both spellings of ours are read back to the same number, alone and in running text (R-NUM-01)."""
    assert parse(str(number)) == parse(number.code) == number
    assert numbers_in(f"请填《甲表》，{number}，电话{number.code}。") == (number,)


@given(numbers, brackets, blanks, st.sampled_from(["", "第"]), st.sampled_from(["", "准入编号：", "事项"]))
def test_brackets_and_blanks_change_nothing(
    number: Number, bracket: str, blank: str, th: str, before: str
) -> None:
    """Any bracket, blank, width and 第 give the same number (R-NUM-02)."""
    left, right = bracket[0], bracket[1]
    text = f"{before}准入{blank}{left}{number.year}{right}{blank}{th}{number.seq:03d}{blank}号"

    assert parse(text) == number
    assert numbers_in(f"请各村照办（{text}）") == (number,)


@given(numbers, st.data())
def test_what_scanners_confuse_is_read(number: Number, data: st.DataObject) -> None:
    """O for 0, l for 1 and 人 for 入 still give the number, as long as a digit is left in it (R-NUM-02)."""
    noisy = data.draw(st.sampled_from(["准入", "准人", "淮入"]))
    year = str(number.year).replace("0", data.draw(st.sampled_from("0OoＯ")))
    seq = str(number.seq)[:-1] + str(number.seq)[-1].replace("1", "l")

    assert numbers_in(f"{noisy}〔{year}〕{seq}号") == (number,)


@pytest.mark.parametrize(
    ("text", "seqs"),
    [
        ("准入〔2026〕31号、44号", (31, 44)),
        ("准入〔2026〕31、32、44号", (31, 32, 44)),
        ("准入〔2026〕31号和准入〔2026〕44号", (31, 44)),
        ("准入〔2026〕31号、5人参加", (31,)),
        ("准入〔2026〕44号，再说一遍，准入〔2026〕44号", (44,)),
        ("已准入〔2026〕31号", (31,)),
        ("准入2026〕31号", (31,)),
        ("准入编号2026-31，电话0792-2026315", (31,)),
    ],
)
def test_all_numbers_of_a_text_are_found(text: str, seqs: tuple[int, ...]) -> None:
    """Lists of numbers are taken apart, each number once, in the order of the text (R-NUM-02)."""
    assert tuple(number.seq for number in numbers_in(text)) == seqs


@pytest.mark.parametrize(
    "text",
    [
        "青政办〔2026〕31号", "国办函〔2026〕12号", "准入意见〔2026〕5号", "不准入〔2026〕31号",
        "不予准入〔2026〕31号", "未准入〔2026〕31号", "准入2026-03-15前", "自准入2026-12起",
        "联系准入办2026-3112", "0792-2026031",
        "13800002026", "2026年31号", "准入〔2026〕0号", "准入〔1926〕31号", "准入〔2026〕123456号",
        "准入〔2026〕31a号", "请在群里接龙2026-31", "准入〔2026〕lO号",
        "ZR-2026-001", "准入编号：ZR-2026-31", "",
    ],
)  # fmt: skip
def test_what_is_no_admission_number_is_not_taken_for_one(text: str) -> None:
    """Document numbers, days, telephone numbers and refusals hold no admission number (R-NUM-03)."""
    assert numbers_in(text) == ()
    assert parse(text) is None


@pytest.mark.parametrize(
    "text",
    ["〔2026〕31号", "2026-31", "准入2026-31", "准入2026-31号", "zhunru-2026-031", "已准入〔2026〕31号。"],
)
def test_a_box_that_asks_for_a_number_takes_less(text: str) -> None:
    """Typed alone, the word may be missing (R-NUM-02)."""
    assert parse(text) == Number(2026, 31)


@pytest.mark.parametrize(
    "text", ["准入〔2026〕31号 高龄津贴", "准入〔2026〕31号、44号", "31", "2026年3月1日"]
)
def test_more_than_one_number_is_not_one(text: str) -> None:
    """Where something else stands beside it, the text is not a number (R-NUM-02)."""
    assert parse(text) is None


@pytest.mark.parametrize(("year", "seq"), [(1999, 1), (2100, 1), (2026, 0), (2026, 100_000), (2026, -1)])
def test_impossible_numbers_cannot_be_made(year: int, seq: int) -> None:
    """Year and place in the year have bounds (R-NUM-01)."""
    with pytest.raises(ValueError, match=r"year|seq"):
        Number(year, seq)


@given(st.text(max_size=80))
def test_any_text_is_read_without_an_error(text: str) -> None:
    """Whatever is pasted, numbers come back or none; what `parse` takes, `str` writes."""
    assert all(parse(str(each)) == each for each in numbers_in(text))


def test_a_run_of_spaces_costs_nothing() -> None:
    """However many spaces stand behind 准入, looking for numbers takes no time."""
    assert numbers_in("准入" + " " * 20_000 + "〔2026〕31号") == (Number(2026, 31),)


@pytest.mark.parametrize(
    "text", ["ZR-2026-001", "请填甲表（zr—2026—1）", "申请编号ＺＲ－２０２６－００１，ZR-2026-001"]
)
def test_the_reference_of_an_application_is_told_apart(text: str) -> None:
    """ZR-2026-001 names an application in any spelling, and no admission number (R-NUM-14)."""
    assert references_in(text) == ("ZR-2026-001",)
    assert numbers_in(text) == ()
