"""How many working days the gate has to answer, dated and with their source; a county's own go first."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from qingzhuang.files.reference.tables import YES_NO, Line, read_lines

FILE = "clocks.csv"
COLUMNS = ("clock", "working_days", "valid_from", "verified", "source")
_SHIPPED = Path(__file__).parent / FILE
_NAMES = ("ordinary", "emergency")
_MOST = 250  # working days of a year


@dataclass(frozen=True, slots=True)
class Clocks:
    """Working days the gate has to answer an application, and one by the emergency lane."""

    ordinary: int
    emergency: int

    def days(self, *, is_emergency: bool) -> int:
        """Working days by the lane."""
        return self.emergency if is_emergency else self.ordinary


@cache
def load_clocks(on: str, county: Path | None = None) -> Clocks:
    """
    The clocks that hold on a day. Rule R-APP-15.

    on: ISO day; of several lines of one clock the latest that is valid then holds. county: a folder that may
    hold a `clocks.csv` of the same columns; its lines go before the shipped ones.

    Raises:
        RefusedError: a line cannot be read; the sentence names file and line.
    """
    own = county / FILE if county is not None else None
    found: dict[str, int] = {}
    for path in (_SHIPPED, *([own] if own is not None and own.is_file() else [])):
        lines = sorted((_day(line), _name(line), _days(line)) for line in read_lines(path, COLUMNS))
        found |= {name: days for day, name, days in lines if day <= on or name not in found}
    return Clocks(found["ordinary"], found["emergency"])


def _name(line: Line) -> str:
    if line.cells["clock"] not in _NAMES:
        raise line.refused("clock", "、".join(_NAMES) + " 之一")
    return line.cells["clock"]


def _day(line: Line) -> str:
    return line.read("valid_from", date.fromisoformat, "日期，如 2026-01-01").isoformat()


def _days(line: Line) -> int:
    if not line.cells["source"]:
        raise line.refused("source", "这个数是怎么来的")
    line.read("verified", YES_NO.__getitem__, "yes 或 no")
    return line.read("working_days", _count, f"1 到 {_MOST} 的整数")


def _count(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= _MOST:
        raise ValueError(text)
    return int(text)
