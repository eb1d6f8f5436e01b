"""Write values into a workbook by patching the XML of the sheets concerned."""

from collections.abc import Sequence

from qingzhuang.engine.fill.plan import Growth, Write
from qingzhuang.files.workbooks.compiled import compile_template


def write_workbook(source: bytes, writes: Sequence[Write], growths: Sequence[Growth] = ()) -> bytes:
    """
    The workbook with these cells written and these rows added; every part not concerned stays byte for byte.

    Args:
        source: the file as handed in.
        writes: rows numbered as in the finished file, after growth.
        growths: rows numbered as in the source; several on one sheet may stand in any order.

    Raises:
        ValueError: a sheet that is not there, a formula cell, or a covered cell of a merged region.
        RefusedError: the source cannot be opened, or rows cannot be added safely.

    """
    return compile_template(source).render(writes, growths)
