"""The lists for the wall as a PDF."""

from qingzhuang.files.print.papers import WallSheet
from qingzhuang.files.print.printable import as_data
from qingzhuang.files.print.typesetting import typeset


def wall_sheet(lists: WallSheet) -> bytes:
    """
    The lists one after another on sheets that lie, A3 or A4: headline, version and first day on every sheet,
    each list's head on every sheet it goes on to. No type under 12 pt.

    Raises:
        RefusedError: no Chinese typeface on this machine, or far too long.
    """
    return typeset("wall_sheet", as_data(lists), dated=lists.effective_on)
