"""What the machine suggests."""

from dataclasses import replace

import pytest
from tests.submissions import APPLICATION, compared_of

from qingzhuang.engine.admit.comparisons import (
    KeptComparison,
    comparison_from_document,
    comparison_to_document,
)
from qingzhuang.engine.admit.domain import Finding, Topic, Weight
from qingzhuang.engine.admit.fourquestions import four_questions
from qingzhuang.engine.admit.outcomes import Outcome, suggest
from qingzhuang.engine.admit.reducing import least, reduced

ON = "2026-11-22"
KEPT = comparison_from_document(comparison_to_document(compared_of(APPLICATION), rows=100))
LISTED = Finding(Topic.LIST, Weight.BLOCKS, "清单写明村里不做。", step="basis")
OWED = Finding(Topic.BASIS, Weight.BLOCKS, "没写依据。", step="basis")
OFTEN = Finding(Topic.RULE, Weight.BLOCKS, "太密。", step="rhythm")
WARNED = Finding(Topic.MONEY, Weight.WARNS, "没写经费。", step="support")


@pytest.mark.parametrize(
    ("kept", "findings", "outcome"),
    [
        (KEPT, (LISTED, OWED), Outcome.REFUSED),
        (KEPT, (OWED,), Outcome.RETURNED),
        (KEPT, (OFTEN,), Outcome.REDUCED),
        (KEPT, (WARNED,), Outcome.REDUCED),
        (KeptComparison(), (OFTEN,), Outcome.REDUCED),
        (KeptComparison(), (WARNED,), Outcome.ADMITTED),
    ],
)
def test_the_suggestion_follows_the_evidence(
    kept: KeptComparison, findings: tuple[Finding, ...], outcome: Outcome
) -> None:
    """R-REV-01: what must not be, what is owed, what can be made smaller, in this order."""
    assert suggest(kept, findings).outcome is outcome


def test_what_is_wholly_held_is_not_admitted() -> None:
    """R-REV-01: where nothing is left to ask, the data are supplied and no form goes out."""
    fields = APPLICATION.fields[:4]
    asked = APPLICATION.__class__(title="名单", office="zjj", fields=fields, n_villages=2)
    kept = comparison_from_document(comparison_to_document(compared_of(asked), rows=100))

    assert suggest(kept, ()).outcome is Outcome.REFUSED


def test_a_comparison_survives_being_kept() -> None:
    """What comparing found is the same after it was written as a document and read again."""
    compared = compared_of(APPLICATION)

    assert (KEPT.held, KEPT.overlaps, KEPT.estimate, KEPT.proposal, KEPT.rows) == (
        compared.held, compared.overlaps, compared.estimate, compared.proposal, 100,
    )  # fmt: skip


def test_the_least_burdensome_way_asks_only_what_is_not_supplied() -> None:
    """R-REV-02: by default the held fields go, and become data instead of questions."""
    left = reduced(APPLICATION, least(APPLICATION, KEPT), kept=KEPT)

    assert [field.label for field in left.fields] == ["夜间有无人照看", "燃气报警器", "适老化改造意愿"]
    assert [field.label for field in left.supplied] == ["姓名", "性别", "身份证号码", "房屋结构"]


def test_the_four_questions_say_what_is_missing() -> None:
    """R-REV-21: words that name no document are no basis, 无 is no money, an unsaid frequency is missing."""
    asked = APPLICATION.__class__(title="表", basis="按上级要求", money="无")

    questions = four_questions(asked, on=ON)

    assert [question.is_missing for question in questions] == [True, True, True, False]
    assert questions[0].answer == "只写“按上级要求”，没有文号"
    assert not any(question.is_missing for question in four_questions(APPLICATION, on=ON))


def test_what_was_turned_into_data_already_needs_no_reducing() -> None:
    """R-REV-01: its department turned what is held into 要数, the rest is new: admit, and say so."""
    turned = replace(APPLICATION, fields=APPLICATION.fields[4:], supplied=APPLICATION.fields[:4])
    kept = comparison_from_document(comparison_to_document(compared_of(turned), rows=100))

    found = suggest(kept, (), n_given=len(turned.supplied))

    assert found.outcome is Outcome.ADMITTED
    assert found.sentence.startswith("部门已经把 4 项改成要数，村里只填 3 项；")


def test_all_turned_into_data_asks_no_village() -> None:
    """R-REV-01: where its department turned every column into 要数 no form goes out."""
    assert suggest(KeptComparison(), (), n_given=7).outcome is Outcome.REFUSED
