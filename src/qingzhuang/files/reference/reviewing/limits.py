"""Limits of the gate's desk, dated and with their source; a county's own laid over the shipped ones."""

from datetime import date
from functools import cache
from pathlib import Path

from qingzhuang.engine.admit.budget import Limits
from qingzhuang.files.reference.tables import YES_NO, Line, read_lines

FILE = "limits.csv"
COLUMNS = ("limit", "value", "valid_from", "verified", "source")
_SHIPPED = Path(__file__).parent / FILE
_NAMES = ("leader_hours", "poll_villages", "poll_days")
_MOST = 1_000_000


@cache
def load_limits(on: str, county: Path | None = None) -> Limits:
    """
    The limits that hold on a day. Rule R-REV-10.

    on: ISO day; of several lines of one limit the latest that is valid then holds. county: a folder that may
    hold a `limits.csv` of the same columns; its lines go before the shipped ones.

    Raises:
        RefusedError: a line cannot be read; the sentence names file and line.
    """
    own = county / FILE if county is not None else None
    found: dict[str, int] = {}
    for path in (_SHIPPED, *([own] if own is not None and own.is_file() else [])):
        lines = [(_day(line), _name(line), _value(line)) for line in read_lines(path, COLUMNS)]
        found |= {name: value for day, name, value in sorted(lines) if day <= on or name not in found}
    return Limits(float(found["leader_hours"]), found["poll_villages"], found["poll_days"])


def _name(line: Line) -> str:
    if line.cells["limit"] not in _NAMES:
        raise line.refused("limit", "、".join(_NAMES) + " 之一")
    return line.cells["limit"]


def _day(line: Line) -> str:
    return line.read("valid_from", date.fromisoformat, "日期，如 2026-01-01").isoformat()


def _value(line: Line) -> int:
    if not line.cells["source"]:
        raise line.refused("source", "这个数是怎么来的")
    line.read("verified", YES_NO.__getitem__, "yes 或 no")
    return line.read("value", _count, "1 以上的整数")


def _count(text: str) -> int:
    if not text.isdecimal() or not 0 < int(text) <= _MOST:
        raise ValueError(text)
    return int(text)
