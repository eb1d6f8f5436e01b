"""Credit codes, telephones, accounts, certificates, regions: text that loses no digit."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.engine.values.drawn import code_of, parsed, value_of

from qingzhuang.engine.problems import Problem
from qingzhuang.engine.values.accounts import parse_account, parse_document, parse_region
from qingzhuang.engine.values.domain import Domain, Kind, Raw
from qingzhuang.engine.values.parsing import parse
from qingzhuang.engine.values.phone import parse_phone
from qingzhuang.engine.values.uscc import parse_uscc, uscc_check_character

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
PHONE = Domain(Kind.PHONE)


def credit_code(body: str) -> str:
    """An invented credit code with a right check character."""
    return body + uscc_check_character(body)


bodies = st.builds(
    "{}{}{}".format,
    st.text(ALPHABET, min_size=2, max_size=2),
    st.text("0123456789", min_size=6, max_size=6),
    st.text(ALPHABET, min_size=9, max_size=9),
)


def test_the_standards_own_example_is_right() -> None:
    """R-VAL-20: GB 32100-2015 prints 91350100M000100Y43."""
    assert uscc_check_character("91350100M000100Y4") == "3"


@given(bodies, st.integers(0, 16), st.sampled_from(ALPHABET))
def test_one_wrong_character_of_a_credit_code_is_always_seen(body: str, at: int, sign: str) -> None:
    """R-VAL-20: No change of one character passes, and the final mod 31 never leaves the alphabet."""
    code = credit_code(body)
    assume(code[at] != sign)

    assert isinstance(parse_uscc(code[:at] + sign + code[at + 1 :]), Problem)
    assert value_of(code, Kind.USCC) == code


def test_a_credit_code_is_stored_in_capitals() -> None:
    """R-VAL-20: Small letters and blanks are repaired and reported."""
    code = credit_code("91350100M000100Y4")
    found = parsed(f" {code.lower()} ", Domain(Kind.USCC))

    assert found.value == code
    assert "小写字母改成了大写" in found.repairs


@pytest.mark.parametrize(
    ("typed", "stored"), [("360999000012345", "360999000012345"), ("12345678-X", "12345678X")]
)
def test_numbers_of_before_2015_stay_with_a_warning(typed: str, stored: str) -> None:
    """R-VAL-20: A registration or organisation number of the old kind is kept, and marked."""
    found = parsed(typed, Domain(Kind.USCC))

    assert found.value == stored
    assert found.warnings


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("91350100M000100Y44", "USCC_CHECKSUM"),
        ("91350100I000100Y43", "USCC_SHAPE"),
        (913501000000100043, "DIGITS_LOST"),
    ],
)
def test_a_wrong_credit_code_is_refused(raw: Raw, code: str) -> None:
    """R-VAL-20: Checksum, letters that do not exist, and number cells."""
    assert code_of(parse_uscc(raw)) == code


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("13800001111", "13800001111"),
        (13800001111, "13800001111"),
        (13800001111.0, "13800001111"),
        ("138 0000 1111", "13800001111"),
        ("138-0000-1111", "13800001111"),
        ("+86 13800001111", "13800001111"),
        ("0086-13800001111", "13800001111"),
        ("8613800001111", "13800001111"),
        ("１３８００００１１１１", "13800001111"),
        ("手机：13800001111", "13800001111"),
        ("0797-8234567", "0797-8234567"),
        ("07978234567", "0797-8234567"),
        ("（0797）8234567", "0797-8234567"),
        ("0797 8234567", "0797-8234567"),
        ("010-62345678", "010-62345678"),
        ("02162345678", "021-62345678"),
        ("0797-8234567转801", "0797-8234567-801"),
        ("0797-8234567-801", "0797-8234567-801"),
        ("400-800-1234", "4008001234"),
        ("13800001111、13900002222", "13800001111、13900002222"),
        ("13800001111/0797-8234567", "13800001111、0797-8234567"),
        ("13800001111 13900002222", "13800001111、13900002222"),
    ],
)
def test_telephones_have_one_spelling(typed: Raw, stored: str) -> None:
    """R-VAL-21: Mobiles are eleven digits, landlines area code and number, an extension stays."""
    assert value_of(typed, Kind.PHONE) == stored
    assert value_of(stored, Kind.PHONE) == stored


@pytest.mark.parametrize(
    ("typed", "warning"),
    [
        ("8234567", "座机号没有区号"),
        ("13800001111（儿子）", "号码旁边的说明没有记下"),
        ("666777", "这是短号"),
        ("13800001111;13900002222", "一格里有几个号码"),
    ],
)
def test_odd_telephones_stay_with_a_warning(typed: str, warning: str) -> None:
    """R-VAL-21: Facts are kept; what is odd is said."""
    assert parsed(typed, PHONE).warnings == (warning,)


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("1380000111", "PHONE_SHAPE"),
        ("138000011112", "PHONE_SHAPE"),
        ("12800001111", "PHONE_SHAPE"),
        ("同上", "PHONE_SHAPE"),
        ("138****1111", "MASKED"),
        (7978234567, "PHONE_ZERO_LOST"),
        (1.38e16, "DIGITS_LOST"),
    ],
)
def test_a_telephone_is_never_completed(raw: Raw, code: str) -> None:
    """R-VAL-21: A digit too few or too many, a mask, a lost zero: asked."""
    assert code_of(parse_phone(raw)) == code


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("6222 0212 3456 7890 123", "6222021234567890123"),
        ("6222-0212-3456-7890-123", "6222021234567890123"),
        ("'6222021234567890123", "6222021234567890123"),
        ("11-123456789", "11-123456789"),
        (123456789012345, "123456789012345"),
    ],
)
def test_accounts_lose_blanks_and_nothing_else(typed: Raw, stored: str) -> None:
    """R-VAL-22: Groups of four are joined; a hyphen of the account itself stays."""
    assert value_of(typed, Kind.ACCOUNT) == stored


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (6222021234567890, "DIGITS_LOST"),
        (6.22202123456789e18, "DIGITS_LOST"),
        ("6.22202E+18", "DIGITS_LOST"),
        ("6222****0123", "MASKED"),
        ("农商行6222021234567890123", "ACCOUNT_SHAPE"),
    ],
)
def test_an_account_that_lost_digits_is_refused(raw: Raw, code: str) -> None:
    """R-VAL-22: Money sent to a rounded account goes astray."""
    assert code_of(parse_account(raw)) == code


def test_certificates_keep_their_words_and_lose_blanks() -> None:
    """R-VAL-22: 赣（2020）青禾县不动产权第0001号 is one number; a number cell of 16 digits is refused."""
    assert value_of("赣（2020）青禾县 不动产权第0001号", Kind.DOCUMENT) == "赣(2020)青禾县不动产权第0001号"
    assert code_of(parse_document(36099919900307123543)) == "DIGITS_LOST"
    assert code_of(parse_document("360999****1234")) == "MASKED"


def test_region_codes_have_the_lengths_of_the_standard() -> None:
    """R-VAL-23: 12 digits and their prefixes; a place name stays, with a warning."""
    assert value_of(360999101205, Kind.REGION) == "360999101205"
    assert code_of(parse_region("36099")) == "REGION_SHAPE"
    assert parsed("青禾村", Domain(Kind.REGION)).warnings == ("填的是地名，不是区划代码",)


@pytest.mark.parametrize(
    "problem",
    [
        parse_phone("1380000111 张三"),
        parse_account("农商行6222021234567890123"),
        parse(360999199003071234, Domain(Kind.NAME)),
    ],
)
def test_numbers_of_people_are_not_repeated(problem: object) -> None:
    """What is wrong with a telephone, an account or a number in the place of a name is said without it."""
    assert isinstance(problem, Problem)
    assert not re.search(r"1380000111|张三|622202|农商行|360999", problem.sentence)
