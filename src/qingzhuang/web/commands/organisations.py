"""The command `init`."""

from argparse import Namespace

from qingzhuang.actions.organisations.villages import open_village
from qingzhuang.web.commands.console import OPERATOR, today
from qingzhuang.web.commands.speaking import DONE, answer


def run(command: str, options: Namespace) -> int:  # noqa: ARG001 (one command in this room)
    """Register the village and say so."""
    open_village(OPERATOR, region=options.region, name=options.name, today=today())
    answer(
        {"region": options.region, "name": options.name.strip()},
        is_json=options.is_json,
        text=f"已登记 {options.name.strip()}（{options.region}）。"
        f"下一步：qingzhuang import 名册文件 --region {options.region} --source 来源",
    )
    return DONE
