"""What stands around a sheet that grew: names, drawings, comments, tables, charts, other formulas."""

import re

from lxml import etree

from qingzhuang.files.packages import xmls
from qingzhuang.files.workbooks.draft import Draft
from qingzhuang.files.workbooks.growrows import expand_shared_formulas, refuse
from qingzhuang.files.workbooks.inserting import Insertion, is_out_of_reach
from qingzhuang.files.workbooks.package import relations

_VML_ROW = re.compile(r"(<x:Row>\s*)(\d+)(\s*</x:Row>)")
_VML_ANCHOR = re.compile(r"(<x:Anchor>)([^<]*)(</x:Anchor>)")
_CONTROL_FORMULAS = ("fmlaLink", "fmlaRange", "fmlaTxbx", "fmlaGroup", "fmlaMacro")
_NOT_MOVED = {"pivotTable": "有数据透视表", "queryTable": "有外部数据查询", "slicer": "有切片器"}


def move_around(draft: Draft, insertion: Insertion) -> None:
    """Move everything outside the sheet that names its rows. Raises RefusedError when that is not safe."""
    own = draft.sheet_part(insertion.sheet)
    for relation in relations(draft.parts, own):
        if relation.kind in _NOT_MOVED:
            raise refuse(insertion, _NOT_MOVED[relation.kind])
        if relation.is_external or relation.target not in draft.parts:
            continue
        if relation.kind in ("comments", "threadedComment", "table"):
            _move_places(draft.tree(relation.target), insertion)
        elif relation.kind == "drawing":
            _move_anchors(draft.tree(relation.target), insertion)
        elif relation.kind == "vmlDrawing":
            draft.put(relation.target, _moved_vml(draft.content(relation.target), insertion))
        elif relation.kind == "ctrlProp":
            _move_control(draft.tree(relation.target), insertion)
    _move_names(draft, insertion)
    _move_other_formulas(draft, insertion, own)


def _move_places(root: etree._Element, insertion: Insertion) -> None:
    for element in root.iter(etree.Element):
        text = element.get("ref")
        if text:
            element.set(
                "ref", insertion.areas(text) if xmls.local(root) == "table" else _moved_place(text, insertion)
            )
        if xmls.local(element) in ("calculatedColumnFormula", "totalsRowFormula") and element.text:
            element.text = insertion.formula(element.text, sheet=insertion.sheet, row=None)


def _moved_place(text: str, insertion: Insertion) -> str:
    return insertion.formula(text, sheet=insertion.sheet, row=None)


def _move_anchors(root: etree._Element, insertion: Insertion) -> None:
    """Pictures and shapes. Rows count from 0; one fixed in size keeps its height."""
    for anchor in root:
        rows = anchor.findall("{*}from/{*}row") + anchor.findall("{*}to/{*}row")
        if not rows:
            continue
        before = int(rows[0].text or "0")
        for element in rows:
            row = int(element.text or "0")
            keeps_size = anchor.get("editAs") in ("oneCell", "absolute")
            moved = before if keeps_size else row
            element.text = str(row + insertion.row(moved + 1) - moved - 1)


def _moved_vml(content: bytes, insertion: Insertion) -> bytes:
    """Boxes of comments and old controls. VML is often no XML: patched as text. Rows count from 0."""
    text = content.decode("utf-8")

    def moved_row(found: re.Match[str]) -> str:
        return f"{found[1]}{insertion.row(int(found[2]) + 1) - 1}{found[3]}"

    def moved_anchor(found: re.Match[str]) -> str:
        numbers = [int(number) for number in found[2].split(",")]
        if (
            len(numbers) == 8
        ):  # left column, offset, top row, offset, right column, offset, bottom row, offset
            by = insertion.row(numbers[2] + 1) - numbers[2] - 1
            numbers[2] += by
            numbers[6] += by
        return f"{found[1]}{', '.join(map(str, numbers))}{found[3]}"

    return _VML_ANCHOR.sub(moved_anchor, _VML_ROW.sub(moved_row, text)).encode()


def _move_control(root: etree._Element, insertion: Insertion) -> None:
    for attribute in _CONTROL_FORMULAS:
        text = root.get(attribute)
        if text:
            root.set(attribute, insertion.formula(text, sheet=insertion.sheet, row=None))


def _move_names(draft: Draft, insertion: Insertion) -> None:
    root = draft.tree(draft.workbook)
    for element in root.iterfind("{*}definedNames/{*}definedName"):
        text = element.text or ""
        if is_out_of_reach(text):
            raise refuse(insertion, "有名称按文字或跨表引用格子")
        element.text = insertion.formula(text, sheet="", row=None)


def _move_other_formulas(draft: Draft, insertion: Insertion, own: str) -> None:
    """Formulas of other sheets, charts and pivot sources; a part without a change stays byte for byte."""
    for name in list(draft.parts):
        is_sheet = name in draft.sheet_parts() and name != own
        is_chart = name.startswith("xl/charts/") and name.endswith(".xml")
        if is_sheet or is_chart:
            _move_formulas(draft, name, insertion)
        elif "pivotCacheDefinition" in name and name.endswith(".xml"):
            _move_pivot_source(draft, name, insertion)


def _move_formulas(draft: Draft, name: str, insertion: Insertion) -> None:
    content = draft.content(name)
    if insertion.sheet.encode() not in content and b"&" not in content:
        return
    root = xmls.parse(content)
    has_changed = False
    for element in root.iter("{*}f", "{*}formula", "{*}formula1", "{*}formula2"):
        text = element.text or ""
        if insertion.sheet in text and is_out_of_reach(text):
            raise refuse(insertion, "别的表有公式按文字或跨表引用这里的格子")
        has_changed |= insertion.formula(text, sheet="", row=None) != text
    if has_changed:
        expand_shared_formulas(root)
        for element in root.iter("{*}f", "{*}formula", "{*}formula1", "{*}formula2"):
            if element.text:
                element.text = insertion.formula(element.text, sheet="", row=None)
        draft.put(name, xmls.to_bytes(root))


def _move_pivot_source(draft: Draft, name: str, insertion: Insertion) -> None:
    root = xmls.parse(draft.content(name))
    for source in root.iter("{*}worksheetSource"):
        if source.get("sheet") == insertion.sheet and source.get("ref"):
            source.set("ref", insertion.areas(source.get("ref", "")))
            draft.put(name, xmls.to_bytes(root))
