"""How long a number may last."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.admit.domain import Application
from qingzhuang.engine.admit.lifetime import latest_end, unfit, unfit_lane
from qingzhuang.engine.problems.gate import GateCode

TODAY = "2026-11-22"
FINE = Application(title="走访表", starts_on="2026-12-01", ends_on="2027-05-31", regions=("360999101",))
AT = datetime(2026, 11, 22, 1, tzinfo=UTC)
URGENT = replace(FINE, emergency="山洪", leader="分管副县长")


def test_a_fit_application_has_nothing_said_of_it() -> None:
    """R-GAT-03: a title, a scope and six months from next week on are all it takes."""
    assert unfit(FINE, today=TODAY) is None


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ({"title": "  "}, GateCode.NO_TITLE),
        ({"regions": ()}, GateCode.NO_SCOPE),
        ({"regions": ("360999", "")}, GateCode.BAD_SCOPE),
        ({"regions": ("全县",)}, GateCode.BAD_SCOPE),
        ({"regions": ("3609991012051",)}, GateCode.BAD_SCOPE),
        ({"starts_on": ""}, GateCode.NO_DAYS),
        ({"ends_on": ""}, GateCode.NO_DAYS),
        ({"starts_on": "2026-11-21"}, GateCode.STARTS_LATE),
        ({"ends_on": "2026-11-30"}, GateCode.ENDS_FIRST),
        ({"ends_on": "2027-12-02"}, GateCode.TOO_LONG),
    ],
    ids=str,
)
def test_what_a_number_cannot_be_without_is_asked_for(words: dict[str, object], code: GateCode) -> None:
    """R-GAT-02, R-GAT-03: each thing that is missing or out of bounds has its own sentence."""
    problem = unfit(replace(FINE, **words), today=TODAY)  # type: ignore[arg-type]

    assert problem is not None
    assert problem.code is code
    assert problem.sentence.endswith("。")


@given(st.dates(date(2024, 1, 1), date(2080, 1, 1)))
def test_twelve_months_end_before_the_same_day_of_the_year(start: date) -> None:
    """R-GAT-03: the latest end is good, the day after it is too long; 365 or 366 days in all."""
    first, latest = start.isoformat(), latest_end(start.isoformat())
    later = (date.fromisoformat(latest) + timedelta(days=1)).isoformat()
    fine = replace(FINE, starts_on=first, ends_on=latest)

    assert unfit(fine, today=first) is None
    assert unfit(replace(fine, ends_on=later), today=first) is not None
    assert (date.fromisoformat(latest) - start).days in (364, 365)


def test_a_year_from_today_ends_the_day_before() -> None:
    """R-GAT-03: 2026-11-22 to 2027-11-21 are twelve months; 2027-11-22 is one day too many."""
    assert latest_end(TODAY) == "2027-11-21"
    assert unfit(replace(FINE, starts_on=TODAY, ends_on="2027-11-22"), today=TODAY) is not None


@pytest.mark.parametrize(
    ("application", "hours", "code"),
    [
        (URGENT, 72, None),
        (URGENT, 72.1, GateCode.LANE_TOO_LONG),
        (replace(URGENT, leader=" "), 72, GateCode.NO_LEADER),
        (FINE, 72, GateCode.NO_LEADER),
    ],
)
def test_the_emergency_lane_is_three_days_with_a_leader(
    application: Application, hours: float, code: GateCode | None
) -> None:
    """R-GAT-06: 72 hours pass with leader and reason; more, or nobody who answers for it, does not."""
    problem = unfit_lane(application, at=AT, until=AT + timedelta(hours=hours))

    assert (problem.code if problem else None) is code


def test_a_lane_that_ends_before_it_opens_is_a_mistake_of_ours() -> None:
    """An emergency until now is none: ValueError."""
    with pytest.raises(ValueError, match="lane"):
        unfit_lane(URGENT, at=AT, until=AT)
