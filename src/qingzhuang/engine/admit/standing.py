"""Whether a number is good: on this day, in this place, for this matter."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from qingzhuang.engine.admit.domain import Extra, Frequency, Kind
from qingzhuang.engine.admit.numbers import Number
from qingzhuang.engine.admit.titles import is_same_title
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.standing import StandingCode

CHINA = timezone(timedelta(hours=8))  # China keeps one time, without summer time
GOOD = frozenset({StandingCode.GOOD, StandingCode.LAST_DAY, StandingCode.EMERGENCY})


@dataclass(frozen=True, slots=True)
class Admitted:
    """
    One matter that was admitted, as the register holds it.

    regions: prefixes of region codes it may land on; () none. starts_on, ends_on: ISO days, both good days.
    withdrawn_on: ISO day from which it counts no more, that day included; "" never. emergency_until: while
    it came by the emergency lane and is not regularised, the instant (or last day) it lasts; "" otherwise.
    fields: labels of the columns admitted; () it asks for none, or they were not written down. extras,
    features: what it may demand besides (建群, 拍照 …), in words. helpers: other offices that may send it.
    """

    number: Number
    title: str
    kind: Kind
    issuer: str
    regions: tuple[str, ...]
    frequency: Frequency | None
    starts_on: str
    ends_on: str
    withdrawn_on: str = ""
    emergency_until: str = ""
    fields: tuple[str, ...] = ()
    basis: str = ""
    extras: frozenset[Extra] = frozenset()
    features: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """How a number stands; `problem` says it in a sentence, also when all is well."""

    problem: Problem

    @property
    def is_good(self) -> bool:
        """Whether the number counts."""
        return self.problem.code in GOOD

    @property
    def sentence(self) -> str:
        """What people are told."""
        return self.problem.sentence


def standing(admission: Admitted, *, on: str, region: str | None, asked: str = "") -> Standing:
    """
    How a number stands. Rules R-NUM-04 to R-NUM-08.

    Args:
        admission: what the register holds of it.
        on: the ISO day, or the ISO instant with zone (exact for the emergency lane, which ends by the
            hour; on a bare day it lasts to the end of its last day).
        region: 12-digit code of the place it landed on; None asks about the number alone.
        asked: title of what is demanded under it; "" asks about the number alone.

    Raises:
        ValueError: `on` or a day of the admission is no day, or a region is no code of digits.
    """
    if region is not None and not region.isdigit():
        raise ValueError("region")
    day = _day(on)
    said: Mapping[str, str | int] = {"number": str(admission.number)}
    if asked and not is_same_title(asked, admission.title):
        return _of(StandingCode.OTHER_MATTER, {**said, "title": admission.title, "asked": asked})
    if region is not None and not region.startswith(admission.regions):
        return _of(StandingCode.OUT_OF_SCOPE, said)
    if admission.withdrawn_on and day >= _day(admission.withdrawn_on):
        return _of(StandingCode.WITHDRAWN, {**said, "day": printed(admission.withdrawn_on)})
    return _by_the_clock(admission, on, day, said)


def _by_the_clock(admission: Admitted, on: str, day: date, said: Mapping[str, str | int]) -> Standing:
    """Not yet, good, ended: a number that nobody withdrew."""
    starts, ends = _day(admission.starts_on), _day(admission.ends_on)
    if day < starts:
        start = printed(admission.starts_on)
        return _of(StandingCode.NOT_YET, {**said, "start": start, "days": (starts - day).days})
    until = printed(admission.ends_on)
    if day > ends:
        return _of(StandingCode.EXPIRED, {**said, "until": until, "days": (day - ends).days})
    if admission.emergency_until:
        lapsed = _is_past(on, admission.emergency_until)
        code = StandingCode.EMERGENCY_LAPSED if lapsed else StandingCode.EMERGENCY
        return _of(code, {**said, "until": printed(admission.emergency_until)})
    if day == ends:
        return _of(StandingCode.LAST_DAY, said)
    return _of(StandingCode.GOOD, {**said, "until": until, "days": (ends - day).days})


def _of(code: StandingCode, params: Mapping[str, str | int]) -> Standing:
    return Standing(Problem(code, params))


def _is_past(on: str, until: str) -> bool:
    """Whether the end has come; instants exactly, half-open, else by days, the last day being good."""
    if "T" in on and "T" in until:
        return _instant(on) >= _instant(until)
    return _day(on) > _day(until)


def _instant(text: str) -> datetime:
    instant = datetime.fromisoformat(text)
    if instant.tzinfo is None:
        raise ValueError("an instant without zone")
    return instant


def _day(text: str) -> date:
    """The day in China of an ISO day or instant."""
    return _instant(text).astimezone(CHINA).date() if "T" in text else date.fromisoformat(text)


def printed(text: str) -> str:
    """
    An ISO day or instant as people read it.

    >>> printed("2026-11-22T15:30:00+08:00")
    '2026年11月22日15:30'
    """
    day = _day(text)
    clock = f"{_instant(text).astimezone(CHINA):%H:%M}" if "T" in text else ""
    return f"{day.year}年{day.month}月{day.day}日{clock}"


def first_second(day: str) -> int:
    """Seconds since 1970 at which this ISO day begins in China."""
    return int(datetime.combine(date.fromisoformat(day), datetime.min.time(), CHINA).timestamp())


def second_of(text: str) -> int:
    """Seconds since 1970 at which an ISO instant falls, or at which an ISO day is over in China."""
    if "T" in text:
        return int(_instant(text).timestamp())
    return first_second((date.fromisoformat(text) + timedelta(days=1)).isoformat())
