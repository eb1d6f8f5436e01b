"""How long a number may last: twelve months at most, an emergency three days, and never backwards."""

import re
from calendar import monthrange
from datetime import date, datetime, timedelta
from enum import StrEnum

from qingzhuang.engine.admit.domain import Application
from qingzhuang.engine.admit.standing import CHINA, Standing, printed
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.gate import GateCode
from qingzhuang.engine.problems.standing import StandingCode

EMERGENCY_HOURS = 72
MOST_MONTHS = 12


class Phase(StrEnum):
    """Where a number is in its life, as the register sorts it."""

    AHEAD = "ahead"
    GOOD = "good"
    EMERGENCY = "emergency"
    ENDED = "ended"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"


PHASE_NAMES = {
    Phase.AHEAD: "还没开始",
    Phase.GOOD: "有效",
    Phase.EMERGENCY: "紧急先发",
    Phase.ENDED: "已到期",
    Phase.LAPSED: "紧急没补办",
    Phase.WITHDRAWN: "已撤销",
}
_PHASES = {
    StandingCode.NOT_YET: Phase.AHEAD,
    StandingCode.GOOD: Phase.GOOD,
    StandingCode.LAST_DAY: Phase.GOOD,
    StandingCode.EMERGENCY: Phase.EMERGENCY,
    StandingCode.EXPIRED: Phase.ENDED,
    StandingCode.EMERGENCY_LAPSED: Phase.LAPSED,
    StandingCode.WITHDRAWN: Phase.WITHDRAWN,
}
_PREFIX = re.compile(r"[0-9]{1,12}")


def unfit(application: Application, *, today: str) -> Problem | None:
    """
    Why an application cannot get a number as it stands, None if it can. Rules R-GAT-02, R-GAT-03.

    Only what a number cannot be without is looked at; whether the matter is a good one, people decide.
    """
    if not application.title.strip():
        return Problem(GateCode.NO_TITLE)
    if not application.regions:
        return Problem(GateCode.NO_SCOPE)
    bad = next((each for each in application.regions if not _PREFIX.fullmatch(each)), None)
    if bad is not None:
        return Problem(GateCode.BAD_SCOPE, {"prefix": bad[:20]})
    return _unfit_days(application.starts_on, application.ends_on, today)


def unfit_lane(application: Application, *, at: datetime, until: datetime) -> Problem | None:
    """
    Why an emergency cannot go ahead until this instant, None if it can. Rule R-GAT-06.

    Raises:
        ValueError: the lane ends before it opens.
    """
    if until <= at:
        raise ValueError("the lane ends before it opens")
    if not application.leader.strip() or not application.emergency.strip():
        return Problem(GateCode.NO_LEADER)
    latest = at + timedelta(hours=EMERGENCY_HOURS)
    if until > latest:
        shown = printed(latest.astimezone(CHINA).isoformat())
        return Problem(GateCode.LANE_TOO_LONG, {"hours": EMERGENCY_HOURS, "latest": shown})
    return None


def latest_end(starts_on: str) -> str:
    """
    The last day a number may name as its end, itself still good: twelve months with the first day. R-GAT-03.

    >>> latest_end("2026-11-22"), latest_end("2028-02-29")
    ('2027-11-21', '2029-02-28')
    """
    return last_day(starts_on, MOST_MONTHS)


def last_day(starts_on: str, months: int) -> str:
    """
    The last of so many months that begin with an ISO day, which is the first of them. Rule R-PCK-13.

    The day before the one that corresponds; the month's last day where none corresponds (民法典第二百零二条).

    >>> last_day("2026-08-31", 6), last_day("2026-03-01", 12)
    ('2027-02-28', '2027-02-28')
    """
    start = date.fromisoformat(starts_on)
    years, month = divmod(start.month - 1 + months, 12)
    year, month = start.year + years, month + 1
    days = monthrange(year, month)[1]
    if start.day > days:
        return date(year, month, days).isoformat()
    return (date(year, month, start.day) - timedelta(days=1)).isoformat()


def phase_of(stands: Standing) -> Phase:
    """
    The phase of a number that was asked about alone.

    Raises:
        KeyError: it was asked about for a place or a matter, and that was the answer.
    """
    return _PHASES[StandingCode(stands.problem.code)]


def _unfit_days(starts_on: str, ends_on: str, today: str) -> Problem | None:
    if not (starts_on and ends_on):
        return Problem(GateCode.NO_DAYS)
    if ends_on < starts_on:
        return Problem(GateCode.ENDS_FIRST, {"starts": printed(starts_on), "ends": printed(ends_on)})
    if starts_on < today:
        return Problem(GateCode.STARTS_LATE, {"starts": printed(starts_on), "today": printed(today)})
    latest = latest_end(starts_on)
    if ends_on > latest:
        said = {"starts": printed(starts_on), "latest": printed(latest), "ends": printed(ends_on)}
        return Problem(GateCode.TOO_LONG, said)
    return None
