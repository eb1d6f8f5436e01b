"""The block with the number, opened again."""

import pytest
from tests.files.print.drawn import ADDRESS, a_block
from tests.files.print.reopened import info, ink, words

from qingzhuang.files.print.numberblocks import number_block

pytestmark = pytest.mark.poppler


def test_the_block_says_what_the_law_asks() -> None:
    """Form code, issuer, number, basis, last day and check address, on one A4 sheet (R-PRT-13)."""
    made = number_block(a_block())

    said = words(made)
    assert "(A4)" in info(made)["Page size"]
    assert info(made)["Pages"] == "1"
    for line in (
        "表号：QHMZ-07", "制表机关：青禾县民政局", "准入编号：准入〔2026〕31号",
        "依据文号：青减负函〔2026〕31号", "有效期至：2027年11月30日", ADDRESS,
    ):  # fmt: skip
        assert line in said


def test_the_block_stands_top_right_and_leaves_the_sheet_to_the_form() -> None:
    """Ink only in the right half and the top 60 mm: it may be printed over a form."""
    drawn = ink(number_block(a_block()), 1)

    assert drawn.left > 90
    assert drawn.bottom < 60


def test_the_code_is_large_enough_for_a_cheap_phone() -> None:
    """The code of an address of forty letters is over 20 mm wide, some 0.7 mm a module."""
    code = ink(number_block(a_block()), 1, right_of=165)

    assert code.right - code.left > 20
    assert code.bottom - code.top > 20


def test_a_block_of_long_names_stays_on_its_sheet() -> None:
    """Long names break into lines; nothing runs off the right edge."""
    drawn = ink(number_block(a_block(issuer="县" * 60, basis="W" * 80, form_code="第" * 40)), 1)

    assert drawn.right < 196
