"""Formats: one stored value, written as the target cell asks."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from types import MappingProxyType

from qingzhuang.engine.problems.core import Problem
from qingzhuang.engine.problems.values import ValuesCode
from qingzhuang.engine.values.asked_marks import (
    asks_for_code,
    is_code,
    is_legend,
    joined_joint,
    legend_code,
    read_words,
    words_of_sample,
)
from qingzhuang.engine.values.codes import find
from qingzhuang.engine.values.date_styles import (
    DateStyle,
    default_style,
    flatten,
    parts_of_number_format,
    read_style,
    render,
    style_of_number_format,
    style_of_sample,
)
from qingzhuang.engine.values.domain import CodeEntry, CodeList, Domain, Kind, Written
from qingzhuang.engine.values.masks import WHOLE, read_showing, show
from qingzhuang.engine.values.numbers import as_decimal
from qingzhuang.engine.values.options import pick_option
from qingzhuang.engine.values.units import is_decimal, is_plain_unit, ratio, to_decimal, unit_of

CONVERTED_PLACES = 2  # 公顷 = 亩 ÷ 15, two decimals: wherever a conversion does not end


@dataclass(frozen=True, slots=True)
class Target:
    """
    A cell that wants a value.

    label: leaf as printed. path: labels above it, outermost first (the leaf may be its last).
    number_format: of the cell. options: entries of its drop-down. unit: printed at the target. on: day of
    the form, ISO. is_text_cell: the cell is formatted as text (@). sample: what a printed sample row
    shows in this column. advice: a note or comment that speaks of this cell.
    """

    label: str = ""
    path: tuple[str, ...] = ()
    number_format: str = "General"
    options: tuple[str, ...] = ()
    unit: str | None = None
    on: str = ""
    is_text_cell: bool = False
    sample: str = ""
    advice: str = ""

    @property
    def asked(self) -> str:
        """All that is printed about the form of the answer, the leaf first."""
        return " ".join(part for part in (self.label, *reversed(self.path), self.advice) if part)


def project(value: str, domain: Domain, target: Target) -> Written | Problem:
    """
    A canonical value as the target cell asks for it, or the Problem that keeps it out. Rule R-VAL-100.

    str is written as text, Decimal and int as numbers, date as a serial in the cell's own number format.
    "" means: the cell stays blank, and that is the answer (否 where only yes is ticked). Order:
    drop-down, label, cell, default.
    """
    if target.options and value:
        return pick_option(value, domain, target.options)
    return _WRITERS[domain.kind](value, domain, target)


def is_plain(domain: Domain, target: Target) -> bool:
    """Whether `project` gives every value of this domain back unchanged, as text."""
    writer, is_whole = _WRITERS[domain.kind], read_showing(target.asked, domain.kind) == WHOLE
    wants_18 = writer is _write_identity and _WANTS_18.search(flatten(target.asked)) is not None
    is_as_told = not (target.options or target.sample or wants_18)
    return is_as_told and (writer is _write_text or (writer in (_write_shown, _write_identity) and is_whole))


def _write_text(value: str, _domain: Domain, _target: Target) -> Written | Problem:
    return value


def _write_shown(value: str, domain: Domain, target: Target) -> Written | Problem:
    """
    The part that the label asks for. A sample row is followed only in its groups of digits.

    A sample's stars may only guard the privacy of the sample person. Rules R-VAL-120 to R-VAL-122.
    """
    showing = read_showing(target.asked, domain.kind)
    if showing == WHOLE and target.sample:
        sample = read_showing(target.sample, domain.kind)
        showing = sample if sample.groups else showing
    return show(value, showing)


_WANTS_18 = re.compile(r"(?<!\d)18位")
_ALLOWS_15 = re.compile(r"15位")


def _write_identity(value: str, domain: Domain, target: Target) -> Written | Problem:
    """
    Always text. An old number is not lengthened: where only 18 digits are wanted it is asked for.
    R-VAL-120.
    """
    text = flatten(target.asked)
    if len(value) == 15 and _WANTS_18.search(text) and not _ALLOWS_15.search(text):
        return Problem(ValuesCode.ID_NEEDS_18)
    return _write_shown(value, domain, target)


def _write_date(value: str, _domain: Domain, target: Target) -> Written | Problem:
    """
    Label advice, then the sample, then the cell's number format, then what the label means (出生年月),
    then ISO.

    Default text: 1990-03-07 or 1990-03, as precise as known; the same in text cells. A year alone is a
    number, in text cells text. Rules R-VAL-110 to 114.
    """
    if not value[:4].isdigit():
        return value
    part = _part_of_date(value, target.label)
    written = _write_calendar(value, target) if part is None else part
    # A bare number in a date cell would show as a day of 1905.
    takes_number = not target.is_text_cell and not parts_of_number_format(target.number_format)
    return int(written) if isinstance(written, str) and len(written) == 4 and takes_number else written


def _write_calendar(value: str, target: Target) -> Written | Problem:
    style = read_style(target.label) or read_style(target.asked) or style_of_sample(target.sample)
    shown_parts = 0 if target.is_text_cell else parts_of_number_format(target.number_format)
    if style is not None:
        return _in_style(value, style, target.number_format if shown_parts else "")
    if shown_parts and value.count("-") + 1 >= shown_parts:
        return _first_day(value)
    wanted = default_style(target.label)
    return value if wanted is None else render(value, wanted) or value


def _in_style(value: str, style: DateStyle, number_format: str) -> Written | Problem:
    text = render(value, style)
    if text is None:
        return Problem(ValuesCode.DATE_TOO_COARSE, {"text": value})
    if number_format and style_of_number_format(number_format) == style:
        return _first_day(value)
    return text


def _first_day(value: str) -> date:
    """
    The day of a date; where only month or year is known, and only that is shown, its first day carries
    it.
    """
    return date.fromisoformat(value + "-01-01"[len(value) - 4 :] if len(value) < 10 else value)


def _part_of_date(value: str, label: str) -> Written | Problem | None:
    """A column of its own for 年, 月 or 日 takes that part as a number. Rule R-VAL-114."""
    leaf = flatten(label).strip("()")
    if leaf not in ("年", "月", "日"):
        return None
    at = "年月日".index(leaf)
    parts = value.split("-")
    return int(parts[at]) if at < len(parts) else Problem(ValuesCode.DATE_TOO_COARSE, {"text": value})


_BRACKETS = re.compile(r"[(\[【]([^()\[\]【】]{1,20})[)\]】]")
_PLACES = re.compile(r"(?:保留|精确到?|小数点?后?)(?:小数点?后?)?([一二两三四\d])位")
_WHOLE_NUMBER = re.compile(r"取整|保留整数|填整数|\(整数\)|保留到个位")


@lru_cache(maxsize=2048)
def unit_in_label(label: str) -> str | None:
    """The unit a label prints: the last one in brackets, or behind a stroke (面积/亩); None if none."""
    text = flatten(label)
    inside = [piece for bracket in _BRACKETS.findall(text) for piece in re.split("[,;、:]", bracket)]
    bracketed = next((unit for unit in reversed(inside) if unit and unit_of(unit) is not None), None)
    behind = text.rpartition("/")[2]
    found = unit_of(behind) if bracketed is None and "/" in text else None
    # 元/月 and 元/人 are rates, not units behind a stroke.
    return behind if found is not None and found.dimension in ("area", "money", "weight") else bracketed


def _write_number(value: str, domain: Domain, target: Target) -> Written | Problem:
    """
    A plain number in the target's unit; converted only when both units are known. Rules R-VAL-115 to
    R-VAL-117.
    """
    number = as_decimal(value)
    if number is None:
        return value
    wanted = target.unit or unit_in_label(target.label)
    factor = _factor(domain.unit, wanted)
    if isinstance(factor, Problem):
        return factor
    if domain.unit == "%" and "%" in target.number_format:
        factor = Fraction(1, 100)
    exact = Fraction(number) * factor
    places = _places(target.asked)
    if places is None and not is_decimal(factor):
        places = CONVERTED_PLACES
    return _as_number(exact if places is None else Fraction(to_decimal(exact, places=places)))


def _factor(source: str | None, wanted: str | None) -> Fraction | Problem:
    if wanted is None or wanted == source:
        return Fraction(1)
    if source is None:
        plain_or_unknown = unit_of(wanted) is None or is_plain_unit(wanted)
        return (
            Fraction(1)
            if plain_or_unknown
            else Problem(ValuesCode.UNIT_MISMATCH, {"source": "无单位", "unit": wanted})
        )
    found = ratio(source, wanted)
    return (
        found if found is not None else Problem(ValuesCode.UNIT_MISMATCH, {"source": source, "unit": wanted})
    )


@lru_cache(maxsize=2048)
def _places(asked: str) -> int | None:
    text = flatten(asked)
    if _WHOLE_NUMBER.search(text):
        return 0
    found = _PLACES.search(text)
    if found is None:
        return None
    return int(found[1]) if found[1].isdigit() else {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4}[found[1]]


def _as_number(exact: Fraction) -> int | Decimal:
    if exact.denominator == 1:
        return int(exact)
    return to_decimal(exact, places=12).normalize()


def _write_boolean(value: str, _domain: Domain, target: Target) -> Written | Problem:
    """The marks the label asks for; 是 and 否 if it asks for none. Rule R-VAL-130."""
    yes, no = read_words(target.asked)
    if yes == "是" and target.sample:
        yes, no = words_of_sample(target.sample) or (yes, no)
    mark = yes if value == "是" else no
    return int(mark) if mark.isdigit() else mark


def _write_code(value: str, domain: Domain, target: Target) -> Written | Problem:
    """The label of the entry, or its code where the target asks for it. Rules R-VAL-131 to R-VAL-135."""
    if domain.code_list is None:
        return value
    entry = find(domain.code_list, value)
    wants_code = asks_for_code(target.label) or is_code(target.sample, domain.code_list)
    numbers_itself = is_legend(target.asked, domain.code_list)
    if entry is None:
        lost = wants_code or numbers_itself
        return Problem(ValuesCode.CODE_UNKNOWN, {"text": value[:20]}) if lost else value
    if numbers_itself:
        number = legend_code(target.asked, entry, domain.code_list)
        return number if number is not None else Problem(ValuesCode.CODE_UNKNOWN, {"text": value[:20]})
    joint = joined_joint(target.asked, domain.code_list)
    if joint is not None:
        return f"{entry.code}{joint}{entry.label}"
    return entry.code if wants_code else _usual_word(entry, domain.code_list)


def _usual_word(entry: CodeEntry, code_list: CodeList) -> str:
    """
    The label as forms have it: 男 for the 男性 of GB/T 2261.1, where the list knows the short word.
    R-VAL-135.
    """
    short = entry.label.removesuffix("性")
    return short if code_list.spellings.get(short) is entry else entry.label


_WRITERS: Mapping[Kind, Callable[[str, Domain, Target], Written | Problem]] = MappingProxyType({
    Kind.TEXT: _write_text,
    Kind.NAME: _write_shown,
    Kind.ADDRESS: _write_text,
    Kind.ID_NUMBER: _write_identity,
    Kind.DOCUMENT: _write_shown,
    Kind.USCC: _write_shown,
    Kind.PHONE: _write_shown,
    Kind.ACCOUNT: _write_shown,
    Kind.REGION: _write_text,
    Kind.DATE: _write_date,
    Kind.NUMBER: _write_number,
    Kind.BOOLEAN: _write_boolean,
    Kind.CODE: _write_code,
})  # fmt: skip
