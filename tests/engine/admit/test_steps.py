"""Which steps of an application are answered."""

from dataclasses import replace

import pytest

from qingzhuang.engine.admit.domain import Application, AskedField, Frequency, Kind, ListClass
from qingzhuang.engine.admit.steps import CONTENT_STEP, Step, all_lacks, is_answered, lacks_of, step_name

WRITTEN = Application(
    title="农村老年人居住情况摸排表",
    basis="青民发〔2026〕12号",
    clause="第三条",
    list_class=ListClass.SUPPORT,
    bearer="村里",
    regions=("360999",),
    n_villages=2,
    frequency=Frequency.YEARLY,
    starts_on="2027-01-10",
    ends_on="2027-12-31",
    issue_days=10,
    money="每村 300 元",
    people="没有",
    sharing="平台里没有",
    fields=(AskedField("夜间照看人", "P"),),
)


def lacking(application: Application) -> list[str]:
    """The questions that are not answered yet."""
    return [lack.field for lack in all_lacks(application)]


def test_a_step_is_answered_once_nothing_is_missing() -> None:
    """R-APP-01: of a written application every step is 已填."""
    assert [is_answered(WRITTEN, step) for step in Step] == [True] * 6


@pytest.mark.parametrize(
    ("step", "emptied"),
    [
        (Step.FORM, {"title": " "}),
        (Step.BASIS, {"clause": ""}),
        (Step.SCOPE, {"regions": ()}),
        (Step.RHYTHM, {"issue_days": None}),
        (Step.SUPPORT, {"people": ""}),
        (Step.SHARING, {"sharing": ""}),
    ],
)
def test_one_answer_missing_leaves_its_step_open_and_no_other(step: Step, emptied: dict[str, object]) -> None:
    """R-APP-01: between 已填 and 没填 there is nothing, and a question belongs to one step."""
    written = replace(WRITTEN, **emptied)  # type: ignore[arg-type]

    assert [each for each in Step if not is_answered(written, each)] == [step]


def test_an_empty_application_lacks_what_the_steps_ask() -> None:
    """R-APP-03: everything that is missing is told in the order of the steps."""
    assert lacking(Application(title="")) == [
        *("title", "form", "basis", "clause", "list_class", "regions", "bearer"),
        *("frequency", "starts_on", "ends_on", "issue_days", "money", "people", "sharing"),
    ]


def test_a_form_that_is_all_supplied_asks_villages_nothing_and_is_answered() -> None:
    """R-APP-09: columns turned into data answer the step as well as columns that are asked."""
    supplied = replace(WRITTEN, fields=(), supplied=WRITTEN.fields)

    assert is_answered(supplied, Step.FORM)


@pytest.mark.parametrize(
    ("kind", "missing"),
    [
        (Kind.MEETING, ["purpose", "minutes"]),
        (Kind.DOCUMENT, ["purpose", "length"]),
        (Kind.SIGNBOARD, ["purpose"]),
        (Kind.LEDGER, ["form"]),
    ],
)
def test_each_kind_has_its_own_first_step(kind: Kind, missing: list[str]) -> None:
    """R-APP-02: only forms and ledgers bring a file; a meeting says how long, a document how many words."""
    begun = Application(title="全县工作会议", kind=kind)

    assert [lack.field for lack in lacks_of(begun, Step.FORM)] == missing


def test_the_first_step_is_called_after_what_it_asks() -> None:
    """R-APP-02: without a form it is 题目、内容、形式."""
    assert (step_name(Step.FORM, Kind.FORM), step_name(Step.FORM, Kind.APP)) == ("表样和字段", CONTENT_STEP)


@pytest.mark.parametrize(
    ("said", "missing"),
    [({"emergency": "汛情"}, ["leader"]), ({"leader": "李副县长"}, ["emergency"])],
)
def test_the_emergency_lane_takes_a_reason_and_a_leader(said: dict[str, str], missing: list[str]) -> None:
    """R-APP-04: one without the other leaves the step open."""
    assert lacking(replace(WRITTEN, **said)) == missing  # type: ignore[arg-type]
