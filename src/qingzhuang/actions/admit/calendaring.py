"""The county's own holidays and working weekends, laid over the State Council's notices."""

from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.db import transaction

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.reviewing import ReviewCode
from qingzhuang.files.reference.holidays import load_calendar
from qingzhuang.files.reference.owndays import OwnDay, drop_day, own_days, put_day
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.house import county_catalogue
from qingzhuang.store.roles import Right
from qingzhuang.store.writers.journal import record

_LONGEST_NAME = 50


@dataclass(frozen=True, slots=True)
class YearOfDays:
    """A year's days off and worked weekends, and the county's own among them. is_known: it was announced."""

    off: tuple[str, ...]
    worked: tuple[str, ...]
    own: tuple[OwnDay, ...]
    is_known: bool


def year_of_days(actor: Actor, *, year: int) -> YearOfDays:
    """
    What holds in a year: days that are off although weekdays, worked weekends, the county's own days.

    Raises:
        RefusedError: the actor does not keep the calendar, or the county's file cannot be read.
    """
    allow(actor, Right.CURATE)
    calendar = load_calendar(county_catalogue())
    return YearOfDays(
        tuple(sorted(day for day in calendar.holidays if day.startswith(f"{year}-"))),
        tuple(sorted(day for day in calendar.workdays if day.startswith(f"{year}-"))),
        tuple(row for row in own_days(county_catalogue()) if row.day.startswith(f"{year}-")),
        year in calendar.years,
    )


def set_day(actor: Actor, *, day: str, is_off: bool | None, name: str) -> None:
    """
    Set one day of the county's calendar; None leaves it to the notices again. Every clock follows. R-REV-23.

    Raises:
        RefusedError: no ISO day, or a name that is too long or breaks lines.
    """
    allow(actor, Right.CURATE)
    _check(day, name)
    folder = settings.HOME / "catalogue"
    with transaction.atomic():
        # The line first: its lock lets one at a time through to the file.
        record(actor, action="admit.set_day", object_=f"calendar {day}", values={"is_off": is_off})
        if is_off is None:
            drop_day(folder, day)
        else:
            put_day(folder, OwnDay(day, is_off, name.strip()))


def _check(day: str, name: str) -> None:
    try:
        is_day = date.fromisoformat(day).isoformat() == day
    except ValueError:
        is_day = False
    if not is_day:
        raise RefusedError(Problem(ReviewCode.BAD_DAY, {"text": day[:20]}))
    if len(name) > _LONGEST_NAME or not name.isprintable():
        raise RefusedError(Problem(ReviewCode.BAD_DAY_NAME, {"most": _LONGEST_NAME}))
