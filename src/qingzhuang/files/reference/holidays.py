"""The holiday calendar: the State Council's yearly notices, and a county's own lines laid over them."""

from datetime import date
from functools import cache
from pathlib import Path

from chinese_calendar import constants as notices

from qingzhuang.engine.calendar.days import Calendar
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.reference import ReferenceCode
from qingzhuang.files.reference.tables import Line, read_lines

FILE = "calendar.csv"
COLUMNS = ("日期", "休或班", "名称")
_IS_OFF = {"休": True, "班": False}


def load_calendar(county: Path | None = None) -> Calendar:
    """
    The calendar of the notices (国务院办公厅关于部分节假日安排的通知), a county's file over it. R-DAY-07.

    county: a folder that may hold `calendar.csv` (日期,休或班,名称): each line says of one day that it is off
    or worked, whatever the notices say. A year is known when its 1 October is listed (R-DAY-08). Read again
    when the file has changed.

    Raises:
        RefusedError: a line cannot be read; the sentence names file and line.
    """
    path = county / FILE if county is not None else None
    return _calendar(county, path.stat().st_mtime_ns if path is not None and path.is_file() else 0)


@cache
def _calendar(county: Path | None, changed_at: int) -> Calendar:  # noqa: ARG001 (another time, another calendar)
    off = {day.isoformat() for day in notices.holidays}
    worked = {day.isoformat() for day in notices.workdays}
    for day, is_off in _own_days(county):
        (off if is_off else worked).add(day)
        (worked if is_off else off).discard(day)
    years = frozenset(int(day[:4]) for day in off if day.endswith("-10-01"))
    return Calendar(frozenset(off), frozenset(worked), years)


def _own_days(county: Path | None) -> list[tuple[str, bool]]:
    if county is None or not (county / FILE).is_file():
        return []
    days: dict[str, bool] = {}
    for line in read_lines(county / FILE, COLUMNS):
        day = line.read("日期", date.fromisoformat, "日期，如 2027-01-01").isoformat()
        if day in days:
            raise _twice(line, day)
        days[day] = line.read("休或班", _IS_OFF.__getitem__, "休或班")
    return list(days.items())


def _twice(line: Line, day: str) -> RefusedError:
    params: dict[str, str | int] = {"file": line.file, "line": line.number, "day": day}
    return RefusedError(Problem(ReferenceCode.DAY_TWICE, params))
