"""The county's own lines of the holiday calendar: read, changed one day at a time."""

import csv
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from qingzhuang.files.reference.holidays import COLUMNS, FILE, load_calendar
from qingzhuang.files.reference.tables import read_lines


@dataclass(frozen=True, slots=True)
class OwnDay:
    """One day the county sets by itself. day: ISO. is_off: off, else worked. name: why, in its words."""

    day: str
    is_off: bool
    name: str = ""


def own_days(county: Path | None) -> tuple[OwnDay, ...]:
    """
    The county's own days in their order; none without a file.

    Raises:
        RefusedError: a line cannot be read; the sentence names file and line.
    """
    if county is None or not (county / FILE).is_file():
        return ()
    load_calendar(county)  # refuses what cannot be read
    rows = (
        OwnDay(
            date.fromisoformat(line.cells["日期"]).isoformat(),
            line.cells["休或班"] == "休",
            line.cells["名称"],
        )
        for line in read_lines(county / FILE, COLUMNS)
    )
    return tuple(sorted(rows, key=lambda row: row.day))


def put_day(county: Path, row: OwnDay) -> None:
    """Set a day in the county's file, which is made if need be; another line of that day goes."""
    _write(county, (*(each for each in own_days(county) if each.day != row.day), row))


def drop_day(county: Path, day: str) -> None:
    """Leave a day to the notices again."""
    _write(county, tuple(each for each in own_days(county) if each.day != day))


def _write(county: Path, rows: tuple[OwnDay, ...]) -> None:
    """The whole file anew, swapped in at once, so that nobody reads half of it."""
    target = StringIO()
    lines = csv.writer(target, lineterminator="\n")
    lines.writerow(COLUMNS)
    for row in sorted(rows, key=lambda row: row.day):
        lines.writerow((row.day, "休" if row.is_off else "班", row.name))
    county.mkdir(mode=0o700, parents=True, exist_ok=True)
    beside = county / f"{FILE}.new"
    beside.write_text(target.getvalue(), encoding="utf-8")
    beside.replace(county / FILE)
