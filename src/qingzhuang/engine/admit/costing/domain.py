"""What hours rest on: minutes by kind of answer, dated and cited, and the estimate that comes of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol


class Act(StrEnum):
    """What somebody in the village does, as far as it takes a time of its own."""

    CONFIRM = "confirm"  # look at a value that stands there
    PICK = "pick"
    NUMBER = "number"
    DATE = "date"
    TEXT = "text"
    PHOTO = "photo"
    SIGN = "sign"
    HANDLE = "handle"  # read the notice, hand out, gather, send: once a time, whatever is asked


ACT_NAMES = {
    Act.CONFIRM: "核对",
    Act.PICK: "选一项",
    Act.NUMBER: "填个数",
    Act.DATE: "填日期",
    Act.TEXT: "写几个字",
    Act.PHOTO: "拍照",
    Act.SIGN: "签字盖章",
    Act.HANDLE: "收发、看通知",
}


@dataclass(frozen=True, slots=True)
class ActCost:
    """
    Minutes of one act. source: where the number comes from. valid_from: ISO day. n_measured: how many timed
    cells it rests on, 0 = estimated (暂估).
    """

    minutes: float
    source: str
    valid_from: str
    n_measured: int = 0


ActCosts = Mapping[Act, ActCost]


class CostedField(Protocol):
    """What the hours need of an asked field beside what is held; `HeldField` is one."""

    @property
    def label(self) -> str:
        """As printed."""

    @property
    def key(self) -> str:
        """Element it means, "" unknown."""

    @property
    def share(self) -> float:
        """Share of the subjects whose value can be supplied, 0–1."""

    @property
    def is_data(self) -> bool:
        """Whether it is more than a blank of the sheet itself."""

    @property
    def is_stale(self) -> bool:
        """Whether what is held is old."""

    @property
    def is_noted(self) -> bool:
        """Whether it is held in another definition."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one way of asking costs. minutes: whole ones, of one village, one time. R-HRS-01, R-HRS-04."""

    villages: int
    times: int
    minutes: int

    @property
    def hours(self) -> float:
        """Hours of all villages in a year: exactly what the formula gives."""
        return round(self.villages * self.times * self.minutes / 60, 1)

    @property
    def formula(self) -> str:
        """How they come about: `186 村 × 4 次 × 100 分钟`."""
        return f"{self.villages:,} 村 × {self.times} 次 × {self.minutes:,} 分钟"


@dataclass(frozen=True, slots=True)
class Estimate:
    """
    Hours of all villages in a year. Every number can be computed again from its formula: villages × times ×
    whole minutes ÷ 60. Rule R-HRS-04.

    as_asked_hours: every cell by hand (照发). own_hours: on its own, with what is held filled in.
    least_hours: the missing cells only, on a form that goes there anyway (取数+并表). Both of the fields that
    villages are still asked for. *_minutes: of one village, one time.
    asked_lines, least_lines: how these minutes come about, one Chinese line each. n_missing_cells: of one
    village, one time. is_provisional: 暂估, some of the minutes were never measured.
    """

    villages: int
    times: int
    as_asked_minutes: int
    own_minutes: int
    least_minutes: int
    n_missing_cells: int
    asked_lines: tuple[str, ...]
    least_lines: tuple[str, ...]
    is_provisional: bool

    @property
    def as_asked(self) -> Cost:
        """What it costs as asked."""
        return Cost(self.villages, self.times, self.as_asked_minutes)

    @property
    def own(self) -> Cost:
        """What it costs on its own, held fields filled in."""
        return Cost(self.villages, self.times, self.own_minutes)

    @property
    def least(self) -> Cost:
        """What it costs on a form that goes there anyway."""
        return Cost(self.villages, self.times, self.least_minutes)

    @property
    def as_asked_hours(self) -> float:
        """Hours a year as asked."""
        return self.as_asked.hours

    @property
    def own_hours(self) -> float:
        """Hours a year on its own, held fields filled in."""
        return self.own.hours

    @property
    def least_hours(self) -> float:
        """Hours a year by the least burdensome way."""
        return self.least.hours

    @property
    def formula(self) -> str:
        """Of the hours as asked: `186 村 × 4 次 × 100 分钟`."""
        return self.as_asked.formula

    @property
    def least_formula(self) -> str:
        """Of the least hours."""
        return self.least.formula
