"""The row behind a number, for those who act on it."""

from qingzhuang.engine.admit.numbers import Number
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.gate import GateCode
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Admission


def admission_numbered(number: Number) -> Admission:
    """
    The row of a number.

    Raises:
        RefusedError: it was never given.
    """
    row = Admission.objects.filter(year=number.year, seq=number.seq).first()
    if row is None:
        raise RefusedError(Problem(StoreCode.NOT_THERE))
    return row


def own_admission(actor: Actor, number: Number) -> Admission:
    """
    The row of a number of the actor's own office.

    Raises:
        RefusedError: it was never given, or to another office.
    """
    row = admission_numbered(number)
    if not actor.office or row.office != actor.office:
        raise RefusedError(Problem(GateCode.NOT_YOURS, {"number": str(number)}))
    return row
