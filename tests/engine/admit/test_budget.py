"""Budgets of hours, and who signs."""

from dataclasses import replace

import pytest
from tests.submissions import APPLICATION

from qingzhuang.engine.admit.budget import Budget, Limits, Proposed, why_leader
from qingzhuang.engine.admit.outcomes import Outcome

LIMITS = Limits(500, 3, 2)
PLAIN = Proposed(Outcome.REDUCED, Outcome.REDUCED, 60.0, APPLICATION, is_emergency=False)


@pytest.mark.parametrize(
    ("proposed", "budget", "words"),
    [
        (PLAIN, Budget(None), ""),
        (replace(PLAIN, hours=500.0), Budget(None), "满 500 小时"),
        (replace(PLAIN, application=replace(APPLICATION, basis="按上级要求")), Budget(None), "没有文号"),
        (replace(PLAIN, is_emergency=True), Budget(None), "应急"),
        (replace(PLAIN, suggested=Outcome.REFUSED), Budget(None), "和系统的建议不一样"),
        (PLAIN, Budget(100.0, used=50.0), "预算还剩 50 小时，这件要 60 小时"),
        (PLAIN, Budget(100.0, used=40.0), ""),
        (replace(PLAIN, outcome=Outcome.REFUSED, suggested=Outcome.REFUSED, hours=900.0), Budget(0.0), ""),
    ],
)
def test_a_leader_signs_what_weighs(proposed: Proposed, budget: Budget, words: str) -> None:
    """R-REV-10: hours, basis, emergency, budget and going against the machine need a leader; else nobody."""
    reasons = "".join(why_leader(proposed, budget=budget, limits=LIMITS, on="2026-11-22"))

    assert (words in reasons) if words else not reasons


def test_a_budget_says_what_is_left() -> None:
    """R-REV-11: the sentence tells what was given, used and left, or by how much it is exceeded."""
    assert Budget(100.0, used=40.0).sentence == "今年 100 小时，已用 40，还剩 60。"
    assert Budget(100.0, used=140.5).sentence == "今年 100 小时，已超 40.5 小时。"
    assert Budget(None, used=3.0).sentence == "今年没定预算，已用 3 小时。"
