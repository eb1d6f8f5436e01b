"""What people type into the steps."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.admit.domain import Application, Extra, Frequency, ListClass
from qingzhuang.engine.admit.steps import Step
from qingzhuang.engine.admit.typed import QUESTIONS, read_step
from qingzhuang.engine.problems.applying import ApplyingCode

TODAY = "2026-11-22"
EMPTY = Application(title="摸排表")


def typed_into(step: Step, before: Application = EMPTY, **answers: str) -> tuple[Application, dict[str, str]]:
    """The application after these answers, and the code of each mistake."""
    read, mistakes = read_step(before, step, {name: [text] for name, text in answers.items()}, today=TODAY)
    return read, {name: problem.code.name for name, problem in mistakes.items()}


def test_what_is_typed_is_kept() -> None:
    """R-APP-05: words, choices and numbers stand in the application as they were meant."""
    read, mistakes = typed_into(
        Step.RHYTHM,
        frequency="quarterly",
        issue_days="10",
        hours="1.5",
        starts_on="2027/01/10",
        ends_on="2027-06-30",
    )

    assert (read.frequency, read.issue_days, read.hours, mistakes) == (Frequency.QUARTERLY, 10, 1.5, {})
    assert (read.starts_on, read.ends_on) == ("2027-01-10", "2027-06-30")


def test_an_unreadable_answer_keeps_the_old_one_and_the_others_are_kept() -> None:
    """R-APP-05: a number that is none is said of its question; what stands beside it is not lost."""
    before = replace(EMPTY, rows=60)

    read, mistakes = typed_into(Step.SCOPE, before, rows="六十", bearer="村里")

    assert (read.rows, read.bearer, mistakes) == (60, "村里", {"rows": "NOT_A_NUMBER"})


def test_an_emptied_answer_is_unanswered_again() -> None:
    """R-APP-05: a blank that was emptied is not what it was before."""
    read, _ = typed_into(Step.SCOPE, replace(EMPTY, rows=60, bearer="村里"), rows="", bearer="")

    assert (read.rows, read.bearer) == (None, "")


def test_a_question_that_was_not_asked_keeps_its_answer() -> None:
    """R-APP-05: a page that shows fewer questions takes nothing away."""
    read, _ = typed_into(Step.BASIS, replace(EMPTY, basis="青民发〔2026〕12号"), clause="第三条")

    assert (read.basis, read.clause) == ("青民发〔2026〕12号", "第三条")


def test_the_end_is_the_latest_day_where_none_is_written() -> None:
    """R-APP-05: an admission lasts twelve months at most, and as long as that unless said otherwise."""
    read, _ = typed_into(Step.RHYTHM, starts_on="2027-01-10", ends_on="")

    assert read.ends_on == "2028-01-09"


@pytest.mark.parametrize(
    ("starts_on", "ends_on", "mistake"),
    [
        ("2027-01-10", "2027-01-09", {"ends_on": "ENDS_FIRST"}),
        ("2027-01-10", "2028-01-10", {"ends_on": "ENDS_LATE"}),
        ("2026-11-21", "2027-01-10", {"starts_on": "STARTED"}),
        ("明年", "2027-01-10", {"starts_on": "NOT_A_DAY"}),
    ],
)
def test_days_that_make_no_span_are_said(starts_on: str, ends_on: str, mistake: dict[str, str]) -> None:
    """R-APP-05: the end neither lies before the start nor more than twelve months on; the past is over."""
    _, mistakes = typed_into(Step.RHYTHM, starts_on=starts_on, ends_on=ends_on)

    assert mistakes == mistake


def test_an_end_that_does_not_fit_does_not_take_the_place_of_one_that_did() -> None:
    """R-APP-05: the end that was kept stays while the new one is wrong."""
    before = replace(EMPTY, starts_on="2027-01-10", ends_on="2027-06-30")

    read, _ = typed_into(Step.RHYTHM, before, starts_on="2027-01-10", ends_on="2029-01-01")

    assert read.ends_on == "2027-06-30"


def test_extras_are_what_is_ticked() -> None:
    """R-APP-05: nothing ticked is nothing wanted, if the page asked."""
    read, _ = read_step(
        replace(EMPTY, extras=frozenset({Extra.APP})),
        Step.FORM,
        {"extras_asked": ["1"], "extras": ["group", "ledger", "unknown"]},
        today=TODAY,
    )

    assert read.extras == {Extra.GROUP, Extra.LEDGER}


def test_a_choice_that_is_not_offered_is_refused() -> None:
    """R-APP-05: only the list's own classes are taken."""
    read, mistakes = typed_into(Step.BASIS, replace(EMPTY, list_class=ListClass.DUTY), list_class="other")

    assert (read.list_class, mistakes) == (ListClass.DUTY, {"list_class": "NOT_ON_THE_LIST"})


def test_helpers_are_listed_by_any_comma() -> None:
    """R-APP-05: offices are told apart by 、 and by commas of both widths."""
    read, _ = typed_into(Step.SCOPE, helpers="县残联、县卫健委，县医保局, 县公安局")

    assert read.helpers == ("县残联", "县卫健委", "县医保局", "县公安局")


def test_words_that_go_on_for_ever_are_refused() -> None:
    """R-APP-05: an answer has 2,000 characters at most."""
    _, mistakes = typed_into(Step.SHARING, sharing="字" * 2001)

    assert mistakes == {"sharing": ApplyingCode.LONG_WORDS.name}


@given(st.sampled_from(list(Step)), st.dictionaries(st.sampled_from(sorted(QUESTIONS)), st.text(max_size=30)))
def test_nothing_that_is_typed_breaks_a_step(step: Step, answers: dict[str, str]) -> None:
    """R-APP-05: whatever stands in the blanks is kept or said, question by question; nothing is raised."""
    _, mistakes = read_step(EMPTY, step, {name: [text] for name, text in answers.items()}, today=TODAY)

    assert set(mistakes) <= {*answers, "starts_on", "ends_on"}
    assert all(problem.sentence for problem in mistakes.values())
