"""Calendar clashes: what else falls due in the same villages around the same days."""

from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from typing import Protocol

from qingzhuang.engine.admit.domain import Application, Finding, Frequency, Topic, Weight

NEAR_DAYS = 3  # R-HRS-07
CROWDED_FROM = 4  # matters due in one week, the application's own included, R-HRS-08
_SHOWN = 8
_MONTHS = {Frequency.YEARLY: 12, Frequency.HALF_YEARLY: 6, Frequency.QUARTERLY: 3, Frequency.MONTHLY: 1}
_DAYS = {Frequency.WEEKLY: 7, Frequency.DAILY: 1}
_STEP = "rhythm"


class Landing(Protocol):
    """What a clash needs of another matter; `KnownForm` is one. Days are ISO, regions prefixes of codes."""

    @property
    def id(self) -> str:
        """Its own id, the same for all its days."""

    @property
    def title(self) -> str:
        """Its title."""

    @property
    def issuer(self) -> str:
        """Who issued it."""

    @property
    def days(self) -> tuple[str, ...]:
        """On which it is due."""

    @property
    def regions(self) -> tuple[str, ...]:
        """Where it lands; none = everywhere."""


def due_days(application: Application) -> tuple[date, ...]:
    """
    The days on which the application is due, within a year of its start; none without a start. R-HRS-07.

    It is due so many days after it lands (`issue_days`), again with every period until it ends. The 31st of a
    shorter month is its last day.
    """
    if not application.starts_on:
        return ()
    first = date.fromisoformat(application.starts_on) + timedelta(days=application.issue_days or 0)
    a_year_on = _months_later(first, 12) - timedelta(days=1)
    last = min(date.fromisoformat(application.ends_on), a_year_on) if application.ends_on else a_year_on
    return tuple(_repeated(first, last, application.frequency or Frequency.ONCE))


def _repeated(first: date, last: date, frequency: Frequency) -> Iterator[date]:
    day, times = first, 0
    while day <= last:
        yield day
        times += 1
        if frequency in _MONTHS:
            day = _months_later(first, _MONTHS[frequency] * times)
        elif frequency in _DAYS:
            day = first + timedelta(days=_DAYS[frequency] * times)
        else:
            return


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def is_in_same_villages(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether two sets of prefixes of region codes meet; no prefix at all means everywhere."""
    if not ours or not theirs:
        return True
    return any(one.startswith(other) or other.startswith(one) for one in ours for other in theirs)


def clashes(application: Application, live: Iterable[Landing]) -> tuple[Finding, ...]:
    """
    What falls due in the same villages within three days, and the weeks that become crowded.

    live: matters with their due days; the application itself left out. Rules R-HRS-07 and R-HRS-08.
    """
    ours = due_days(application)
    near_by = [each for each in live if is_in_same_villages(application.regions, each.regions)]
    if not ours:
        return ()
    return (*_near(ours, near_by), *_crowded(ours, near_by))


def _near(ours: Sequence[date], live: Sequence[Landing]) -> Iterator[Finding]:
    own = set(ours)
    reach = [timedelta(days=days) for days in range(-NEAR_DAYS, NEAR_DAYS + 1)]
    met = []
    for form in live:
        days = [day for day in map(date.fromisoformat, form.days) if any(day + away in own for away in reach)]
        met += [(day, form) for day in days]
    if met:
        n = len({form.id for _, form in met})
        met.sort(key=lambda pair: (pair[0], pair[1].id))
        more = len(met) - _SHOWN
        evidence = [f"{_day(day)}：《{form.title}》（{form.issuer}）" for day, form in met[:_SHOWN]]
        tail = (f"还有 {more} 次，不一一列了。",) if more > 0 else ()
        sentence = f"前后 {NEAR_DAYS} 天里，同样的村还有 {n} 件事到期。换个日子，或者并到一起办。"
        yield Finding(Topic.CLASH, Weight.WARNS, sentence, (*evidence, *tail), step=_STEP)


def _crowded(ours: Sequence[date], live: Sequence[Landing]) -> Iterator[Finding]:
    own = {_monday(day) for day in ours}
    load = Counter(
        monday for form in live for monday in {_monday(date.fromisoformat(day)) for day in form.days}
    )
    crowded = sorted(monday for monday in own if load[monday] + 1 >= CROWDED_FROM)
    if crowded:
        evidence = tuple(
            f"{_day(monday)}起的一周：加上这件共 {load[monday] + 1} 件" for monday in crowded[:_SHOWN]
        )
        sentence = f"有 {len(crowded)} 个星期太挤，同一周要交 {CROWDED_FROM} 件以上。错开月底会好些。"
        yield Finding(Topic.CLASH, Weight.INFORMS, sentence, evidence, step=_STEP)


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _day(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
