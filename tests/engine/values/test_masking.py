"""What is hidden on pages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.values.masking import masked


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("36099919550307123X", "360999********123X"),
        ("360999550307123", "360999********7123"[:14] + "7123"),
        ("13800008000", "138****8000"),
        ("6222020200012345678", "尾号5678"),
        ("19550307", "19550307"),
        ("五组18号", "五组18号"),
        ("86.5", "86.5"),
    ],
)
def test_what_identifies_is_hidden_in_the_middle(text: str, shown: str) -> None:
    """Identity numbers, mobiles and accounts lose their middle; days, addresses and amounts stay."""
    assert masked(text) == shown


@given(st.from_regex(r"[1-9][0-9]{16}[0-9X]", fullmatch=True))
def test_no_identity_number_survives(number: str) -> None:
    """Whatever 18 characters an identity number has, they never all stand on the page."""
    assert number not in masked(f"张某 {number}，本村")


@given(st.text())
def test_masking_twice_is_masking_once(text: str) -> None:
    """A page that masks what was masked already changes nothing."""
    assert masked(masked(text)) == masked(text)
