"""A Word document's bytes as a workbook of one sheet, in this process."""

from qingzhuang.engine.read.grid import Workbook
from qingzhuang.files.documents.mapping import map_document
from qingzhuang.files.documents.package import open_document
from qingzhuang.files.packages import guard
from qingzhuang.files.packages.limits import TEMPLATE


def parsed_document(data: bytes) -> Workbook:
    """
    The document as a workbook of one grid named `document`; its addresses are T1R3C2 and P5.

    Raises RefusedError with one sentence for whatever is no Word document that we may open.
    """
    package = open_document(guard.open_parts(data, TEMPLATE))
    return Workbook((map_document(package).grid,))
