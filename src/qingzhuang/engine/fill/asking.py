"""One form's question to the village book: which key a field asks for, and what one cell gets."""

import re
import unicodedata
from dataclasses import dataclass

from qingzhuang.engine.fill.answers import Conflict, Known, NotApplicable
from qingzhuang.engine.fill.blanks import blank_of, element_of
from qingzhuang.engine.fill.fields import Asked, FormSheet
from qingzhuang.engine.fill.lookup import look_up
from qingzhuang.engine.fill.plan import Disputed, Missing, Write
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.fill.wanted import unit_wanted, written_as
from qingzhuang.engine.know.profile import Profile
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.read.grid import column_letters
from qingzhuang.engine.values.domain import Domain, Kind
from qingzhuang.engine.values.formats import Target

LABEL_DOMAIN = Domain(Kind.TEXT)
LABEL_NUMBER = Domain(Kind.NUMBER)
_COUNTED = re.compile(r"(额|面积|数|量|率|资|收入|支出|年限|价|费|分|重)(\(.*\))?$")
_NUMBER = re.compile(r"-?(0|[1-9]\d{0,11})(\.\d+)?")


@dataclass(frozen=True, slots=True)
class Asking:
    """What stays the same while a form is planned. on: ISO day, for ages and 填报日期."""

    book: VillageBook
    on: str


@dataclass(frozen=True, slots=True)
class Place:
    """
    A cell of the finished file. model: (row, column) of the template's cell whose format it has.
    is_inside_text: the value joins what is printed in the cell, so the cell's number format shows nothing.
    """

    sheet: str
    row: int
    column: int
    model: tuple[int, int]
    is_inside_text: bool = False

    @property
    def address(self) -> str:
        """As in Excel, `Sheet!D7`."""
        return f"{self.sheet}!{column_letters(self.column)}{self.row}"


@dataclass(frozen=True, slots=True)
class CellPlan:
    """
    What one counted cell gets: a write, a gap (missing) or a conflict (disputed). note: why it is blank.
    is_sum: computed from the other cells of the form, and so not counted among those that are asked for.
    """

    place: Place
    write: Write | None = None
    missing: Missing | None = None
    note: str = ""
    disputed: Disputed | None = None
    is_sum: bool = False


def answer_cell(
    asking: Asking, sheet: FormSheet, asked: Asked, subject: Profile, place: Place
) -> CellPlan | None:
    """What one cell gets for one subject; None where it does not count (不适用, or nothing covers it)."""
    if asked.key is None:
        return None
    whose = asking.book.household_of(subject) if asked.is_of_household else None
    answer = look_up(asking.book, whose or subject, asked.key, on=asked.day or asking.on)
    if isinstance(answer, Known):
        return _known(asking, sheet, asked, subject, place=place, answer=answer)
    if isinstance(answer, NotApplicable):
        return _moot(asked, place) if answer.membership else None
    if isinstance(answer, Conflict):
        return CellPlan(place, disputed=Disputed(_blank(asking, asked, subject, place), answer.claims))
    return CellPlan(place, missing=_blank(asking, asked, subject, place))


def _blank(asking: Asking, asked: Asked, subject: Profile, place: Place) -> Missing:
    return blank_of(asking.book, asked, subject, cell=place.address)


def domain_of(asking: Asking, key: str) -> Domain:
    """Value domain of a key; text for labels outside the catalogue."""
    element = element_of(asking.book, key)
    return element.domain if element is not None else LABEL_DOMAIN


def is_number(value: str) -> bool:
    """Whether a value is a plain number, without a leading zero that a code would have."""
    return _NUMBER.fullmatch(value) is not None


def is_counted(value: str, asked: Asked) -> bool:
    """Whether a value under a label outside the catalogue is an amount, written as a number: R-FIL-69."""
    label = unicodedata.normalize("NFKC", asked.field.label or "").strip()
    return bool(_NUMBER.fullmatch(value) and (asked.field.unit or asked.match.unit or _COUNTED.search(label)))


def target_of(sheet: FormSheet, asked: Asked, *, place: Place, on: str) -> Target:
    """How the cell wants its value: label, options, unit and the number format of its model cell."""
    number_format = "@" if place.is_inside_text else sheet.grid.at(*place.model).style.number_format
    return Target(
        label=asked.field.label or "",
        path=asked.field.path,
        number_format=number_format,
        options=asked.field.options,
        unit=asked.field.unit or asked.match.unit or unit_wanted(asked),
        on=on,
        is_text_cell=number_format == "@",
        sample=asked.sample,
        advice=asked.advice,
    )


def _known(
    asking: Asking, sheet: FormSheet, asked: Asked, subject: Profile, *, place: Place, answer: Known
) -> CellPlan | None:
    key = asked.key or ""
    target = target_of(sheet, asked, place=place, on=asking.on)
    domain = domain_of(asking, key)
    if domain is LABEL_DOMAIN and is_counted(answer.value, asked):
        domain = LABEL_NUMBER
    written = written_as(answer.value, domain, target, asked=asked, notes=sheet.layout.notes)
    if isinstance(written, Problem):
        missing = _blank(asking, asked, subject, place)
        return CellPlan(place, missing=missing, note=f"{place.address}：{written.sentence}")
    if written == "":
        return None  # only 是 is ticked here: the blank is the answer
    return CellPlan(place, write=Write(place.sheet, place.row, place.column, written, answer.claim))


def _moot(asked: Asked, place: Place) -> CellPlan | None:
    """The mark that the notes ask for where something does not apply; nothing where they ask for none."""
    if asked.mark is None:
        return None
    return CellPlan(place, write=Write(place.sheet, place.row, place.column, asked.mark))
