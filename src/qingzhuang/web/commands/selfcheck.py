"""The command `check`: the self-check at the command line."""

from argparse import Namespace

from django.utils import timezone

from qingzhuang.actions.organisations.selfchecking import look_at_machine
from qingzhuang.web.commands.console import OPERATOR
from qingzhuang.web.commands.speaking import DONE, answer


def run(command: str, options: Namespace) -> int:  # noqa: ARG001 (one command in this room)
    """Say of each thing whether it is as it must be."""
    found = look_at_machine(OPERATOR, now=timezone.localtime())
    checks = [{"what": each.what, "is_good": each.is_good, "said": each.said} for each in found]
    lines = [f"{'正常　　' if each.is_good else '要看一下'}　{each.what}：{each.said}" for each in found]
    answer({"checks": checks}, is_json=options.is_json, text="\n".join(lines))
    return DONE
