"""An application is written bit by bit, by its own office alone."""

import pytest
from tests.actions.admit.applying import MEETING
from tests.conftest import DONGTANG, QINGHE
from tests.days import TODAY

from qingzhuang.actions.admit.drafting import attach, begin, copy, detach, give_up, save_step
from qingzhuang.actions.admit.submitting import apply_whole
from qingzhuang.engine.admit.domain import Kind
from qingzhuang.engine.admit.steps import Step
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.applying import ApplyingCode
from qingzhuang.engine.problems.store import StoreCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import JournalEntry, Request
from qingzhuang.store.queries.requests import paper_of, request_of, requests_of
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database


def code_of(refusal: pytest.ExceptionInfo[RefusedError]) -> object:
    """Why it was refused."""
    return refusal.value.problem.code


def test_a_begun_application_carries_its_office_and_nothing_else(officer: Actor) -> None:
    """R-APP-01: office and issuer are the account's own; nobody types them."""
    request_id = begin(officer, kind=Kind.MEETING, title="工作会议")

    own = request_of(officer, request_id)
    assert (own.application.office, own.application.issuer, own.application.title) == (
        "zjj",
        "县住建局",
        "工作会议",
    )
    assert own.is_open


def test_what_is_typed_stays_although_the_step_is_not_finished(officer: Actor, draft: int) -> None:
    """R-APP-05: half a step is kept, and found again."""
    save_step(
        officer, request_id=draft, step=Step.BASIS, typed={"basis": ["青民发〔2026〕12号"]}, today=TODAY
    )
    save_step(officer, request_id=draft, step=Step.SHARING, typed={"sharing": ["没有"]}, today=TODAY)

    written = request_of(officer, draft).application
    assert (written.basis, written.clause, written.sharing) == ("青民发〔2026〕12号", "", "没有")


@pytest.mark.parametrize(
    ("typed", "regions", "n_villages"),
    [
        ({"where": ["all"]}, ("360999",), 2),
        ({"where": ["towns"], "towns": ["360999101", "360111"]}, ("360999101",), 2),
        ({"where": ["named"], "villages": [f"青禾村\n{DONGTANG}"]}, (QINGHE, DONGTANG), 2),
        ({"where": ["named"], "villages": ["青禾村"]}, (QINGHE,), 1),
    ],
)
def test_it_lands_where_the_office_says(
    officer: Actor, draft: int, typed: dict[str, list[str]], regions: tuple[str, ...], n_villages: int
) -> None:
    """R-APP-08: everywhere, in some towns, or in villages by name or code; they are counted at once."""
    save_step(officer, request_id=draft, step=Step.SCOPE, typed=typed, today=TODAY)

    written = request_of(officer, draft).application
    assert (written.regions, written.n_villages) == (regions, n_villages)


def test_a_village_nobody_knows_is_said(officer: Actor, draft: int) -> None:
    """R-APP-08: an unknown name is a mistake of that question, and nothing is guessed."""
    typed = {"where": ["named"], "villages": ["西山村"], "bearer": ["村里"]}

    mistakes = save_step(officer, request_id=draft, step=Step.SCOPE, typed=typed, today=TODAY)

    assert {name: problem.code for name, problem in mistakes.items()} == {
        "villages": ApplyingCode.UNKNOWN_VILLAGE
    }
    assert request_of(officer, draft).application.bearer == "村里"


def test_another_office_finds_nothing(officer: Actor, stranger: Actor, draft: int) -> None:
    """R-APP-18: an application of another office is as if it were not there, for reading and for writing."""
    with pytest.raises(RefusedError) as reading:
        request_of(stranger, draft)
    with pytest.raises(RefusedError) as writing:
        save_step(stranger, request_id=draft, step=Step.BASIS, typed={}, today=TODAY)

    assert (code_of(reading), code_of(writing)) == (StoreCode.NOT_THERE, StoreCode.NOT_THERE)
    assert requests_of(stranger) == ()


def test_whoever_does_not_apply_writes_nothing(draft: int, officer: Actor) -> None:
    """R-APP-18: of the same office, but without the post: no."""
    clerk = Actor("clerk", (), roles=frozenset({Role.AUDITOR}), office=officer.office)

    with pytest.raises(RefusedError) as refusal:
        give_up(clerk, request_id=draft)

    assert code_of(refusal) is StoreCode.NOT_ALLOWED


def test_a_copy_has_the_words_and_asks_the_days_anew(officer: Actor) -> None:
    """R-APP-19: what is written once is not written twice; days and emergencies are of their time."""
    sent = apply_whole(officer, application=MEETING, template=None, today=TODAY)

    again = request_of(officer, copy(officer, request_id=sent.request_id)).application

    assert (again.title, again.basis) == (MEETING.title, MEETING.basis)
    assert (again.starts_on, again.ends_on) == ("", "")


def test_what_is_given_up_stays_and_cannot_be_written_in(officer: Actor, draft: int) -> None:
    """R-APP-19: nothing is deleted, and nothing added any more."""
    give_up(officer, request_id=draft)

    with pytest.raises(RefusedError) as refusal:
        give_up(officer, request_id=draft)
    assert code_of(refusal) is ApplyingCode.CLOSED
    assert Request.objects.filter(pk=draft).exists()


def test_papers_belong_to_their_office(officer: Actor, stranger: Actor, draft: int) -> None:
    """R-APP-18: a paper comes back byte by byte, to the own office only, until it is taken out."""
    attach(officer, request_id=draft, step=Step.BASIS, name="../依据.pdf", content=b"%PDF-1.7")
    (paper,) = request_of(officer, draft).papers

    assert paper_of(officer, draft, paper.id) == ("依据.pdf", b"%PDF-1.7")
    with pytest.raises(RefusedError):
        paper_of(stranger, draft, paper.id)
    detach(officer, request_id=draft, paper_id=paper.id)
    with pytest.raises(RefusedError):
        paper_of(officer, draft, paper.id)


def test_every_step_leaves_one_line_without_its_words(officer: Actor, draft: int) -> None:
    """R-APP-05: the journal says that a step was kept, of which application."""
    save_step(officer, request_id=draft, step=Step.BASIS, typed={"basis": ["文件"]}, today=TODAY)

    line = JournalEntry.objects.order_by("-seq").first()
    assert line is not None
    assert (line.action, line.object) == ("admit.save_step", f"request {draft}")
