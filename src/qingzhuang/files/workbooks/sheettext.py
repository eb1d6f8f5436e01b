"""A sheet's XML split at its cells, so that many fillings of one template are joins of text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from qingzhuang.files.packages import xmls
from qingzhuang.files.workbooks.sheets import place_of
from qingzhuang.files.workbooks.sheettree import (
    formula_places,
    merged_areas,
    number_cells,
    rich_cells,
)

ROW_BITS = 15  # a place as one number: row << ROW_BITS | column
_CELL = re.compile(r"<c( [^>]*?)(?:/>|>.*?</c>)", re.DOTALL)
_ATTRIBUTE = re.compile(r' (r|s)="([^"]*)"')
_FORMULA = re.compile(r"<f(?: [^>]*?)?(?:/>|>.*?</f>)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class SheetText:
    """
    pieces: text from the end of one cell to the end of the next; the last is what follows the last cell.
    opens: place → number of its piece, and the piece up to the cell's look, of cells that may be written.
    rich: the same for cells of rich text, with the element that holds its runs.
    closed: places that may not be written: formulas, and the covered cells of merged regions.
    formulas: number of the piece of a formula, the piece up to the cell's look, and its <f>.
    """

    pieces: tuple[str, ...]
    opens: Mapping[int, tuple[int, str]]
    rich: Mapping[int, tuple[int, str, etree._Element]]
    closed: frozenset[int]
    formulas: Mapping[int, tuple[int, str, str]]


def key_of(row: int, column: int) -> int:
    """A place as one number, faster to look up than a pair."""
    return row << ROW_BITS | column


def split_sheet(root: etree._Element, strings: Mapping[int, etree._Element]) -> SheetText:
    """
    The split text of a sheet. The tree is changed: its cells are numbered.

    strings: the shared strings that have runs of different looks, by number.
    """
    number_cells(root)
    formulas = {key_of(*place) for place in formula_places(root)}
    runs = {key_of(*place): element for place, element in rich_cells(root, strings).items()}
    closed = frozenset(formulas) | _covered(root)
    pieces, places = _split(xmls.to_bytes(root).decode())
    free = {key: place for key, place in places.items() if key not in closed}
    return SheetText(
        pieces=tuple(pieces),
        opens={key: place for key, place in free.items() if key not in runs},
        rich={key: (*place, runs[key]) for key, place in free.items() if key in runs},
        closed=closed,
        formulas={key: (*places[key], _formula(pieces[places[key][0]])) for key in formulas},
    )


def _formula(piece: str) -> str:
    """The <f> of a piece; a cell has one at most."""
    found = _FORMULA.search(piece)
    return found[0] if found else ""


def _split(text: str) -> tuple[list[str], dict[int, tuple[int, str]]]:
    """The text was written by libxml2, so attributes stand in double quotes and no < stands in them."""
    data = re.search(r"<sheetData(?= |>|/).*?(?:/>|>.*</sheetData>)", text, re.DOTALL)
    begin, end = data.span() if data else (0, 0)
    pieces: list[str] = []
    places: dict[int, tuple[int, str]] = {}
    done = 0
    for found in _CELL.finditer(text, begin, end):
        attributes = dict(_ATTRIBUTE.findall(found[1]))
        look = f' s="{attributes["s"]}"' if "s" in attributes else ""
        gap = text[done : found.start()]
        places[key_of(*place_of(attributes["r"]))] = (len(pieces), f'{gap}<c r="{attributes["r"]}"{look}')
        pieces.append(text[done : found.end()])
        done = found.end()
    pieces.append(text[done:])
    return pieces, places


def _covered(root: etree._Element) -> frozenset[int]:
    return frozenset(
        key_of(row, column)
        for area in merged_areas(root)
        for row in range(area[0], area[2] + 1)
        for column in range(area[1], area[3] + 1)
        if (row, column) != area[:2]
    )
