"""Dates as the target cell asks."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.values.drawn import code_of, value_of

from qingzhuang.engine.values.date_styles import default_style, parts_of_number_format, read_style, render
from qingzhuang.engine.values.domain import Domain, Kind, Written
from qingzhuang.engine.values.formats import Target, project

BORN = Domain(Kind.DATE)
DAY = "1990-03-07"


@pytest.mark.parametrize(
    ("label", "written"),
    [
        ("出生年月（如1990年1月）", "1990年3月"),
        ("出生年月(如：1990-01)", "1990-03"),
        ("出生年月（例：1990.01）", "1990.03"),
        ("出生年月（1990.1）", "1990.3"),
        ("出生年月（格式：YYYYMM）", "199003"),
        ("出生年月yyyy.mm", "1990.03"),
        ("出生年月（yyyy年m月）", "1990年3月"),
        ("出生年月（6位数字）", "199003"),
        ("出生年月（××××年××月）", "1990年03月"),
        ("出生日期（格式：YYYYMMDD）", "19900307"),
        ("出生日期（8位数字，如19900101）", "19900307"),
        ("出生日期\n(年-月-日)", "1990-03-07"),
        ("出生日期（年/月/日）", "1990/03/07"),
        ("出生日期（如1990/1/1）", "1990/3/7"),
        ("出生日期（例如：1990年1月1日）", "1990年3月7日"),
        ("出生日期（如1990年01月01日）", "1990年03月07日"),
        ("出生日期（XXXX-XX-XX）", "1990-03-07"),
        ("出生日期（格式 yyyy/mm/dd）", "1990/03/07"),
    ],
)
def test_the_label_decides_the_form(label: str, written: str) -> None:
    """R-VAL-110: An example, a pattern or a number of digits in the label is what gets written, as text."""
    assert project(DAY, BORN, Target(label=label)) == written
    assert project(DAY, BORN, Target(label=label, number_format="@", is_text_cell=True)) == written


@pytest.mark.parametrize(
    ("label", "written"),
    [
        ("出生日期", DAY),
        ("出生年月日", DAY),
        ("出生年月", "1990-03"),
        ("参保年月", "1990-03"),
        ("享受低保起始月份", "1990-03"),
        ("入党年份", 1990),
        ("毕业年", 1990),
        ("退役时间（精确到月）", "1990-03"),
        ("出生年月（精确到日）", DAY),
        ("出生日期（截至2024年12月31日）", DAY),
    ],
)
def test_a_label_without_a_pattern_gets_iso_in_its_precision(label: str, written: str | int) -> None:
    """R-VAL-111: 出生年月 wants the month, 年份 the year, everything else as precise as known."""
    assert project(DAY, BORN, Target(label=label)) == written


@pytest.mark.parametrize(
    "number_format", ["yyyy/m/d", "yyyy-mm-dd", 'yyyy"年"m"月"d"日"', "m/d/yy", "[$-804]yyyy/m/d;@"]
)
def test_a_date_cell_gets_a_date(number_format: str) -> None:
    """R-VAL-112: Where the cell has a date format the value is a serial, shown as the department wants it."""
    assert project(DAY, BORN, Target(label="出生日期", number_format=number_format)) == date(1990, 3, 7)


@pytest.mark.parametrize(
    ("value", "number_format", "written"),
    [
        ("1990-03", 'yyyy"年"m"月"', date(1990, 3, 1)),
        ("1990-03", "yyyy-mm-dd", "1990-03"),
        ("1990", "yyyy", date(1990, 1, 1)),
        ("1990", "yyyy-mm", "1990"),
        ("长期", "yyyy-mm-dd", "长期"),
    ],
)
def test_a_date_cell_never_shows_a_day_nobody_said(value: str, number_format: str, written: Written) -> None:
    """R-VAL-112: A coarse date is a serial only where its missing part is not shown."""
    assert project(value, BORN, Target(label="日期", number_format=number_format)) == written


def test_the_label_goes_before_the_cells_format_unless_both_agree() -> None:
    """R-VAL-110: 如1990.01 in a yyyy-mm-dd cell is text; 如1990-01 in a yyyy-mm cell is a date."""
    dotted = Target(label="出生年月（如1990.01）", number_format="yyyy-mm-dd")
    agreed = Target(label="出生年月（如1990-01）", number_format="yyyy-mm")

    assert project(DAY, BORN, dotted) == "1990.03"
    assert project(DAY, BORN, agreed) == date(1990, 3, 7)


def test_a_printed_sample_is_followed() -> None:
    """R-VAL-110: The sample row shows how the department writes dates."""
    assert project(DAY, BORN, Target(label="出生日期", sample="1985.06.12")) == "1990.03.07"
    assert project(DAY, BORN, Target(label="出生年月", sample="张三")) == "1990-03"


def test_a_pattern_finer_than_the_value_is_asked() -> None:
    """R-VAL-113: YYYYMMDD cannot be written of a month; no day is invented."""
    assert code_of(project("1990-03", BORN, Target(label="出生日期（YYYYMMDD）"))) == "DATE_TOO_COARSE"


def test_split_columns_get_their_part() -> None:
    """R-VAL-114: Columns 年, 月, 日 below one header take one number each; an unknown day is asked."""
    parts = [project(DAY, BORN, Target(label=leaf, path=("出生日期", leaf))) for leaf in "年月日"]

    assert parts == [1990, 3, 7]
    assert code_of(project("1990-03", BORN, Target(label="日"))) == "DATE_TOO_COARSE"


@pytest.mark.parametrize(
    ("number_format", "parts"),
    [
        ("General", 0),
        ("@", 0),
        ("0.00", 0),
        ("mm:ss", 0),
        ('0"天"', 0),
        ("#,##0", 0),
        ("yyyy", 1),
        ("yyyy-mm", 2),
        ("[Red]yyyy/m/d", 3),
    ],
)
def test_only_formats_with_year_or_day_are_dates(number_format: str, parts: int) -> None:
    """R-VAL-112: Quoted words, colours and minutes do not make a date format."""
    assert parts_of_number_format(number_format) == parts


@given(
    st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)),
    st.sampled_from(
        ["如1990年1月1日", "YYYYMMDD", "年-月-日", "如1990.1.1", "yyyy/mm/dd", "如1990年01月01日"]
    ),
)
def test_what_is_written_is_read_back(day: date, advice: str) -> None:
    """R-VAL-110: parse(project(day)) is the day, in every style."""
    written = project(day.isoformat(), BORN, Target(label=f"出生日期（{advice}）"))

    assert isinstance(written, str)
    assert value_of(written, Kind.DATE) == day.isoformat()


@pytest.mark.parametrize(
    "label", ["出生日期（2011-2015年）", "身份证号（18位）", "有地安置------无地安置", "--------"]
)
def test_year_ranges_and_lines_are_no_styles(label: str) -> None:
    """R-VAL-110: A range of years, a number of digits of something else and a drawn line ask for nothing."""
    assert read_style(label) is None


def test_styles_are_none_where_nothing_is_said() -> None:
    """R-VAL-110: A plain label has no style, and an open date cannot be rendered."""
    style = default_style("出生年月")

    assert read_style("出生日期") is None
    assert style is not None
    assert render("长期", style) is None


def test_a_year_alone_is_a_number() -> None:
    """R-VAL-111: A year is written as a number; in a text cell, and where more is known, as text."""
    built = Target(label="建成年份")

    assert project("1998", BORN, built) == 1998
    assert project("1998", BORN, Target(label="建成年份（如，1990）")) == 1998
    assert project("1998", BORN, Target(label="建成年份", number_format="@", is_text_cell=True)) == "1998"
    assert project("1998-05", BORN, Target(label="建成时间")) == "1998-05"
