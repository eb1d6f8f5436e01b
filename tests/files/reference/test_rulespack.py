"""The shipped rules, each tried, and a county's file laid over them."""

import csv
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.files.reference.rulecases import BASE, CASES, Case

from qingzhuang.engine.admit.domain import Finding
from qingzhuang.engine.admit.rules import CHECKS, Rule, breaches, rule_clause
from qingzhuang.engine.problems import RefusedError
from qingzhuang.files.reference.rulespack import COLUMNS, load_rules

ON = "2026-11-23"
RULES = {rule.id: rule for rule in load_rules()}
ROW = dict.fromkeys(COLUMNS, "") | {
    "id": "XX-01",
    "title": "月报太多",
    "text": "不要月报。",
    "source": "县自定",
    "effective_from": "2026-01-01",
    "verified": "yes",
    "local": "yes",
    "check": "frequency",
    "limits": "most=4",
    "topic": "rule",
    "weight": "warns",
    "step": "rhythm",
}
SHAPE = "这里应是"


def county(folder: Path, *changes: dict[str, str]) -> Path:
    """A county's folder whose rules file holds one line for each of these changes to a sound line."""
    with (folder / "rules.csv").open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows({**ROW, **change} for change in changes)
    return folder


def judged(case: Case, rule: Rule) -> tuple[tuple[Finding, ...], tuple[Finding, ...]]:
    """Findings of one rule on the application that breaks it and the one that keeps it."""
    bad = breaches(case.bad, rules=[rule], on=ON, already=case.counted)
    return bad, breaches(case.good, rules=[rule], on=ON, already=case.counted)


def test_every_rule_has_a_row_and_every_row_a_rule() -> None:
    """No rule goes untried, no row tries a rule that is gone. R-PCK-09."""
    assert sorted(CASES) == sorted(RULES)


@pytest.mark.parametrize("rule_id", sorted(RULES))
def test_every_rule_finds_what_breaks_it_and_nothing_else(rule_id: str) -> None:
    """One finding with a number for the breach, none for its neighbour. R-PCK-09, R-PCK-10, R-PCK-14,
    R-PCK-16, R-PCK-17, R-PCK-20.
    """
    bad, good = judged(CASES[rule_id], RULES[rule_id])

    assert [finding.rule for finding in bad] == [rule_id]
    assert any(sign.isdigit() for sign in bad[0].sentence), "every sentence says an amount"
    assert good == ()


def test_every_rule_names_a_check_and_every_check_is_named() -> None:
    """Checks and rules fit each other both ways. R-PCK-09."""
    assert {rule.check for rule in RULES.values()} == set(CHECKS)


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_is_cited_and_dated(rule: Rule) -> None:
    """Source, clause, a day it holds from; nobody has compared the texts yet, so none says it. R-PCK-04."""
    assert rule.source
    assert rule.clause
    assert date.fromisoformat(rule.effective_from) < date.fromisoformat(ON)
    assert not rule.is_verified
    assert len(rule.text) <= 80, "our own short wording, not the law's"


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_can_be_quoted_in_one_sentence(rule: Rule) -> None:
    """A village's refusal is one sentence that names the source. R-PCK-08."""
    sentence = rule_clause(rule)

    assert sentence.count("。") == 1
    assert rule.source in sentence


def test_one_rule_says_that_everything_needs_a_number() -> None:
    """R-PCK-21: the pack holds one rule that a refusal may quote, and it is in force."""
    (rule,) = (rule for rule in RULES.values() if rule.check == "admission")

    assert rule.holds_on(ON)
    assert "准入" in rule.text


def test_a_rule_not_yet_in_force_finds_nothing() -> None:
    """国办函〔2026〕12号 binds nobody in 2025. R-PCK-02."""
    rule = RULES["AP-02"]

    assert breaches(CASES["AP-02"].bad, rules=[rule], on="2025-12-31") == ()


@pytest.mark.parametrize(("rule_id", "counted"), [("JF-03", 39), ("JF-05", 0), ("CJ-05", 7), ("ZR-04", 25)])
def test_the_last_one_allowed_is_allowed(rule_id: str, counted: int) -> None:
    """One fewer before it, and the same application keeps the rule. R-PCK-15."""
    case, rule = CASES[rule_id], RULES[rule_id]
    already = {rule.limits["count"]: counted, rule.limits.get("than", "-"): 40}

    assert breaches(case.bad, rules=[rule], on=ON, already=already) == ()


@pytest.mark.parametrize(
    ("purpose", "rule_id"),
    [
        ("防汛期间网格员打卡", "AP-02"),
        ("抢险时上传照片", "AP-05"),
    ],
)
def test_safety_and_emergencies_are_the_exception_the_text_makes(purpose: str, rule_id: str) -> None:
    """Check-ins and photos for flood and rescue work are not held against an application."""
    asked = CASES[rule_id].bad
    told = replace(asked, title="巡查", purpose=purpose)

    assert breaches(told, rules=[RULES[rule_id]], on=ON) == ()


@pytest.mark.parametrize(
    "purpose",
    [
        "登记拆迁安置户的住房",
        "积分超市兑换登记，信用积分按户记",
        "村务公开上墙，救助名单公示上墙",
        "农机使用率按年统计",
        "农产品营销培训报名",
        "会议签到表一份，排名不分先后",
        "资助学生的成绩排名",
    ],
)
def test_words_of_ordinary_village_work_break_nothing(purpose: str) -> None:
    """What only sounds like a forbidden feature is none."""
    forbidden = [rule for rule in RULES.values() if rule.check == "forbidden"]

    assert breaches(replace(BASE, purpose=purpose), rules=forbidden, on=ON) == ()


def test_a_sound_application_breaks_nothing() -> None:
    """A monthly form with basis, clause, money, end and sharing answered passes the whole pack."""
    sound = replace(BASE, sharing="残联的名单可以取", money="每村 800 元", hours=1.0, issue_days=10)

    assert breaches(sound, rules=tuple(RULES.values()), on=ON) == ()


def test_a_county_sets_its_own_limit(tmp_path: Path) -> None:
    """A line with the same id takes the place of ours, in ours' place; the last line wins. R-PCK-07."""
    own = load_rules(county(tmp_path, {"id": "ZR-03"}, {"id": "ZR-03", "limits": "most=6"}, {}))

    ids = [rule.id for rule in own]
    assert ids == [*RULES, "XX-01"]
    assert own[ids.index("ZR-03")].number("most") == 6


def test_a_county_switches_a_rule_off(tmp_path: Path) -> None:
    """A rule whose effective_to has passed finds nothing. R-PCK-07."""
    own = load_rules(county(tmp_path, {"id": "ZR-02", "effective_to": "2026-02-01"}))
    rule = next(rule for rule in own if rule.id == "ZR-02")

    assert breaches(CASES["ZR-02"].bad, rules=[rule], on=ON) == ()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"id": ""}, "“id”"),
        ({"text": ""}, "“text”"),
        ({"effective_from": "2026年"}, "“effective_from”"),
        ({"effective_to": "明年"}, "“effective_to”"),
        ({"verified": "是"}, "“verified”"),
        ({"local": ""}, "“local”"),
        ({"kinds": "form|报表"}, "“kinds”"),
        ({"check": "often"}, "“check”"),
        ({"limits": ""}, "必写：most"),
        ({"limits": "most=很多"}, "必写：most"),
        ({"limits": "most=-1"}, "必写：most"),
        ({"limits": "most=1;most=2"}, "必写：most"),
        ({"limits": "most=1;least=2"}, "必写：most"),
        ({"limits": "most=1;when="}, "必写：most"),
        ({"limits": "most=1;extras=flag"}, "必写：most"),
        ({"check": "quota", "limits": "most=1;count=flags"}, "必写：count、most"),
        ({"check": "answered", "limits": "fields=mood"}, "必写：fields"),
        ({"topic": "weather"}, "“topic”"),
        ({"weight": "heavy"}, "“weight”"),
        ({"step": "seventh"}, "“step”"),
    ],
)
def test_a_bad_line_is_named(tmp_path: Path, change: dict[str, str], sentence: str) -> None:
    """A county's line that cannot be read refuses the file and says what it should have been. R-PCK-07."""
    with pytest.raises(RefusedError) as refused:
        load_rules(county(tmp_path, {}, change))

    assert refused.value.problem.sentence.startswith("rules.csv 第 3 行")
    assert sentence in refused.value.problem.sentence
    assert SHAPE in refused.value.problem.sentence


def test_a_county_without_a_file_has_the_shipped_rules(tmp_path: Path) -> None:
    """A folder without rules.csv changes nothing."""
    assert load_rules(tmp_path) == load_rules()
