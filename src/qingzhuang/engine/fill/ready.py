"""
Columns of a list made ready: what all its records get under one question, worked out at once.

What a column gives is what `answer_cell` would give cell by cell. Where that is anything but a plain value in
an empty cell, it says None, and the cell is planned by itself. What a value looks like in a cell is kept with
the form and serves the next village too.
"""

from collections.abc import Sequence

from qingzhuang.engine.fill.answers import Known
from qingzhuang.engine.fill.asking import (
    LABEL_DOMAIN,
    LABEL_NUMBER,
    Asking,
    Place,
    domain_of,
    is_counted,
    target_of,
)
from qingzhuang.engine.fill.fields import Asked, FormSheet
from qingzhuang.engine.fill.knowing import People, known_values, people_of
from qingzhuang.engine.fill.lookup import look_up
from qingzhuang.engine.fill.wanted import written_as
from qingzhuang.engine.know.profile import Claim, Profile
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.values.domain import Written
from qingzhuang.engine.values.formats import is_plain

_MOST_KEPT = 40_000  # values of one column; a county has that many days of birth


class ReadyColumn:
    """One column of a list, for one village."""

    def __init__(self, asking: Asking, sheet: FormSheet, asked: Asked) -> None:
        self._asking = asking
        self._sheet = sheet
        self._asked = asked
        self._on = asked.day or asking.on

    def values(self, people: People, models: Sequence[int]) -> list[Written | None]:
        """
        What the people get. models: the template's row that each one's row looks like. None: not plainly
        known, or the cell is not plainly empty.
        """
        if self._asked.is_of_household:
            household_of = self._asking.book.household_of
            people = people_of([household_of(one) or one for one in people.subjects])
        known = known_values(self._asking.book, people, self._asked.key or "", on=self._on)
        formats = formats_of(self._sheet, self._asked.field.column, models)
        shown = {own: self._shown(own, models[formats.index(own)]) for own in set(formats) if own is not None}
        if len(shown) == 1 and None not in formats:
            return next(iter(shown.values())).all_of(known)
        each = zip(known, formats, strict=True)
        return [
            shown[own].of(value) if own is not None and value is not None else None for value, own in each
        ]

    def claim_of(self, subject: Profile) -> Claim | None:
        """Where the value of one of these people is from."""
        book, asked = self._asking.book, self._asked
        whose = (book.household_of(subject) if asked.is_of_household else None) or subject
        answer = look_up(book, whose, asked.key or "", on=self._on)
        return answer.claim if isinstance(answer, Known) else None

    def _shown(self, number_format: str, model: int) -> "_Shown":
        return _Shown(self._asking, self._sheet, self._asked, number_format, model)


class _Shown:
    """The values of one column as cells of one format want them. model: the template's row of such a cell."""

    def __init__(
        self, asking: Asking, sheet: FormSheet, asked: Asked, number_format: str, model: int
    ) -> None:
        place = Place(sheet.layout.name, model, asked.field.column, (model, asked.field.column))
        self._asked = asked
        self._notes = sheet.layout.notes
        self._target = target_of(sheet, asked, place=place, on=asking.on)
        self._domain = domain_of(asking, asked.key or "")
        self._is_same = self._domain is not LABEL_DOMAIN and is_plain(self._domain, self._target)
        self._kept = sheet.worked.shown.setdefault((asked, asking.on, number_format), {})

    def all_of(self, values: list[str | None]) -> list[Written | None]:
        """All of these values; None where a value cannot go in or the cell stays blank."""
        if self._is_same:
            return [*values]
        kept = self._kept
        for value in set(values):
            if value is not None and value not in kept:
                self.of(value)
        return [None if value is None else kept[value] for value in values]

    def of(self, value: str) -> Written | None:
        """One value; None where it cannot go in or the cell stays blank."""
        if self._is_same:
            return value
        if value not in self._kept:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            self._kept[value] = self._anew(value)
        return self._kept[value]

    def _anew(self, value: str) -> Written | None:
        is_number = self._domain is LABEL_DOMAIN and is_counted(value, self._asked)
        domain = LABEL_NUMBER if is_number else self._domain
        written = written_as(value, domain, self._target, asked=self._asked, notes=self._notes)
        return None if isinstance(written, Problem) or written == "" else written


def formats_of(sheet: FormSheet, column: int, rows: Sequence[int]) -> list[str | None]:
    """The number formats of a column's empty cells that may be written; None for any other cell."""
    kept = sheet.worked.open_cells.setdefault(column, {})
    for row in set(rows) - kept.keys():
        kept[row] = _open_format(sheet, row, column)
    return [kept[row] for row in rows]


def _open_format(sheet: FormSheet, row: int, column: int) -> str | None:
    cell = sheet.grid.at(row, column)
    is_open = cell.formula is None and not cell.style.is_locked and (cell.row, cell.column) == (row, column)
    return cell.style.number_format if is_open and not cell.text.strip() else None
