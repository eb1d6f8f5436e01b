"""What belongs to another village or office answers exactly like what is not there (R-WEB-04)."""

import re
from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.conftest import DONGTANG
from tests.store.numbered import application, decided
from tests.web.matrix.table import NOBODYS, ROWS

from qingzhuang.store.models import Attachment, Consultation, FormTemplate, Import, Poll, PollAnswer, SentForm
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
Browsing = Callable[[Role], Client]
# Address → who asks, and which word of its path names the object of somebody else (by the key in `others`).
FOREIGN = {
    "roster": (Role.VILLAGE_CLERK, "import_id"),
    "undo_roster": (Role.VILLAGE_CLERK, "import_id"),
    "filled": (Role.VILLAGE_CLERK, "sent_id"),
    "filled_file": (Role.VILLAGE_CLERK, "sent_id"),
    "filled_list": (Role.VILLAGE_CLERK, "sent_id"),
    "application": (Role.OFFICER, "request_id"),
    "application_columns": (Role.OFFICER, "request_id"),
    "application_look": (Role.OFFICER, "request_id"),
    "application_send": (Role.OFFICER, "request_id"),
    "application_withdraw": (Role.OFFICER, "request_id"),
    "application_copy": (Role.OFFICER, "request_id"),
    "application_give_up": (Role.OFFICER, "request_id"),
    "application_attach": (Role.OFFICER, "request_id"),
    "application_step": (Role.OFFICER, "request_id"),
    "application_paper": (Role.OFFICER, "request_id"),
    "gate_reply": (Role.OFFICER, "submission_id"),
    "gate_letter": (Role.OFFICER, "submission_id"),
    "asked_poll": (Role.VILLAGE_CLERK, "answer_id"),
    "asked_office": (Role.OFFICER, "consultation_id"),
}
_CHANGING = re.compile(r'name="csrfmiddlewaretoken" value="[^"]*"|\?back=[^"]*')


@pytest.fixture
def others(cast: object) -> dict[str, int]:
    """Something of each kind that belongs to 东塘村 or to 县民政局."""
    now = timezone.now()
    submission = decided(application(office="mzj")).submission
    template = FormTemplate.objects.create(
        sha256="0" * 64, suffix=".xlsx", title="表", prints="", content=b""
    )
    said = {"region": DONGTANG, "file_name": "表.xlsx", "author": "li", "recorded_at": now}
    taken = Import.objects.create(**said, source="村委会", sha256="1" * 64, day="2026-01-01", accepted=1)
    sent = SentForm.objects.create(**said, template=template, on="2026-01-01", after_import=0)
    Attachment.objects.create(
        request=submission.request, step="basis", file_name="依据.pdf", content=b"", added_at=now
    )
    asked = {"submission": submission, "question": "能不能办？", "asked_by": "sun", "asked_at": now}
    poll = Poll.objects.create(**asked, closes_on="2027-01-01")
    return {
        "import_id": taken.pk,
        "sent_id": sent.pk,
        "request_id": submission.request_id,
        "submission_id": submission.pk,
        "answer_id": PollAnswer.objects.create(poll=poll, region=DONGTANG).pk,
        "consultation_id": Consultation.objects.create(**asked, office="mzj").pk,
    }


def _seen(answer: HttpResponse, pk: int) -> tuple[int, str, str]:
    """Status, where it leads and the page, without what differs from one request to the next."""
    leads = answer.headers.get("Location", "").replace(f"/{pk}", "/#")
    return answer.status_code, leads, _CHANGING.sub("", answer.content.decode())


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("name", FOREIGN)
def test_anothers_looks_like_nothing(
    client_of: Browsing, others: dict[str, int], name: str, method: str
) -> None:
    """R-WEB-04: the object of another village or office and an id nobody has: one status, one page."""
    role, word = FOREIGN[name]
    client = client_of(role)

    mine = [ROWS[name].words | {word: pk} for pk in (others[word], NOBODYS)]
    seen = [
        _seen(getattr(client, method)(reverse(name, kwargs=words)), int(str(words[word]))) for words in mine
    ]

    assert seen[0] == seen[1]
    assert seen[0][0] in (404, 405, 302)  # 302: a form's address that is only read leads back to its page
