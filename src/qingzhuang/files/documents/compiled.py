"""A Word form compiled once, filled many times: only the document's own part is new, all else is copied."""

from collections.abc import Sequence
from copy import deepcopy
from datetime import date
from decimal import Decimal

from qingzhuang.engine.fill.plan import Growth, Write
from qingzhuang.engine.values.domain import Written
from qingzhuang.files.documents.growing import grown
from qingzhuang.files.documents.mapping import NAME, Place, map_document
from qingzhuang.files.documents.package import DocumentPackage, open_document
from qingzhuang.files.documents.rewording import reword
from qingzhuang.files.packages import guard, xmls
from qingzhuang.files.packages.deflating import Deflate, deflate_best
from qingzhuang.files.packages.zips import join_parts, pack, replaced

_KEPT = 8  # grown forms of one template that are kept ready


class CompiledDocument:
    """A Word form ready to be filled. Same writes, same bytes."""

    def __init__(self, package: DocumentPackage) -> None:
        self._package = package
        elements = map_document(package).elements
        numbers = {element: number for number, element in enumerate(package.root.iter())}
        # A copy of the document has its elements in the same order: each is found by its number.
        self._numbers: dict[Place, int] = {place: numbers[element] for place, element in elements.items()}
        self._grown: dict[tuple[Growth, ...], CompiledDocument] = {}

    def render(
        self, writes: Sequence[Write], growths: Sequence[Growth] = (), *, deflate: Deflate = deflate_best
    ) -> bytes:
        """
        The filled file. Rows of `writes` are numbered after growth, those of `growths` before it.

        Raises:
            ValueError: a sheet or cell that is not there, or a covered cell of a merged region.
            RefusedError: rows cannot be added where they were asked for.

        """
        if growths:
            return self._after(tuple(growths)).render(writes, deflate=deflate)
        root = deepcopy(self._package.root)
        elements = list(root.iter())
        targets = [(elements[self._number(write)], text_of(write.value)) for write in writes]
        for element, text in targets:
            reword(element, text)
        content = xmls.to_bytes(root)
        part = self._package.parts[self._package.document]
        changed = {part.name: pack(part.name, content, like=part, packed=deflate(content))}
        return join_parts(replaced(self._package.parts, changed))

    def _after(self, growths: tuple[Growth, ...]) -> "CompiledDocument":
        if growths not in self._grown:
            if len(self._grown) >= _KEPT:
                self._grown.clear()
            self._grown[growths] = CompiledDocument(grown(self._package, growths))
        return self._grown[growths]

    def _number(self, write: Write) -> int:
        """The number of the cell or paragraph of a write."""
        number = self._numbers.get((write.row, write.column))
        if write.sheet != NAME or number is None:
            raise ValueError(f"nothing to write into: {write.sheet} {write.row} {write.column}")
        return number


def compile_document(source: bytes) -> CompiledDocument:
    """The form ready to be filled many times. Raises RefusedError when it is no document we may open."""
    return CompiledDocument(open_document(guard.open_parts(source)))


def text_of(value: Written) -> str:
    """A value as it reads: plain digits, a day as 2025年12月31日. Raises ValueError for what is neither."""
    if isinstance(value, str):
        return value
    if isinstance(value, date):
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, bool) or (isinstance(value, Decimal) and not value.is_finite()):
        raise ValueError("a truth or no number is written as text")
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
