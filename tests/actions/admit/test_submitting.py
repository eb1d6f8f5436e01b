"""An application is handed in whole, under a number without gaps, and waits for an answer."""

from dataclasses import replace

import pytest
from tests.actions.admit.applying import COMPLETE, MEETING, N_SUPPLIED, NEW, form_bytes
from tests.days import TODAY, YEAR, day

from qingzhuang.actions.admit.drafting import begin, save_step
from qingzhuang.actions.admit.submitting import apply_whole, due_day, submit, withdraw
from qingzhuang.engine.admit.domain import Application, AskedField, Kind
from qingzhuang.engine.admit.steps import Step
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.applying import ApplyingCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Request, Submission
from qingzhuang.store.queries.requests import request_of

pytestmark = pytest.mark.database
WITH_FIELDS = replace(COMPLETE, fields=(AskedField("姓名"), AskedField("改造意愿")))


def send(officer: Actor, application: Application = MEETING, *, today: str = TODAY) -> str:
    """The reference under which an application is handed in."""
    return apply_whole(officer, application=application, template=None, today=today).reference


def test_what_is_not_complete_is_not_sent(officer: Actor, draft: int) -> None:
    """R-APP-03: a draft with open steps is refused, and the sentence counts what is missing."""
    with pytest.raises(RefusedError) as refusal:
        submit(officer, request_id=draft, today=TODAY)

    assert refusal.value.problem.code is ApplyingCode.INCOMPLETE
    assert refusal.value.problem.params["n"] == 14
    assert not Submission.objects.exists()


def test_references_run_through_the_year(officer: Actor) -> None:
    """R-APP-14: one series a year, from 001 on, without a gap."""
    later = replace(MEETING, starts_on=f"{YEAR + 1}-02-01", ends_on=f"{YEAR + 1}-12-31")

    references = [send(officer), send(officer), send(officer, later, today=f"{YEAR + 1}-01-04")]

    assert references == [f"ZR-{YEAR}-001", f"ZR-{YEAR}-002", f"ZR-{YEAR + 1}-001"]


def test_a_refused_one_takes_no_reference(officer: Actor) -> None:
    """R-APP-14: what was not handed in leaves no gap, and no draft."""
    send(officer)
    with pytest.raises(RefusedError):
        send(officer, replace(MEETING, basis=""))

    assert send(officer) == f"ZR-{YEAR}-002"
    assert Request.objects.count() == 2


@pytest.mark.parametrize(
    ("emergency", "due_on"), [("", "2026-12-11"), ("汛情紧急", "2026-11-23")], ids=["ordinary", "emergency"]
)
def test_the_clock_runs_in_working_days(officer: Actor, emergency: str, due_on: str) -> None:
    """R-APP-15: fifteen working days from Sunday, 22 November 2026; one by the emergency lane."""
    assert due_day(replace(MEETING, emergency=emergency), today="2026-11-22") == due_on


def test_what_was_found_is_kept_with_it(officer: Actor, known: None) -> None:
    """R-APP-14: findings and comparison stand in the submission as they were that day."""
    sent = apply_whole(officer, application=COMPLETE, template=("摸排表.xlsx", form_bytes()), today=TODAY)

    last = request_of(officer, sent.request_id).last
    assert last is not None
    assert len(last.findings) == sent.n_findings > 0
    assert (len(last.kept.supplied), [field.label for field in last.kept.asked]) == (N_SUPPLIED, list(NEW))


def test_a_waiting_one_is_held_by_the_gate(officer: Actor) -> None:
    """R-APP-19: while it waits nobody writes in it; the office sees who has it."""
    request_id = apply_whole(officer, application=MEETING, template=None, today=TODAY).request_id

    with pytest.raises(RefusedError) as refusal:
        save_step(officer, request_id=request_id, step=Step.BASIS, typed={}, today=TODAY)

    own = request_of(officer, request_id)
    assert refusal.value.problem.code is ApplyingCode.ALREADY_SENT
    assert own.is_waiting
    assert own.last is not None
    assert own.last.holder == "减负办会审岗"


def test_a_waiting_one_can_be_taken_back_once(officer: Actor) -> None:
    """R-APP-19: taken back it is closed; there is nothing to take back twice."""
    request_id = apply_whole(officer, application=MEETING, template=None, today=TODAY).request_id

    withdraw(officer, request_id=request_id)

    with pytest.raises(RefusedError) as refusal:
        withdraw(officer, request_id=request_id)
    assert refusal.value.problem.code is ApplyingCode.NOT_WAITING
    assert request_of(officer, request_id).closed_at is not None


def test_it_is_handed_in_in_the_name_of_its_own_office(officer: Actor) -> None:
    """R-APP-17: whatever a document says of its office, it is the account's."""
    forged = replace(MEETING, office="jfb", issuer="县委办")

    request_id = apply_whole(officer, application=forged, template=None, today=TODAY).request_id

    written = request_of(officer, request_id).application
    assert (written.office, written.issuer, written.regions) == ("zjj", "县住建局", ("360999",))


def test_it_lands_nowhere_outside_the_offices_places(officer: Actor) -> None:
    """R-APP-08: another county's villages are refused, not quietly left out."""
    with pytest.raises(RefusedError) as refusal:
        send(officer, replace(MEETING, regions=("360111",)))

    assert refusal.value.problem.code is ApplyingCode.UNKNOWN_VILLAGE


def test_listed_fields_are_bound_like_columns(officer: Actor) -> None:
    """R-APP-17: labels without a form are looked up in the catalogue."""
    request_id = apply_whole(officer, application=WITH_FIELDS, template=None, today=TODAY).request_id

    bound = request_of(officer, request_id).application.fields
    assert [(field.element, field.is_sure) for field in bound] == [("person.name", True), ("", False)]


def test_a_start_that_went_by_meanwhile_is_refused(officer: Actor) -> None:
    """R-APP-03: a draft that lay about is not sent with a day of last month."""
    with pytest.raises(RefusedError) as refusal:
        send(officer, today=day(71))

    assert refusal.value.problem.code is ApplyingCode.STARTED


def test_a_finished_draft_is_sent(officer: Actor) -> None:
    """R-APP-03: six answered steps, written one after the other, and it goes out."""
    request_id = begin(officer, kind=Kind.SIGNBOARD, title="住房安全牌")
    answers = {
        Step.FORM: {"purpose": "挂在村口"},
        Step.BASIS: {"basis": "青建发〔2026〕3号", "clause": "第二条", "list_class": "support"},
        Step.SCOPE: {"where": "all", "bearer": "村里"},
        Step.RHYTHM: {"frequency": "once", "starts_on": day(50), "issue_days": "30"},
        Step.SUPPORT: {"money": "牌子由县里做", "people": "没有"},
        Step.SHARING: {"sharing": "不涉及数据"},
    }
    for step, said in answers.items():
        typed = {name: [words] for name, words in said.items()}
        save_step(officer, request_id=request_id, step=step, typed=typed, today=TODAY)

    assert submit(officer, request_id=request_id, today=TODAY).reference == f"ZR-{YEAR}-001"
