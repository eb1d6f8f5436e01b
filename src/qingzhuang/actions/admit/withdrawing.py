"""Taking a number back: by those who sign for the gate, or by the office that has it."""

from django.db import transaction
from django.utils import timezone

from qingzhuang.actions.admit.numbered import admission_numbered
from qingzhuang.engine.admit.numbers import Number
from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.gate import withdraw
from qingzhuang.store.roles import Right
from qingzhuang.store.writers.journal import record


def withdraw_number(actor: Actor, *, number: Number, why: str, today: str) -> int:
    """
    Make a number void from today on, with one sentence that everybody reads; how many obligations that stops.

    Rule R-GAT-10. today: ISO day.

    Raises:
        RefusedError: the actor signs nothing, there is no such number, no reason, or it was withdrawn before.
    """
    allow(actor, Right.SIGN)
    with transaction.atomic():
        row = admission_numbered(number)
        stopped = withdraw(row, by=actor.name, why=why, today=today, at=timezone.now())
        values: dict[str, object] = {"why": why.strip(), "stopped": stopped}
        record(actor, action="admit.withdraw_number", object_=str(number), values=values)
    return stopped
