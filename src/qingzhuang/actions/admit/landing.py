"""The clock of the gate: what is due lands, what has ended stops. Run by a timer, say hourly."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from qingzhuang.store.actors import Actor, allow
from qingzhuang.store.gate import in_force, land, leave_ended, stop_ended
from qingzhuang.store.roles import Right
from qingzhuang.store.writers.journal import record


@dataclass(frozen=True, slots=True)
class Tick:
    """What one turn of the clock did. landed, stopped: obligations. left: matters taken off the register."""

    admissions: int
    landed: int
    stopped: int
    left: int


def tick(actor: Actor, *, today: str, at: datetime) -> Tick:
    """
    Land the current period of every number in force, stop what hangs on numbers that count no more.

    Again at the same hour it does nothing more (R-GAT-09). Nothing waits for it to be refused: whether a
    number counts is reckoned whenever somebody asks. today: ISO day. at: the same moment, aware.

    Raises:
        RefusedError: the actor neither signs nor sits at the machine.
    """
    allow(actor, Right.SIGN)
    with transaction.atomic():
        stopped = stop_ended(today=today, at=at)
        left = leave_ended(today=today, at=at)
        rows = in_force(today=today, at=at)
        landed = sum(land(row, today=today, at=at) for row in rows)
        done = Tick(len(rows), landed, stopped, left)
        record(
            actor,
            action="admit.tick",
            object_=today,
            values={"admissions": len(rows), "landed": landed, "stopped": stopped, "left": left},
        )
    return done
