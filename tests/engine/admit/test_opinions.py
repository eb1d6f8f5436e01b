"""The opinion drafted from the evidence, and what its department reads from it."""

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.submissions import APPLICATION, compared_of, owed

from qingzhuang.engine.admit.comparisons import comparison_from_document, comparison_to_document
from qingzhuang.engine.admit.domain import Frequency
from qingzhuang.engine.admit.likeness import grouped, likeness
from qingzhuang.engine.admit.opinions import STEP_NAMES, Matter, draft, draft_together, reasons_of
from qingzhuang.engine.admit.outcomes import Outcome
from qingzhuang.engine.admit.recosting import advised
from qingzhuang.engine.admit.reducing import least, reduced

KEPT = comparison_from_document(comparison_to_document(compared_of(APPLICATION), rows=100))
MATTER = Matter("ZR-2026-058", APPLICATION, KEPT, (owed(),))


def test_an_opinion_that_reduces_says_what_stays() -> None:
    """R-REV-03: so many held, so many hours, the fields left, the frequency that changes."""
    few = replace(least(APPLICATION, KEPT), frequency=Frequency.YEARLY)
    left = reduced(APPLICATION, few, kept=KEPT)

    text = draft(replace(MATTER, left=left, hours=4.7), Outcome.REDUCED)

    assert "7 项里 4 项已经有了，真正新的 3 项。" in text
    assert "按本意见一年 4.7 小时" in text
    assert "村里只填 3 项：夜间有无人照看、燃气报警器、适老化改造意愿" in text
    assert "频次由“每季一次”改为“每年一次”。" in text


def test_what_is_returned_names_the_step_to_put_right() -> None:
    """R-REV-09: the draft puts each problem under its step, and the department gets it by step."""
    assert reasons_of(draft(MATTER, Outcome.RETURNED)) == {"basis": ("没写依据，文号 0 个。",)}


@given(st.dictionaries(st.sampled_from(sorted(STEP_NAMES)), st.just("补上"), min_size=1))
def test_every_step_can_be_read_from_an_opinion(steps: dict[str, str]) -> None:
    """R-REV-09: a line 【步骤】… is found whatever stands around it; other brackets are words."""
    lines = [f"  【{STEP_NAMES[step]}】{why}" for step, why in steps.items()]

    found = reasons_of("\n".join(["前言", *lines, "【别的】不算", "【依据】"]))

    assert found == {step: (why,) for step, why in steps.items()}


def test_what_is_refused_says_what_the_platform_gives() -> None:
    """R-REV-03: a refusal names the fields that are supplied instead."""
    assert "要的 4 项由平台供数：姓名、性别、身份证号码、房屋结构。" in draft(MATTER, Outcome.REFUSED)


def test_one_opinion_names_all_it_is_about() -> None:
    """R-REV-14: an opinion on several says how many and which."""
    text = draft_together(["甲表", "乙表"], Outcome.REFUSED)

    assert "《甲表》、《乙表》" in text
    assert "这 2 件" in text


def test_like_applications_stand_together() -> None:
    """R-REV-05: the same matter under another title, or the same fields; never another kind of matter."""
    other = replace(APPLICATION, title="住建系统安全工作台账", fields=APPLICATION.fields[:6])
    far = replace(APPLICATION, title="秸秆禁烧巡查记录", fields=())
    meeting = replace(APPLICATION, kind=type(APPLICATION.kind).MEETING)

    assert likeness(APPLICATION, other) > 0.8
    assert grouped([APPLICATION, far, other, meeting]) == ((0, 2), (1,), (3,))


def test_an_opinion_on_what_was_turned_into_data_counts_all_that_was_wanted() -> None:
    """R-REV-03, R-REV-07: seven wanted, four turned into 要数: both hours, each as its formula gives it."""
    turned = replace(APPLICATION, fields=APPLICATION.fields[4:], supplied=APPLICATION.fields[:4])
    kept = comparison_from_document(comparison_to_document(compared_of(turned), rows=100))
    cost = advised(Outcome.ADMITTED, kept)
    assert cost is not None

    text = draft(Matter("ZR-2026-058", turned, kept, (), turned, cost.hours, cost.formula), Outcome.ADMITTED)

    assert "7 项里 4 项已经有了，真正新的 3 项。" in text
    assert recomputed(text) == [45.3, 18.7]


def recomputed(text: str) -> list[float]:
    """The hours an opinion says; each is checked against the formula beside it."""
    said = re.findall(r"一年 ([\d,.]+) 小时(?:（暂估）)?，([\d,]+) 村 × (\d+) 次 × ([\d,]+) 分钟", text)
    found = [[float(each.replace(",", "")) for each in one] for one in said]
    assert all(hours == round(n * times * minutes / 60, 1) for hours, n, times, minutes in found)
    return [hours for hours, *_ in found]
