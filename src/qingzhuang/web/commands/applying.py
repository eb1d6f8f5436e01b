"""The command `apply`: another system, or the demo, hands an application in."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from qingzhuang.actions.admit.submitting import apply_whole
from qingzhuang.engine.admit.handed import application_of
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.actions import ActionCode
from qingzhuang.engine.problems.applying import ApplyingCode
from qingzhuang.store.queries.requests import applicant
from qingzhuang.web.commands.console import OPERATOR, today
from qingzhuang.web.commands.speaking import DONE, answer


def run(command: str, options: Namespace) -> int:  # noqa: ARG001 (one command in this room)
    """Hand the application in and say under which reference."""
    actor = applicant(OPERATOR, options.account, today=today())
    document = _document(options.document)
    template = (options.template.name, _bytes(options.template)) if options.template else None
    application = application_of(document, file=options.document.name)
    if isinstance(application, Problem):
        raise RefusedError(application)
    sent = apply_whole(actor, application=application, template=template, today=today())
    answer(
        {
            "request": sent.request_id,
            "reference": sent.reference,
            "due_on": sent.due_on,
            "findings": sent.n_findings,
        },
        is_json=options.is_json,
        text=f"送出去了，编号 {sent.reference}，减负办 {sent.due_on} 前答复；机器查到 {sent.n_findings} 条。",
    )
    return DONE


def _document(path: Path) -> dict[str, Any]:
    """The JSON object of a file."""
    try:
        document = json.loads(_bytes(path).decode("utf-8-sig"))
    except ValueError as error:
        raise _unreadable(path, "不是 JSON") from error
    if not isinstance(document, dict):
        raise _unreadable(path, "最外面要是一对花括号")
    return document


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise RefusedError(Problem(ActionCode.UNREADABLE_FILE, {"file": path.name})) from error


def _unreadable(path: Path, why: str) -> RefusedError:
    return RefusedError(Problem(ApplyingCode.BAD_APPLICATION, {"file": path.name, "why": why[:80]}))
