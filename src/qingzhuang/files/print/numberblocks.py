"""The block with the admission number as a PDF."""

from qingzhuang.files.print.papers import NumberBlock
from qingzhuang.files.print.printable import as_data
from qingzhuang.files.print.qrcodes import qr_svg
from qingzhuang.files.print.typesetting import typeset


def number_block(block: NumberBlock) -> bytes:
    """
    An A4 sheet, empty but for the block top right: form code, issuer, number, basis, last day, QR code of the
    check address.

    Raises:
        RefusedError: no Chinese typeface on this machine, or far too long.
        ValueError: the check address is empty or too long for a code.
    """
    shown = as_data(block) | {"code": qr_svg(block.check_address)}
    return typeset("number_block", shown, dated=block.expires_on)
