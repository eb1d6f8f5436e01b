"""The signed token of an admission, and the address at which it is checked."""

from datetime import datetime

from django.conf import settings

from qingzhuang.engine.admit.claims import claims_of
from qingzhuang.engine.admit.numbers import Number
from qingzhuang.store.admitted import admitted_of, prefixes_of
from qingzhuang.store.models import Admission
from qingzhuang.store.signing import sign, signing_key


def sign_anew(row: Admission, *, at: datetime) -> None:
    """Give an admission the token that says what now holds."""
    key = signing_key(settings.HOME)
    matter = admitted_of(row, regions=prefixes_of(row))
    issued = int(at.timestamp())
    row.token = sign(
        claims_of(matter, issuer=check_address(matter.number), kid=key.kid, issued_at=issued), key=key
    )
    row.save(update_fields=["token"])


def check_address(number: Number) -> str:
    """The public address at which anybody checks a number."""
    return f"{settings.PUBLIC_ADDRESS}/check/{number.year}/{number.seq}"
