"""Texts made ready for paper."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.files.print.printable import as_data, day_in_words, length, printable


def test_a_day_is_written_without_leading_zeros() -> None:
    """Arabic numerals, no zeros in front (R-PRT-04)."""
    assert day_in_words(date(2026, 3, 5)) == "2026年3月5日"


@given(st.text())
def test_no_character_that_acts_reaches_the_paper(text: str) -> None:
    """No control character but the line break, no half of a pair, no change of direction (R-PRT-09)."""
    shown = printable(text + "\x00\x1b\u202e\u2066\ud800\r\n")

    assert not set(shown) & set("\x00\x1b\x7f\x85\r\t\u202a\u202e\u2066\u2069\ufeff")
    assert shown.encode("utf-8").decode("utf-8") == shown


@given(st.text(st.characters(categories=("L", "N", "P", "S", "Zs"))))
def test_words_are_kept_letter_for_letter(text: str) -> None:
    """Places to break are all that is added to ordinary writing."""
    assert printable(text).replace("\u200b", "") == text.replace("\u200b", "")


def test_a_long_word_may_break_and_a_short_one_may_not() -> None:
    """Twenty letters stay together, twenty-one may be broken anywhere (R-PRT-09)."""
    assert printable("a" * 20) == "a" * 20
    assert printable("a" * 21) == "\u200b".join("a" * 21)


def test_an_accent_is_not_torn_from_its_letter() -> None:
    """No place to break stands before a combining mark."""
    assert "\u200b\u0301" not in printable("e\u0301" * 20)


def test_what_is_no_paper_is_our_own_mistake() -> None:
    """Only texts, days, numbers, tuples and the values of papers are printed."""
    with pytest.raises(ValueError, match="set"):
        as_data({1, 2})


def test_all_texts_count() -> None:
    """The length of a paper is that of all its texts, however deep they stand."""
    assert length(as_data(("四个字呀", ("两字", date(2026, 1, 1)), 5, None))) == 4 + 2 + len("2026年1月1日")
