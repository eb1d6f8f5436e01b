"""The inside of a Word file: which part is the document, its tree, its styles."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.packages import xmls
from qingzhuang.files.packages.zips import Part
from qingzhuang.files.workbooks.package import relations

_CONTENT_TYPES = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class DocumentPackage:
    """A Word file, opened. document: name of its main part; body: its <w:body>, inside `root`."""

    parts: Mapping[str, Part]
    document: str
    root: etree._Element
    body: etree._Element
    styles: etree._Element | None


def open_document(parts: Mapping[str, Part]) -> DocumentPackage:
    """The Word file of these parts. Raises RefusedError when it is none, or one that carries macros."""
    roots = [relation for relation in relations(parts, "") if relation.kind == "officeDocument"]
    name = roots[0].target if roots else "word/document.xml"
    if name not in parts:
        raise RefusedError(Problem(FilesCode.NOT_DOCX))
    _refuse_macros(parts)
    root = xmls.parse(parts[name].inflate())
    body = xmls.child(root, "body")
    if xmls.local(root) != "document" or body is None:
        raise RefusedError(Problem(FilesCode.NOT_DOCX))
    related = {relation.kind: relation.target for relation in relations(parts, name)}
    styles = parts.get(related.get("styles", ""))
    return DocumentPackage(parts, name, root, body, None if styles is None else xmls.parse(styles.inflate()))


def _refuse_macros(parts: Mapping[str, Part]) -> None:
    """A .docm under another name tells itself by its content type, even when its macros were taken out."""
    types = parts.get(_CONTENT_TYPES)
    if types is not None and b"macroEnabled" in types.inflate():
        raise RefusedError(Problem(FilesCode.MACRO))
