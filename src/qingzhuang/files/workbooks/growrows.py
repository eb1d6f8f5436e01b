"""Rows inserted into one sheet's tree: the sample row repeated, what stands below moved down."""

from collections.abc import Mapping, Sequence
from copy import deepcopy

from lxml import etree

from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.engine.read.grid import column_letters
from qingzhuang.files.packages import xmls
from qingzhuang.files.packages.limits import LAST_ROW
from qingzhuang.files.workbooks.formulas import copied
from qingzhuang.files.workbooks.inserting import Insertion, area_text, is_out_of_reach
from qingzhuang.files.workbooks.sheets import Area, area_of, place_of
from qingzhuang.files.workbooks.sheettree import merged_areas, sheet_rows

_AREAS = ("ref", "sqref")
# Where somebody looks in a view of his own, and what is linked: these move, and do not spread over new rows.
_PLACES = ("activeCell", "topLeftCell")
_UNSPREAD = ("hyperlink", "selection", "cellWatch")
_DONE = "done"  # a mark that is taken off again
_FORMULAS = ("f", "formula", "formula1", "formula2")


def refuse(insertion: Insertion, why: str) -> RefusedError:
    """The refusal to add these rows. why: a Chinese clause."""
    return RefusedError(
        Problem(FilesCode.CANNOT_GROW, {"sheet": insertion.sheet, "row": insertion.after, "why": why})
    )


def insert_rows(root: etree._Element, insertion: Insertion) -> None:
    """Insert the rows into a numbered tree. Raises RefusedError when something cannot be moved safely."""
    rows = sheet_rows(root)
    if max((int(row.get("r", "0")) for row in rows), default=0) + insertion.n > LAST_ROW:
        raise refuse(insertion, "加行以后超出表格的最后一行")
    expand_shared_formulas(root)
    _check_formulas(root, insertion)
    samples = {int(row.get("r", "0")): deepcopy(row) for row in rows}
    samples = {number: row for number, row in samples.items() if number in insertion.sample_rows}
    _grow_merges(root, insertion)
    for row in rows:
        _move_row(row, insertion)
    _repeat(root, samples, insertion)
    _move_rest(root, insertion)


def expand_shared_formulas(root: etree._Element) -> None:
    """Write out formulas that stand once and are meant for many cells."""
    masters: dict[str, tuple[tuple[int, int], str]] = {}
    for cell in root.iterfind("{*}sheetData/{*}row/{*}c"):
        formula = xmls.child(cell, "f")
        if formula is None or formula.get("t") != "shared":
            continue
        row, column = place_of(cell.get("r", ""))
        index = formula.get("si", "")
        if formula.text:
            masters[index] = ((row, column), formula.text)
        elif index in masters:
            (first_row, first_column), text = masters[index]
            formula.text = copied(text, rows=row - first_row, columns=column - first_column)
        for name in ("t", "si", "ref"):
            xmls.drop_attribute(formula, name)


def _check_formulas(root: etree._Element, insertion: Insertion) -> None:
    for element in root.iter("{*}f"):
        if is_out_of_reach(element.text or ""):
            raise refuse(insertion, "有公式按文字或跨表引用格子，加行会算错")
        if element.get("t") == "dataTable":
            raise refuse(insertion, "有模拟运算表")
        if element.get("t") == "array":
            first_row, _, last_row, _ = area_of(element.get("ref", "A1"))
            if first_row < last_row and first_row <= insertion.after <= last_row:
                raise refuse(insertion, "有一组数组公式跨过这里")


def _grow_merges(root: etree._Element, insertion: Insertion) -> None:
    """
    Merged regions inside the sample row are repeated; a tall one that holds the whole list grows with it.

    Records of several merged rows cannot be told from one sample row.
    """
    holder = xmls.child(root, "mergeCells")
    if holder is None:
        return
    areas = merged_areas(root)
    own = [area for area in areas if _is_of_sample(area, insertion)]
    for area in areas:
        if area not in own and not _may_grow(area, areas, insertion):
            raise refuse(insertion, "这里几行合并成一条记录")
    for element, area in zip(xmls.children(holder, "mergeCell"), areas, strict=True):
        element.set("ref", area_text(area if area in own else _moved_merge(area, insertion)))
    for start in insertion.new_rows[:: insertion.height]:
        for area in own:
            element = xmls.new_like(holder, "mergeCell")
            first, last = (start + row - insertion.sample for row in (area[0], area[2]))
            element.set("ref", area_text((first, area[1], last, area[3])))
            holder.append(element)
    holder.set("count", str(len(holder)))


def _is_of_sample(area: Area, insertion: Insertion) -> bool:
    """Whether a merged region lies inside the sample record; it is repeated in the new ones."""
    return area[0] >= insertion.sample and area[2] < insertion.sample + insertion.height


def _may_grow(area: Area, areas: Sequence[Area], insertion: Insertion) -> bool:
    """Whether a tall region beside the sample holds the whole list, so that it grows with it."""
    last_of_sample = insertion.sample + insertion.height - 1
    is_at_sample = area[0] <= last_of_sample and area[2] >= insertion.sample
    touches = is_at_sample or area[0] <= insertion.after <= area[2]
    if area[0] == area[2] or not touches:
        return True
    is_whole = area[0] <= insertion.sample and area[2] >= insertion.after
    has_twin = any(other[2] + 1 == area[0] and other[0] < other[2] and other[1] == area[1] for other in areas)
    return is_whole and not (has_twin and area[2] == insertion.after)


def _moved_merge(area: tuple[int, int, int, int], insertion: Insertion) -> tuple[int, int, int, int]:
    if area[0] == area[2]:
        row = insertion.row(area[0])
        return row, area[1], row, area[3]
    return insertion.area(area)


def _move_row(row: etree._Element, insertion: Insertion) -> None:
    before = int(row.get("r", "0"))
    after = insertion.row(before)
    for cell in xmls.children(row, "c"):
        formula = xmls.child(cell, "f")
        if formula is not None:
            formula.text = insertion.formula(formula.text or "", sheet=insertion.sheet, row=before)
            if formula.get("ref"):
                # A formula of one row stays in it; the new rows have their own.
                formula.set("ref", area_text(_moved_merge(area_of(formula.get("ref", "")), insertion)))
        if after != before:
            cell.set("r", f"{column_letters(place_of(cell.get('r', ''))[1])}{after}")
    row.set("r", str(after))


def _repeat(root: etree._Element, samples: Mapping[int, etree._Element], insertion: Insertion) -> None:
    """Insert the new rows: each a copy of its row of the sample record, where that one is there at all."""
    data = xmls.child(root, "sheetData")
    if data is None:
        return
    at = sum(1 for row in data if int(row.get("r", "0")) <= insertion.after)
    for sample in samples.values():
        _empty(sample)
    for number in insertion.new_rows:
        model = samples.get(insertion.model_of(number))
        if model is None:
            continue
        row = deepcopy(model)
        row.set("r", str(number))
        for cell in xmls.children(row, "c"):
            cell.set("r", f"{column_letters(place_of(cell.get('r', ''))[1])}{number}")
            formula = xmls.child(cell, "f")
            if formula is not None:
                formula.text = insertion.copied(formula.text or "", to=number)
                if formula.get("ref"):
                    formula.set("ref", cell.get("r", ""))
        data.insert(at, row)
        at += 1


def _empty(row: etree._Element) -> None:
    """Leave look, height and formulas of a row, take its values away."""
    xmls.drop_attribute(row, "hidden")
    for cell in xmls.children(row, "c"):
        xmls.drop_attribute(cell, "t")
        for part in list(cell):
            if xmls.local(part) != "f":
                cell.remove(part)


def _move_rest(root: etree._Element, insertion: Insertion) -> None:
    """Everything of the sheet but its rows and merged regions."""
    for part in root:
        if xmls.local(part) in ("sheetData", "mergeCells", "sheetViews"):
            continue  # where somebody looked last stays as it is
        if xmls.local(part) == "scenarios":
            raise refuse(insertion, "有方案管理器的方案")
        _repeat_sparklines(part, insertion)
        for element in part.iter(etree.Element):
            _move_element(element, insertion)


def _repeat_sparklines(part: etree._Element, insertion: Insertion) -> None:
    """The small charts of the sample record stand in the new ones too; each has a cell of its own."""
    for sparkline in list(part.iter("{*}sparkline")):
        place, formula = xmls.child(sparkline, "sqref"), xmls.child(sparkline, "f")
        row = area_of(place.text)[0] if place is not None and place.text else 0
        if row not in insertion.sample_rows or place is None:
            continue
        column = area_of(place.text or "")[1]
        for number in reversed(insertion.new_rows):
            if insertion.model_of(number) == row:
                twin = deepcopy(sparkline)
                for element in twin:
                    if element.tag == place.tag:
                        element.text = f"{column_letters(column)}{number}"
                    elif formula is not None and element.tag == formula.tag:
                        element.text = insertion.copied(formula.text or "", to=number)
                twin.set(_DONE, "1")
                sparkline.addnext(twin)


def _move_element(element: etree._Element, insertion: Insertion) -> None:
    name, parent = xmls.local(element), element.getparent()
    if element.get(_DONE):
        xmls.drop_attribute(element, _DONE)
        return
    is_sparkline = parent is not None and xmls.local(parent) == "sparkline"
    for attribute in (*_AREAS, *_PLACES):
        text = element.get(attribute)
        if text:
            spreads = attribute in _AREAS and name not in _UNSPREAD
            element.set(attribute, insertion.areas(text) if spreads else insertion.places(text))
    if is_sparkline:
        return
    if name == "sparkline":
        _move_sparkline(element, insertion)
    elif name in _FORMULAS and element.text:
        element.text = insertion.formula(element.text, sheet=insertion.sheet, row=None)
    elif name == "sqref" and element.text:
        element.text = insertion.areas(element.text)
    else:
        _move_number(element, insertion)


def _move_number(element: etree._Element, insertion: Insertion) -> None:
    """Page breaks, limits of colour scales, targets of links, anchors of controls."""
    name = xmls.local(element)
    if name == "brk" and int(element.get("id", "0")) >= insertion.after and is_row_break(element):
        element.set("id", str(int(element.get("id", "0")) + insertion.n))
    elif name == "cfvo" and element.get("type") == "formula":
        element.set("val", insertion.formula(element.get("val", ""), sheet=insertion.sheet, row=None))
    elif name == "hyperlink" and element.get("location"):
        location = insertion.formula(element.get("location", ""), sheet=insertion.sheet, row=None)
        element.set("location", location)
    elif name == "row" and element.text:  # anchor of a control: rows count from 0
        element.text = str(insertion.row(int(element.text) + 1) - 1)


def _move_sparkline(sparkline: etree._Element, insertion: Insertion) -> None:
    """One small chart: it moves with its cell, and shows no more rows than it did, unless it stands below."""
    place, formula = xmls.child(sparkline, "sqref"), xmls.child(sparkline, "f")
    if place is None or not place.text:
        return
    row = area_of(place.text)[0]
    if formula is not None and formula.text:
        formula.text = insertion.formula(formula.text, sheet=insertion.sheet, row=row)
    place.text = insertion.places(place.text)


def is_row_break(element: etree._Element) -> bool:
    """Whether a page break lies between rows."""
    parent = element.getparent()
    return parent is not None and xmls.local(parent) == "rowBreaks"
