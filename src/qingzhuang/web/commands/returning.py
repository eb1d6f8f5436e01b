"""The command `return`."""

from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from qingzhuang.actions.collect.handedin import HandedIn, return_forms
from qingzhuang.actions.collect.returning import Return, Returned, return_form
from qingzhuang.engine.fill.returned.hearing import Heard, NotTaken
from qingzhuang.web.commands.console import OPERATOR, today
from qingzhuang.web.commands.speaking import DONE, REFUSED, answer, stages

_MOST = 20  # lines of the diff, and of what was refused, on the screen; --json has all


def run(command: str, options: Namespace) -> int:  # noqa: ARG001 (one command in this room)
    """Take forms that came back, and show what they change: one object for one file, else a list."""
    like = Return(options.files[0], options.region, today(), is_kept=not options.is_dry_run)
    if _is_one_file(options.files):
        result = return_form(OPERATOR, returned=like)
        text = "\n".join(_lines(result, is_dry_run=options.is_dry_run))
        answer(document_of(result), is_json=options.is_json, text=text)
        return DONE
    with stages() as told:
        handed_in = return_forms(OPERATOR, paths=options.files, like=like, told=told)
    text = "\n".join(line for one in handed_in for line in _lines_of(one, is_dry_run=options.is_dry_run))
    answer([_document(one) for one in handed_in], is_json=options.is_json, text=text)
    return REFUSED if any(one.problem for one in handed_in) else DONE


def _is_one_file(paths: Sequence[Path]) -> bool:
    """Whether just one form was handed in, and neither a folder nor a zip."""
    return len(paths) == 1 and not paths[0].is_dir() and paths[0].suffix.lower() != ".zip"


def _document(one: HandedIn) -> dict[str, object]:
    """One of several files; one that was not taken has `error`."""
    if one.result is not None:
        return document_of(one.result) | {"file": one.name}
    nothing: dict[str, object] = {"answers": 0, "changed": 0, "refused": [], "diff": [], "notes": []}
    error = one.problem.sentence if one.problem is not None else ""
    return {"file": one.name, **nothing, "import": None, "error": error}


def _lines_of(one: HandedIn, *, is_dry_run: bool) -> list[str]:
    if one.result is not None:
        return _lines(one.result, is_dry_run=is_dry_run)
    return [f"{one.name}：{one.problem.sentence}"] if one.problem is not None else []


def document_of(result: Returned) -> dict[str, object]:
    """The result as the contract wants it; `before` is null where nothing was known."""
    return {
        "file": str(result.path),
        "answers": len(result.diff),
        "changed": result.changed,
        "refused": [_refused(each) for each in result.refused],
        "diff": [_difference(each) for each in result.diff],
        "notes": list(result.notes),
        "import": result.import_id,
    }


def _refused(one: NotTaken) -> dict[str, object]:
    return {"sheet": one.sheet, "row": one.row, "cell": one.cell or None, "reason": one.problem.sentence}


def _difference(one: Heard) -> dict[str, object]:
    before = one.news.before if one.news is not None else ""
    return {
        "cell": one.cell,
        "who": one.who,
        "label": one.label,
        "before": before or None,
        "after": one.value,
    }


def _lines(result: Returned, *, is_dry_run: bool) -> list[str]:
    number = "试一试，没有写入" if is_dry_run else f"第 {result.import_id} 次导入"
    tail = f"（{number}）" if result.diff else ""
    head = (
        f"{result.path.name}：收到答复 {len(result.diff)} 格，其中改了原来的 {result.changed} 格，"
        f"没收 {len(result.refused)} 处{tail}"
    )
    told = [_told(each) for each in result.diff[:_MOST]]
    refused = [
        f"    没收 {each.cell or f'“{each.sheet}”第 {each.row} 行'}：{each.problem.sentence}"
        for each in result.refused[:_MOST]
    ]
    n_more = len(result.diff) + len(result.refused) - len(told) - len(refused)
    more = [f"    还有 {n_more} 处没有列出，加 --json 看全部。"] if n_more else []
    return [head, *told, *refused, *more, *(f"    {note}" for note in result.notes)]


def _told(one: Heard) -> str:
    before = one.news.before if one.news is not None else ""
    return f"    {one.cell}　{one.who}　{one.label}：{before or '（空）'} → {one.value}"
