"""A package being changed: trees of the parts at work, the rest as it was."""

from lxml import etree

from qingzhuang.files.packages import xmls
from qingzhuang.files.packages.deflating import deflate_zlib
from qingzhuang.files.packages.zips import Part, pack
from qingzhuang.files.workbooks.package import Package, open_package, relations, relations_part
from qingzhuang.files.workbooks.sheettree import sheet_tree

CONTENT_TYPES = "[Content_Types].xml"


class Draft:
    """Parts of a package that may be changed one after another; `package` gives the result."""

    def __init__(self, package: Package) -> None:
        self.parts: dict[str, Part] = dict(package.parts)
        self.workbook = package.workbook
        self._sheets = {sheet.name: sheet.part for sheet in package.sheets}
        self._trees: dict[str, etree._Element] = {}

    def sheet_part(self, sheet: str) -> str:
        """Part name of a sheet. Raises ValueError if there is no such sheet."""
        if sheet not in self._sheets:
            raise ValueError(f"no sheet of this name: {sheet}")
        return self._sheets[sheet]

    def sheet_parts(self) -> frozenset[str]:
        """Part names of all sheets."""
        return frozenset(self._sheets.values())

    def tree(self, part: str) -> etree._Element:
        """The tree of a part; changes to it become the part's content."""
        if part not in self._trees:
            content = self.parts[part].inflate()
            is_sheet = part in self.sheet_parts()
            self._trees[part] = sheet_tree(content) if is_sheet else xmls.parse(content)
        return self._trees[part]

    def content(self, part: str) -> bytes:
        """The content of a part as it now stands."""
        if part in self._trees:
            return xmls.to_bytes(self._trees[part])
        return self.parts[part].inflate()

    def put(self, part: str, content: bytes) -> None:
        """Replace the content of a part; the same content leaves it as it was."""
        self._trees.pop(part, None)
        old = self.parts[part]
        if content != old.inflate():
            self.parts[part] = pack(part, content, like=old, packed=deflate_zlib(content))

    def add(self, part: str, content: bytes, *, like: str) -> None:
        """Add a part, with the time stamp of another."""
        self.parts[part] = pack(part, content, like=self.parts[like], packed=deflate_zlib(content))

    def forget(self) -> None:
        """Let go of trees that were only looked at; parts without other changes stay byte for byte."""
        self._trees.clear()

    def drop_calculation_chain(self) -> None:
        """Leave out the order of calculation: it names cells that have moved; programs make it anew."""
        for relation in relations(self.parts, self.workbook):
            if relation.kind == "calcChain":
                self.parts.pop(relation.target, None)
                listed = self.tree(relations_part(self.workbook))
                for element in xmls.children(listed, "Relationship"):
                    if element.get("Id") == relation.id:
                        listed.remove(element)
                types = self.tree(CONTENT_TYPES)
                for element in xmls.children(types, "Override"):
                    if element.get("PartName") == "/" + relation.target:
                        types.remove(element)

    def package(self) -> Package:
        """The package with all changes."""
        for part in list(self._trees):
            content = self.content(part)
            if content == xmls.to_bytes(xmls.parse(self.parts[part].inflate())):
                del self._trees[part]  # looked at, not changed: its own bytes stay
            else:
                self.put(part, content)
        return open_package(self.parts)
