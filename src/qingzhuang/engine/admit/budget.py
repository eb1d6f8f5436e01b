"""An office's hours of villages' time in a year, and when a decision needs the leader's signature."""

from dataclasses import dataclass

from qingzhuang.engine.admit.domain import Application
from qingzhuang.engine.admit.outcomes import GIVES_A_NUMBER, Outcome
from qingzhuang.engine.admit.rules.basis import names_basis


@dataclass(frozen=True, slots=True)
class Budget:
    """
    hours: what the office may take in the year, None where nobody set a budget. used: what its admissions of
    the year come to. pending: what waits for a signature. All in hours.
    """

    hours: float | None
    used: float = 0.0
    pending: float = 0.0

    @property
    def left(self) -> float | None:
        """Hours that are left, below zero where more was admitted; None without a budget."""
        return None if self.hours is None else self.hours - self.used

    def is_over_with(self, hours: float) -> bool:
        """Whether so many hours more go beyond the budget. Rule R-REV-11."""
        return self.left is not None and hours > self.left

    @property
    def sentence(self) -> str:
        """What is left, in Chinese."""
        if self.hours is None or self.left is None:
            return f"今年没定预算，已用 {said(self.used)} 小时。"
        if self.left < 0:
            return f"今年 {said(self.hours)} 小时，已超 {said(-self.left)} 小时。"
        return f"今年 {said(self.hours)} 小时，已用 {said(self.used)}，还剩 {said(self.left)}。"


@dataclass(frozen=True, slots=True)
class Limits:
    """
    The desk's own limits, data of the county.

    leader_hours: from so many hours a year a leader signs. poll_villages: how many are asked at most.
    poll_days: working days a poll stays open.
    """

    leader_hours: float
    poll_villages: int
    poll_days: int


@dataclass(frozen=True, slots=True)
class Proposed:
    """What a reviewer proposes, as far as the signature depends on it. hours: a year, as it would be left."""

    outcome: Outcome
    suggested: Outcome
    hours: float
    application: Application
    is_emergency: bool


def why_leader(proposed: Proposed, *, budget: Budget, limits: Limits, on: str) -> tuple[str, ...]:
    """
    Why a leader must sign, one Chinese sentence each; none where a second reviewer will do. Rule R-REV-10.

    on: ISO day.
    """
    reasons = [] if proposed.outcome is proposed.suggested else ["和系统的建议不一样。"]
    if proposed.outcome not in GIVES_A_NUMBER:
        return tuple(reasons)
    if proposed.hours >= limits.leader_hours:
        reasons.append(f"一年 {said(proposed.hours)} 小时，满 {said(limits.leader_hours)} 小时要负责人签。")
    if not names_basis(proposed.application.basis, on=on):
        reasons.append("依据里没有文号。")
    if proposed.is_emergency:
        reasons.append("走的是应急通道。")
    if budget.is_over_with(proposed.hours):
        reasons.append(over_sentence(budget, proposed.hours))
    return tuple(reasons)


def over_sentence(budget: Budget, hours: float) -> str:
    """What goes beyond the budget, in Chinese; the budget must be set."""
    return f"今年预算还剩 {said(max(budget.left or 0, 0))} 小时，这件要 {said(hours)} 小时。"


def said(hours: float) -> str:
    """Hours as people read them: separators, one decimal where there is one."""
    return f"{hours:,.1f}".removesuffix(".0")
