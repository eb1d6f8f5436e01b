"""Cells of one column: each different value is parsed once, and what was odd is counted for the notes."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from qingzhuang.engine.collect.columns import Column
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.collect import CollectCode
from qingzhuang.engine.values.domain import Kind, Raw
from qingzhuang.engine.values.parsing import parse, says_nothing

Outcome = str | Problem  # "" = nothing said

_SHOWN_ROWS = 5
# Numbers of which each is different: remembering them costs more than it saves.
_UNIQUE = frozenset({Kind.ID_NUMBER, Kind.ACCOUNT})


@dataclass(slots=True)
class _Oddity:
    """How often something odd was seen in a column, and in which rows first."""

    count: int = 0
    rows: list[int] = field(default_factory=list)

    def see(self, row: int) -> None:
        """Count one more cell."""
        self.count += 1
        if len(self.rows) < _SHOWN_ROWS:
            self.rows.append(row)

    @property
    def params(self) -> dict[str, str | int]:
        """`count` and `rows` (the first ones) for a note."""
        more = "等" if self.count > len(self.rows) else ""
        return {"count": self.count, "rows": "、".join(str(row) for row in self.rows) + more}


class ColumnCells:
    """
    The values of one column. `read` is called for every cell of a roster and must stay fast.

    plain: texts read before that say something and have nothing odd; whoever finds his here need not `read`.
    """

    def __init__(self, column: Column) -> None:
        self.column = column
        self.at = column.at
        self.key = column.key or ""
        self.plain: dict[Raw, str] = {}
        self._seen: dict[Raw, Outcome] = {}
        self._remembers = column.domain.kind not in _UNIQUE
        self._odd: dict[Raw, tuple[tuple[str, ...], tuple[str, ...]]] = {}
        self._repairs: defaultdict[str, _Oddity] = defaultdict(_Oddity)
        self._warnings: defaultdict[str, _Oddity] = defaultdict(_Oddity)
        self._bad = _Oddity()
        self._first_problem: Problem | None = None

    def read(self, raw: Raw, row: int) -> Outcome:
        """The canonical value of a cell, "" if it says nothing, or the Problem that keeps it out."""
        outcome = self._seen.get(raw) if type(raw) is not bool else None
        if outcome is None:
            outcome = self._learn(raw, row)
        elif raw in self._odd:
            self._see(*self._odd[raw], row)
        return outcome

    def _learn(self, raw: Raw, row: int) -> Outcome:
        domain = self.column.domain
        if says_nothing(raw, domain):
            return self._keep(raw, "")
        parsed = parse(raw, domain, unit=self.column.unit)
        if isinstance(parsed, Problem):
            return self._keep(raw, parsed)
        if parsed.repairs or parsed.warnings:
            if self._remembers:
                self._odd[raw] = (parsed.repairs, parsed.warnings)
            self._see(parsed.repairs, parsed.warnings, row)
        return self._keep(raw, parsed.value)

    def _keep(self, raw: Raw, outcome: Outcome) -> Outcome:
        if self._remembers and type(raw) is not bool:
            self._seen[raw] = outcome
            if outcome and isinstance(outcome, str) and isinstance(raw, str) and raw not in self._odd:
                self.plain[raw] = outcome
        return outcome

    def _see(self, repairs: tuple[str, ...], warnings: tuple[str, ...], row: int) -> None:
        for repair in repairs:
            self._repairs[repair].see(row)
        for warning in warnings:
            self._warnings[warning].see(row)

    def leave_out(self, problem: Problem, row: int) -> None:
        """Say that one value of an accepted row was left out."""
        self._bad.see(row)
        self._first_problem = self._first_problem or problem

    def notes(self) -> Iterator[Problem]:
        """What was left out, repaired or looks odd in this column."""
        label = self.column.label
        if self._first_problem is not None:
            reason = self._first_problem.sentence
            yield Problem(CollectCode.NOTE_BAD_VALUES, {"label": label, "reason": reason, **self._bad.params})
        for repair, seen in self._repairs.items():
            yield Problem(CollectCode.NOTE_REPAIRED, {"label": label, "repair": repair, **seen.params})
        for warning, seen in self._warnings.items():
            yield Problem(CollectCode.NOTE_WARNED, {"label": label, "warning": warning, **seen.params})
