"""Working days, by the yearly holiday notice and the county's own corrections."""

from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Calendar:
    """
    Which days are worked. Days are ISO texts (`2026-10-01`).

    holidays: days off that would be worked otherwise, or are weekends anyway. workdays: weekends that are
    worked (调休). years: years whose arrangement is known; in all others Monday to Friday count as worked
    and every day is provisional (暂定), R-DAY-03.
    """

    holidays: frozenset[str] = frozenset()
    workdays: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()

    def is_working(self, day: str) -> bool:
        """
        Whether offices work on this day. R-DAY-01, R-DAY-02.

        Raises:
            ValueError: not an ISO day; so in every function here.
        """
        return self._is_worked(date.fromisoformat(day))

    def is_provisional(self, day: str) -> bool:
        """Whether the arrangement of this day's year is not known yet (暂定). R-DAY-03."""
        return date.fromisoformat(day).year not in self.years

    def add_working_days(self, day: str, n: int) -> str:
        """
        The n-th working day after `day`; before it for a negative n. R-DAY-04, R-DAY-05.

        `day` itself is never counted (民法典第二百零一条). n = 0: `day`, or the next working day where it is
        a day off (民法典第二百零三条).
        """
        current = date.fromisoformat(day)
        if n == 0:
            while not self._is_worked(current):
                current += _DAY
            return current.isoformat()
        step = _DAY if n > 0 else -_DAY
        left = abs(n)
        while left:
            current += step
            left -= self._is_worked(current)
        return current.isoformat()

    def working_days_between(self, first: str, last: str) -> int:
        """Working days after `first` up to and with `last`; below zero where `last` lies before. R-DAY-06."""
        start, end = date.fromisoformat(first), date.fromisoformat(last)
        if end < start:
            return -self.working_days_between(last, first)
        return sum(self._is_worked(start + n * _DAY) for n in range(1, (end - start).days + 1))

    def _is_worked(self, day: date) -> bool:
        iso = day.isoformat()
        if iso in self.workdays:
            return True
        return day.weekday() < _SATURDAY and iso not in self.holidays
