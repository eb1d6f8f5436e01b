"""What of a document's looks matters to reading: the size of letters, and which borders are drawn."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from qingzhuang.engine.read.grid import Style
from qingzhuang.files.documents.tables import TableCell, properties, rows_of
from qingzhuang.files.documents.texts import attribute, runs_in
from qingzhuang.files.packages import xmls

_TEXT = "@"  # a document holds words: numbers and days are written as they read
_USUAL_SIZE = 10.5  # points, 五号: what Chinese Word writes unless told otherwise
_LETTERS = {"left": "l", "start": "l", "right": "r", "end": "r", "top": "t", "bottom": "b"}
_INSIDE = ("insideH", "insideV")
_MOST_BASES = 20  # styles built on each other


@dataclass(frozen=True, slots=True)
class TableBorders:
    """Borders of one table, its own or its style's. sides: side → whether it is drawn; {}: nobody says."""

    sides: Mapping[str, bool]

    def of_cell(self, cell: TableCell, *, is_last_row: bool) -> Style:
        """The look of a cell: its own borders, else what the table says for its place."""
        if not self.sides:
            drawn = dict.fromkeys("lrtb", True)  # no word of borders: a table all the same
        else:
            inner_h, inner_v = self.sides.get("insideH", False), self.sides.get("insideV", False)
            drawn = {
                "l": self.sides.get("l", False) if cell.is_first else inner_v,
                "r": self.sides.get("r", False) if cell.is_last else inner_v,
                "t": self.sides.get("t", False) if cell.row == 1 else inner_h,
                "b": self.sides.get("b", False) if is_last_row else inner_h,
            }
        own = _sides(properties(cell.element, "tcBorders"))
        drawn |= {side: is_drawn for side, is_drawn in own.items() if side in drawn}
        shade = attribute(properties(cell.element, "shd"), "fill", "auto").lower()
        size = _size_in(xmls.child(cell.element, "p"))
        return Style(
            number_format=_TEXT,
            font_size=size or _USUAL_SIZE,
            borders="".join(side for side in "lrtb" if drawn[side]),
            has_fill=shade not in ("auto", "ffffff"),
        )


class Looks:
    """Looks up the styles of a document."""

    def __init__(self, styles: etree._Element | None) -> None:
        found = xmls.children(styles, "style")
        self._styles = {attribute(style, "styleId"): style for style in found}

    def of_paragraph(self, paragraph: etree._Element) -> Style:
        """The look of a paragraph of the body: no borders, the size of its letters."""
        size = _size_in(paragraph) or self._style_size(attribute(_style_of(paragraph), "val"))
        return Style(number_format=_TEXT, font_size=size or _USUAL_SIZE)

    def of_table(self, table: etree._Element) -> TableBorders:
        """The borders of a table."""
        name = attribute(properties(table, "tblStyle"), "val")
        sides: dict[str, bool] = {}
        for style in reversed(self._bases(name)):
            sides |= _sides(properties_of_style(style))
        sides |= _sides(properties(table, "tblBorders"))
        has_own = not sides and any(
            properties(cell, "tcBorders") is not None for row in rows_of(table) for cell in row
        )
        if has_own:
            sides = dict.fromkeys((*"lrtb", *_INSIDE), False)
        return TableBorders(sides)

    def _bases(self, name: str) -> list[etree._Element]:
        """A style and those it is built on."""
        found: list[etree._Element] = []
        while name in self._styles and len(found) < _MOST_BASES:
            found.append(self._styles[name])
            name = attribute(xmls.child(found[-1], "basedOn"), "val")
        return found

    def _style_size(self, name: str) -> float | None:
        sizes = (_size(xmls.child(style, "rPr")) for style in self._bases(name))
        return next((size for size in sizes if size), None)


def properties_of_style(style: etree._Element) -> etree._Element | None:
    """The borders that a table style draws."""
    held = xmls.child(style, "tblPr")
    return None if held is None else xmls.child(held, "tblBorders")


def _style_of(paragraph: etree._Element) -> etree._Element | None:
    return properties(paragraph, "pStyle")


def _sides(borders: etree._Element | None) -> dict[str, bool]:
    if borders is None:
        return {}
    return {
        _LETTERS.get(xmls.local(side), xmls.local(side)): attribute(side, "val", "nil") not in ("nil", "none")
        for side in borders
    }


def _size_in(paragraph: etree._Element | None) -> float | None:
    """Points of the first run that says so."""
    if paragraph is None:
        return None
    sizes = (_size(xmls.child(run, "rPr")) for run in runs_in(paragraph))
    return next((size for size in sizes if size), None)


def _size(look: etree._Element | None) -> float | None:
    halves = attribute(None if look is None else xmls.child(look, "sz"), "val")
    return int(halves) / 2 if halves.isascii() and halves.isdecimal() and len(halves) < 5 else None
