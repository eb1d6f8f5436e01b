"""Minutes of each act of filling in, dated and cited; a county's measured ones laid over the shipped ones."""

from datetime import date
from functools import cache
from pathlib import Path

from qingzhuang.engine.admit.costing.domain import Act, ActCost
from qingzhuang.files.reference.tables import YES_NO, Line, read_lines

FILE = "minutes.csv"
COLUMNS = ("act", "minutes", "valid_from", "n_measured", "verified", "source")
_SHIPPED = Path(__file__).parent / FILE
_LONGEST = 24 * 60.0


@cache
def load_minutes(on: str, county: Path | None = None) -> dict[Act, ActCost]:
    """
    Minutes of every act that hold on a day. Rule R-HRS-02.

    on: ISO day; of several lines of one act the latest that is valid then holds. county: a folder that may
    hold a `minutes.csv` of the same columns; its lines go before the shipped ones. n_measured: how many timed
    cells a number rests on, 0 for an estimate (暂估).

    Raises:
        RefusedError: a line cannot be read; the sentence names file and line.
    """
    own = county / FILE if county is not None else None
    found: dict[Act, ActCost] = {}
    for path in (_SHIPPED, *([own] if own is not None and own.is_file() else [])):
        lines = [(_act(line), _cost(line)) for line in read_lines(path, COLUMNS)]
        for act, cost in sorted(lines, key=lambda pair: pair[1].valid_from):
            if cost.valid_from <= on or act not in found:
                found[act] = cost
    return found


def _act(line: Line) -> Act:
    return line.read("act", Act, "、".join(Act) + " 之一")


def _cost(line: Line) -> ActCost:
    if not line.cells["source"]:
        raise line.refused("source", "这个数是怎么来的")
    line.read("verified", YES_NO.__getitem__, "yes 或 no")
    return ActCost(
        line.read("minutes", _minutes, "分钟数，如 0.5"),
        line.cells["source"],
        line.read("valid_from", date.fromisoformat, "日期，如 2026-01-01").isoformat(),
        line.read("n_measured", _count, "实测的格数，没测过写 0"),
    )


def _minutes(text: str) -> float:
    minutes = float(text)
    if not 0 < minutes <= _LONGEST:
        raise ValueError(text)
    return minutes


def _count(text: str) -> int:
    if not text.isdecimal():
        raise ValueError(text)
    return int(text)
