"""Rules over an application: which hold, which are about it, and what a finding shows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.admit.domain import Application, AskedField, Extra, Frequency, Kind, ListClass, Weight
from qingzhuang.engine.admit.lifetime import last_day
from qingzhuang.engine.admit.rules import Count, Rule, breaches, rule_clause
from qingzhuang.engine.calendar.days import Calendar

ON = "2026-11-23"  # a Monday


def drawn(check: str, effective_from: str = "2026-01-01", effective_to: str = "", **limits: str) -> Rule:
    """A rule with this check and these limits, in force from the beginning of 2026."""
    return Rule(
        id="XX-01",
        title="周报太多",
        text="不得要周报。",
        source="《某规定》（某字〔2026〕1号）",
        clause="第三条",
        effective_from=effective_from,
        effective_to=effective_to,
        check=check,
        limits=limits,
    )


WEEKLY = Application("周报", frequency=Frequency.WEEKLY)


@pytest.mark.parametrize(
    ("on", "n_findings"), [("2025-12-31", 0), ("2026-01-01", 1), ("2026-12-30", 1), ("2026-12-31", 0)]
)
def test_a_rule_holds_from_its_first_day_to_before_its_last(on: str, n_findings: int) -> None:
    """effective_from holds already, effective_to no more. R-PCK-02."""
    rule = drawn("frequency", effective_to="2026-12-31", most="12")

    assert len(breaches(WEEKLY, rules=[rule], on=on)) == n_findings


def test_a_finding_shows_numbers_and_where_the_rule_stands() -> None:
    """Sentence with numbers; text, source, clause, day and whether it was compared, as evidence. R-PCK-04."""
    (finding,) = breaches(WEEKLY, rules=[drawn("frequency", most="12")], on=ON)

    assert finding.sentence == "周报太多：每周一次，一年 52 次，最多 12 次。"
    assert finding.rule == "XX-01"
    assert finding.evidence == (
        "规定：不得要周报。",
        "出处：《某规定》（某字〔2026〕1号）第三条",
        "施行：2026 年 1 月 1 日起",
        "条文待核：还没有和原文对过",
    )


@pytest.mark.parametrize(
    ("limits", "application", "is_about"),
    [
        ({"extras": "ledger|signboard"}, Application("账", kind=Kind.LEDGER), True),
        ({"extras": "signboard"}, Application("表", extras=frozenset({Extra.SIGNBOARD})), True),
        ({"extras": "signboard"}, Application("表", extras=frozenset({Extra.GROUP})), False),
        ({"classes": "support|unsaid"}, Application("表"), True),
        ({"classes": "support"}, Application("表", list_class=ListClass.DUTY), False),
        ({"bearers": "村|社区"}, Application("表", bearer="行政村"), True),
        ({"bearers": "村|社区"}, Application("表", bearer="镇"), False),
        ({"when": "综合性"}, Application("综合性会议"), True),
        ({"when": "综合性"}, Application("不是综合性会议，专项", purpose="不搞综合性"), True),
        ({"when": "综合性"}, Application("专题会", purpose="不搞综合性检查"), False),
        ({"unless": "应急"}, Application("应急巡查"), False),
        ({"emergency": "no"}, Application("表", emergency="塌方"), False),
        ({"emergency": "yes"}, Application("表", emergency="塌方"), True),
    ],
)
def test_gates_choose_what_a_rule_is_about(
    limits: dict[str, str], application: Application, is_about: bool
) -> None:
    """Extras, list class, bearer, words and lane decide whether a rule is about it. R-PCK-03."""
    rule = drawn("answered", fields="leader", **limits)

    assert bool(breaches(application, rules=[rule], on=ON)) is is_about


def test_words_of_columns_are_read_too() -> None:
    """A column called 打卡次数 demands 打卡. R-PCK-05."""
    asked = Application("走访表", fields=(AskedField("姓名"), AskedField("打卡次数")))

    (finding,) = breaches(asked, rules=[drawn("forbidden", words="打卡")], on=ON)

    assert finding.evidence[0] == "原话：打卡次数"


@pytest.mark.parametrize(("before", "n_findings"), [(None, 0), (0, 0), (1, 1)])
def test_what_was_not_counted_breaks_nothing(before: int | None, n_findings: int) -> None:
    """The first of a year is fine, the second is not; unknown is no breach. R-PCK-15."""
    already: dict[str, int] = {} if before is None else {Count.MEETINGS: before}
    rule = drawn("quota", most="1", count="meetings")

    assert len(breaches(Application("年度会"), rules=[rule], on=ON, already=already)) == n_findings


def test_working_days_ahead_are_counted_from_handing_in() -> None:
    """Judged later, the clock still starts on the day of handing in, and days off do not count. R-PCK-12."""
    off = Calendar(holidays=frozenset({"2026-11-24"}), years=frozenset({2026}))
    late = Application("表", starts_on="2026-11-26")
    rule = drawn("ahead", least="3")

    (finding,) = breaches(late, rules=[rule], on="2026-12-01", applied_on=ON, calendar=off)

    assert "还有 2 个工作日" in finding.sentence
    assert "最早 2026 年 11 月 27 日" in finding.sentence


def test_an_earliest_day_nobody_can_know_is_marked() -> None:
    """Where the earliest start falls in a year without arrangement the finding says 暂定. R-PCK-12."""
    (finding,) = breaches(Application("表", starts_on=ON), rules=[drawn("ahead", least="30")], on=ON)

    assert "暂定" in finding.evidence[0]


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "is_fine"),
    [
        ("2026-11-22", "2027-11-21", True),
        ("2026-11-22", "2027-11-22", False),  # the day that corresponds is the first of the next year
        ("2028-02-29", "2029-02-28", True),
        ("2028-02-29", "2029-03-01", False),
        ("", last_day(ON, 12), True),
        ("2026-01-01", "", True),
    ],
)
def test_months_end_before_the_day_that_corresponds(starts_on: str, ends_on: str, is_fine: bool) -> None:
    """Twelve months end the day before the same date, or on the month's last day. R-PCK-13."""
    asked = Application("表", starts_on=starts_on, ends_on=ends_on)

    assert (not breaches(asked, rules=[drawn("months", most="12")], on=ON)) is is_fine


def test_nothing_said_is_said_in_many_words() -> None:
    """“无”, “不涉及” and “/” are no answer. R-PCK-19."""
    rule = drawn("answered", fields="money|people")

    assert [
        word
        for word in ("无", " 没有 ", "不涉及", "/", "")
        if not breaches(Application("表", money=word), rules=[rule], on=ON)
    ] == []


@pytest.mark.parametrize(("told", "n_findings"), [(True, 1), (False, 0), (None, 0)])
def test_the_level_of_an_office_is_told_or_read_from_its_name(told: bool | None, n_findings: int) -> None:
    """What the caller knows goes before the name; 乡村振兴局 is no town. R-PCK-18."""
    asked = Application("App", kind=Kind.APP, issuer="某县乡村振兴局")
    rule = drawn("below_county", endings="镇|乡")

    assert len(breaches(asked, rules=[rule], on=ON, is_below_county=told)) == n_findings


def test_the_heaviest_findings_come_first() -> None:
    """What blocks stands before what warns, whatever the order of the rules. R-PCK-01."""
    light = drawn("frequency", most="12")
    heavy = Rule(
        "YY",
        "条款",
        "写条款。",
        "某办法",
        "一",
        "2026-01-01",
        "answered",
        limits={"fields": "clause"},
        weight=Weight.BLOCKS,
    )

    found = breaches(WEEKLY, rules=[light, heavy], on=ON)

    assert [finding.weight for finding in found] == [Weight.BLOCKS, Weight.WARNS]


def test_a_village_quotes_a_rule_politely() -> None:
    """One sentence: where it stands, what it says, and the way out; doubt is named. R-PCK-08."""
    assert rule_clause(drawn("frequency", most="12")) == (
        "按《某规定》（某字〔2026〕1号）第三条（以原文为准），不得要周报，这件事请先走准入，有了编号我们就办。"
    )


@given(st.sampled_from(list(Frequency)), st.integers(0, 300))
def test_a_limit_is_kept_or_broken_never_both(frequency: Frequency, most: int) -> None:
    """A stricter limit never finds less. R-PCK-11."""
    asked = Application("表", frequency=frequency)
    strict = breaches(asked, rules=[drawn("frequency", most=str(most))], on=ON)
    loose = breaches(asked, rules=[drawn("frequency", most=str(most + 1))], on=ON)

    assert len(strict) >= len(loose)
