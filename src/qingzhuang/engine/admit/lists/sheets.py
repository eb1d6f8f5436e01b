"""Sheets that a county hands in: where the headings stand, and the lines below them. R-LST-01, R-LST-02."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from qingzhuang.engine.collect.sheets import RosterSheet
from qingzhuang.engine.values.domain import Raw
from qingzhuang.engine.values.text import narrow, normalise_label, tidy_text

_HEADING_ROWS = 20  # titles and notes stand above the headings, never more of them than this
_IN_BRACKETS = re.compile(r"\([^()]*\)")
_PARTS = re.compile(r"[/、及和与或]")
_NOTE = re.compile(r"^(?:注|备注|说明|填表说明|合计|总计|小计|共\d*项?)(?:[:：\d ]|$)")
_FULL_DAY = len("2026-12-31")
_LONGEST_SECTION = 40  # characters of a line that only names what follows


@dataclass(frozen=True, slots=True)
class Heading:
    """A column that a list may have: what counties call it. is_needed: no list without it."""

    labels: tuple[str, ...]
    is_needed: bool = False


@dataclass(frozen=True, slots=True)
class SheetLine:
    """
    One line below the headings. place: where it stands, in Chinese. said: key of the column → tidy text.

    section: "" for a line of the list; else the line only names what follows (一、依法履职清单).
    """

    place: str
    said: Mapping[str, str]
    section: str = ""

    def text(self, key: str) -> str:
        """What stands in the column, "" for nothing."""
        return self.said.get(key, "")


@dataclass(frozen=True, slots=True)
class HeadedSheet:
    """A sheet whose headings were found. above: what stands over them, tidy. keys: the columns it has."""

    name: str
    above: tuple[str, ...]
    keys: frozenset[str]
    lines: tuple[SheetLine, ...]


def headed_sheets(
    sheets: Sequence[RosterSheet], headings: Mapping[str, Heading], *, filled_down: frozenset[str]
) -> tuple[HeadedSheet, ...]:
    """
    The sheets that have the needed headings, in order, hidden ones left out.

    filled_down: keys of columns in which an empty cell below a filled one means the same as above it.
    """
    visible = [sheet for sheet in sheets if not sheet.is_hidden]
    headed = [(sheet, found) for sheet in visible if (found := _found(sheet, headings)) is not None]
    return tuple(_headed(sheet, *found, filled_down, is_alone=len(headed) == 1) for sheet, found in headed)


def _found(sheet: RosterSheet, headings: Mapping[str, Heading]) -> tuple[int, dict[str, int]] | None:
    """The last row of the headings and the column of each key; None where the needed ones are missing."""
    needed = {key for key, heading in headings.items() if heading.is_needed}
    rows = list(sheet.rows[:_HEADING_ROWS])
    for at, (number, values) in enumerate(rows):
        columns = _columns(values, headings)
        if needed <= set(columns):
            below = rows[at + 1] if at + 1 < len(rows) else None
            if below is not None and (sub := _sub_headings(below[1], columns, headings)):
                return below[0], columns | sub
            return number, columns
    return None


def _columns(values: Sequence[Raw], headings: Mapping[str, Heading]) -> dict[str, int]:
    """Key → column, whole labels before parts of them, the first column of each key."""
    labels = [_label(value) for value in values]
    found: dict[str, int] = {}
    for is_whole in (True, False):
        for at, label in enumerate(labels):
            words = [label] if is_whole else [part for part in _PARTS.split(label) if part]
            key = next((k for k, h in headings.items() for word in words if word in h.labels), None)
            if key is not None and key not in found and at not in found.values():
                found[key] = at
    return found


def _sub_headings(
    values: Sequence[Raw], columns: Mapping[str, int], headings: Mapping[str, Heading]
) -> dict[str, int]:
    """What a second row of headings adds (文号 and 条款 below 依据); nothing where the row is a line."""
    needed = [columns[key] for key, heading in headings.items() if heading.is_needed]
    if any(at < len(values) and _text(values[at]) for at in needed):
        return {}
    return _columns(values, headings)


def _label(value: Raw) -> str:
    """A heading without numbering, blanks and what stands in brackets."""
    return _IN_BRACKETS.sub("", normalise_label(str(value))) if value is not None else ""


def _headed(
    sheet: RosterSheet, last: int, columns: dict[str, int], filled_down: frozenset[str], *, is_alone: bool
) -> HeadedSheet:
    above = tuple(
        text for number, values in sheet.rows[:_HEADING_ROWS] if number < last for text in _texts(values)
    )
    lines = tuple(_lines(sheet, last, columns, filled_down, "" if is_alone else sheet.name))
    return HeadedSheet(sheet.name, above, frozenset(columns), lines)


def _lines(
    sheet: RosterSheet, last: int, columns: Mapping[str, int], filled_down: frozenset[str], name: str
) -> Iterator[SheetLine]:
    covered = _covered(sheet, last)
    wide = {top for top, left, _, right in sheet.merges if right > left}
    at_top: dict[tuple[int, int], str] = {}
    above: dict[str, str] = {}
    for number, values in sheet.rows:
        if number <= last:
            continue
        place = f"“{name}”第 {number} 行" if name else f"第 {number} 行"
        texts = _texts(values)
        section = _section(values, columns, texts, is_wide=number in wide)
        if section is not None:
            above = {}
            if section:
                yield SheetLine(place, {}, section)
            continue
        said = {}
        for key, at in columns.items():
            text = _text(values[at]) if at < len(values) else ""
            at_top[number, at] = text
            top = covered.get((number, at))
            said[key] = text or (at_top.get((top, at), "") if top else "")
            if key in filled_down:
                said[key] = above[key] = said[key] or above.get(key, "")
        yield SheetLine(place, said)


def _covered(sheet: RosterSheet, last: int) -> dict[tuple[int, int], int]:
    """Cells of regions merged downwards → the row where the text stands."""
    return {
        (row, left + shift - 1): top
        for top, left, bottom, right in sheet.merges
        if top > last
        for row in range(top + 1, bottom + 1)
        for shift in range(right - left + 1)
    }


def _section(
    values: Sequence[Raw], columns: Mapping[str, int], texts: Sequence[str], *, is_wide: bool
) -> str | None:
    """
    What follows, by a line that says nothing else; "" for a note or nothing, None for a line of the list.

    A lone text in the column of names is a line, unless it is merged over several columns.
    """
    if not texts:
        return ""
    first = texts[0]
    if len(texts) > 1:
        return "" if _NOTE.match(first) and first.startswith(("合计", "总计", "小计")) else None
    at = columns.get("name", -1)
    is_name = 0 <= at < len(values) and bool(_text(values[at]))
    if is_name and not is_wide and not _NOTE.match(first):
        return None
    return "" if _NOTE.match(first) or len(first) > _LONGEST_SECTION else first


def _texts(values: Sequence[Raw]) -> list[str]:
    return [text for value in values if (text := _text(value))]


def _text(value: Raw) -> str:
    """A cell as tidy text: a whole number without its point, a day in ISO, a dash as nothing."""
    if value is None or isinstance(value, bool):
        return ""
    if isinstance(value, date):
        return value.isoformat()[:_FULL_DAY]
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    text = narrow(tidy_text(str(value))[0])
    return "" if text in {"-", "—", "——", "/", "\\", "无"} else text
