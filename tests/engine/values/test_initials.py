"""Found by what people type."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.values.initials import initials, is_found_by


@pytest.mark.parametrize("typed", ["张桂", "zgl", "ZGL", "zhanggui", " 桂兰 ", "ｚｇｌ", ""])
def test_a_name_is_found_by_words_pinyin_and_first_letters(typed: str) -> None:
    """R-ORG-01: parts of the name, its pinyin and first letters mean it; nothing typed means all."""
    assert is_found_by("张桂兰", typed)


def test_another_name_is_not_found() -> None:
    """R-ORG-01: letters that the name does not have do not mean it."""
    assert not is_found_by("张桂兰", "wcx")


def test_digits_and_letters_stay() -> None:
    """R-ORG-01: what is no Chinese is found as written."""
    assert initials("柳河镇1组A") == "lhz1za"


@given(st.text())
def test_every_text_finds_itself(text: str) -> None:
    """R-ORG-01: whatever a name is, its own first letters mean it."""
    assert is_found_by(text, initials(text))
