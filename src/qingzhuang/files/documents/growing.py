"""Rows that grow in a table of a document: copies of a row without its words (R-WRD-20 to R-WRD-23)."""

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import replace

from lxml import etree

from qingzhuang.engine.fill.plan import Growth
from qingzhuang.engine.problems.core import Problem, RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.files.documents.mapping import DocumentMap, map_document
from qingzhuang.files.documents.package import DocumentPackage
from qingzhuang.files.documents.tables import properties
from qingzhuang.files.documents.texts import inside, paragraphs_of, runs_in
from qingzhuang.files.packages import xmls

_ROWS_OWN = ("paraId", "textId", "rsidR", "rsidRPr", "rsidTr", "rsidRDefault", "rsidP")


def grown(package: DocumentPackage, growths: Sequence[Growth]) -> DocumentPackage:
    """The document with these rows added. Raises RefusedError where they cannot be added safely."""
    root = deepcopy(package.root)
    body = xmls.child(root, "body")
    if body is None:
        raise ValueError("a document without a body")
    larger = replace(package, root=root, body=body)
    rows = map_document(larger)
    jobs = [(growth, _Sample(rows, growth)) for growth in growths]
    for growth, sample in jobs:
        blank = sample.blank_rows()
        for _ in range(growth.n // growth.height):
            for row in reversed(blank):
                sample.after.addnext(deepcopy(row))
    return larger


class _Sample:
    """The rows of one record that new rows are like, and the row that they come after."""

    def __init__(self, rows: DocumentMap, growth: Growth) -> None:
        self._cells = rows
        self._growth = growth
        self.after = self._row(growth.after_row)
        self._rows = [self._row(growth.sample_row + at) for at in range(growth.height)]
        if any(_table_of(row) is not _table_of(self.after) for row in self._rows):
            raise ValueError("a sample row of another table")

    def blank_rows(self) -> list[etree._Element]:
        """Copies of the sample's rows with nothing in their cells; cells merged beyond them go on."""
        going_on = {self._path_of(element) for element in self._merged_beyond()}
        return [self._blank(row, at, going_on) for at, row in enumerate(self._rows)]

    def _row(self, number: int) -> etree._Element:
        """The <w:tr> of a row of the sheet."""
        for (row, _), element in self._cells.elements.items():
            found = next(element.iterancestors("{*}tr"), None) if row == number else None
            if found is not None:
                return found
        raise self._refusal("这一行不在表格里")

    def _merged_beyond(self) -> list[etree._Element]:
        """Cells that begin in the sample and go on below it. Raises RefusedError for an empty one."""
        growth, found = self._growth, []
        last = growth.sample_row + growth.height - 1
        for (row, column), element in self._cells.elements.items():
            cell = self._cells.grid.cells[(row, column)]
            if growth.sample_row <= row <= last < cell.last_row:
                if not cell.text.strip():
                    raise self._refusal("这一行有上下合并的空格")
                found.append(element)
        return found

    def _path_of(self, cell: etree._Element) -> tuple[int, int]:
        """Which row of the sample, and which of its cells."""
        for at, row in enumerate(self._rows):
            cells = list(inside(row, "tc"))
            if cell in cells:
                return at, cells.index(cell)
        raise ValueError("a cell of another row")

    def _blank(self, row: etree._Element, at: int, going_on: set[tuple[int, int]]) -> etree._Element:
        made = deepcopy(row)
        header = properties(made, "tblHeader")
        holder = None if header is None else header.getparent()
        if header is not None and holder is not None:
            holder.remove(header)
        for number, cell in enumerate(inside(made, "tc")):
            if xmls.child(cell, "tbl") is not None:
                raise self._refusal("格子里还有一张表")
            merge = properties(cell, "vMerge")
            if merge is not None and (at, number) in going_on:
                merge.attrib.clear()
            _empty(cell)
        for element in made.iter():
            for key in list(element.attrib):
                if str(key).rpartition("}")[2] in _ROWS_OWN:
                    del element.attrib[key]
        return made

    def _refusal(self, why: str) -> RefusedError:
        row = self._growth.after_row
        names = (name for (at, _), name in self._cells.grid.addresses.items() if at == row)
        said = next(names, str(row)).rpartition("C")[0] or str(row)
        return RefusedError(Problem(FilesCode.CANNOT_GROW_DOCUMENT, {"row": said, "why": why}))


def _table_of(row: etree._Element) -> etree._Element | None:
    """The table of a row; content controls may stand between them."""
    return next(row.iterancestors("{*}tbl"), None)


def _empty(cell: etree._Element) -> None:
    """Keep of a cell its look, and of its words the first paragraph's and the first run's look."""
    paragraphs = paragraphs_of(cell)
    for child in list(cell):
        if xmls.local(child) != "tcPr":
            cell.remove(child)
    paragraph = xmls.new_like(cell, "p") if not paragraphs else paragraphs[0]
    look = next((xmls.child(run, "rPr") for run in runs_in(paragraph)), None)
    for child in list(paragraph):
        if xmls.local(child) != "pPr":
            paragraph.remove(child)
    _drop_number(paragraph)
    if look is not None:
        run = xmls.new_like(paragraph, "r")
        run.append(deepcopy(look))
        paragraph.append(run)
    cell.append(paragraph)


def _drop_number(paragraph: etree._Element) -> None:
    """A grown row gets its number written; an automatic one beside it would say it twice."""
    looks = xmls.child(paragraph, "pPr")
    number = None if looks is None else xmls.child(looks, "numPr")
    if looks is not None and number is not None:
        looks.remove(number)
