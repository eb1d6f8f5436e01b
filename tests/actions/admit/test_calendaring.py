"""The county's own days in the calendar of working days."""

import pytest
from tests.desk import Desk, make_desk

from qingzhuang.actions.admit.calendaring import set_day, year_of_days
from qingzhuang.actions.admit.clocks import working_days_left
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.core import Code
from qingzhuang.engine.problems.reviewing import ReviewCode
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.files.reference.owndays import OwnDay
from qingzhuang.store.models import JournalEntry

pytestmark = pytest.mark.database
SUNDAY, TUESDAY = "2026-11-22", "2026-11-24"


@pytest.fixture
def desk() -> Desk:
    """The gate's desk."""
    return make_desk()


def left(desk: Desk) -> int:
    """Working days from Sunday, 22 November, to Tuesday."""
    return working_days_left(desk.reviewer, due=[TUESDAY], today=SUNDAY)[TUESDAY]


def test_a_day_off_of_the_countys_own_is_not_counted(desk: Desk) -> None:
    """R-REV-23: set off, the clock is a day longer at once; left to the notice again, it is as before."""
    assert left(desk) == 2
    set_day(desk.reviewer, day="2026-11-23", is_off=True, name="县庆")
    assert left(desk) == 1
    assert year_of_days(desk.reviewer, year=2026).own == (OwnDay("2026-11-23", is_off=True, name="县庆"),)

    set_day(desk.reviewer, day="2026-11-23", is_off=None, name="")

    assert left(desk) == 2
    assert [entry.object for entry in JournalEntry.objects.order_by("seq")] == ["calendar 2026-11-23"] * 2


def test_a_weekend_may_be_worked(desk: Desk) -> None:
    """R-REV-23: the county's word goes before the notice; the last word of a day holds."""
    set_day(desk.reviewer, day="2026-11-28", is_off=True, name="")
    set_day(desk.reviewer, day="2026-11-28", is_off=False, name="补班, 调到周六")

    assert "2026-11-28" in year_of_days(desk.reviewer, year=2026).worked
    assert len(year_of_days(desk.reviewer, year=2026).own) == 1


@pytest.mark.parametrize(
    ("who", "day", "name", "code"),
    [
        ("reviewer", "明天", "", ReviewCode.BAD_DAY),
        ("reviewer", "20261123", "", ReviewCode.BAD_DAY),
        ("reviewer", "2026-11-23", "一\n二", ReviewCode.BAD_DAY_NAME),
        ("reviewer", "2026-11-23", "长" * 51, ReviewCode.BAD_DAY_NAME),
        ("officer", "2026-11-23", "", StoreCode.NOT_ALLOWED),
    ],
)
def test_what_is_no_day_is_refused(desk: Desk, who: str, day: str, name: str, code: Code) -> None:
    """R-REV-23: no such day, a name of several lines, somebody who does not keep the calendar."""
    with pytest.raises(RefusedError) as refusal:
        set_day(getattr(desk, who), day=day, is_off=True, name=name)

    assert refusal.value.problem.code is code
    assert JournalEntry.objects.count() == 0
