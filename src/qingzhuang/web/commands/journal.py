"""The command `journal`."""

from argparse import Namespace

from qingzhuang.store.queries.journal import Verdict, check_journal
from qingzhuang.web.commands.console import OPERATOR
from qingzhuang.web.commands.speaking import DONE, REFUSED, answer


def run(command: str, options: Namespace) -> int:  # noqa: ARG001 (one command in this room)
    """Check the journal and say in one sentence whether it is whole."""
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
