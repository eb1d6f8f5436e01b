"""Numbers and units: plain decimals in the element's own unit, nothing guessed."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.values.drawn import code_of, parsed, value_of

from qingzhuang.engine.values.domain import Domain, Kind, Raw
from qingzhuang.engine.values.numbers import as_decimal, parse_number
from qingzhuang.engine.values.units import is_plain_unit, normalise_unit, plain, ratio, to_decimal, unit_of


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("1,234.50", "1234.5"),
        ("¥1,234.50", "1234.5"),
        ("￥1，234.50元", "1234.5"),
        ("１，２３４．５０", "1234.5"),
        ("1,234,567", "1234567"),
        ("1234.50元", "1234.5"),
        ("人民币1234.5元", "1234.5"),
        ("-5", "-5"),
        ("−5", "-5"),
        ("007", "7"),
        ("0.50", "0.5"),
        (".5", "0.5"),
        ("-0", "0"),
        (" 12 ", "12"),
        ("'12", "12"),
        (12, "12"),
        (12.0, "12"),
        (0.1 + 0.2, "0.3"),
        (1234.56, "1234.56"),
        ("3.5万元", "35000"),
        ("3.5万", "35000"),
        ("2百元", "200"),
        ("0.3亿元", "30000000"),
        ("300元/月", "300"),
    ],
)
def test_amounts_become_plain_decimals_in_yuan(typed: Raw, stored: str) -> None:
    """R-VAL-40: Separators, currency signs, width and trailing zeros are no part of an amount."""
    assert value_of(typed, Kind.NUMBER, unit="元") == stored


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1.234,50", "NUMBER_AMBIGUOUS"),
        ("1,23", "NUMBER_AMBIGUOUS"),
        ("12,34,567", "NUMBER_AMBIGUOUS"),
        ("壹仟", "NUMBER_CHINESE"),
        ("壹仟元整", "NUMBER_CHINESE"),
        ("三千", "NUMBER_CHINESE"),
        ("约3000", "NUMBER_SHAPE"),
        ("3000-5000", "NUMBER_SHAPE"),
        ("3000多", "NUMBER_SHAPE"),
        ("1.2.3", "NUMBER_SHAPE"),
        ("1e3", "NUMBER_SHAPE"),
        ("3 5", "NUMBER_SHAPE"),
        ("无", "NUMBER_SHAPE"),
        (True, "NUMBER_SHAPE"),
        (float("inf"), "NUMBER_SHAPE"),
        ("3亩", "UNIT_MISMATCH"),
        ("3户", "UNIT_MISMATCH"),
    ],
)
def test_what_would_need_a_guess_is_refused(typed: Raw, code: str) -> None:
    """R-VAL-44: Ambiguous separators, Chinese numerals, ranges, vague words and other units are asked."""
    assert code_of(parse_number(typed, "元")) == code


@pytest.mark.parametrize(
    ("typed", "printed", "unit", "stored"),
    [
        ("3.5万元", "元", "元", "35000"),
        ("120平方米", "亩", "平方米", "120"),
        ("3亩", "公顷", "亩", "3"),
    ],
)
def test_a_unit_in_the_value_wins_over_the_header(typed: str, printed: str, unit: str, stored: str) -> None:
    """R-VAL-43: Who writes the unit beside the number means it."""
    assert value_of(typed, Kind.NUMBER, unit=unit, printed=printed) == stored


@pytest.mark.parametrize(
    ("typed", "printed", "unit", "stored"),
    [
        ("3.5", "万元", "元", "35000"),
        (2, "公顷", "亩", "30"),
        ("1.5", "亩", "平方米", "1000"),
        ("100", "㎡", "平方米", "100"),
        ("120", "m2", "亩", "0.18"),
        ("2", "平方公里", "亩", "3000"),
        ("2", "小时", "分钟", "120"),
        ("1.5", "公里", "米", "1500"),
        ("12", "千米", "公里", "12"),
        ("2", "年", "月", "24"),
        ("5", None, "亩", "5"),
        ("5", "（亩）", "亩", "5"),
    ],
)
def test_the_headers_unit_is_converted(typed: Raw, printed: str | None, unit: str, stored: str) -> None:
    """R-VAL-42: Two known units are converted exactly; without a unit it is the element's."""
    assert value_of(typed, Kind.NUMBER, unit=unit, printed=printed) == stored


def test_a_conversion_is_reported_and_a_synonym_is_not() -> None:
    """R-VAL-42: 万元 to 元 is a repair that people see; ㎡ and 平方米 are one unit."""
    assert parsed("3.5万元", Domain(Kind.NUMBER, unit="元")).repairs == ("由“万元”换算成“元”",)
    assert parsed("120㎡", Domain(Kind.NUMBER, unit="平方米")).repairs == ()


def test_a_unit_without_an_element_unit_is_dropped_with_a_warning_or_refused() -> None:
    """R-VAL-42: 5人 is five of whatever is counted; 3.5万元 of nothing is a guess."""
    bare = Domain(Kind.NUMBER)

    assert parsed("5人", bare).warnings == ("单位“人”没有记下",)
    assert code_of(parse_number("3.5万元")) == "UNIT_EXTRA"


@pytest.mark.parametrize(("typed", "stored"), [("3亩5分", "3.5"), ("3亩", "3"), ("0亩8分5厘", "0.85")])
def test_land_in_mu_and_fen_is_read(typed: str, stored: str) -> None:
    """R-VAL-42: One 亩 is ten 分, one 分 ten 厘, as contracts write it."""
    assert value_of(typed, Kind.NUMBER, unit="亩") == stored


def test_people_and_households_are_never_exchanged() -> None:
    """R-VAL-44: 3户 is no number of people."""
    assert code_of(parse_number("3户", "人")) == "UNIT_MISMATCH"
    assert value_of("3口", Kind.NUMBER, unit="人") == "3"


def test_percent_stays_percent() -> None:
    """R-VAL-40: 85% in an element counted in % is 85."""
    assert value_of("85%", Kind.NUMBER, unit="%") == "85"


def test_an_unknown_unit_is_refused() -> None:
    """R-VAL-44: A unit nobody knows cannot be converted."""
    assert code_of(parse_number("5", "亩", "筐")) == "UNIT_UNKNOWN"


numbers = st.decimals(min_value=0, max_value=10**9, places=4)


@given(numbers)
def test_writing_a_number_with_separators_and_reading_it_gives_the_number(number: Decimal) -> None:
    """R-VAL-40: parse(format(x)) is x."""
    assert value_of(f"{number:,}", Kind.NUMBER) == plain(number)


@given(numbers)
def test_a_canonical_number_is_read_unchanged(number: Decimal) -> None:
    """R-VAL-72: Parsing twice changes nothing."""
    assert value_of(plain(number), Kind.NUMBER, unit="元") == plain(number)


UNITS = [("亩", "公顷"), ("亩", "平方米"), ("元", "万元"), ("米", "公里"), ("分钟", "小时"), ("斤", "公斤")]


@pytest.mark.parametrize(("one", "other"), UNITS)
def test_there_and_back_is_exactly_one(one: str, other: str) -> None:
    """R-VAL-42: Ratios are fractions, so converting there and back loses nothing."""
    there, back = ratio(one, other), ratio(other, one)

    assert there is not None
    assert back is not None
    assert there * back == 1


@given(
    st.decimals(min_value=0, max_value=10**6, places=2),
    st.sampled_from([u for u in UNITS if u[1] != "平方米"]),
)
def test_converting_to_storage_and_back_gives_the_number(number: Decimal, units: tuple[str, str]) -> None:
    """R-VAL-42: What came in 公顷 and is stored in 亩 goes out in 公顷 as it came."""
    stored_in, came_in = units
    stored = value_of(f"{number}", Kind.NUMBER, unit=stored_in, printed=came_in)
    back = value_of(stored, Kind.NUMBER, unit=came_in, printed=stored_in)

    assert back == plain(number)


def test_units_are_compared_by_meaning() -> None:
    """R-VAL-41: Brackets, width, 单位： and rates do not make another unit; other dimensions do."""
    assert normalise_unit("（㎡）") == "m2"
    assert normalise_unit("单位：万元") == "万元"
    assert ratio("元/人·年", "元") == 1
    assert ratio("亩", "元") is None
    assert unit_of("筐") is None
    assert is_plain_unit("头")
    assert not is_plain_unit("万元")


def test_halves_are_rounded_up() -> None:
    """R-VAL-116: 四舍五入, also below zero."""
    assert to_decimal(Fraction(1, 8), places=2) == Decimal("0.13")
    assert to_decimal(Fraction(-1, 8), places=2) == Decimal("-0.13")
    assert to_decimal(Fraction(1, 15), places=2) == Decimal("0.07")


def test_only_a_plain_decimal_is_a_number() -> None:
    """A value that is no number has no decimal."""
    assert as_decimal("-1.5") == Decimal("-1.5")
    assert as_decimal("无") is None
