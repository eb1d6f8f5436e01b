"""One sheet of a roster, as the reader of files hands it over."""

from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.engine.values.domain import Raw


@dataclass(frozen=True, slots=True)
class RosterSheet:
    """
    One sheet of a roster.

    rows: (1-based row number, values from column 1 on); empty rows may be left out.
    merges: (first row, first column, last row, last column) of each merged region.
    """

    name: str
    rows: Sequence[tuple[int, tuple[Raw, ...]]]
    merges: tuple[tuple[int, int, int, int], ...] = ()
    is_hidden: bool = False
