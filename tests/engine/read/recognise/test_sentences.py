"""Gaps in running text: certificates, letters, statements."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.read.recognise.drawing import field_at, paths, read_document

from qingzhuang.engine.read.blanks import blanks_in
from qingzhuang.engine.read.sentences import introduces, is_addressee, sentence_label


def labels(text: str) -> list[str | None]:
    """Labels of the blanks in a text."""
    return [blank.label for blank in blanks_in(text)]


def test_words_that_open_a_sentence_name_no_gap() -> None:
    """兹证明____ asks for a name that no word tells; 身份证号____ is told (R-REC-51)."""
    assert labels("兹证明______，男，身份证号____________，系我村村民。") == [None, "身份证号"]


@pytest.mark.parametrize(
    ("before", "label"),
    [
        ("我单位已受理申请人", "申请人"),
        ("请协助核查其提供的位于", "位于"),
        ("期限", "期限"),
        ("等级", "等级"),
    ],
)
def test_the_noun_or_verb_before_a_gap_is_its_label(before: str, label: str) -> None:
    """Verbs of the sentence before a person or a place do not belong to the label (R-REC-51)."""
    assert sentence_label(before) == label


def test_a_count_may_be_named_behind_its_unit() -> None:
    """共有__次逾期记录: the words behind the unit name the count (R-REC-51)."""
    (blank,) = blanks_in("截至今日共有____次逾期记录，详见下表。")

    assert (blank.label, blank.unit) == ("逾期记录", "次")


def test_a_day_of_birth_is_named_by_what_happened_on_it() -> None:
    """____年__月__日出生 asks for the day of birth (R-REC-51)."""
    assert labels("张某某，____年__月__日出生，住本村。")[0] == "出生"


def test_a_label_with_a_colon_keeps_all_its_words() -> None:
    """共有子女：____ is a label, no sentence (R-REC-51)."""
    assert labels("姓名：______，共有子女：______。") == ["姓名", "共有子女"]


@pytest.mark.parametrize(
    "text", ["核查结果如下：", "现有以下家庭成员：", "附：申请人名单", "家庭成员情况表："]
)
def test_a_colon_that_leads_on_asks_for_nothing(text: str) -> None:
    """What is printed below is the answer (R-REC-51)."""
    assert introduces(text)
    assert blanks_in(text) == ()


@given(st.sampled_from(["住址", "联系电话", "申请理由", "户主姓名", "开户银行", "备注"]))
def test_a_plain_label_with_a_colon_still_asks(label: str) -> None:
    """Labels of cards lead on to nothing printed (R-REC-51)."""
    assert labels(f"{label}：") == [label]


@pytest.mark.parametrize(
    ("text", "is_it"),
    [("青禾县民政局：", True), ("各村民委员会：", True), ("开户银行：", False), ("工作单位：", False)],
)
def test_an_office_with_a_place_before_a_colon_is_spoken_to(text: str, is_it: bool) -> None:
    """某县民政局： says to whom a letter goes; a label that ends like an office does not (R-REC-52)."""
    assert is_addressee(text) is is_it


def test_a_letter_is_read_gap_by_gap() -> None:
    """The addressee is no field, each gap of the sentence is one, the day of signing is one (R-REC-52)."""
    layout = read_document(
        """
        关于核实居民情况的函
        青禾县民政局：
        现将申请人________（身份证号：____________）提供的信息反馈如下，请予核实。
        经办人：          联系电话：
        年   月   日
        """
    )

    assert paths(layout) == {
        "A3#1": "申请人",
        "A3#2": "身份证号",
        "A4#1": "经办人",
        "A4#2": "联系电话",
        "A5": "",
    }


def test_an_addressee_to_be_written_is_one_blank() -> None:
    """________： at the head of a letter and ____民政局： are one blank each (R-REC-52)."""
    assert labels("________________：") == [None]
    assert labels("____________民政局：") == [None]
    assert paths(read_document("申请\n________乡（镇）人民政府：\n本人申请变更账户，请予办理。")) == {
        "A2": ""
    }


def test_sign_for_somebody_is_a_blank() -> None:
    """XXX and 某某 stand where an answer is to be written (R-REC-54)."""
    assert labels("联系人：某某某；联系电话：XXXXXX。") == ["联系人", "联系电话"]
    assert labels("村民：XXX，身份证号：____；XXX，身份证号：____") == ["村民", "身份证号", None, "身份证号"]


def test_day_within_a_sentence_is_no_day_of_signing() -> None:
    """自____年__月__日起 asks; only a day that stands alone is that of the signature (R-REC-54)."""
    layout = read_document("证明\n该户自____年__月__日起居住在本村，情况属实。\n____年__月__日")

    assert field_at(layout, "A2").purpose == "asked"
    assert field_at(layout, "A3").purpose == "signature"


def test_a_day_behind_a_statement_is_that_of_its_signature() -> None:
    """以上属实。签字：  年 月 日 in one cell asks for no day to be known (R-REC-54)."""
    layout = read_document("登记表\n| 住址 |  |\n| 声明 | 以上内容属实。 申请人签字：     年  月  日 |")

    assert [field.purpose for field in layout.fields if field.row == 3] == ["signature", "signature"]


def test_words_that_join_clauses_are_no_part_of_a_label() -> None:
    """补助 元和抚恤金 元，其中男  人 names 抚恤金 and 男 (R-REC-51)."""
    assert labels("可领取丧葬补助 元和抚恤金 元，其中男  人，女  人。")[1:] == ["抚恤金", "男", "女"]


def test_a_seal_mark_behind_a_colon_is_one_signature() -> None:
    """负责人:（签字）  年 月 日 is a signature and its day, no third blank (R-REC-07)."""
    assert labels("负责人:（签字）  年 月 日") == ["负责人", None]
