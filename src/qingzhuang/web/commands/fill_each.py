"""`fill --regions`: one form, a file for each village."""

import gc
from argparse import Namespace

from qingzhuang.actions.fill import ManyResult, VillageFile, Wish, fill_villages
from qingzhuang.web.commands.console import OPERATOR
from qingzhuang.web.commands.speaking import DONE, REFUSED, answer, say, stages

_MOST_LINES = 10  # villages with a problem named on the screen; --json has all


def fill_each(options: Namespace, wish: Wish) -> int:
    """Fill a template for every village meant; exit code 2 where one of them could not be filled."""
    # Plans are tuples and texts by the million and hold no circles; the collector only walks them, again and
    # again (a sixth of the time). The process ends with the command.
    gc.disable()
    with stages() as told:
        result = fill_villages(
            OPERATOR, template=options.template, regions=options.regions, wish=wish, told=told
        )
    answer(_document(result), is_json=options.is_json, text=_sentence(result))
    for note in result.notes:
        say(note)
    return REFUSED if any(one.problem for one in result.villages) else DONE


def _document(result: ManyResult) -> dict[str, object]:
    """
    `template`, `villages` (how many were filled), `rows`, `cells`, `unbound`, `notes`, `out` and `files`: one
    entry per village; who could not be filled has `error`.
    """
    done = [one for one in result.villages if one.problem is None]
    return {
        "template": str(result.template),
        "villages": len(done),
        "rows": sum(one.rows for one in done),
        "cells": _cells(done),
        "unbound": list(result.unbound),
        "notes": list(result.notes),
        "out": str(result.out),
        "files": [_file(one) for one in result.villages],
    }


def _cells(villages: list[VillageFile]) -> dict[str, int]:
    """Numbers of cells; total = filled + gaps + conflicts."""
    filled = sum(one.filled for one in villages)
    gaps = sum(one.gaps for one in villages)
    conflicts = sum(one.conflicts for one in villages)
    return {"total": filled + gaps + conflicts, "filled": filled, "gaps": gaps, "conflicts": conflicts}


def _file(one: VillageFile) -> dict[str, object]:
    whose: dict[str, object] = {"region": one.region, "village": one.village}
    if one.problem is not None:
        return whose | {"error": one.problem.sentence}
    return whose | {
        "out": str(one.out),
        "files": one.files,
        "rows": one.rows,
        "cells": _cells([one]),
        "missing_list": str(one.missing_list) if one.missing_list else None,
        "notes": list(one.notes),
    }


def _sentence(result: ManyResult) -> str:
    """One sentence with numbers, where the files are, and which villages were not filled."""
    done = [one for one in result.villages if one.problem is None]
    cells = _cells(done)
    parts = [f"{len(done)} 个村各填好一份，自动填 {cells['filled']} 格"]
    parts += [f"还缺 {cells['gaps']} 格" if cells["gaps"] else "没有缺的"]
    if cells["conflicts"]:
        parts.append(f"{cells['conflicts']} 格几处说法不一，空着等各村定")
    lines = ["，".join(parts) + f"。文件在：{result.out}"]
    if result.unbound:
        lines.append(f"这 {len(result.unbound)} 栏没有可填的数据，没有动：{'、'.join(result.unbound)}")
    if any(one.missing_list for one in done):
        lines.append("每个村的缺项清单放在它的表旁边，名字后面是“-缺项清单.txt”。")
    failed = [one for one in result.villages if one.problem is not None]
    lines += [f"{one.village}没有填：{one.problem.sentence}" for one in failed[:_MOST_LINES] if one.problem]
    if len(failed) > _MOST_LINES:
        lines.append(f"还有 {len(failed) - _MOST_LINES} 个村没有填，加 --json 看全部。")
    return "\n".join(lines)
