"""Endings, stars, item numbers, traditional characters and advice on marks in labels."""

import pytest

from qingzhuang.engine.read.match import Binding
from qingzhuang.engine.read.matching import match_label
from qingzhuang.files.reference.catalogue import load_catalogue

CATALOGUE = load_catalogue()


def bound(label: str) -> str | None:
    """The key this label is bound to without a question; None if it is asked or unknown."""
    found = match_label(label, catalogue=CATALOGUE)
    return found.key if found.binding is Binding.AUTO else None


@pytest.mark.parametrize(
    ("label", "code"),
    [("入党年月日", "person.party_join_date"), ("残疾人证编码", "person.disability_cert_no")],
)
def test_usual_endings_are_exchanged_where_the_kind_of_value_fits(label: str, code: str) -> None:
    """R-MAT-03: 时间 and 日期, 号码 and 编号 say the same of a day or a number."""
    assert bound(label) == code


@pytest.mark.parametrize(
    ("label", "code"),
    [
        *(
            ("戶籍地址", "person.hukou_address"),
            ("聯繫電話", "person.phone"),
            ("銀行賬號", "person.bank_account"),
        ),
        *(("身份證號碼", "person.id_number"), ("備註", "record.remark"), ("序號", "record.serial")),
    ],
)
def test_traditional_characters_are_read_as_simplified_ones(label: str, code: str) -> None:
    """R-MAT-02: 戶籍地址 is 户籍地址."""
    assert bound(label) == code


@pytest.mark.parametrize(
    ("label", "code"),
    [("01*姓名", "person.name"), ("姓名*（必填）", "person.name"), ("06户籍地址", "person.hukou_address")],
)
def test_stars_and_item_numbers_anywhere_are_no_part_of_a_label(label: str, code: str) -> None:
    """R-MAT-02: marks of required blanks and running numbers are dropped."""
    assert bound(label) == code


@pytest.mark.parametrize(
    "label",
    ["是否党员（是填1，否填0）", "是否党员（是打√，否打×）", "是否党员（1=是，0=否）", "是否党员（是/否）"],
)
def test_how_to_mark_yes_and_no_is_advice(label: str) -> None:
    """R-MAT-02: 是填1 tells how to write a yes."""
    assert bound(label) == "person.party_member"
