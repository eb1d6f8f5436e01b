"""
The one writer of admissions and obligations: nothing reaches a village but through here.

Only `actions/admit` may import it (.importlinter). Every function runs inside its caller's transaction;
behind it the database itself refuses what must not be (migration 0004).
"""

from qingzhuang.store.gate.admitting import admit
from qingzhuang.store.gate.ending import in_force, leave_ended, stop_ended
from qingzhuang.store.gate.landing import land
from qingzhuang.store.gate.standing_down import regularise, withdraw

__all__ = ["admit", "in_force", "land", "leave_ended", "regularise", "stop_ended", "withdraw"]
