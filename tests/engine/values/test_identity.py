"""Identity numbers: GB 11643, never guessed, never converted silently."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.engine.values.drawn import code_of, identities, identity, parsed

from qingzhuang.engine.problems import Problem
from qingzhuang.engine.values.domain import Domain, Kind, Raw
from qingzhuang.engine.values.identity import (
    birth_date_of,
    identity_check_digit,
    is_same_number,
    lengthened,
    parse_identity,
    sex_of,
)

ID = Domain(Kind.ID_NUMBER)


def test_the_standards_own_example_is_right() -> None:
    """R-VAL-10: GB 11643-1999 prints 11010519491231002X."""
    assert identity_check_digit("11010519491231002") == "X"


@given(identities(), st.integers(0, 16), st.sampled_from("0123456789"))
def test_one_wrong_digit_is_always_seen(number: str, at: int, digit: str) -> None:
    """R-VAL-10: No change of one digit passes."""
    assume(number[at] != digit)
    wrong = number[:at] + digit + number[at + 1 :]

    assert isinstance(parse_identity(wrong), Problem)


@given(identities(), st.sampled_from("0123456789X"))
def test_one_wrong_check_digit_is_always_seen(number: str, last: str) -> None:
    """R-VAL-10: Only one last character is right."""
    assume(number[17] != last)

    assert code_of(parse_identity(number[:17] + last)) == "ID_CHECKSUM"


@given(identities(), st.integers(0, 15))
def test_two_swapped_neighbours_are_always_seen(number: str, at: int) -> None:
    """R-VAL-10: Swapping two digits, the commonest slip, never passes."""
    assume(number[at] != number[at + 1])
    wrong = number[:at] + number[at + 1] + number[at] + number[at + 2 :]

    assert isinstance(parse_identity(wrong), Problem)


@given(identities())
def test_a_right_number_comes_back_unchanged(number: str) -> None:
    """R-VAL-72: A canonical identity number needs no repair."""
    found = parsed(number, ID)

    assert (found.value, found.repairs, found.warnings) == (number, (), ())


@pytest.mark.parametrize(
    "body",
    ["1101051949123100", "1101051949123100a", "11010519491231002X", "１１０１０５１９４９１２３１００２"],
)
def test_a_body_of_another_shape_is_our_own_mistake(body: str) -> None:
    """R-VAL-10: The check digit is asked for seventeen ASCII digits only."""
    with pytest.raises(ValueError, match="seventeen"):
        identity_check_digit(body)


WITH_X = next(found for n in range(99) if (found := identity(sequence=f"{n:03d}")).endswith("X"))


@pytest.mark.parametrize(
    ("typed", "repair"),
    [
        (WITH_X.lower(), "小写x改成了大写X"),
        (f" {WITH_X} ", "去掉了空格"),
        (f"{WITH_X[:6]} {WITH_X[6:14]} {WITH_X[14:]}", "去掉了空格"),
        (f"'{WITH_X}", "去掉了前面的撇号"),
        (f"\t{WITH_X}", "去掉了空格"),
        (f"\u200e{WITH_X}\u200b", "去掉了看不见的字符"),
        (WITH_X.translate({ord(str(n)): 0xFF10 + n for n in range(10)}), "全角改成了半角"),
        (f"{WITH_X[:17]}Ｘ", "全角改成了半角"),
        (f"{WITH_X[:6]}-{WITH_X[6:14]}-{WITH_X[14:]}", "去掉了分段的横线"),
    ],
)
def test_what_can_be_repaired_is_repaired_and_said(typed: str, repair: str) -> None:
    """R-VAL-03: Case, width, blanks, apostrophe and tab do not change the number; each repair is reported."""
    found = parsed(typed, ID)

    assert found.value == WITH_X
    assert repair in found.repairs


@pytest.mark.parametrize(
    "raw", [int(identity()), float(identity()), 1.10101199003079e17, 10**15, 6222021234567890]
)
def test_a_number_cell_of_16_digits_is_refused_even_if_it_fits(raw: Raw) -> None:
    """R-VAL-11: Excel keeps 15 digits; a longer number cell has lost the rest, whatever its checksum says."""
    assert code_of(parse_identity(raw)) == "DIGITS_LOST"


def test_scientific_text_of_a_csv_is_refused() -> None:
    """R-VAL-11: 1.10101E+17 is what Excel leaves of an identity number in a CSV file."""
    assert code_of(parse_identity("1.10101E+17")) == "DIGITS_LOST"


OLD = "360999620214021"


@pytest.mark.parametrize("raw", [OLD, int(OLD), float(OLD)])
def test_an_old_number_is_kept_and_marked(raw: Raw) -> None:
    """R-VAL-12: Fifteen digits with a valid date are an old card; they stay fifteen."""
    found = parsed(raw, ID)

    assert (found.value, found.warnings) == (OLD, ("旧证：15位身份证号",))


def test_an_old_number_with_an_impossible_date_is_refused() -> None:
    """R-VAL-12: 30 February is no birthday on an old card either."""
    assert code_of(parse_identity("360999620230021")) == "ID_DATE"


def test_an_old_and_a_new_number_of_one_person_are_the_same() -> None:
    """R-VAL-12: The new number is the old one with 19 and a check digit; compared, never stored."""
    new = lengthened(OLD)

    assert new == identity(birth="19620214", sequence="021")
    assert is_same_number(OLD, new)
    assert not is_same_number(OLD, identity(birth="19620214", sequence="023"))


@pytest.mark.parametrize(
    ("birth", "is_day"),
    [
        ("20000229", True),
        ("19000229", False),
        ("19990229", False),
        ("19901301", False),
        ("19900431", False),
        ("18491231", False),
        ("18500101", True),
        ("21010101", False),
    ],
)
def test_the_birth_date_must_be_a_day_of_the_calendar(birth: str, is_day: bool) -> None:
    """R-VAL-13: Calendar and years 1850 to 2100 are checked before the checksum is trusted."""
    found = parse_identity(identity(birth=birth))

    assert isinstance(found, Problem) != is_day


@pytest.mark.parametrize("region", ["510229", "441900", "810000", "830000", "330113", "911100"])
def test_old_counties_new_districts_and_permits_pass(region: str) -> None:
    """R-VAL-14: Abolished counties, cities without districts and residence permits are real numbers."""
    assert parsed(identity(region, "19490307"), ID).warnings == ()


def test_an_unknown_region_is_only_a_warning() -> None:
    """R-VAL-14: Whether a region exists is not for us to decide."""
    found = parsed(identity("019999"), ID)

    assert found.warnings == ("身份证号开头的地区代码不认识",)


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("36099919900307123", "ID_LENGTH"),
        ("3609991990030712345", "ID_LENGTH"),
        ("360999********1234", "MASKED"),
        ("户口本遗失", "ID_CHARACTER"),
        (identity()[:16] + "O" + identity()[17], "ID_CHARACTER"),
    ],
)
def test_each_kind_of_wrong_number_has_its_own_sentence(typed: str, code: str) -> None:
    """R-VAL-10: Length, masks and letters are told apart, so that people know what to do."""
    assert code_of(parse_identity(typed)) == code


def test_a_refusal_never_repeats_the_number() -> None:
    """A sentence about an identity number does not carry it into logs and lists."""
    wrong = identity()[:17] + ("0" if identity()[17] != "0" else "1")
    found = parse_identity(wrong)

    assert isinstance(found, Problem)
    assert wrong[6:14] not in found.sentence


def test_birth_and_sex_stand_in_the_number() -> None:
    """R-VAL-13: Digits 7 to 14 are the birthday; an odd sequence number is a man's."""
    man, woman = identity(sequence="123"), identity(sequence="124")

    assert (birth_date_of(man), sex_of(man), sex_of(woman)) == ("1990-03-07", "男", "女")
    assert (birth_date_of(OLD), sex_of(OLD)) == ("1962-02-14", "男")


def test_birth_and_sex_of_anything_else_are_our_own_mistake() -> None:
    """R-VAL-13: Only canonical numbers are asked."""
    for ask in (birth_date_of, sex_of):
        with pytest.raises(ValueError, match="18 or 15"):
            ask("123")
