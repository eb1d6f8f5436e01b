"""The command `gate`."""

from argparse import Namespace

from django.conf import settings
from django.utils import timezone

from qingzhuang.actions.admit.landing import tick
from qingzhuang.store.stamps import TICK, stamp
from qingzhuang.web.commands.console import OPERATOR, today
from qingzhuang.web.commands.speaking import DONE, answer


def run(command: str, options: Namespace) -> int:  # noqa: ARG001 (one command in this room)
    """Turn the clock once and say what it did."""
    now = timezone.now()
    done = tick(OPERATOR, today=today(), at=now)
    stamp(settings.HOME, TICK, at=now)  # the self-check says when it was last
    answer(
        {
            "admissions": done.admissions,
            "landed": done.landed,
            "stopped": done.stopped,
            "left": done.left,
        },
        is_json=options.is_json,
        text=f"{done.admissions} 个号作数：新落到村里 {done.landed} 件，停下 {done.stopped} 件，"
        f"{done.left} 件事项到期出册。",
    )
    return DONE
