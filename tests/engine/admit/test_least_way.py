"""The minutes of the least way, as they are shown beside its hours."""

from qingzhuang.engine.admit.comparing.findings import doubts_of
from qingzhuang.engine.admit.comparisons import KeptComparison
from qingzhuang.engine.admit.costing.domain import Estimate
from qingzhuang.engine.admit.domain import Finding, Topic, Weight

ESTIMATE = Estimate(
    186, 4, 416, 114, 94, 198, ("写几个字：420 格 × 0.5 分钟",), ("写几个字：128 格 × 0.5 分钟",), True
)


def test_without_a_proposal_the_least_way_is_the_one_asked() -> None:
    """R-HRS-04: where nothing can be spared, hours, minutes and lines are those as asked."""
    kept = KeptComparison(estimate=ESTIMATE)

    assert (kept.least_hours, kept.least_minutes, kept.least_lines) == (5158.4, 416, ESTIMATE.asked_lines)


def test_where_nothing_was_compared_there_are_no_minutes() -> None:
    """R-HRS-04: no estimate, no minutes and no lines."""
    assert (KeptComparison().least_minutes, KeptComparison().least_lines) == (0, ())


def test_a_doubt_is_told_once() -> None:
    """R-DUP-01: villages without rosters are told beside the headline, the headline is not told again."""
    headline = Finding(Topic.HELD, Weight.WARNS, "20 项里 17 项已经有了，真正新的 3 项。")
    empty = Finding(Topic.HELD, Weight.WARNS, "看了 40 个村，39 个村平台里还没有名册。")
    mild = Finding(Topic.HELD, Weight.INFORMS, "抽 60 个对象看的。")

    assert doubts_of((headline, empty, mild), said=headline.sentence) == (empty,)
