"""Many fillings of one form: copies of one sheet inside one workbook."""

import posixpath
from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from qingzhuang.engine.fill.plan import Write
from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.packages import guard, xmls
from qingzhuang.files.workbooks.compiled import Compiled
from qingzhuang.files.workbooks.draft import CONTENT_TYPES, Draft
from qingzhuang.files.workbooks.formulas import Reference, references, rewrite
from qingzhuang.files.workbooks.package import Relation, open_package, relations, relations_part

# Parts that belong to one sheet and may simply be there twice; others are named in the refusal.
_COPIED = frozenset({"comments", "vmlDrawing", "drawing", "printerSettings"})
_SHARED = frozenset({"hyperlink", "image"})
_NAMES = {
    "table": "表格（列表）",
    "pivotTable": "数据透视表",
    "chart": "图表",
    "ctrlProp": "控件",
    "slicer": "切片器",
}


def one_sheet_each(source: bytes, sheet: str, copies: Sequence[tuple[str, Sequence[Write]]]) -> bytes:
    """
    One workbook in which `sheet` stands once for each copy, filled; its other sheets stay.

    Args:
        source: the form.
        sheet: the sheet to repeat; the first copy takes its place, the others follow the last sheet.
        copies: new name (31 characters at most, each once) and writes, which name `sheet` as theirs.

    Raises:
        ValueError: no copies, a name twice or too long, a sheet or cell that is not there to be written.
        RefusedError: the sheet carries parts that cannot be there twice, or other sheets calculate with it.

    """
    names = [name for name, _ in copies]
    package = open_package(guard.open_parts(source))
    others = {one.name.casefold() for one in package.sheets if one.name != sheet}
    taken = [name.casefold() for name in names] + list(others)
    if not names or len(set(taken)) < len(taken) or not all(0 < len(name) <= 31 for name in names):
        raise ValueError("sheets need names of their own, 31 characters at most")
    draft = Draft(package)
    _refuse_other_formulas(draft, sheet)
    for number, name in enumerate(names[1:], 2):
        _copy(draft, sheet, name, number)
    _rename(draft, sheet, names[0])
    draft.drop_calculation_chain()
    writes = [replace(write, sheet=name) for name, own in copies for write in own]
    return Compiled(draft.package()).render(writes)


def _refuse_other_formulas(draft: Draft, sheet: str) -> None:
    """A sheet that calculates with the form would not know with which copy."""
    own = draft.sheet_part(sheet)
    for part in draft.sheet_parts() - {own}:
        for formula in draft.tree(part).iter("{*}f"):
            if any(reference.sheet == sheet for reference in references(formula.text or "")):
                raise RefusedError(
                    Problem(FilesCode.CANNOT_COPY, {"sheet": sheet, "what": "别的表要引用的格子"})
                )
    draft.forget()


def _copy(draft: Draft, sheet: str, name: str, number: int) -> None:
    own = draft.sheet_part(sheet)
    part = _free_name(draft, own, number)
    tree = deepcopy(draft.tree(own))
    _retarget(tree, sheet, name)
    for view in tree.iter("{*}sheetView"):
        xmls.drop_attribute(view, "tabSelected")  # two selected sheets are edited together
    draft.add(part, xmls.to_bytes(tree), like=own)
    _copy_type(draft, own, part)
    _copy_relations(draft, sheet, own, part, number)
    _list_sheet(draft, sheet, name, part)


def _copy_relations(draft: Draft, sheet: str, own: str, part: str, number: int) -> None:
    """The same relations for a copied part; parts that belong to one sheet are copied too."""
    related = relations(draft.parts, own)
    if not related:
        return
    root = deepcopy(draft.tree(relations_part(own)))
    for element, relation in zip(xmls.children(root, "Relationship"), related, strict=True):
        if relation.is_external or relation.kind in _SHARED:
            continue
        if relation.kind not in _COPIED or relation.target not in draft.parts:
            what = _NAMES.get(relation.kind, "特殊部件")
            raise RefusedError(Problem(FilesCode.CANNOT_COPY, {"sheet": sheet, "what": what}))
        element.set("Target", "/" + _copy_part(draft, sheet, relation, number))
    draft.add(relations_part(part), xmls.to_bytes(root), like=relations_part(own))


def _copy_part(draft: Draft, sheet: str, relation: Relation, number: int) -> str:
    part = _free_name(draft, relation.target, number)
    draft.add(part, draft.content(relation.target), like=relation.target)
    _copy_type(draft, relation.target, part)
    _copy_relations(draft, sheet, relation.target, part, number)
    return part


def _free_name(draft: Draft, part: str, number: int) -> str:
    """A name beside the part that no part has, in whatever letters."""
    stem, suffix = posixpath.splitext(part)
    taken = {name.lower() for name in draft.parts}
    name = f"{stem}_{number}{suffix}"
    while name.lower() in taken:
        number += 1_000
        name = f"{stem}_{number}{suffix}"
    return name


def _copy_type(draft: Draft, part: str, new: str) -> None:
    types = draft.tree(CONTENT_TYPES)
    for element in xmls.children(types, "Override"):
        if element.get("PartName") == "/" + part:
            made = deepcopy(element)
            made.set("PartName", "/" + new)
            types.append(made)


def _list_sheet(draft: Draft, sheet: str, name: str, part: str) -> None:
    """Enter a copied sheet in the workbook: in its list, its relations and its local names."""
    root = draft.tree(draft.workbook)
    listed = xmls.child(root, "sheets")
    related = draft.tree(relations_part(draft.workbook))
    if listed is None:
        raise ValueError("a workbook without sheets")
    ids = {element.get("Id", "") for element in related}
    key = next(f"rId{at}" for at in range(1, len(ids) + 2) if f"rId{at}" not in ids)
    old = next(element for element in listed if element.get("name") == sheet)
    made = deepcopy(old)
    made.set("name", name)
    made.set("sheetId", str(max(int(element.get("sheetId", "0")) for element in listed) + 1))
    made.set(next(str(attribute) for attribute in made.attrib if str(attribute).endswith("}id")), key)
    index = list(listed).index(old)
    listed.append(made)
    relation = next(element for element in related if element.get("Id") == _id_of(old))
    copied = deepcopy(relation)
    copied.set("Id", key)
    copied.set("Target", "/" + part)
    related.append(copied)
    names = xmls.child(root, "definedNames")
    for element in xmls.children(names, "definedName"):
        if names is not None and element.get("localSheetId") == str(index):
            local = deepcopy(element)
            local.set("localSheetId", str(len(listed) - 1))
            local.text = _renamed(local.text or "", sheet, name)
            names.append(local)


def _id_of(element: etree._Element) -> str:
    return next(str(value) for key, value in element.attrib.items() if str(key).endswith("}id"))


def _rename(draft: Draft, sheet: str, name: str) -> None:
    """Give the sheet itself its new name."""
    _retarget(draft.tree(draft.sheet_part(sheet)), sheet, name)
    root = draft.tree(draft.workbook)
    for element in xmls.children(xmls.child(root, "sheets"), "sheet"):
        if element.get("name") == sheet:
            element.set("name", name)
    for element in root.iterfind("{*}definedNames/{*}definedName"):
        element.text = _renamed(element.text or "", sheet, name)


def _retarget(tree: etree._Element, sheet: str, name: str) -> None:
    """Make the sheet's references to itself name its new self."""
    for element in tree.iter("{*}f", "{*}formula", "{*}formula1", "{*}formula2"):
        if element.text and sheet in element.text:
            element.text = _renamed(element.text, sheet, name)


def _renamed(formula: str, sheet: str, name: str) -> str:
    quoted = "'" + name.replace("'", "''") + "'!"

    def change(reference: Reference) -> Reference:
        return replace(reference, prefix=quoted, sheet=name) if reference.sheet == sheet else reference

    return rewrite(formula, change)
