"""The holiday calendar: the notices, and what a county writes over them."""

from datetime import date, timedelta
from pathlib import Path

import chinese_calendar
import pytest

from qingzhuang.engine.problems import RefusedError
from qingzhuang.files.reference.holidays import load_calendar

SHIPPED = load_calendar()


def written(folder: Path, *lines: str) -> Path:
    """A county's folder whose calendar holds these lines."""
    (folder / "calendar.csv").write_text("\n".join(["日期,休或班,名称", *lines]), encoding="utf-8-sig")
    return folder


def test_the_notices_are_taken_over_day_by_day() -> None:
    """Every day of 2024 to 2026 is worked exactly when the library of the notices says so."""
    span = [date(2024, 1, 1) + timedelta(days=n) for n in range(3 * 365 + 1)]
    wanted = {day.isoformat() for day in span if chinese_calendar.is_workday(day)}

    assert {day.isoformat() for day in span if SHIPPED.is_working(day.isoformat())} == wanted


def test_years_of_the_notices_are_known() -> None:
    """2026 is arranged, 2035 is not: nobody can know it today. R-DAY-08."""
    assert not SHIPPED.is_provisional("2026-12-31")
    assert SHIPPED.is_provisional("2035-01-01")


def test_a_county_adds_a_day_off_and_a_worked_one(tmp_path: Path) -> None:
    """A local holiday is off, a worked Saturday is worked, whatever the notices say. R-DAY-07."""
    own = load_calendar(written(tmp_path, "2026-04-20,休,三月三", "2026-04-25,班,补班", "2026-10-08,休,县庆"))

    assert not own.is_working("2026-04-20")
    assert own.is_working("2026-04-25")
    assert not own.is_working("2026-10-08")
    assert SHIPPED.is_working("2026-04-20")


def test_a_county_may_undo_what_a_notice_says(tmp_path: Path) -> None:
    """班 on a day off is worked; 休 on a worked weekend is off. R-DAY-07."""
    own = load_calendar(written(tmp_path, "2026-10-05,班,值班周", "2026-10-10,休,不调休"))

    assert own.is_working("2026-10-05")
    assert not own.is_working("2026-10-10")


@pytest.mark.parametrize(
    ("line", "is_provisional"), [("2040-04-20,休,三月三", True), ("2040-10-01,休,国庆节", False)]
)
def test_a_year_is_known_by_its_national_day(tmp_path: Path, line: str, is_provisional: bool) -> None:
    """One local holiday does not arrange a year; its 1 October does. R-DAY-08."""
    assert load_calendar(written(tmp_path, line)).is_provisional("2040-06-01") is is_provisional


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (["2027-02-30,休,春节"], "calendar.csv 第 2 行：“日期”写成了“2027-02-30”"),
        (["2027-10-01,休,国庆", "2027-10-02,放假,国庆"], "calendar.csv 第 3 行：“休或班”写成了“放假”"),
        (["2027-10-01,休,国庆", "2027-10-01,班,补班"], "calendar.csv 第 3 行：2027-10-01 前面已经写过一次"),
        (["2027-10-01,休"], "calendar.csv 第 2 行：应有 3 栏，现有 2 栏"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, lines: list[str], sentence: str) -> None:
    """A line that cannot be read refuses the file and is named by its number. R-DAY-07."""
    with pytest.raises(RefusedError) as refused:
        load_calendar(written(tmp_path, *lines))

    assert refused.value.problem.sentence.startswith(sentence)


def test_a_file_in_another_encoding_is_refused(tmp_path: Path) -> None:
    """A calendar saved as GBK is refused with the way out. R-DAY-07."""
    (tmp_path / "calendar.csv").write_bytes("日期,休或班,名称\n".encode("gbk"))

    with pytest.raises(RefusedError) as refused:
        load_calendar(tmp_path)

    assert "CSV UTF-8" in refused.value.problem.sentence


@pytest.mark.parametrize(
    ("header", "sentence"),
    [("日期,休或班,名称,备注", "不认识“备注”这一栏"), ("日期,名称", "缺“休或班”这一栏")],
)
def test_columns_are_those_agreed(tmp_path: Path, header: str, sentence: str) -> None:
    """A column too many or too few is named. R-DAY-07."""
    (tmp_path / "calendar.csv").write_text(header + "\n", encoding="utf-8")

    with pytest.raises(RefusedError) as refused:
        load_calendar(tmp_path)

    assert sentence in refused.value.problem.sentence


def test_a_county_without_a_calendar_has_the_notices(tmp_path: Path) -> None:
    """A folder without calendar.csv changes nothing."""
    assert load_calendar(tmp_path) == SHIPPED
