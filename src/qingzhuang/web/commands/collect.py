"""The commands `import` and `undo`."""

import gc
from argparse import Namespace

from qingzhuang.actions.collect import STAGES, FileResult, Roster, import_files, try_files, undo
from qingzhuang.web.commands.console import OPERATOR, day_of, today
from qingzhuang.web.commands.speaking import DONE, REFUSED, answer, stages

_MOST_ROWS = 20  # refused rows shown on the screen; --json has all


def run(command: str, options: Namespace) -> int:
    """Import files, or take an import back."""
    return _undo(options) if command == "undo" else _import(options)


def _import(options: Namespace) -> int:
    """
    Contract: `files`, one entry each; a file that could not be taken has `error`, then the exit
    code is 2.
    """
    roster = Roster(
        region=options.region,
        source=options.source,
        as_of=day_of(options.as_of),
        is_partial=options.is_partial,
        today=today(),
    )
    take = try_files if options.is_dry_run else import_files
    # Rows are texts and tuples by the million and hold no circles; the collector only walks them,
    # again and again (a third of the time of an import of 100,000 rows). The process ends with the
    # command.
    gc.disable()
    with stages(total=len(options.files) + len(STAGES)) as told:
        results = take(OPERATOR, paths=options.files, roster=roster, told=told)
    answer(
        {"files": [_document(result) for result in results]},
        is_json=options.is_json,
        text="\n".join(line for result in results for line in _lines(result, is_dry_run=options.is_dry_run)),
    )
    return REFUSED if any(result.problem for result in results) else DONE


def _document(result: FileResult) -> dict[str, object]:
    """One file as the contract wants it."""
    document: dict[str, object] = {
        "file": str(result.path),
        "accepted": result.accepted,
        "refused": [
            {"sheet": row.sheet, "row": row.row, "reason": row.problem.sentence} for row in result.refused
        ],
        "notes": list(result.notes),
        "import": result.import_id,
    }
    return document | ({"error": result.problem.sentence} if result.problem else {})


def _lines(result: FileResult, *, is_dry_run: bool) -> list[str]:
    """One file as a person reads it."""
    name = result.path.name
    if result.problem:
        return [f"{name}：没有导入。{result.problem.sentence}"]
    number = "试一试，没有写入" if is_dry_run else f"第 {result.import_id} 次导入"
    shown = [
        f"    “{row.sheet}”第 {row.row} 行没收：{row.problem.sentence}" for row in result.refused[:_MOST_ROWS]
    ]
    n_more = len(result.refused) - len(shown)
    return [
        f"{name}：收下 {result.accepted} 行，没收 {len(result.refused)} 行（{number}）",
        *(f"    {note}" for note in result.notes),
        *shown,
        *([f"    还有 {n_more} 行没收，加 --json 看全部。"] if n_more > 0 else []),
    ]


def _undo(options: Namespace) -> int:
    """Take an import back and say so."""
    taken = undo(OPERATOR, import_id=options.import_id)
    answer(
        {"import": taken.pk, "file": taken.file_name, "withdrawn_at": str(taken.withdrawn_at)},
        is_json=options.is_json,
        text=f"第 {taken.pk} 次导入（{taken.file_name}）已撤回；它说过的话不再作数。",
    )
    return DONE
