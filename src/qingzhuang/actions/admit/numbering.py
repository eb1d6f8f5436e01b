"""The number on paper: the block a form carries, and the code that leads to the check page."""

from datetime import date

from django.conf import settings
from django.db import transaction

from qingzhuang.actions.admit.numbered import admission_numbered
from qingzhuang.engine.admit.numbers import Number
from qingzhuang.files.print.numberblocks import number_block
from qingzhuang.files.print.papers import NumberBlock
from qingzhuang.files.print.qrcodes import qr_svg
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.admitted import application_of
from qingzhuang.store.roles import Right
from qingzhuang.store.writers.journal import record


def number_paper(actor: Actor, *, number: Number) -> bytes:
    """
    The block with the number, as a PDF to print on the form (表号、制表机关、准入编号、依据、有效期、二维码).

    Raises:
        RefusedError: the actor is not signed in, or the number was never given.
    """
    allow(actor, Right.READ)
    with transaction.atomic():
        row = admission_numbered(number)
        record(actor, action="admit.number_paper", object_=str(number), values={})
    block = NumberBlock(
        form_code=number.code,
        issuer=row.issuer,
        number=str(number),
        basis=application_of(row).basis,
        expires_on=date.fromisoformat(row.ends_on),
        check_address=address_of(number),
    )
    return number_block(block)


def number_code(actor: Actor, *, number: Number) -> str:  # noqa: ARG001 (open to all)
    """The QR code of a number's public check page, as SVG."""
    return qr_svg(address_of(number))


def address_of(number: Number) -> str:
    """The public address at which anybody checks a number."""
    return f"{settings.PUBLIC_ADDRESS}/check/{number.year}/{number.seq}"
