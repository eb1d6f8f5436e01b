"""Dates: every style offices write, with the precision they state."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.values.drawn import code_of, value_of

from qingzhuang.engine.values.dates import as_date, parse_date
from qingzhuang.engine.values.domain import Kind, Raw


@pytest.mark.parametrize(
    "typed",
    [
        "1990.3.7",
        "1990-3-7",
        "1990/3/7",
        "1990年3月7日",
        "19900307",
        "1990.03.07",
        "1990-03-07",
        "1990 年 3 月 7 日",
        "１９９０．３．７",
        "1990年03月07日",
        "1990-03-07 00:00:00",
        "1990-03-07T08:30:00",
        "1990年3月7号",
        "1990年3月7日生",
        "一九九〇年三月七日",
        "一九九○年三月七日",
        "一九九零年三月七日",
        "'1990-03-07",
        "\u200e1990-03-07",
        "1990。3。7",
        "1990、3、7",
        date(1990, 3, 7),
        datetime(1990, 3, 7, 8, 30),
        19900307,
        32939,
        32939.5,
    ],
)
def test_every_spelling_of_a_day_is_that_day(typed: Raw) -> None:
    """R-VAL-30: However an office writes 7 March 1990, it is stored as 1990-03-07."""
    assert value_of(typed, Kind.DATE) == "1990-03-07"


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("1990年3月", "1990-03"),
        ("1990.03", "1990-03"),
        ("1990-3", "1990-03"),
        ("1990/03", "1990-03"),
        ("199003", "1990-03"),
        (199003, "1990-03"),
        (1990.03, "1990-03"),
        (1990.3, "1990-03"),
        (1990.12, "1990-12"),
        ("1990.10", "1990-10"),
        ("二〇二三年五月", "2023-05"),
        ("二〇二三年十二月", "2023-12"),
        ("二〇二三年十月", "2023-10"),
        ("1990年3月份", "1990-03"),
        ("1990年", "1990"),
        ("1990", "1990"),
        (1990, "1990"),
        (1990.0, "1990"),
        ("2023年度", "2023"),
        ("二〇二三年", "2023"),
        ("19900300", "1990-03"),
        ("1990.00.00", "1990"),
    ],
)
def test_month_and_year_keep_their_precision(typed: Raw, stored: str) -> None:
    """R-VAL-31: Nobody invents a day that was not said; zeros mean unknown."""
    assert value_of(typed, Kind.DATE) == stored


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("二〇二三年五月廿一日", "2023-05-21"),
        ("二〇二三年十一月三十日", "2023-11-30"),
        ("二〇〇〇年十二月二十一日", "2000-12-21"),
    ],
)
def test_chinese_numerals_are_read_up_to_31(typed: str, stored: str) -> None:
    """R-VAL-32: Tens, twenties and 廿 of formal dates are read."""
    assert value_of(typed, Kind.DATE) == stored


@pytest.mark.parametrize(
    ("serial", "stored"),
    [
        (1, "1900-01-01"),
        (59, "1900-02-28"),
        (61, "1900-03-01"),
        (45292, "2024-01-01"),
        (2958465, "9999-12-31"),
    ],
)
def test_serials_follow_the_1900_system(serial: int, stored: str) -> None:
    """R-VAL-33: Serial 1 is 1 January 1900, and the day Excel invented lies between 59 and 61."""
    assert value_of(serial, Kind.DATE) == stored


@pytest.mark.parametrize(
    "serial", [60, 0, -1, -32939, 2958466, 10**9, float("inf"), float("nan"), 0.5, 150000]
)
def test_impossible_serials_are_refused(serial: float) -> None:
    """R-VAL-33: Serial 60, zero, negatives, beyond 9999 and centuries ahead are no days."""
    assert code_of(parse_date(serial)) == "DATE_SERIAL"


@pytest.mark.parametrize("typed", ["90-3-7", "90.3", "90年3月", "900307", "49/12/31", "58年"])
def test_a_two_digit_year_is_refused(typed: str) -> None:
    """R-VAL-34: 49 may be 1949 or 2049; people live to be 100."""
    assert code_of(parse_date(typed)) == "DATE_TWO_DIGIT_YEAR"


def test_january_and_october_are_asked_where_excel_dropped_a_zero() -> None:
    """R-VAL-35: The number 1990.1 may have been typed 1990.10."""
    assert code_of(parse_date(1990.1)) == "DATE_AMBIGUOUS_MONTH"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("1990-02-30", "DATE_IMPOSSIBLE"),
        ("19901301", "DATE_IMPOSSIBLE"),
        ("1990.13", "DATE_IMPOSSIBLE"),
        (19901301, "DATE_IMPOSSIBLE"),
        ("0990-01-01", "DATE_IMPOSSIBLE"),
        ("农历1990年三月初七", "DATE_LUNAR"),
        ("三月初七", "DATE_LUNAR"),
        ("03/07/1990", "DATE_SHAPE"),
        ("33000", "DATE_SHAPE"),
        ("2020.01-2021.03", "DATE_SHAPE"),
        ("1990年3月左右", "DATE_SHAPE"),
        ("不详", "DATE_SHAPE"),
        (True, "DATE_SHAPE"),
    ],
)
def test_what_is_no_plain_date_is_refused(typed: Raw, code: str) -> None:
    """R-VAL-34: Impossible days, lunar dates, ranges and day-first dates are asked, not guessed."""
    assert code_of(parse_date(typed)) == code


@pytest.mark.parametrize(
    ("typed", "stored"), [("长期", "长期"), ("永久有效", "长期"), ("至今", "至今"), ("目前", "至今")]
)
def test_open_dates_stay_open(typed: str, stored: str) -> None:
    """R-VAL-36: A certificate valid for ever and a job that goes on have no end day, and say so."""
    assert value_of(typed, Kind.DATE) == stored


@given(
    st.dates(min_value=date(1850, 1, 1), max_value=date(2199, 12, 31)),
    st.sampled_from(
        ["{0}.{1}.{2}", "{0}-{1:02d}-{2:02d}", "{0}/{1}/{2}", "{0}年{1}月{2}日", "{0}{1:02d}{2:02d}"]
    ),
)
def test_writing_a_day_and_reading_it_gives_the_day(day: date, style: str) -> None:
    """R-VAL-30: parse(format(day)) is the day, in every style."""
    written = style.format(day.year, day.month, day.day)

    assert value_of(written, Kind.DATE) == day.isoformat()


@given(st.dates(min_value=date(1900, 3, 1), max_value=date(2199, 12, 31)))
def test_writing_a_serial_and_reading_it_gives_the_day(day: date) -> None:
    """R-VAL-33: A date cell read as its number is the same day, except where the number names a year."""
    serial = (day - date(1899, 12, 30)).days
    expected = day.isoformat() if not 1850 <= serial < 2200 else str(serial)

    assert value_of(serial, Kind.DATE) == expected


def test_only_a_full_date_is_a_day() -> None:
    """A month or an open date has no day of its own."""
    assert as_date("1990-03-07") == date(1990, 3, 7)
    assert as_date("1990-03") is None
    assert as_date("长期") is None
