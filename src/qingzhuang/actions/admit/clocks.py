"""The clocks of the gate's desk, in working days of the county's calendar."""

from collections.abc import Iterable

from qingzhuang.files.reference.holidays import load_calendar
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.house import county_catalogue
from qingzhuang.store.roles import Right


def working_days_left(actor: Actor, *, due: Iterable[str], today: str) -> dict[str, int]:
    """
    Working days from today to each of these ISO days: 0 is due today, below zero is late. Rule R-REV-04.

    Raises:
        RefusedError: the actor is no reviewer.
    """
    allow(actor, Right.REVIEW)
    calendar = load_calendar(county_catalogue())
    return {day: calendar.working_days_between(today, day) for day in due}
