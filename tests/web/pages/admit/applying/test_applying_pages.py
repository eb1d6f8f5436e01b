"""The officer's pages: six steps are written, the application is sent, and it comes back or not."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.actions.admit.applying import COMPLETE, MEETING, TITLE
from tests.cast import make_person
from tests.days import TODAY, YEAR
from tests.web.pages.admit.applying.browsing import at, seen

from qingzhuang.actions.admit.submitting import apply_whole
from qingzhuang.engine.admit.domain import AskedField
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Decision, Submission
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
FILLED = replace(COMPLETE, fields=(AskedField("改造意愿"),))
STEPS = ("form", "basis", "scope", "rhythm", "support", "sharing")


def test_an_office_without_applications_is_shown_the_way(browser: Client) -> None:
    """R-APP-01: an empty list says what to do first, not that nothing is there."""
    assert "先把空表传上来" in seen(browser, reverse("applications"))


def test_a_kind_is_chosen_and_the_first_step_opens(browser: Client) -> None:
    """R-APP-02: beginning leads to the step with the empty form."""
    answer = browser.post(reverse("application_new"), {"kind": "form", "title": "摸排表"})

    assert (answer.status_code, answer.headers["Location"].endswith("/steps/form")) == (302, True)


def test_a_kind_nobody_knows_is_asked_again(browser: Client) -> None:
    """R-APP-02: what was typed stands there still."""
    answer = browser.post(reverse("application_new"), {"kind": "lottery", "title": "摸排表"})

    assert answer.status_code == 422
    assert 'value="摸排表"' in answer.content.decode()


@pytest.mark.parametrize("step", STEPS)
def test_every_step_opens(browser: Client, draft: int, step: str) -> None:
    """R-APP-01: each of the six steps has its page."""
    assert "共 6 步" in seen(browser, at("application_step", draft, step=step))


def test_there_is_no_seventh_step(browser: Client, draft: int) -> None:
    """R-APP-01: a step nobody knows is not there."""
    seen(browser, at("application_step", draft, step="bribe"), status=404)


def test_a_wrong_number_comes_back_with_what_was_typed(browser: Client, draft: int) -> None:
    """R-APP-05: the page comes again, the mistake beside its blank, the words where they were."""
    answer = browser.post(at("application_step", draft, step="scope"), {"rows": "六十", "bearer": "村里"})

    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="六十"' in page
    assert "要写数字" in page


def test_sending_too_early_lists_what_is_missing_with_links(browser: Client, draft: int) -> None:
    """R-APP-03: every gap leads to its step."""
    answer = browser.post(at("application_send", draft))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert all(at("application_step", draft, step=step) in page for step in STEPS)


def test_a_complete_application_is_sent_and_says_who_has_it(browser: Client, officer: Actor) -> None:
    """R-APP-19: reference, day of the answer and who holds it stand on top; there is nothing to write in."""
    request_id = apply_whole(officer, application=MEETING, template=None, today=TODAY).request_id

    words = seen(browser, at("application", request_id))

    assert f"ZR-{YEAR}-001" in words
    assert "减负办会审岗" in words
    assert "接着填" not in words


@pytest.mark.parametrize("page", ["application_columns", "application_step"])
def test_a_waiting_one_is_not_asked_anything(browser: Client, officer: Actor, page: str) -> None:
    """R-APP-19: whoever opens a step of it is led to where it stands."""
    request_id = apply_whole(officer, application=FILLED, template=None, today=TODAY).request_id
    more = {"step": "basis"} if page == "application_step" else {}

    answer = browser.get(at(page, request_id, **more))

    assert answer.headers["Location"] == at("application", request_id)


def test_what_came_back_shows_its_reasons_and_can_be_sent_again(browser: Client, officer: Actor) -> None:
    """R-APP-19: each line of the reviewer leads to the step it is about; the same draft goes out again."""
    request_id = apply_whole(officer, application=MEETING, template=None, today=TODAY).request_id
    submission = Submission.objects.get()
    Decision.objects.create(
        submission=submission, outcome="returned", opinion="依据要写全文号。", proposed_by="reviewer",
        proposed_at=submission.at, decided_by="reviewer", decided_at=submission.at,
    )  # fmt: skip

    page = browser.get(at("application", request_id)).content.decode()
    again = browser.post(at("application_send", request_id))

    assert "依据要写全文号" in page
    assert at("application_step", request_id, step="basis") in page
    assert again.status_code == 302
    assert Submission.objects.count() == 2


def test_taking_back_and_copying(browser: Client, officer: Actor) -> None:
    """R-APP-19: what was taken back is closed, and a copy of it is a new draft."""
    request_id = apply_whole(officer, application=MEETING, template=None, today=TODAY).request_id

    browser.post(at("application_withdraw", request_id))
    copied = browser.post(at("application_copy", request_id))

    assert copied.headers["Location"] != at("application", request_id)
    assert "等你办 1 件" in seen(browser, reverse("applications"))


def test_papers_go_in_and_come_back(browser: Client, draft: int) -> None:
    """R-APP-05: the basis as a file is kept beside its step and saved, never opened in the page."""
    browser.post(
        at("application_attach", draft), {"step": "basis", "paper": SimpleUploadedFile("依据.pdf", b"%PDF")}
    )
    link = re.search(
        r'href="([^"]*/papers/\d+)"',
        browser.get(at("application_step", draft, step="basis")).content.decode(),
    )

    assert link is not None
    answer = browser.get(link[1])
    assert (answer.content, answer.headers["Content-Disposition"][:10]) == (b"%PDF", "attachment")


def test_every_page_of_another_office_is_missing(browser: Client, cast: object, draft: int) -> None:
    """R-APP-18: read or written, by whatever address, another office's application is a 404."""
    make_person("other", role=Role.OFFICER, full_name="冯处暑", office="mzj", region="360999")
    other = Client()
    other.force_login(
        make_person("third", role=Role.OFFICER, full_name="许立冬", office="mzj", region="360999"),
        backend="django.contrib.auth.backends.ModelBackend",
    )
    reading = [
        *(at(page, draft) for page in ("application", "application_columns", "application_look")),
        *(at("application_step", draft, step=step) for step in STEPS),
        at("application_paper", draft, paper_id=1),
    ]
    writing = [
        *(
            at(f"application_{deed}", draft)
            for deed in ("send", "withdraw", "copy", "give_up", "attach", "columns")
        ),
        at("application_step", draft, step="basis"),
        at("application_detach", draft, paper_id=1),
    ]

    answers = [other.get(path).status_code for path in reading] + [
        other.post(path).status_code for path in writing
    ]

    assert set(answers) == {404}
    assert TITLE not in seen(other, reverse("applications"))


def test_a_village_clerk_finds_no_application_pages(client_of: Callable[[Role], Client], draft: int) -> None:
    """R-APP-18: who does not apply is turned away before anything is looked up."""
    clerk = client_of(Role.VILLAGE_CLERK)

    assert {clerk.get(path).status_code for path in (reverse("applications"), at("application", draft))} == {
        403
    }
