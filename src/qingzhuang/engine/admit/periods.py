"""From how often and between which days to periods with due days: 2026Q4, 2026-11, 2026."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from qingzhuang.engine.admit.domain import Frequency

ONCE = "once"
_DAY = timedelta(days=1)
_SATURDAY = 5
# Months that one period of the frequency takes.
_MONTHS = {Frequency.MONTHLY: 1, Frequency.QUARTERLY: 3, Frequency.HALF_YEARLY: 6, Frequency.YEARLY: 12}


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """
    One turn of what a village is asked for. opens, closes: ISO days, its first and last within the admission.

    due: ISO day by which it is to be done. name: `2026`, `2026H2`, `2026Q4`, `2026-11`, `2026W47`,
    `2026-11-22`, or `once`.
    """

    opens: str
    closes: str
    due: str
    name: str


def periods(
    frequency: Frequency, *, starts_on: str, ends_on: str, issue_days: int | None = None
) -> tuple[Period, ...]:
    """
    Every turn of an admission, in order; together they cover its days. Rules R-GAT-04, R-GAT-05.

    Calendar periods, the first and the last cut to the admission's days; daily means Monday to Friday.
    issue_days: days a village is promised from landing to the due day; None: until the period closes. No
    due day lies after ends_on.

    Raises:
        ValueError: ends_on lies before starts_on, issue_days below zero, or no ISO days.

    >>> [each.name for each in periods(Frequency.QUARTERLY, starts_on="2026-11-01", ends_on="2027-02-01")]
    ['2026Q4', '2027Q1']
    """
    first, last = date.fromisoformat(starts_on), date.fromisoformat(ends_on)
    if last < first or (issue_days or 0) < 0:
        raise ValueError("ends before it starts, or days below zero")
    return tuple(
        _period(name, opens, min(closes, last), last, issue_days)
        for name, opens, closes in _turns(frequency, first, last)
    )


def current(turns: tuple[Period, ...], *, on: str, issue_days: int | None = None) -> Period | None:
    """
    The turn a village is in on an ISO day, None between turns. Rule R-GAT-05.

    Where it lands later than it opens, the days promised count from the landing; never past the last turn.
    """
    found = next((each for each in turns if each.opens <= on <= each.closes), None)
    if found is None or issue_days is None:
        return found
    promised = (date.fromisoformat(on) + timedelta(days=issue_days)).isoformat()
    return Period(found.opens, found.closes, max(found.due, min(promised, turns[-1].closes)), found.name)


def period_words(name: str) -> str:
    """
    The name of a period as people say it.

    >>> period_words("2026Q4")
    '2026年第4季度'
    """
    if name == ONCE:
        return "一次"
    if "Q" in name:
        return "{}年第{}季度".format(*name.split("Q"))
    if "W" in name:
        return "{}年第{}周".format(*name.split("W"))
    if "H" in name:
        return f"{name[:4]}年{'上' if name.endswith('1') else '下'}半年"
    parts = [int(part) for part in name.split("-")]
    return "".join(f"{part}{unit}" for part, unit in zip(parts, "年月日", strict=False))


def _period(name: str, opens: date, closes: date, last: date, issue_days: int | None) -> Period:
    due = closes if issue_days is None else min(opens + timedelta(days=issue_days), last)
    return Period(opens.isoformat(), closes.isoformat(), due.isoformat(), name)


def _turns(frequency: Frequency, first: date, last: date) -> Iterator[tuple[str, date, date]]:
    """Name, first day (never before the admission's) and calendar end of each turn."""
    if frequency is Frequency.ONCE:
        yield ONCE, first, last
        return
    opens = first
    while opens <= last:
        closes = _close_of(frequency, opens)
        if frequency is not Frequency.DAILY or opens.weekday() < _SATURDAY:
            yield _name_of(frequency, opens), opens, closes
        opens = closes + _DAY


def _close_of(frequency: Frequency, day: date) -> date:
    """The last day of the calendar period in which a day lies."""
    if frequency is Frequency.DAILY:
        return day
    if frequency is Frequency.WEEKLY:
        return day + timedelta(days=6 - day.weekday())
    months = _MONTHS[frequency]
    after = (day.month - 1) // months * months + months  # months from January to the next period
    return date(day.year + after // 12, after % 12 + 1, 1) - _DAY


def _name_of(frequency: Frequency, day: date) -> str:
    if frequency is Frequency.DAILY:
        return day.isoformat()
    if frequency is Frequency.WEEKLY:
        year, week, _ = day.isocalendar()
        return f"{year}W{week:02d}"
    if frequency is Frequency.YEARLY:
        return str(day.year)
    if frequency is Frequency.MONTHLY:
        return f"{day.year}-{day.month:02d}"
    letter = "Q" if frequency is Frequency.QUARTERLY else "H"
    return f"{day.year}{letter}{(day.month - 1) // _MONTHS[frequency] + 1}"
