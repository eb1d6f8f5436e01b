"""The inside of a workbook file: which part is which sheet, names, date system, relations between parts."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.packages import xmls
from qingzhuang.files.packages.zips import Part

_ROOT_RELATIONS = "_rels/.rels"


@dataclass(frozen=True, slots=True)
class Relation:
    """One relation of a part. kind: last word of its type; target: part name, or an address if external."""

    id: str
    kind: str
    target: str
    is_external: bool


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A worksheet and the part it stands in."""

    name: str
    part: str
    is_hidden: bool


@dataclass(frozen=True, slots=True)
class DefinedName:
    """A defined name. sheet: the sheet it is local to, None for the whole workbook."""

    name: str
    formula: str
    sheet: str | None


@dataclass(frozen=True, slots=True)
class Package:
    """A workbook file, opened but with its sheets not yet read."""

    parts: Mapping[str, Part]
    workbook: str
    sheets: tuple[SheetPart, ...]
    strings: str | None
    styles: str | None
    names: tuple[DefinedName, ...]
    is_1904: bool

    def sheet(self, name: str) -> SheetPart:
        """The sheet of this name. Raises ValueError if there is none."""
        for sheet in self.sheets:
            if sheet.name == name:
                return sheet
        raise ValueError(f"no sheet of this name: {name}")

    def root(self, part: str | None) -> etree._Element | None:
        """The parsed part, None if the package does not have it."""
        found = self.parts.get(part) if part else None
        return None if found is None else xmls.parse(found.inflate())


def open_package(parts: Mapping[str, Part]) -> Package:
    """The package of these parts. Raises RefusedError when it is no workbook or has no worksheet."""
    roots = [relation for relation in relations(parts, "") if relation.kind == "officeDocument"]
    workbook = roots[0].target if roots else "xl/workbook.xml"
    if workbook not in parts:
        raise RefusedError(Problem(FilesCode.NOT_XLSX))
    root = xmls.parse(parts[workbook].inflate())
    if xmls.local(root) != "workbook":
        raise RefusedError(Problem(FilesCode.NOT_XLSX))
    related = relations(parts, workbook)
    targets = {relation.id: relation for relation in related if not relation.is_external}
    listed = xmls.children(xmls.child(root, "sheets"), "sheet")
    sheets = tuple(
        SheetPart(sheet.get("name", ""), targets[key].target, sheet.get("state", "visible") != "visible")
        for sheet in listed
        if (key := _relation_id(sheet)) in targets
        and targets[key].kind == "worksheet"
        and targets[key].target in parts
    )
    if not sheets:
        raise RefusedError(Problem(FilesCode.NO_SHEET))
    by_kind = {relation.kind: relation.target for relation in related if relation.target in parts}
    settings = xmls.child(root, "workbookPr")
    return Package(
        parts=parts,
        workbook=workbook,
        sheets=sheets,
        strings=by_kind.get("sharedStrings"),
        styles=by_kind.get("styles"),
        names=_names(root, [sheet.get("name", "") for sheet in listed]),
        is_1904=settings is not None and settings.get("date1904") in ("1", "true"),
    )


def relations(parts: Mapping[str, Part], owner: str) -> tuple[Relation, ...]:
    """The relations of a part; of the package itself for the empty name. () when it has none."""
    part = parts.get(relations_part(owner) if owner else _ROOT_RELATIONS)
    if part is None:
        return ()
    folder = posixpath.dirname(owner)
    found = []
    for element in xmls.children(xmls.parse(part.inflate()), "Relationship"):
        target = element.get("Target", "")
        is_external = element.get("TargetMode") == "External"
        if not is_external:
            target = posixpath.normpath(posixpath.join("/" + folder, target)).lstrip("/")
        kind = element.get("Type", "").rpartition("/")[2]
        found.append(Relation(element.get("Id", ""), kind, target, is_external))
    return tuple(found)


def relations_part(owner: str) -> str:
    """Name of the part that holds the relations of this one."""
    folder, name = posixpath.split(owner)
    return posixpath.join(folder, "_rels", name + ".rels")


def _relation_id(sheet: etree._Element) -> str:
    """r:id, in either edition's namespace."""
    return next((str(value) for key, value in sheet.attrib.items() if str(key).endswith("}id")), "")


def _names(root: etree._Element, sheets: list[str]) -> tuple[DefinedName, ...]:
    found = []
    for element in xmls.children(xmls.child(root, "definedNames"), "definedName"):
        index = element.get("localSheetId", "")
        sheet = sheets[int(index)] if index.isdecimal() and int(index) < len(sheets) else None
        found.append(DefinedName(element.get("name", ""), element.text or "", sheet))
    return tuple(found)
