"""What the rules in force say about an application, and the polite sentence that quotes a rule."""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from qingzhuang.engine.admit.domain import Application, Finding, Weight
from qingzhuang.engine.admit.rules.checks import CHECKS
from qingzhuang.engine.admit.rules.gates import applies
from qingzhuang.engine.admit.rules.rule import Breach, Rule, Setting
from qingzhuang.engine.admit.rules.spoken import spoken_day
from qingzhuang.engine.calendar.days import Calendar

_NOTHING_COUNTED: Mapping[str, int] = MappingProxyType({})
_HEAVIEST_FIRST = tuple(Weight)


def breaches(
    application: Application,
    *,
    rules: Sequence[Rule],
    on: str,
    applied_on: str = "",
    already: Mapping[str, int] = _NOTHING_COUNTED,
    calendar: Calendar | None = None,
    is_below_county: bool | None = None,
) -> tuple[Finding, ...]:
    """
    One finding for every rule that is in force, is about this application and is broken. R-PCK-01.

    on: ISO day of judging, which rules are in force. applied_on: ISO day it was handed in, "" for `on`.
    already: what was counted before it, by `Count`; what is absent counts as unknown and breaks nothing.
    calendar: working days, Monday to Friday without. is_below_county: whether the applying office is a town
    or village, None where only its name tells. The heaviest come first, then in the order of the rules.
    """
    setting = Setting(on, applied_on or on, already, calendar or Calendar(), is_below_county)
    found = [
        _finding(rule, breach)
        for rule in rules
        if rule.holds_on(on) and applies(rule, application)
        if (breach := CHECKS[rule.check].judge(application, rule, setting)) is not None
    ]
    return tuple(sorted(found, key=lambda finding: _HEAVIEST_FIRST.index(finding.weight)))


def rule_clause(rule: Rule) -> str:
    """One polite Chinese sentence that quotes the rule, for a village to answer with. R-PCK-08."""
    said = rule.text.rstrip("。")
    doubt = "" if rule.is_verified else "（以原文为准）"
    return f"按{_where(rule)}{doubt}，{said}，这件事请先走准入，有了编号我们就办。"


def _finding(rule: Rule, breach: Breach) -> Finding:
    return Finding(
        topic=rule.topic,
        weight=rule.weight,
        sentence=f"{rule.title}：{breach.sentence}",
        evidence=(*breach.shown, *_cited(rule)),
        rule=rule.id,
        step=rule.step,
    )


def _cited(rule: Rule) -> tuple[str, ...]:
    """The evidence of a rule: what it says, where, since when, and whether anybody compared it. R-PCK-04."""
    until = f"，到 {spoken_day(rule.effective_to)}前" if rule.effective_to else ""
    return (
        f"规定：{rule.text}",
        f"出处：{_where(rule)}",
        f"施行：{spoken_day(rule.effective_from)}起{until}",
        "条文已核" if rule.is_verified else "条文待核：还没有和原文对过",
        *(("县里可以改这个数",) if rule.is_local else ()),
    )


def _where(rule: Rule) -> str:
    return f"{rule.source}{rule.clause}"
