"""The fields of an edition as they are compared: by text path, unit and type, never by code or address."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from qingzhuang.engine.catalogue.elements import Catalogue
from qingzhuang.engine.catalogue.spelling import label_key
from qingzhuang.engine.read import words
from qingzhuang.engine.read.editions.codes import without_running_numbers
from qingzhuang.engine.read.editions.measures import compared_unit
from qingzhuang.engine.read.grid import Grid
from qingzhuang.engine.read.labels import parse_label, unit_in
from qingzhuang.engine.read.layout import Field, SheetLayout
from qingzhuang.engine.read.match import Binding, Match
from qingzhuang.engine.read.traditional import simplified
from qingzhuang.engine.values.domain import Kind
from qingzhuang.engine.values.units import unit_of

_BRACKET = re.compile(r"\(([^()]*)\)?")
_MEASURED = frozenset({"whole", "decimal"})  # kinds of validations that want a number
# Rows that are part of the row before them: their meaning hangs on it, though their text does not say so.
_PART = re.compile(r"^(?:其中|内含|其它|其他|#)|^(?:男|女)[性生]?(?:人数)?$|^(?:小计|合计|总计)$")
_MORE_PARTS = re.compile(r"^\d")  # what goes on with the parts after 其中: 60岁以上


_NAMED = re.compile(r"[A-Za-z]\d{1,2}[\u4e00-\u9fff]{1,2}")  # C1驾照, T2疫苗: a name and no row code


class Type(StrEnum):
    """What a blank takes, as far as the form shows it."""

    CHOICE = "choice"  # a drop-down or printed tick boxes
    DAY = "day"
    NUMBER = "number"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Item:
    """
    One field of an edition.

    place: its order in the form, from 0. sheet, cell: where a person finds it. path: as printed, outermost
    first. key: the same as compared, without codes and units. unit: normalised, "" for none. options: of a
    choice. meaning: the element key it is surely bound to, "" for none. head: of 其中 and the like, what it
    is a part of, as compared.
    """

    place: int
    sheet: str
    cell: str
    path: tuple[str, ...]
    key: tuple[str, ...]
    unit: str = ""
    type: Type = Type.TEXT
    options: tuple[str, ...] = ()
    meaning: str = ""
    head: str = ""

    @property
    def identity(self) -> tuple[tuple[str, ...], str, str, Type]:
        """What has to be alike for two fields to be the same: path, whole, unit, type. Rule R-EDI-01."""
        return self.key, self.head, self.unit, self.type


def items_of(
    sheets: Iterable[tuple[Grid, SheetLayout, Sequence[Match]]], catalogue: Catalogue
) -> tuple[Item, ...]:
    """The labelled fields of an edition's visible sheets, in reading order."""
    items: list[Item] = []
    for grid, layout, matches in sheets:
        for field, match in zip(layout.fields, matches, strict=True):
            if field.label is not None:
                items.append(_item(len(items), (grid, layout), field, match, catalogue))
    return with_heads(_uncoded(items))


def _uncoded(items: Sequence[Item]) -> list[Item]:
    """The items, running numbers before their labels taken off the key."""
    labels = list(dict.fromkeys(label for item in items for label in item.path))
    bare = dict(zip(labels, without_running_numbers(labels), strict=True))
    return [replace(item, key=key_of([bare[label] for label in item.path])) for item in items]


def key_of(path: Sequence[str]) -> tuple[str, ...]:
    """A path as editions compare it; labels that say nothing are left out."""
    return tuple(filter(None, map(bare_key, path)))


def bare_key(label: str) -> str:
    """
    A label as editions compare it: one spelling, no row code, no unit, other brackets kept.

    >>> bare_key("A25 耕地面积（亩）"), bare_key("老人（60岁以上）")
    ('耕地面积', '老人(60岁以上)')
    """
    if _NAMED.fullmatch(label.strip()):
        return label.strip().casefold()
    key = label_key(simplified(label))
    for bracket in _BRACKET.finditer(key):
        if unit_in(bracket[1]):
            key = key.replace(bracket[0], "", 1)
    parts = parse_label(key)
    is_trailing = parts.unit is not None and key.endswith(parts.unit) and len(key) > len(parts.unit)
    return key.removesuffix(parts.unit or "") if is_trailing else key


def with_heads(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items; of each that is a part (其中：男性), what it is a part of. Rule R-EDI-03."""
    heads: dict[tuple[int, tuple[str, ...]], str] = {}
    found = []
    was_part: set[int] = set()
    for item in items:
        parts = {
            level
            for level, label in enumerate(item.key)
            if _PART.match(label) or (level in was_part and _MORE_PARTS.match(label))
        }
        was_part = parts if parts or not item.key else set()
        whole = [heads.get(_others(item.key, level), "") for level in sorted(parts)]
        found.append(replace(item, head="/".join(filter(None, whole))))
        for level in set(range(len(item.key))) - parts:
            heads[_others(item.key, level)] = item.key[level]
    return tuple(found)


def _others(key: tuple[str, ...], level: int) -> tuple[int, tuple[str, ...]]:
    return level, (*key[:level], "", *key[level + 1 :])


def _item(
    place: int, sheet: tuple[Grid, SheetLayout], field: Field, match: Match, catalogue: Catalogue
) -> Item:
    grid, layout = sheet
    path = field.path or (field.label or "",)
    meaning = match.key or "" if match.binding is Binding.AUTO else ""
    unit = _unit(field, path, layout, meaning, catalogue)
    cell = grid.address(field.row, field.column) + (f"#{field.blank}" if field.blank else "")
    return Item(
        place=place,
        sheet=grid.name,
        cell=cell,
        path=path,
        key=key_of(path),
        unit=unit,
        type=_type(grid, field, unit, meaning, catalogue),
        options=tuple(label_key(option) for option in field.options),
        meaning=meaning,
    )


def _unit(field: Field, path: Sequence[str], layout: SheetLayout, meaning: str, catalogue: Catalogue) -> str:
    """The unit of the field, else of the nearest label above, else what the sheet states for all numbers."""
    printed = [field.unit, *(parse_label(label).unit for label in reversed(path))]
    own = next((unit for unit in printed if unit), None)
    if own:
        return compared_unit(own)
    is_no_number = bool(meaning) and catalogue[meaning].domain.unit is None
    return "" if is_no_number else "、".join(map(compared_unit, layout.stated_units))


def _type(grid: Grid, field: Field, unit: str, meaning: str, catalogue: Catalogue) -> Type:
    if field.options:
        return Type.CHOICE
    kind = catalogue[meaning].domain.kind if meaning else None
    wanted = {
        validation.kind
        for validation in grid.validations
        for top, left, bottom, right in validation.areas
        if top <= field.row <= bottom and left <= field.column <= right
    }
    if kind is Kind.DATE or "date" in wanted or words.is_date_blank(grid.text(field.row, field.column)):
        return Type.DAY
    is_measured = unit_of(unit) is not None
    return Type.NUMBER if kind is Kind.NUMBER or wanted & _MEASURED or is_measured else Type.TEXT
