"""When a number counts. Rules R-NUM-04 to R-NUM-08."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.admit.admissions import QINGHE, matter

from qingzhuang.engine.admit.standing import first_second, printed, second_of, standing
from qingzhuang.engine.problems.standing import StandingCode

MATTER = matter(31, "高龄津贴核定表", starts_on="2026-10-01", ends_on="2026-12-31")


@pytest.mark.parametrize(
    ("on", "code", "said"),
    [
        ("2026-09-30", StandingCode.NOT_YET, "还有1天"),
        ("2026-10-01", StandingCode.GOOD, "还有91天"),
        ("2026-12-30", StandingCode.GOOD, "还有1天"),
        ("2026-12-31", StandingCode.LAST_DAY, "今天是最后一天"),
        ("2027-01-01", StandingCode.EXPIRED, "过了1天"),
        ("2026-12-31T23:59:59+08:00", StandingCode.LAST_DAY, "最后一天"),
        ("2026-12-31T16:00:00+00:00", StandingCode.EXPIRED, "过了1天"),
    ],
)
def test_first_and_last_day_are_good(on: str, code: StandingCode, said: str) -> None:
    """A number is good from its first day to its last, both included, by China's days (R-NUM-04)."""
    found = standing(MATTER, on=on, region=QINGHE)

    assert found.problem.code is code
    assert said in found.sentence


@given(st.integers(-400, 400))
def test_good_days_are_one_run(offset: int) -> None:
    """A day is good exactly when it lies between first and last (R-NUM-04)."""
    day = date(2026, 11, 1) + timedelta(days=offset)

    found = standing(MATTER, on=day.isoformat(), region=None)

    assert found.is_good == (date(2026, 10, 1) <= day <= date(2026, 12, 31))


@pytest.mark.parametrize(
    ("on", "is_good"), [("2026-11-09", True), ("2026-11-10", False), ("2026-11-11", False)]
)
def test_a_withdrawn_number_ends_on_its_day(on: str, is_good: bool) -> None:
    """From the day of withdrawal on, that day included, it counts no more (R-NUM-05)."""
    assert standing(replace(MATTER, withdrawn_on="2026-11-10"), on=on, region=QINGHE).is_good is is_good


@pytest.mark.parametrize(
    ("until", "on", "is_good"),
    [
        ("2026-11-20T10:00:00+08:00", "2026-11-20T09:59:59+08:00", True),
        ("2026-11-20T10:00:00+08:00", "2026-11-20T10:00:00+08:00", False),
        ("2026-11-20T10:00:00+08:00", "2026-11-20T02:00:00+00:00", False),
        ("2026-11-20T10:00:00+08:00", "2026-11-20", True),
        ("2026-11-20T10:00:00+08:00", "2026-11-21", False),
        ("2026-11-20", "2026-11-20T23:00:00+08:00", True),
        ("2026-11-20", "2026-11-21", False),
    ],
)
def test_the_emergency_lane_ends_by_the_hour(until: str, on: str, is_good: bool) -> None:
    """Not regularised in time, an emergency number ends at its instant; by days, after its day (R-NUM-06)."""
    assert standing(replace(MATTER, emergency_until=until), on=on, region=QINGHE).is_good is is_good


@pytest.mark.parametrize(
    ("regions", "is_good"), [(("360999",), True), ((QINGHE,), True), (("360999102",), False), ((), False)]
)
def test_a_number_counts_in_its_regions_only(regions: tuple[str, ...], is_good: bool) -> None:
    """The village's code begins with one of the prefixes, or the number is not for it (R-NUM-07)."""
    assert standing(replace(MATTER, regions=regions), on="2026-11-01", region=QINGHE).is_good is is_good


def test_a_number_is_of_one_matter() -> None:
    """Asked for another title it does not count, whatever the day (R-NUM-08)."""
    found = standing(MATTER, on="2026-11-01", region=QINGHE, asked="村医工资统计表")

    assert found.problem.code is StandingCode.OTHER_MATTER
    assert found.sentence == "准入〔2026〕31号是“高龄津贴核定表”的号，不是“村医工资统计表”的。"


@pytest.mark.parametrize("on", ["", "今天", "2026-13-01", "2026-11-20T10:00:00"])
def test_days_that_are_none_are_our_mistake(on: str) -> None:
    """Neither words nor instants without zone are taken."""
    with pytest.raises(ValueError, match=r".*"):
        standing(MATTER, on=on, region=None)


def test_every_sentence_can_be_said() -> None:
    """Each standing fills every place of its sentence."""
    cases = [
        standing(MATTER, on=on, region=region, asked=asked).sentence
        for on in ("2026-01-01", "2026-11-01", "2026-12-31", "2027-02-01")
        for region in (QINGHE, "110000000000")
        for asked in ("", "别的表")
    ] + [standing(replace(MATTER, emergency_until="2026-11-20"), on=on, region=None).sentence for on in
         ("2026-11-20", "2026-11-21")]  # fmt: skip

    assert all("{" not in sentence and sentence.endswith("。") for sentence in cases)


def test_days_are_printed_in_china() -> None:
    """An instant of another zone is shown at China's hour."""
    assert printed("2026-12-31T20:05:00+00:00") == "2027年1月1日04:05"


def test_seconds_of_days_touch() -> None:
    """A day is over in the second in which the next begins."""
    assert second_of("2026-11-22") == first_second("2026-11-23") == first_second("2026-11-22") + 86_400
