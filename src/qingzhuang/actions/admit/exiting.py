"""An office gives up a number of its own before it ends."""

from django.db import transaction
from django.utils import timezone

from qingzhuang.actions.admit.numbered import own_admission
from qingzhuang.engine.admit.numbers import Number
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.gate import GateCode
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.gate import withdraw
from qingzhuang.store.roles import Right
from qingzhuang.store.writers.journal import record


def leave_number(actor: Actor, *, number: Number, why: str, today: str) -> int:
    """
    End a number of one's own office today; how many obligations that stops. Rule R-GAT-10. today: ISO day.

    Raises:
        RefusedError: the actor does not apply, it is another office's number, no reason is given, or it was
            withdrawn before.
    """
    allow(actor, Right.APPLY)
    if not why.strip():
        raise RefusedError(Problem(GateCode.NO_REASON))
    with transaction.atomic():
        row = own_admission(actor, number)
        stopped = withdraw(row, by=actor.name, why=f"退出：{why.strip()}", today=today, at=timezone.now())
        values: dict[str, object] = {"why": why.strip(), "stopped": stopped}
        record(actor, action="admit.leave_number", object_=str(number), values=values)
    return stopped
