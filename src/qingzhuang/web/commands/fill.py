"""The command `fill`."""

import re
from argparse import Namespace

from qingzhuang.actions.fill import FilledFile, FillResult, Wish, fill_template
from qingzhuang.engine.fill.missing import n_households
from qingzhuang.engine.fill.plan import Disputed
from qingzhuang.web.commands.console import OPERATOR, day_of, today
from qingzhuang.web.commands.fill_each import fill_each
from qingzhuang.web.commands.speaking import DONE, answer, say

_MOST_LABELS = 15  # two lines of a screen
_MOST_NOTES = 8  # more than that scroll what matters off the screen; --json has them all


def run(command: str, options: Namespace) -> int:  # noqa: ARG001 (one command in this room)
    """Fill a template and say in one sentence what became of it; with --regions for each village."""
    wish = Wish(
        region=options.region or "",
        today=today(),
        who=options.who,
        on=day_of(options.on),
        out=options.out,
        issuer=options.issuer,
    )
    if options.regions is not None:
        return fill_each(options, wish)
    result = fill_template(OPERATOR, template=options.template, wish=wish)
    answer(document_of(result), is_json=options.is_json, text=sentence_of(result))
    for note in result.notes[:_MOST_NOTES]:
        say(note)
    if len(result.notes) > _MOST_NOTES:
        say(f"还有 {len(result.notes) - _MOST_NOTES} 句没有列出，加 --json 可以全看到。")
    return DONE


def document_of(result: FillResult) -> dict[str, object]:
    """The result as the contract wants it; `files` tells the cards apart, each with its own cells."""
    plans = [file.plan for file in result.files]
    document: dict[str, object] = {
        "template": str(result.template),
        "rows": sum(plan.rows for plan in plans),
        "cells": _cells(result.files),
        "gap_cells": [cell for plan in plans for cell in plan.gap_cells],
        "conflict_cells": [cell for plan in plans for cell in plan.conflict_cells],
        "unbound": list(dict.fromkeys(label for plan in plans for label in plan.unbound)),
        "missing": [_missing(file, at) for file in result.files for at in range(len(file.plan.missing))],
        "conflicts": [_conflict(file, each) for file in result.files for each in file.plan.disputed],
        "doubts": [
            {"file": file.name, "cell": doubt.cell, "why": doubt.why}
            for file in result.files
            for doubt in file.plan.doubts
        ],
        "notes": list(result.notes),
        "out": str(result.out) if result.files else None,
        "missing_list": str(result.missing_list) if result.missing_list else None,
    }
    return document | {"files": [_file(file) for file in result.files]}


def _cells(files: tuple[FilledFile, ...]) -> dict[str, int]:
    """Numbers of cells; total = filled + gaps + conflicts."""
    filled = sum(file.plan.filled for file in files)
    gaps = sum(len(file.plan.gap_cells) for file in files)
    conflicts = sum(len(file.plan.conflict_cells) for file in files)
    return {"total": filled + gaps + conflicts, "filled": filled, "gaps": gaps, "conflicts": conflicts}


def _missing(file: FilledFile, at: int) -> dict[str, str]:
    line = file.plan.missing[at]
    return {
        "file": file.name,
        "cell": line.cell,
        "household": line.household,
        "who": line.who,
        "label": line.label,
        "known_by": line.known_by,
    }


def _conflict(file: FilledFile, disputed: Disputed) -> dict[str, object]:
    """A conflict with what each source says, when, on which sheet and row (null: implied by a roster)."""
    blank = disputed.blank
    return {
        "file": file.name,
        "cell": blank.cell,
        "household": blank.household,
        "who": blank.who,
        "label": blank.label,
        "values": [
            {
                "value": claim.value,
                "source": claim.source,
                "day": claim.day,
                "sheet": claim.sheet or None,
                "row": claim.row or None,
                "import": claim.import_id,
            }
            for claim in disputed.claims
        ],
    }


def _file(file: FilledFile) -> dict[str, object]:
    return {
        "file": file.name,
        "path": str(file.path),
        "cells": _cells((file,)),
        "gap_cells": list(file.plan.gap_cells),
        "conflict_cells": list(file.plan.conflict_cells),
    }


def sentence_of(result: FillResult) -> str:
    """One sentence with numbers, and where the files are; what was left alone, and what to do about it."""
    if not result.files:
        return "没有填，也没有出文件。"
    cells = _cells(result.files)
    missing = [line for file in result.files for line in file.plan.missing]
    unbound = list(dict.fromkeys(_plain(label) for file in result.files for label in file.plan.unbound))
    what = _what(result) if cells["filled"] else ""
    parts = [f"填好 {what}，自动填 {cells['filled']} 格" if what else _only(cells["filled"])]
    if missing:
        parts.append(f"还缺 {cells['gaps']} 格（{n_households(missing)} 户）")
    elif cells["filled"]:
        parts.append("认得的栏目没有缺的" if unbound else "没有缺的")
    if cells["conflicts"]:
        parts.append(f"{cells['conflicts']} 格几处说法不一，空着等你定")
    n_doubts = sum(len(file.plan.doubts) for file in result.files)
    if n_doubts:
        parts.append(f"{n_doubts} 处和表上的校验对不上（疑点），请你核一核")
    lines = ["，".join(parts) + f"。文件：{result.out}"]
    if unbound:
        some = "、".join(unbound[:_MOST_LABELS])
        more = "等（加 --json 可以全看到）" if len(unbound) > _MOST_LABELS else ""
        lines.append(f"这 {len(unbound)} 栏不认得，或者没有可填的数据，没有动：{some}{more}")
    if result.missing_list:
        lines.append(f"缺项清单（可打印带着入户）：{result.missing_list}")
    return "\n".join(lines)


def _plain(label: str) -> str:
    return re.sub(r"\s+", "", label).rstrip(":：")


def _only(filled: int) -> str:
    """For a form in which nobody was filled in: counts, 填报单位 and the like, or nothing."""
    return f"填好 {filled} 格" if filled else "一格也没有填，照原样存了一份"


def _what(result: FillResult) -> str:
    """Cards or rows and columns; "" where no row was filled."""
    plans = [file.plan for file in result.files]
    rows = sum(plan.rows for plan in plans)
    columns = len({(write.sheet, write.column) for plan in plans for write in plan.writes})
    is_packed = result.out.suffix.lower() == ".zip"
    is_cards = is_packed or len(result.files) != 1 or result.files[0].path != result.out
    if is_cards:
        return f"{len(result.files)} 张"
    return f"{rows} 行 {columns} 列" if rows else ""
