"""
From a cell and its path to fields: one of its own, one for each blank in its text, with unit and
options.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from qingzhuang.engine.read import words
from qingzhuang.engine.read.blanks import Blank, blanks_in
from qingzhuang.engine.read.grid import Cell
from qingzhuang.engine.read.layout import Field, FieldKind, Purpose
from qingzhuang.engine.read.parts import Part
from qingzhuang.engine.read.paths import distinct
from qingzhuang.engine.read.region import Region

# Below such a label a signature is the whole answer: 走访人员 | 签名：   电话：
_SIGNER = re.compile(r"(?:人员?|者|签[名字章]|确认|户主|干部|代表|成员|农户|本人|监护人|家长)$")


def options_at(region: Region, cell: Cell, *, last_row: int | None = None) -> tuple[str, ...]:
    """Entries of the drop-down on a cell (or on any of the rows down to last_row in its column)."""
    for validation in region.grid.validations:
        for top, left, bottom, right in validation.areas:
            is_beside = cell.column <= right and cell.last_column >= left
            if is_beside and validation.options and top <= (last_row or cell.last_row) and bottom >= cell.row:
                return validation.options
    return ()


def field_at(
    region: Region,
    cell: Cell,
    *,
    path: tuple[str, ...],
    kind: FieldKind,
    unit: str | None = None,
    rows: tuple[int, int] | None = None,
    header_rows: tuple[int, int] | None = None,
    table: int | None = None,
) -> Field:
    """The field of a cell with its path. rows: first and last row of a column."""
    label = path[-1] if path else None
    is_printed = region.part(cell) is not Part.EMPTY and rows is None
    return Field(
        row=cell.row,
        column=cell.column,
        label=label,
        path=path,
        kind=kind,
        purpose=_purpose(region, cell, path, is_column=rows is not None),
        unit=_unit(region, cell, unit, label, is_column=rows is not None),
        header_rows=header_rows,
        first_row=rows[0] if rows else None,
        last_row=rows[1] if rows else None,
        options=options_at(region, cell, last_row=rows[1] if rows else None)
        or _printed_options(region, cell),
        printed=cell.text if is_printed else "",
        table=table,
    )


def place_fields(cell: Cell) -> Iterator[Field]:
    """Blanks without labels before the levels of a place that stands alone: ____乡（镇）____村. R-REC-68."""
    n_rooms = len(re.findall(r"[ \u3000_＿]{2,}(?=[^\s_＿])", cell.text))
    for number in range(1, n_rooms + 1):
        blank = number if n_rooms > 1 else None
        yield Field(
            row=cell.row, column=cell.column, label=None, path=(), kind=FieldKind.INLINE, blank=blank,
            purpose=Purpose.HEADER, printed=cell.text,
        )  # fmt: skip


def _purpose(region: Region, cell: Cell, path: tuple[str, ...], *, is_column: bool) -> Purpose:
    label = path[-1] if path else None
    told = words.purpose_of(label, in_line=False)
    is_sealed = region.part(cell) is Part.SEAL or (region.part(cell) is Part.DATE and label is None)
    if told is Purpose.ASKED and is_sealed and not is_column:
        return Purpose.SIGNATURE if label is None or _is_opinion(label) else told
    return told


def _is_opinion(label: str) -> bool:
    if re.search(r"(?:时间|日期|年月)$", label):
        return False  # 批准时间 asks for a day, not for what is thought
    return re.search(r"意见|声明|承诺|审|批|章|签", label) is not None


def _unit(region: Region, cell: Cell, unit: str | None, label: str | None, *, is_column: bool) -> str | None:
    if region.part(cell) is Part.UNIT and not is_column:
        return words.unit_word(cell.text)
    return unit or words.unit_in(label or "")


def _printed_options(region: Region, cell: Cell) -> tuple[str, ...]:
    """Options printed in the cell: behind tick boxes, or words left over from a web page's list."""
    if region.part(cell) is not Part.OPTIONS:
        return ()
    if cell.text.strip().startswith("---"):
        return tuple(cell.text.split()[1:])
    return words.options_in(cell.text)


def cell_fields(
    region: Region,
    cell: Cell,
    *,
    path: tuple[str, ...],
    unit: str | None = None,
    kind: FieldKind = FieldKind.CELL,
    in_line: bool = False,
) -> Iterator[Field]:
    """
    Fields of one cell: its own, and one for each blank in its text.

    A cell that only asks for signature, seal and date below a label (意见) is itself a field: the opinion. A
    sentence with blanks is none, nor a date skeleton with two ends.
    """
    blanks = blanks_in(cell.text)
    part = region.part(cell)
    is_plain = part not in (Part.BLANKED, Part.COLON, Part.SEAL, Part.DATE)
    is_one_date = part is Part.DATE and len(blanks) <= 1 and not (path and _is_opinion(path[-1]))
    if is_plain or is_one_date or not blanks:
        yield field_at(region, cell, path=path, kind=kind, unit=unit)
        return
    inner = [_inline_field(region, cell, blank, path, in_line=in_line) for blank in blanks]
    if path and not in_line and not _SIGNER.search(path[-1]) and _asks_for_own_words(cell.text, blanks):
        inner.insert(0, field_at(region, cell, path=path, kind=kind, unit=unit))
    yield from (
        (replace(field, blank=i) for i, field in enumerate(inner, start=1)) if len(inner) > 1 else inner
    )


def _asks_for_own_words(text: str, blanks: tuple[Blank, ...]) -> bool:
    """
    Whether nothing but signatures, seals and dates is printed: the space above them is to be written
    in.
    """
    rest = words.DATE_BLANK.sub("", words.SEAL_MARK.sub("", text))
    is_range = (
        all(blank.is_date and blank.label is None for blank in blanks)
        and len(blanks) > 1
        and words.is_date_blank(text)
    )
    for blank in blanks:
        if blank.label and not blank.is_date and not _is_signed(blank.label):
            return False
        rest = re.sub(r"\s*".join(map(re.escape, blank.label or "")), "", rest) if blank.label else rest
    signed = re.sub(r"[\s:：_＿]|签字|签名|签章|盖章|公章|印章", "", rest)
    return not is_range and len(signed) <= 12 and "。" not in signed and not any(b.options for b in blanks)


def _is_signed(label: str) -> bool:
    return (
        words.purpose_of(label, in_line=True) in (Purpose.SIGNATURE, Purpose.HEADER)
        or re.search(r"人$|单位$|机构$|者$", label) is not None
    )


def _inline_field(region: Region, cell: Cell, blank: Blank, path: tuple[str, ...], *, in_line: bool) -> Field:
    told = words.purpose_of(blank.label, in_line=True)
    is_day_of_signing = blank.is_date and blank.label is None and not _is_told(cell.text)
    purpose = Purpose.SIGNATURE if is_day_of_signing else told
    if purpose is Purpose.HEADER and not in_line and path:
        purpose = Purpose.ASKED
    return Field(
        row=cell.row,
        column=cell.column,
        label=blank.label or (path[-1] if blank.options and path else None),
        path=distinct((*path, *blank.parents, blank.label or "")),
        kind=FieldKind.INLINE,
        purpose=purpose,
        unit=blank.unit or words.unit_in(blank.label or ""),
        options=blank.options or options_at(region, cell),
        printed=cell.text,
    )


# A day at the end of a line, with or without a seal mark behind it, is the day of signing.
_DAY_OF_SIGNING = re.compile(
    rf"(?:{words.DATE_BLANK.pattern})[ \u3000]*(?:{words.SEAL_MARK.pattern})?[ \u3000]*(?:\n|$)"
)


def _is_told(text: str) -> bool:
    """Whether the days of a text belong to what it says: a sentence, or from a day to a day."""
    n_days = len(words.DATE_BLANK.findall(text))
    if n_days > 1 and words.is_date_blank(text):
        return True
    return re.search(r"[，。；]", text) is not None and _DAY_OF_SIGNING.search(text) is None
