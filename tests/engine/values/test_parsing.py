"""Parsing: one door for every kind of value."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from tests.engine.values.drawn import ETHNICITY, code_of, value_of

from qingzhuang.engine.problems import Problem
from qingzhuang.engine.values.domain import Domain, Kind, Parsed, Raw
from qingzhuang.engine.values.parsing import is_blank, is_placeholder, parse, says_nothing

KINDS = [
    Domain(kind, ETHNICITY if kind is Kind.CODE else None, "元" if kind is Kind.NUMBER else None)
    for kind in Kind
]


@pytest.mark.parametrize("raw", [None, "", " ", "\u3000", "\t\n", "\u200b", "'", "\ufeff "])
def test_nothing_visible_is_blank(raw: Raw) -> None:
    """R-VAL-70: Blanks, invisible signs and a lone apostrophe are nothing."""
    assert is_blank(raw)


@pytest.mark.parametrize("raw", [0, 0.0, False, "0", "-", "无", "·", "张三"])
def test_zero_and_dashes_are_not_blank(raw: Raw) -> None:
    """R-VAL-70: Zero is a number, and a dash was typed on purpose."""
    assert not is_blank(raw)


@pytest.mark.parametrize("raw", ["-", "—", "——", "/", "\\", "无", "暂无", "不详", "空", " 无 ", "（无）"])
def test_placeholders_are_known(raw: str) -> None:
    """R-VAL-71: What people write so that a cell is not empty."""
    assert is_placeholder(raw)


@pytest.mark.parametrize("raw", [None, 0, "0", "无业", "有", "吴"])
def test_words_and_numbers_are_no_placeholders(raw: Raw) -> None:
    """R-VAL-71: 无业 is an answer."""
    assert not is_placeholder(raw)


def test_wu_is_an_answer_where_none_can_be_one() -> None:
    """R-VAL-71: 无 under 有无残疾 is 否, under 既往病史 none; under 联系电话 it says nothing."""
    assert not says_nothing("无", Domain(Kind.TEXT))
    assert says_nothing("—", Domain(Kind.TEXT))
    assert says_nothing("不详", Domain(Kind.TEXT))
    assert not says_nothing("无", Domain(Kind.BOOLEAN))
    assert says_nothing("无", Domain(Kind.PHONE))
    assert says_nothing("—", Domain(Kind.BOOLEAN))
    assert says_nothing("/", Domain(Kind.CODE, ETHNICITY))
    assert not says_nothing("汉", Domain(Kind.CODE, ETHNICITY))


@pytest.mark.parametrize("error", ["#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", " #REF! "])
@pytest.mark.parametrize("domain", KINDS)
def test_a_formula_error_is_never_a_value(error: str, domain: Domain) -> None:
    """R-VAL-72: The result of a broken formula enters nothing, not even free text."""
    assert code_of(parse(error, domain)) == "FORMULA_ERROR"


@pytest.mark.parametrize("domain", KINDS)
@pytest.mark.parametrize("raw", [None, "", "  ", "\u3000"])
def test_a_blank_is_an_empty_value_of_every_kind(raw: Raw, domain: Domain) -> None:
    """R-VAL-70: Nothing said is no problem."""
    assert parse(raw, domain) == Parsed("")


raws = st.one_of(
    st.text(max_size=20), st.integers(-(10**20), 10**20), st.floats(), st.booleans(), st.dates(), st.none()
)


@given(raws, st.sampled_from(KINDS))
def test_any_cell_gives_a_value_or_a_problem_with_a_sentence(raw: Raw, domain: Domain) -> None:
    """R-VAL-72: Parsing never crashes, and every problem can be said."""
    found = parse(raw, domain)

    assert isinstance(found, Parsed) or (isinstance(found, Problem) and found.sentence)


@given(
    st.one_of(st.text(max_size=20), st.text("0123456789Xx-./年月日,元万%是否有无 　", max_size=20)),
    st.sampled_from(KINDS),
)
@example("000X0", Domain(Kind.PHONE))
def test_a_canonical_value_is_parsed_unchanged(text: str, domain: Domain) -> None:
    """R-VAL-72: parse(parse(x)) is parse(x), for every kind."""
    found = parse(text, domain)

    if isinstance(found, Parsed):
        again = parse(found.value, domain)

        assert isinstance(again, Parsed)
        assert again.value == found.value


def test_a_number_cell_in_a_text_column_reads_as_shown() -> None:
    """R-VAL-72: A house number typed as 12 is the text 12."""
    assert value_of(12.0, Kind.TEXT) == "12"


def test_a_number_is_no_name() -> None:
    """R-VAL-72: A number under 姓名 stands in the wrong column."""
    assert code_of(parse(12, Domain(Kind.NAME))) == "NUMBER_AS_NAME"
