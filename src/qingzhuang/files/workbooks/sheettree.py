"""A sheet's element tree, made ready for writing: every cell numbered, cells added."""

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from qingzhuang.engine.read.grid import column_letters
from qingzhuang.files.packages import xmls
from qingzhuang.files.workbooks.sheets import Area, area_of, place_of

Place = tuple[int, int]


def sheet_tree(content: bytes) -> etree._Element:
    """The <worksheet> of a part, its own names without a prefix. Raises RefusedError as `xmls.parse` does."""
    root = xmls.parse(content)
    if root.prefix is None:
        return root
    # libxml2 has escaped every other "<", so this touches tags alone.
    text = xmls.to_bytes(root).decode().replace(f"<{root.prefix}:", "<").replace(f"</{root.prefix}:", "</")
    return xmls.parse(text.replace(f"xmlns:{root.prefix}=", "xmlns=", 1).encode())


def number_cells(root: etree._Element) -> None:
    """Give every row and cell its reference; some programs leave out what follows from the order."""
    number = 0
    for row in sheet_rows(root):
        number = int(row.get("r", number + 1))
        row.set("r", str(number))
        column = 0
        for cell in xmls.children(row, "c"):
            reference = cell.get("r")
            column = column + 1 if reference is None else place_of(reference)[1]
            if reference is None:
                cell.set("r", f"{column_letters(column)}{number}")


def sheet_rows(root: etree._Element) -> list[etree._Element]:
    """The <row> elements."""
    return xmls.children(xmls.child(root, "sheetData"), "row")


def formula_places(root: etree._Element) -> frozenset[Place]:
    """The places of the cells that hold formulas, those that show a further result of an array among them."""
    formulas = list(root.iter("{*}f"))
    cells = (formula.getparent() for formula in formulas)
    found = {place_of(cell.get("r", "")) for cell in cells if cell is not None and xmls.local(cell) == "c"}
    areas = [area for area in map(results_area, formulas) if area is not None]
    if areas:
        places = (place_of(cell.get("r", "")) for cell in root.iter("{*}c"))
        found.update(place for place in places if any(is_in(place, area) for area in areas))
    return frozenset(found)


def results_area(formula: etree._Element) -> Area | None:
    """Where the results of an array formula or a what-if table stand; None for a formula of one cell."""
    if formula.get("t") not in ("array", "dataTable") or ":" not in formula.get("ref", ""):
        return None
    return area_of(formula.get("ref", ""))


def is_in(place: Place, area: Area) -> bool:
    """Whether a place lies in an area."""
    return area[0] <= place[0] <= area[2] and area[1] <= place[1] <= area[3]


def merged_areas(root: etree._Element) -> tuple[Area, ...]:
    """The merged regions."""
    listed = xmls.children(xmls.child(root, "mergeCells"), "mergeCell")
    return tuple(area_of(element.get("ref", "")) for element in listed)


def rich_cells(root: etree._Element, strings: Mapping[int, etree._Element]) -> dict[Place, etree._Element]:
    """Places of cells whose text has runs of different looks, with the element that holds the runs."""
    found: dict[Place, etree._Element] = {}
    if strings:
        for cell in root.iterfind(".//{*}c[@t='s']"):
            held = xmls.child(cell, "v")
            index = int(held.text) if held is not None and held.text and held.text.isdecimal() else -1
            if index in strings:
                found[place_of(cell.get("r", ""))] = strings[index]
    for inline in root.iterfind(".//{*}c[@t='inlineStr']/{*}is"):
        owner = inline.getparent()
        if owner is not None and xmls.child(inline, "r") is not None:
            found[place_of(owner.get("r", ""))] = inline
    return found


def add_cells(root: etree._Element, places: Iterable[Place]) -> None:
    """Add empty cells, and the rows they stand in, with the look of their row or else of their column."""
    data = xmls.child(root, "sheetData")
    if data is None:
        raise ValueError("a sheet without data")
    looks = _column_looks(root)
    rows: dict[int, etree._Element] = {int(row.get("r", "0")): row for row in data}
    wanted = sorted(places)
    for place in wanted:
        if place[0] not in rows:
            made = _new(data, "row", str(place[0]))
            rows[place[0]] = _insert(data, made, _numbers(data), place[0])
        row = rows[place[0]]
        xmls.drop_attribute(row, "spans")  # an optional hint, wrong from now on
        cell = _new(row, "c", f"{column_letters(place[1])}{place[0]}")
        look = row.get("s") if row.get("customFormat") in ("1", "true") else looks.get(place[1])
        if look is not None:
            cell.set("s", look)
        _insert(row, cell, [place_of(other.get("r", ""))[1] for other in row], place[1])
    _widen_dimension(root, wanted)


def _new(parent: etree._Element, name: str, reference: str) -> etree._Element:
    element = xmls.new_like(parent, name)
    element.set("r", reference)
    return element


def _numbers(data: etree._Element) -> list[int]:
    return [int(row.get("r", "0")) for row in data]


def _insert(
    parent: etree._Element, element: etree._Element, numbers: Sequence[int], number: int
) -> etree._Element:
    parent.insert(sum(1 for other in numbers if other < number), element)
    return element


def _column_looks(root: etree._Element) -> dict[int, str]:
    looks: dict[int, str] = {}
    for element in xmls.children(xmls.child(root, "cols"), "col"):
        style = element.get("style")
        if style is not None:
            first, last = int(element.get("min", "1")), int(element.get("max", "1"))
            looks.update(dict.fromkeys(range(first, min(last, 1000) + 1), style))
    return looks


def _widen_dimension(root: etree._Element, places: Sequence[Place]) -> None:
    dimension = xmls.child(root, "dimension")
    if dimension is None or not places:
        return
    first_row, first_column, last_row, last_column = area_of(dimension.get("ref", "A1"))
    rows = (first_row, last_row, *(place[0] for place in places))
    columns = (first_column, last_column, *(place[1] for place in places))
    first = f"{column_letters(min(columns))}{min(rows)}"
    dimension.set("ref", f"{first}:{column_letters(max(columns))}{max(rows)}")
