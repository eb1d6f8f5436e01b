"""The opinion (会审意见) drafted from the evidence; a person edits it: plain text, a section a line."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.engine.admit.budget import said
from qingzhuang.engine.admit.comparing.domain import HeldField
from qingzhuang.engine.admit.comparing.findings import held_sentence
from qingzhuang.engine.admit.comparisons import KeptComparison, fields_wanted
from qingzhuang.engine.admit.domain import FREQUENCY_NAMES, Application, Finding, Topic, Weight
from qingzhuang.engine.admit.outcomes import OUTCOME_NAMES, Outcome

# The steps of an application, as the opinion and its department call them.
STEP_NAMES = {
    "form": "表和字段",
    "basis": "依据",
    "scope": "范围",
    "rhythm": "频次和时间",
    "support": "经费和人员",
    "sharing": "数据共享",
}
_STEP_LINE = re.compile(r"^【(?P<step>[^】]+)】(?P<why>.+)$")
_MOST_NAMED = 12  # fields named in a sentence before it says 等 … 项
_TOLD_ELSEWHERE = (Topic.HELD, Topic.HOURS)


@dataclass(frozen=True, slots=True)
class Matter:
    """
    What an opinion is about. asked: as handed in; left: as it would be admitted, None where it is not.

    hours: a year of what is left; formula: how they come about.
    """

    reference: str
    asked: Application
    kept: KeptComparison
    findings: tuple[Finding, ...]
    left: Application | None = None
    hours: float = 0.0
    formula: str = ""


def draft(matter: Matter, outcome: Outcome) -> str:
    """
    The opinion for an outcome: what was compared, what it costs, what was found, what is decided. R-REV-03.

    A line each; lines for the department to put right begin with 【步骤】 (`reasons_of`).
    """
    lines = [
        f"关于《{matter.asked.title}》（{matter.reference}）：",
        *_compared(matter.asked, matter.kept),
        *_turned(matter.asked),
        *_costs(matter, outcome),
        *_found(matter.findings, is_owed=outcome is Outcome.RETURNED),
        f"意见：{OUTCOME_NAMES[outcome].replace(' ', '')}。{_decided(matter, outcome)}",
    ]
    return "\n".join(lines)


def draft_together(titles: Sequence[str], outcome: Outcome) -> str:
    """One opinion for several like applications; what each of them shows stands in its own comparison."""
    named = "、".join(f"《{title}》" for title in titles)
    decided = OUTCOME_NAMES[outcome].replace(" ", "")
    return f"关于{named}：\n这 {len(titles)} 件内容相近，一起审。\n意见：{decided}。"


def reasons_of(opinion: str) -> dict[str, tuple[str, ...]]:
    """
    What an opinion asks to be put right, by step of the application (`form`, `basis` …). Rule R-REV-09.

    Lines that name no step, or one that is unknown, are part of the opinion only.
    """
    steps = {name: step for step, name in STEP_NAMES.items()}
    found: dict[str, tuple[str, ...]] = {}
    for line in opinion.splitlines():
        match = _STEP_LINE.match(line.strip())
        if match and match["step"] in steps:
            step = steps[match["step"]]
            found[step] = (*found.get(step, ()), match["why"].strip())
    return found


def _compared(asked: Application, kept: KeptComparison) -> list[str]:
    wanted = fields_wanted(asked, kept)
    if not wanted:
        return []
    lines = [f"比对：{held_sentence(wanted)}"]
    for overlap in kept.overlaps[:1]:
        form = overlap.form
        issuer = f"（{form.issuer}）" if form.issuer else ""
        lines.append(f"撞表：《{form.title}》{issuer}问过，{overlap.n_asked} 项重 {len(overlap.shared)} 项。")
    return lines


def _turned(asked: Application) -> list[str]:
    """What its department turned into data before it was handed in."""
    n = len(asked.supplied)
    return [f"要数：部门已把 {n} 项改成要数，由平台供数。"] if n else []


def _costs(matter: Matter, outcome: Outcome) -> list[str]:
    estimate = matter.kept.whole
    if estimate is None:
        return []
    provisional = "（暂估）" if estimate.is_provisional else ""
    asked = f"费时：照发一年 {said(estimate.as_asked_hours)} 小时{provisional}，{estimate.formula}"
    is_less = outcome is Outcome.REDUCED or (outcome is Outcome.ADMITTED and bool(matter.asked.supplied))
    if not is_less:
        return [f"{asked}。"]
    how = f"，{matter.formula}" if matter.formula else ""
    return [f"{asked}；按本意见一年 {said(matter.hours)} 小时{how}。"]


def _found(findings: Sequence[Finding], *, is_owed: bool) -> list[str]:
    """Problems found; for the department to put right, each under its step."""
    weighty = [
        finding
        for finding in findings
        if finding.weight is not Weight.INFORMS and finding.topic not in (*_TOLD_ELSEWHERE, Topic.OVERLAP)
    ]
    if is_owed:
        return [f"【{STEP_NAMES.get(finding.step, '其他')}】{finding.sentence}" for finding in weighty]
    return [f"问题：{finding.sentence}" for finding in weighty]


def _decided(matter: Matter, outcome: Outcome) -> str:
    if outcome is Outcome.REDUCED and matter.left is not None:
        return "".join(_reduced(matter, matter.left))
    if outcome is Outcome.ADMITTED:
        return "照申请的内容、范围和频次办，到期自动失效；要接着办，凭用过数据的证明来续。"
    if outcome is Outcome.RETURNED:
        return "补好上面几处再送，这次不发村里。"
    supplied = matter.kept.supplied
    given = f"要的 {len(supplied)} 项由平台供数：{_named(supplied)}。" if supplied else ""
    return f"{given}不向村里发表、派活；已经发了的，请通知村里不用填。"


def _reduced(matter: Matter, left: Application) -> list[str]:
    labels = [field.label for field in left.fields]
    supplied = [field for field in matter.kept.data if field.label not in labels]
    said_of = []
    if supplied:
        said_of.append(f"{len(supplied)} 项不再问村里：{_named(supplied)}，由平台供数或者不要了。")
    if labels:
        joined = _joined(matter.kept)
        said_of.append(f"村里只填 {len(labels)} 项：{_listed(labels)}{joined}。")
    if left.frequency and left.frequency is not matter.asked.frequency:
        was = FREQUENCY_NAMES[matter.asked.frequency] if matter.asked.frequency else "没写"
        said_of.append(f"频次由“{was}”改为“{FREQUENCY_NAMES[left.frequency]}”。")
    if left.regions != matter.asked.regions:
        said_of.append(f"范围由 {matter.asked.n_villages} 个村减到 {left.n_villages} 个村。")
    if left.ends_on and left.ends_on != matter.asked.ends_on:
        said_of.append(f"到 {left.ends_on} 为止。")
    return said_of


def _joined(kept: KeptComparison) -> str:
    join = kept.proposal.join if kept.proposal else None
    return f"，并进《{join.title}》一起填" if join else ""


def _named(fields: Sequence[HeldField]) -> str:
    return _listed([field.label for field in fields])


def _listed(labels: Sequence[str]) -> str:
    shown = "、".join(labels[:_MOST_NAMED])
    return f"{shown}等" if len(labels) > _MOST_NAMED else shown
