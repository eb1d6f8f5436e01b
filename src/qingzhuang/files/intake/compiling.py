"""A form ready to be filled, whatever kind of file it is."""

from collections.abc import Sequence
from typing import Protocol

from qingzhuang.engine.fill.plan import Growth, Write
from qingzhuang.files.documents.compiled import compile_document
from qingzhuang.files.packages.kinds import Kind, kind_of
from qingzhuang.files.workbooks.compiled import compile_template


class CompiledForm(Protocol):
    """A form that is filled many times. Same writes, same bytes."""

    def render(self, writes: Sequence[Write], growths: Sequence[Growth] = ()) -> bytes:
        """The filled file. Rows of `writes` are numbered after growth, those of `growths` before it."""
        ...


def compile_form(source: bytes) -> CompiledForm:
    """The form of these bytes, a workbook or a Word document. Raises RefusedError when it is neither."""
    is_document = kind_of(source, ".xlsx") is Kind.DOCX
    return compile_document(source) if is_document else compile_template(source)
