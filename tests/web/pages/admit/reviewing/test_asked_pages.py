"""What villages and offices are asked, and that nobody else reads what villages say."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from tests.submissions import hand_in

from qingzhuang.store.models import Consultation, PollAnswer
from qingzhuang.store.roles import Role
from qingzhuang.web.pages.admit.reviewing.urls import urlpatterns

pytestmark = pytest.mark.database
Browsing = Callable[[Role], Client]
WORDS = "这一项没人说得清"
FORBIDDEN = ("务必", "立即", "高度重视", "通报", "排名", "打卡", "留痕")
EVERY_PAGE = [re.sub(r"<[^>]+>", "1", str(pattern.pattern)) for pattern in urlpatterns]


@pytest.fixture
def answered(client_of: Browsing) -> int:
    """青禾村 was asked and said something; comes back: the number of the application."""
    submission = hand_in()
    client_of(Role.REVIEWER).post(f"/reviews/{submission.pk}/villages", {"question": "填得了吗？"})
    answer = PollAnswer.objects.get(region="360999101205")
    typed = {"answer": "hard", "minutes": "246", "words": WORDS}
    client_of(Role.VILLAGE_CLERK).post(f"/asked/villages/{answer.pk}", typed)
    return submission.pk


def test_a_village_is_told_that_it_is_not_anonymous(client_of: Browsing) -> None:
    """R-REV-15: the page says who will see the answer before it is given."""
    submission = hand_in()
    client_of(Role.REVIEWER).post(f"/reviews/{submission.pk}/villages", {"question": "填得了吗？"})
    clerk = client_of(Role.VILLAGE_CLERK)
    assert "<b>1 件</b>等你回话" in clerk.get("/asked").content.decode()

    page = clerk.get(f"/asked/villages/{PollAnswer.objects.get(region='360999101205').pk}").content.decode()

    assert "减负办看得到是你们村答的，这不是匿名" in page
    assert not any(word in page for word in FORBIDDEN)


def test_the_reviewer_reads_the_answer_beside_the_evidence(client_of: Browsing, answered: int) -> None:
    """R-REV-15: village, answer, minutes and words stand on the review page."""
    page = client_of(Role.REVIEWER).get(f"/reviews/{answered}").content.decode()

    assert "青禾村：<b>难填</b>，要 246 分钟" in page
    assert WORDS in page


@pytest.mark.parametrize(
    "role",
    [Role.OFFICER, Role.TOWN_CLERK, Role.TOWN_LEADER, Role.AUDITOR, Role.ADMINISTRATOR, Role.GRID_WORKER],
)
def test_no_page_shows_others_what_a_village_said(client_of: Browsing, answered: int, role: Role) -> None:
    """R-REV-15: not one page of this desk gives an answer away to anybody but the 减负办 and the village."""
    client = client_of(role)

    pages = {path: client.get(f"/{path}").content.decode() for path in EVERY_PAGE}

    assert len(pages) == len(urlpatterns)
    assert [path for path, page in pages.items() if WORDS in page or "246" in page] == []


def test_no_page_of_the_auditor_tells_what_was_said(client_of: Browsing, answered: int) -> None:
    """R-REV-17: the journal's own page shows neither village nor answer of the line."""
    page = client_of(Role.AUDITOR).get("/audit").content.decode()

    assert WORDS not in page
    assert "360999101205" not in page


def test_an_answer_that_lacks_its_choice_keeps_what_was_typed(client_of: Browsing) -> None:
    """The same form again with the sentence and the words."""
    submission = hand_in()
    client_of(Role.REVIEWER).post(f"/reviews/{submission.pk}/villages", {"question": "填得了吗？"})
    answer = PollAnswer.objects.get(region="360999101205")

    response = client_of(Role.VILLAGE_CLERK).post(f"/asked/villages/{answer.pk}", {"words": WORDS})

    assert response.status_code == 422
    assert WORDS in response.content.decode()


def test_an_office_is_asked_and_answers(client_of: Browsing) -> None:
    """R-REV-18: the department sees the question, answers, and the reviewer reads it."""
    submission = hand_in()
    typed = {"office": "zjj", "question": "能直接取吗？"}
    client_of(Role.REVIEWER).post(f"/reviews/{submission.pk}/offices", typed)
    officer = client_of(Role.OFFICER)
    row = Consultation.objects.get()
    assert "能直接取吗？" in officer.get(f"/asked/offices/{row.pk}").content.decode()

    officer.post(f"/asked/offices/{row.pk}", {"answer": "每日都有。"})

    assert "每日都有。" in client_of(Role.REVIEWER).get(f"/reviews/{submission.pk}").content.decode()
    assert client_of(Role.TOWN_CLERK).get(f"/asked/offices/{row.pk}").status_code == 404


@pytest.mark.parametrize("role", [Role.OFFICER, Role.VILLAGE_CLERK, Role.TOWN_LEADER, Role.AUDITOR])
@pytest.mark.parametrize("path", ["/reviews", "/reviews/1", "/reviews/signing", "/budgets", "/meetings"])
def test_the_desk_is_the_burden_offices(client_of: Browsing, role: Role, path: str) -> None:
    """Nobody but the 减负办 opens a page of the desk."""
    assert client_of(role).get(path).status_code == 403
