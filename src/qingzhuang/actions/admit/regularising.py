"""An emergency that went ahead becomes an ordinary number, with its basis, before its hours are over."""

from django.db import transaction
from django.utils import timezone

from qingzhuang.actions.admit.numbered import admission_numbered
from qingzhuang.engine.admit.numbers import Number
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.gate import GateCode
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.gate import regularise
from qingzhuang.store.roles import Right
from qingzhuang.store.writers.journal import record


def regularise_number(actor: Actor, *, number: Number, basis: str) -> None:
    """
    Make an emergency an ordinary number until its last day. Rule R-GAT-06.

    basis: what it now rests on: 文号, or the meeting that agreed; kept in the journal.

    Raises:
        RefusedError: the actor signs nothing, no basis is given, there is no such number, it is no emergency,
            or its hours are over.
    """
    allow(actor, Right.SIGN)
    if not basis.strip():
        raise RefusedError(Problem(GateCode.NO_BASIS))
    with transaction.atomic():
        regularise(admission_numbered(number), at=timezone.now())
        record(
            actor,
            action="admit.regularise_number",
            object_=str(number),
            values={"basis": basis.strip()[:500]},
        )
