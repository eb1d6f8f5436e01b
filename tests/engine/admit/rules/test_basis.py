"""What counts as a basis."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.admit.rules.basis import document_number, names_basis

ON = "2026-11-22"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("准入〔2026〕31号", "准入〔2026〕31号"),
        ("按照县政办〔2026〕12号执行", "县政办〔2026〕12号"),
        ("国办函[2026]12号", "国办函〔2026〕12号"),
        ("厅字（2022）28号", "厅字〔2022〕28号"),
        ("民发【2025】7 号", "民发〔2025〕7号"),
        ("《关于…的通知》（民函〔2024〕105号）第三条", "民函〔2024〕105号"),
    ],
)
def test_a_document_number_is_read_in_the_brackets_people_type(text: str, wanted: str) -> None:
    """The number comes back as GB/T 9704 writes it. R-PCK-06."""
    assert document_number(text, on=ON) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "按上级要求",
        "〔2026〕31号",
        "民发〔2031〕7号",
        "民发〔1900〕7号",
        "民发〔2026〕007号",
        "民发〔2026〕",
        "",
    ],
)
def test_what_is_no_document_number(text: str) -> None:
    """No office, a year to come, a leading zero or no number: not well-formed. R-PCK-06."""
    assert document_number(text, on=ON) == ""


@pytest.mark.parametrize(
    "text", ["《中华人民共和国统计法》第六条", "国务院令第809号", "民政部令第 52 号", "《社会救助暂行办法》"]
)
def test_laws_and_orders_are_a_basis(text: str) -> None:
    """A law by its name or an order by its number can be looked up. R-PCK-06."""
    assert names_basis(text, on=ON)


@pytest.mark.parametrize("text", ["按上级要求", "领导批示", "工作需要", "《工作通知》", "根据会议精神", ""])
def test_wishes_from_above_are_no_basis(text: str) -> None:
    """“按上级要求” alone is no basis. R-PCK-06."""
    assert not names_basis(text, on=ON)


@given(st.integers(1949, 2026), st.integers(1, 99999), st.sampled_from(("〔〕", "[]", "()", "（）", "【】")))
def test_every_well_formed_number_comes_back(year: int, number: int, brackets: str) -> None:
    """Year and number survive, whatever brackets were typed. R-PCK-06."""
    typed = f"县委办{brackets[0]}{year}{brackets[1]}{number}号"

    assert document_number(typed, on=ON) == f"县委办〔{year}〕{number}号"
