"""The four ways the gate may decide, and which of them the machine suggests."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from qingzhuang.engine.admit.comparisons import KeptComparison
from qingzhuang.engine.admit.domain import Finding, Topic, Weight


class Outcome(StrEnum):
    """What the gate says."""

    REDUCED = "reduced"
    ADMITTED = "admitted"
    RETURNED = "returned"
    REFUSED = "refused"


OUTCOME_NAMES = {
    Outcome.REDUCED: "改为取数 + 并表",
    Outcome.ADMITTED: "同意新发",
    Outcome.RETURNED: "退回补依据",
    Outcome.REFUSED: "不准入",
}
GIVES_A_NUMBER = frozenset({Outcome.REDUCED, Outcome.ADMITTED})
# What the reviewer can put right on the spot, by dropping fields, asking rarer or ending sooner.
_MENDED_HERE = frozenset({"form", "scope", "rhythm"})


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the machine suggests, and the sentence that says why."""

    outcome: Outcome
    sentence: str


def suggest(kept: KeptComparison, findings: Sequence[Finding], *, n_given: int = 0) -> Suggestion:
    """
    The outcome that the evidence suggests. Rule R-REV-01.

    On the list of what villages do not do: refused. Nothing left to ask: refused, the data are supplied.
    Something blocks that only the department can put right: returned. Fields are supplied, or something
    blocks that can be put right here: reduced. Else admitted. n_given: columns that its department turned
    into data (要数) before it was handed in.
    """
    blocking = [finding for finding in findings if finding.weight is Weight.BLOCKS]
    why_not = _why_not(kept, blocking, n_given)
    if why_not:
        return Suggestion(Outcome.REFUSED, why_not)
    owed = next((finding for finding in blocking if finding.step not in _MENDED_HERE), None)
    if owed is not None:
        return Suggestion(Outcome.RETURNED, f"建议退回补一补：{owed.sentence}")
    if kept.supplied and kept.proposal is not None:
        return Suggestion(Outcome.REDUCED, kept.proposal.sentence)
    if blocking:
        return Suggestion(Outcome.REDUCED, f"建议改了再发：{blocking[0].sentence}")
    return Suggestion(Outcome.ADMITTED, _why(kept, n_given))


def _why_not(kept: KeptComparison, blocking: Sequence[Finding], n_given: int) -> str:
    """Why nothing is to be sent to villages at all, "" where something may be."""
    listed = next((finding for finding in blocking if finding.topic is Topic.LIST), None)
    if listed is not None:
        return f"建议不准入：{listed.sentence}"
    if kept.proposal is not None and not kept.proposal.asked:
        return kept.proposal.sentence
    return f"建议不发表：{n_given} 项都由平台供数，村里不用填。" if n_given and not kept.data else ""


def _why(kept: KeptComparison, n_given: int) -> str:
    """Why it may be admitted as asked."""
    if not n_given:
        return "没有查到重复，也没有碰到规定，可以同意。"
    turned = f"部门已经把 {n_given} 项改成要数，村里只填 {len(kept.data)} 项"
    return f"{turned}；没有查到别的重复，也没有碰到规定，可以同意。"
