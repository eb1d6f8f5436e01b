"""The command `journal`."""

import json
from argparse import Namespace
from pathlib import Path

from django.utils import timezone

from qingzhuang.actions.journal.exporting import export_journal
from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.engine.problems.web import WebCode
from qingzhuang.store.exported import ExportVerdict, check_export
from qingzhuang.store.queries.journal import Verdict, check_journal, read_anchors
from qingzhuang.store.signing import PublicKeys, public_keys
from qingzhuang.web.commands.console import OPERATOR
from qingzhuang.web.commands.speaking import DONE, REFUSED, answer


def run(command: str, options: Namespace) -> int:  # noqa: ARG001 (one command in this room)
    """Check the journal, write it out, or check what was written out."""
    if options.what and not options.file:
        what = "还缺文件名"
        raise RefusedError(Problem(WebCode.WRONG_USE, {"what": what, "command": "qingzhuang journal"}))
    if options.what == "export":
        return _export(options)
    if options.what == "verify":
        return _verify(options)
    return _check(options)


def _check(options: Namespace) -> int:
    """Say in one sentence whether the database's journal is whole."""
    verdict = check_journal(OPERATOR)
    fault = verdict.fault
    document = {
        "lines": verdict.n_lines,
        "anchors": verdict.n_anchors,
        "is_whole": fault is None,
        "line": fault.seq if fault else None,
        "why": fault.why if fault else None,
    }
    answer(document, is_json=options.is_json, text=sentence_of(verdict))
    return REFUSED if fault else DONE


def _export(options: Namespace) -> int:
    """Write the journal into a new file."""
    n = export_journal(OPERATOR, out=Path(options.file), at=timezone.now().isoformat(timespec="seconds"))
    text = f"日志 {n} 行写进了 {options.file}，末尾有封口；查它用 qingzhuang journal verify {options.file}。"
    answer({"lines": n, "file": options.file}, is_json=options.is_json, text=text)
    return DONE


def _verify(options: Namespace) -> int:
    """Check a file; needs neither database nor data folder."""
    anchors = read_anchors(Path(options.anchors)) if options.anchors else ()
    keys = _keys(Path(options.keys)) if options.keys else None
    verdict = check_export(Path(options.file), anchors=anchors, keys=keys)
    fault = verdict.fault
    document = {
        "lines": verdict.n_lines,
        "erased": verdict.n_erased,
        "anchors": verdict.n_anchors,
        "is_sealed": verdict.is_sealed,
        "is_signed": verdict.is_signed,
        "is_whole": fault is None,
        "line": fault.seq if fault else None,
        "why": fault.why if fault else None,
    }
    answer(document, is_json=options.is_json, text=_said_of(verdict))
    return REFUSED if fault else DONE


def _keys(path: Path) -> PublicKeys:
    """The public keys of a saved set. Raises RefusedError."""
    try:
        return public_keys(json.loads(path.read_text("utf-8")))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise RefusedError(Problem(StoreCode.BAD_KEYS, {"file": path.name})) from error


def _said_of(verdict: ExportVerdict) -> str:
    """Whether the file is whole, and what could not be checked."""
    if verdict.fault:
        return f"日志第 {verdict.fault.seq} 行不对：{verdict.fault.why}；请拿原来写出的那一份和备份来对。"
    parts = [f"日志 {verdict.n_lines} 行，一行接一行都对"]
    if verdict.n_erased:
        parts.append(f"{verdict.n_erased} 行的细节依规删掉了，链没有断")
    parts.append(f"库外的记号 {verdict.n_anchors} 个都对得上" if verdict.n_anchors else "没有对库外的记号")
    if not verdict.is_sealed:
        parts.append("末尾没有封口，尾巴截没截过查不出来")
    else:
        parts.append("封口的签名对" if verdict.is_signed else "封口在，签名没有查（加 --keys 可以查）")
    return "；".join(parts) + "。"


def sentence_of(verdict: Verdict) -> str:
    """Whether the journal is whole, else the first line that is not, and what to do."""
    if verdict.fault:
        return (
            f"日志第 {verdict.fault.seq} 行不对：{verdict.fault.why}；"
            "请先不要再导入，拿最近一份备份来对，并告诉管这台机器的人。"
        )
    if verdict.n_lines and not verdict.n_anchors:
        return f"日志 {verdict.n_lines} 行，一行接一行都对；但库外的记号没有了，尾巴截没截过查不出来。"
    return f"日志 {verdict.n_lines} 行，完好；库外的记号 {verdict.n_anchors} 个都对得上。"
