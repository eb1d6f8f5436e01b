"""Counts of the whole village for indicator sheets, statistics rows and cross-tabs: exact, or left alone."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise

from qingzhuang.engine.collect.keys import SEX
from qingzhuang.engine.fill.asking import Asking, CellPlan, Place
from qingzhuang.engine.fill.counting import Census
from qingzhuang.engine.fill.fields import Asked, FormSheet
from qingzhuang.engine.fill.headings import is_of_village, is_otherwise_defined, title_told
from qingzhuang.engine.fill.lists import is_writable, moved_by
from qingzhuang.engine.fill.plan import Growth, Missing, Write
from qingzhuang.engine.fill.skeletons import is_empty
from qingzhuang.engine.fill.subjects import names_somebody
from qingzhuang.engine.fill.tallied import (
    AGE,
    FEMALE,
    HOUSEHOLDS,
    MALE,
    PEOPLE,
    Condition,
    Tally,
    Told,
    plain_label,
    told_by,
)
from qingzhuang.engine.read.layout import FieldKind, Purpose
from qingzhuang.engine.values.derive import MAX_AGE

THE_VILLAGE = "本村"
_OF_ROWS = re.compile("组|户主|姓名|户号|网格|屯|寨|自然村|片区")


def plan_counts(
    asking: Asking, sheet: FormSheet, asked: Sequence[Asked], *, growths: Sequence[Growth] = ()
) -> dict[int, CellPlan]:
    """
    What the cells of a sheet get that ask for a count of the village, by their place in `asked`.

    Cells whose label, title or day is not understood word by word are not among them (R-FIL-75 to R-FIL-85).
    growths: rows that grow in the sheet and move what stands below.
    """
    title = title_told(asking, sheet)
    if title is None or is_otherwise_defined(sheet) or not is_of_village(title, sheet):
        return {}
    often = Counter(a.field.path for a in asked)
    labels = [_labels(asking, a) for a in asked]
    paths = {
        at: path
        for at, a in enumerate(asked)
        if often[a.field.path] == 1
        and _is_one_cell(asking, sheet, a, asked)
        and (path := _path(asking, a)) is not None
        and (path := _of_what_stands_before(asking, labels[: at + 1], path)) is not None
    }
    plans: dict[int, CellPlan] = {}
    census = Census(asking.book, on=asking.on)
    for at, path in paths.items():
        tally = _tally(title, asked[at], path, tuple(paths.values()))
        if tally is not None:
            plans[at] = _plan(sheet, asked[at], census.count(tally), growths)
    return plans


def _path(asking: Asking, asked: Asked) -> tuple[Told, ...] | None:
    """What the labels of a field and its unit say; None if one of them is not understood."""
    field = asked.field
    labels = _labels(asking, asked)
    if not any(labels):
        return None
    catalogue = asking.book.catalogue
    heads = [told.of for told in (told_by(label, catalogue) for label in labels) if told and told.of]
    said = [told_by(label, catalogue, heads=heads) for label in labels]
    said += [told_by(f"人口情况({field.unit})", catalogue)] if field.unit else []
    understood = tuple(told for told in said if told is not None)
    return understood if len(understood) == len(said) else None


def _labels(asking: Asking, asked: Asked) -> tuple[str, ...]:
    return tuple(
        _without_name(label, asking.book.name) for label in asked.field.path or (asked.field.label or "",)
    )


def _of_what_stands_before(
    asking: Asking, fields: Sequence[tuple[str, ...]], path: tuple[Told, ...]
) -> tuple[Told, ...] | None:
    """
    The path of the last field, its 其中 joined to the label it belongs to; None where it may be another's.

    fields: the labels of each, in the order of the sheet. A bare 女 below 党员人数 is no count (R-FIL-85).
    """
    *earlier, labels = fields
    joined = list(path)
    for at in range(len(labels)):
        rest = (labels[:at], labels[at + 1 :])
        before = [other[at] for other in earlier if len(other) == len(labels)
                  and (other[:at], other[at + 1 :]) == rest]  # fmt: skip
        told = [told_by(label, asking.book.catalogue) for label in before]
        if at == 0 and path[0].is_among and path[0].is_silent and not before:
            part = _among_last(asking, earlier, path[0])
            if part is None:
                return None
            joined[0] = part
            continue
        part = _joined(path[at], told) if path[at].is_among else _alone(path[at], told)
        has_parent = at > 0 and (path[at - 1].conditions or path[at - 1].is_all)
        if part is None or (path[at].is_among and not path[at].is_silent and not told and not has_parent):
            return None
        joined[at] = part
    return tuple(joined)


def _among_last(asking: Asking, earlier: Sequence[tuple[str, ...]], part: Told) -> Told | None:
    """
    A bare 其中 above several columns, with what the last column before them says (总人口 | 其中: 男, 女).

    Columns below the same 其中 are passed over. None where nothing stands before, or nobody reads it.
    """
    before = [labels for labels in earlier if len(labels) == 1]
    of = told_by(before[-1][0], asking.book.catalogue) if before else None
    is_near = bool(before) and all(len(labels) > 1 for labels in earlier[earlier.index(before[-1]) + 1 :])
    if of is None or not is_near or of.is_sum:
        return None
    return replace(part, conditions=of.conditions, unit=of.unit or part.unit, is_count=of.is_count)


def _joined(part: Told, before: Sequence[Told | None]) -> Told | None:
    """A 其中 with the conditions of the nearest label before it that is none; None if nobody reads that."""
    of = next((told for told in reversed(before) if told is None or not told.is_among), part)
    if of is None or part.is_silent or of is part:
        return part if of is not None else None
    if of.unit and part.unit and of.unit != part.unit:
        return None
    conditions = (*of.conditions, *part.conditions)
    is_count = of.is_count or part.is_count
    return replace(part, conditions=conditions, unit=of.unit or part.unit, is_count=is_count)


def _alone(part: Told, before: Sequence[Told | None]) -> Told | None:
    """A bare sex or age as it is, if nothing before it names others that it may be a part of."""
    keys = {condition.key for condition in part.conditions}
    if not keys or part.is_all or not keys <= {SEX, AGE}:
        return part
    harmless = {SEX} if keys == {SEX} else {SEX, AGE}
    is_free = all(told is not None and {c.key for c in told.conditions} <= harmless for told in before)
    return part if is_free else None


def _without_name(label: str, village: str) -> str:
    plain = plain_label(label)
    return "" if plain == plain_label(village) else plain


def _is_one_cell(asking: Asking, sheet: FormSheet, asked: Asked, others: Sequence[Asked]) -> bool:
    """Whether a field is one empty cell to write: crossed, beside its label, or a row of statistics."""
    field = asked.field
    is_other_day = asked.day is not None and asked.day != asking.on
    if field.purpose is not Purpose.ASKED or is_other_day or field.options:
        return False
    cell = sheet.grid.at(field.row, field.column)
    if not is_empty(cell.text) or not is_writable(cell, field.row, field.column):
        return False
    if field.kind is FieldKind.COLUMN:
        own = [other for other in others if other.field.table == field.table]
        return field.first_row == field.last_row == field.row and _is_own_row(asking, sheet, own)
    return field.kind in (FieldKind.CROSS, FieldKind.CELL)


def _is_own_row(asking: Asking, sheet: FormSheet, columns: Sequence[Asked]) -> bool:
    """
    Whether the one row of a table is the village's: households are counted in it, its columns name no
    smaller part (村民小组, 户主), and no other village is printed in it (R-FIL-83).
    """
    labels = "".join(a.field.label or "" for a in columns)
    if _OF_ROWS.search(labels) or "户数" not in labels or names_somebody(columns):
        return False
    texts = (plain_label(sheet.grid.text(a.field.row, a.field.column)) for a in columns)
    return all(is_empty(text) or text in ("1", plain_label(asking.book.name)) for text in texts)


def _tally(
    title: Told, asked: Asked, path: tuple[Told, ...], paths: Sequence[tuple[Told, ...]]
) -> Tally | None:
    """The count that a title and a path ask for; None where they do not agree or leave it open."""
    parts = (title, *path)
    units = {told.unit for told in parts if told.unit}
    if len(units) > 1 or title.is_sum or not _says_so(title, asked, path):
        return None
    if title.conditions and any(told.is_all for told in path):
        return None  # 总人口 under a title of some: nobody knows of whom
    if not _adds_up(path, paths):
        return None
    conditions = tuple(dict.fromkeys(condition for told in parts for condition in told.conditions))
    unit = units.pop() if units else PEOPLE
    if unit == HOUSEHOLDS:
        is_plain = all(condition.value == "是" for condition in conditions) and len(conditions) < 2
        return Tally(unit, conditions) if is_plain else None
    return Tally(unit, conditions) if _agree(conditions) else None


def _says_so(title: Told, asked: Asked, path: tuple[Told, ...]) -> bool:
    """Whether labels say that something is counted (人数, 户); for a cross-tab the title may say it."""
    by_title = asked.field.kind is FieldKind.CROSS and (title.is_count or bool(title.conditions))
    return by_title or any(told.is_count for told in path)


def _agree(conditions: Iterable[Condition]) -> bool:
    """Whether one resident can meet all conditions: one sex, ages within ages, one value per element."""
    values: dict[str, set[str]] = {}
    bands = [(c.low, c.high) for c in conditions if c.key == AGE]
    for condition in conditions:
        values.setdefault(condition.key, set()).add(condition.value)
    within = all(
        (low <= other_low and other_high <= high) or (other_low <= low and high <= other_high)
        for low, high in bands
        for other_low, other_high in bands
    )
    return within and all(len(own) == 1 for own in values.values())


def _adds_up(path: tuple[Told, ...], paths: Sequence[tuple[Told, ...]]) -> bool:
    """
    Whether each 合计 of a path is everybody: what it sums up are both sexes, or ages without a break.

    The sum of 60—69岁 and 70岁以上 is not the village, that of 低保 and 残疾 counts people twice (R-FIL-80).
    """
    plain = tuple(told for told in path if not told.is_silent)
    if len(plain) == 1 and plain[0].is_sum and not _summed(plain, 0, paths):
        plain *= 2  # the corner, 合计 by 合计: its two equal labels are one in the path
    for at, told in enumerate(plain):
        if told.is_sum and not _is_everybody(_summed(plain, at, paths)):
            return False
    return True


def _summed(path: tuple[Told, ...], at: int, paths: Sequence[tuple[Told, ...]]) -> set[tuple[Condition, ...]]:
    """The conditions of the fields that differ from a path in this one part."""
    plain = (tuple(told for told in other if not told.is_silent) for other in paths)
    return {
        other[at].conditions
        for other in plain
        if len(other) == len(path) and (other[:at], other[at + 1 :]) == (path[:at], path[at + 1 :])
        and not other[at].is_sum
    }  # fmt: skip


def _is_everybody(summed: set[tuple[Condition, ...]]) -> bool:
    if not summed or any(len(own) != 1 for own in summed):
        return False
    single = [own[0] for own in summed]
    if all(condition.key == AGE for condition in single):
        bands = sorted((condition.low, condition.high) for condition in single)
        has_no_break = all(before[1] + 1 == after[0] for before, after in pairwise(bands))
        return bands[0][0] == 0 and bands[-1][1] == MAX_AGE and has_no_break
    return {condition.value for condition in single} == {MALE, FEMALE}


def _plan(sheet: FormSheet, asked: Asked, counted: int | str, growths: Sequence[Growth]) -> CellPlan:
    field = asked.field
    row = field.row + moved_by(growths, field.row)
    place = Place(sheet.layout.name, row, field.column, (field.row, field.column))
    if isinstance(counted, int):
        return CellPlan(place, write=Write(place.sheet, row, field.column, counted))
    missing = Missing(
        place.address, THE_VILLAGE, THE_VILLAGE, field.label or "", THE_VILLAGE, path=field.path
    )
    return CellPlan(place, missing=missing, note=f"{counted}，要数这些的格子没有填。")
