"""What becomes of reports: the 减负办 reads finished weeks and answers once; a department gets a number."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.files.intake.photographed import PLACE, jpeg
from tests.store.numbered import admitted

from qingzhuang.engine.admit.weeks import monday_of
from qingzhuang.store.models import JournalEntry, RefusalReport
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
Browsing = Callable[[Role], Client]


def week(back: int) -> str:
    """The Monday so many weeks ago."""
    monday = date.fromisoformat(monday_of(timezone.localdate().isoformat()))
    return (monday - timedelta(weeks=back)).isoformat()


def said(client: Client) -> str:
    """What the page of counts says, without the frame around it."""
    text = client.get(reverse("report_counts")).content.decode()
    return text.split("<main")[1].split("</main>")[0]


def report(back: int = 1, *, asked_by: str = "县住建局", **words: object) -> RefusalReport:
    """A report of so many weeks ago."""
    plain: dict[str, object] = {"id": uuid4(), "verdict": "not_admitted", "notice": "请报《夜间巡查表》"}
    return RefusalReport.objects.create(**plain | {"week": week(back), "asked_by": asked_by} | words)


def test_this_week_is_not_shown(client_of: Browsing) -> None:
    """R-CHE-12: a report of this week is on no page, not even as a number; last week's is whole."""
    report(1, notice="上周的表")
    young = report(0, notice="本周的表")
    client = client_of(Role.REVIEWER)

    text = client.get(reverse("reports")).content.decode()

    assert "上周的表" in text
    assert "本周的表" not in text
    assert "<b>1 件</b>还没答" in text
    assert client.get(reverse("report", kwargs={"report_id": young.id})).status_code == 404
    assert client.get(reverse("report_photo", kwargs={"report_id": young.id})).status_code == 404


def test_inside_a_week_the_ids_decide(client_of: Browsing) -> None:
    """R-CHE-12: inside a week reports stand in the order of their random ids."""
    for at in (3, 1, 2):
        report(id=UUID(int=at), notice=f"表{at}")

    text = client_of(Role.REVIEWER).get(reverse("reports")).content.decode()

    assert text.index("表1") < text.index("表2") < text.index("表3")


def test_an_answer_is_given_once_and_read_by_all_villages(client_of: Browsing) -> None:
    """R-CHE-14: the first answer stays, villages read it, and what was reported is not shown to them."""
    row = report(notice="请报《夜间巡查表》")
    page = reverse("report", kwargs={"report_id": row.id})
    client = client_of(Role.REVIEWER)
    client.post(page, {"answer": "可以不办。"})

    second = client.post(page, {"answer": "要办。"})
    text = client_of(Role.TOWN_CLERK).get(reverse("checking")).content.decode()

    assert second.status_code == 422
    assert "可以不办。" in text
    assert "夜间巡查表" not in text
    assert JournalEntry.objects.get(action="admit.answer_report").object == f"week {row.week}"


@pytest.mark.parametrize("answer", ["", "  ", "长" * 501])
def test_no_answer_and_one_too_long_get_a_sentence(client_of: Browsing, answer: str) -> None:
    """R-CHE-14: an empty answer or one of more than 500 letters is not kept."""
    row = report()

    page = client_of(Role.REVIEWER).post(reverse("report", kwargs={"report_id": row.id}), {"answer": answer})

    row.refresh_from_db()
    assert page.status_code == 422
    assert row.answered_on is None


def test_a_known_number_leads_to_where_it_is_taken_back(client_of: Browsing) -> None:
    """R-CHE-14: from a report with a known number the register and its office are one click away."""
    client = client_of(Role.REVIEWER)
    number = admitted()
    row = report(number=str(number))

    text = client.get(reverse("report", kwargs={"report_id": row.id})).content.decode()

    assert reverse("register_number", kwargs={"year": number.year, "seq": number.seq}) in text
    assert reverse("review_offices", kwargs={"submission_id": number.decision.submission_id}) in text


@pytest.mark.parametrize(("n", "is_told"), [(0, False), (1, False), (2, False), (3, True), (5, True)])
def test_a_department_hears_of_three(client_of: Browsing, n: int, is_told: bool) -> None:
    """R-CHE-13: a week with one or two reports looks to the department like a week with none."""
    client = client_of(Role.OFFICER)
    empty = said(client)
    for _ in range(n):
        report(2)

    text = said(client)

    assert (f"{n} 件</td>" in text) is is_told
    assert (text == empty) is not is_told


def test_a_department_hears_of_itself_and_of_finished_weeks_alone(client_of: Browsing) -> None:
    """R-CHE-13: reports on another office, and of this week, change nothing on a department's page."""
    client = client_of(Role.OFFICER)
    empty = said(client)
    for _ in range(4):
        report(1, asked_by="县民政局")
        report(0)

    assert said(client) == empty


@pytest.mark.parametrize("role", [Role.OFFICER, Role.VILLAGE_CLERK, Role.AUDITOR, Role.ADMINISTRATOR])
def test_only_the_desk_reads_reports(client_of: Browsing, role: Role) -> None:
    """R-CHE-12: no department, village, auditor or administrator opens a report, its photo or the list."""
    at = {"report_id": report(photo=b"\xff\xd8\xff").id}
    client = client_of(role)

    pages = (reverse("reports"), reverse("report", kwargs=at), reverse("report_photo", kwargs=at))

    assert [client.get(page).status_code for page in pages] == [403, 403, 403]


def test_a_photo_is_kept_without_its_place(client_of: Browsing) -> None:
    """R-CHE-10, R-CHE-11: a photo alone is handed over bare, its name and what the camera wrote are gone."""
    file = SimpleUploadedFile("青禾村IMG_0001.jpg", jpeg())
    sent = {"photo": file, "do": "report", "once": "a"}

    answer = client_of(Role.VILLAGE_CLERK).post(reverse("checking"), sent)

    row = RefusalReport.objects.get()
    assert "交给减负办了" in answer.content.decode()
    assert row.photo is not None
    assert PLACE not in bytes(row.photo)
    assert (row.verdict, row.notice, row.asked_by) == ("unsure", "", "")


def test_the_desk_sees_the_photo(client_of: Browsing) -> None:
    """R-CHE-11: a photo of a finished week is shown as a picture and as nothing else."""
    at = {"report_id": report(photo=b"\xff\xd8\xff\xd9").id}
    client = client_of(Role.REVIEWER)

    photo = client.get(reverse("report_photo", kwargs=at))

    assert photo.headers["Content-Type"] == "image/jpeg"
    assert photo.headers["X-Content-Type-Options"] == "nosniff"
    assert reverse("report_photo", kwargs=at) in client.get(reverse("report", kwargs=at)).content.decode()


def test_a_report_without_photo_has_none(client_of: Browsing) -> None:
    """The address of a photo that was never sent leads nowhere."""
    at = {"report_id": report().id}

    assert client_of(Role.REVIEWER).get(reverse("report_photo", kwargs=at)).status_code == 404


@pytest.mark.parametrize("content", [b"GIF89a", b"%PDF-1.7", b"\xff\xd8\xff\xe0", b"x"])
def test_what_is_no_photo_is_not_taken(client_of: Browsing, content: bytes) -> None:
    """R-CHE-11: another kind of file, or half a photo, is refused in a sentence and nothing is kept."""
    sent = {"photo": SimpleUploadedFile("a.jpg", content), "do": "report", "once": "a"}

    answer = client_of(Role.VILLAGE_CLERK).post(reverse("checking"), sent)

    assert answer.status_code == 422
    assert RefusalReport.objects.count() == 0
