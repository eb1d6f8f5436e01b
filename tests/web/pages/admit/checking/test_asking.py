"""查一查 in the browser: one field, one answer on the same page, and the words of a refusal."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.actions.admit.applying import form_bytes
from tests.store.numbered import TITLE, admitted, application

from qingzhuang.engine.admit.domain import AskedField
from qingzhuang.store.models import Admission, JournalEntry, RefusalReport
from qingzhuang.store.roles import Role
from qingzhuang.web.pages.admit.checking.asking import REFUSE, REPORT, SAID

pytestmark = pytest.mark.database
Browsing = Callable[[Role], Client]
UNNUMBERED = "请各村填报《夜间巡查打卡表》，每天到岗打卡并接龙。\n县住建局"


@pytest.fixture
def number(cast: object) -> Admission:
    """A number of the town, three months long."""
    return admitted()


def asked(client: Client, text: str, **more: object) -> str:
    """The page after a notice was pasted."""
    answer = client.post(reverse("checking"), {"text": text, "do": "check", **more})
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_page_opens_with_how_many_count(client_of: Browsing, number: Admission) -> None:
    """The first sentence says how many numbers count today."""
    text = client_of(Role.VILLAGE_CLERK).get(reverse("checking")).content.decode()

    assert "登记簿里 <b>1 件</b>作数" in text


def test_what_is_admitted_says_number_office_and_end(client_of: Browsing, number: Admission) -> None:
    """A notice with a good number and its title is 已准入: number, who, until when; nothing to refuse."""
    text = asked(client_of(Role.VILLAGE_CLERK), f"请各村填报《{TITLE}》，{number}。")

    assert "已准入" in text
    assert str(number) in text
    assert "青禾县民政局" in text
    assert 'value="refuse"' not in text
    assert 'value="report"' not in text


def test_what_has_no_number_may_be_refused(client_of: Browsing, number: Admission) -> None:
    """R-CHE-05: a notice without number is 没准入, and what rules forbid stands there with its clause."""
    text = asked(client_of(Role.VILLAGE_CLERK), UNNUMBERED)

    assert "没准入" in text
    assert "写了“打卡”" in text
    assert "国办函〔2026〕12号" in text
    assert 'value="refuse"' in text


@pytest.mark.parametrize("spelling", ["{0}", "ZHUNRU-{1}-{2}", "{1}-{2}", "https://jf.example/check/{1}/{2}"])
def test_a_number_alone_will_do(client_of: Browsing, number: Admission, spelling: str) -> None:
    """R-CHE-02: a number as printed, typed or scanned is answered with what it is good for."""
    text = asked(client_of(Role.VILLAGE_CLERK), spelling.format(number, number.year, number.seq))

    assert "这个号作数" in text
    assert TITLE in text
    assert "3 栏" in text


def test_the_reference_of_an_application_is_told_apart(client_of: Browsing, number: Admission) -> None:
    """R-NUM-14: ZR-2026-001 is said to be an application's, whatever number there is of the same figures."""
    for text in (
        f"ZR-{number.year}-{number.seq:03d}",
        f"请填村医工资表，编号ZR-{number.year}-{number.seq:03d}",
    ):
        page = asked(client_of(Role.VILLAGE_CLERK), text)

        assert "这是申请编号，不是准入编号" in page
        assert "已准入" not in page
        assert "这个号作数" not in page


@pytest.mark.parametrize("text", ["准入〔2026〕4000号", "https://jf.example/check/2026/0"])
def test_an_unknown_number_is_no_number(client_of: Browsing, number: Admission, text: str) -> None:
    """R-CHE-02: a number nobody gave out never looks good."""
    answer = client_of(Role.VILLAGE_CLERK).post(reverse("checking"), {"text": text})

    assert "这个号作数" not in answer.content.decode()
    assert "已准入" not in answer.content.decode()


def test_a_number_of_other_villages_does_not_count_here(client_of: Browsing, cast: object) -> None:
    """R-CHE-04: who serves one village is told whether the number reaches it; a town is not."""
    number = admitted(application(regions=("360999101206",)))
    notice = f"请各村填报《{TITLE}》，{number}。"

    assert "有号，不作数" in asked(client_of(Role.VILLAGE_CLERK), notice)
    assert "已准入" in asked(client_of(Role.TOWN_CLERK), notice)


def test_a_form_is_read_by_its_columns(client_of: Browsing, cast: object) -> None:
    """R-CHE-03: an uploaded form with its number is held against the columns that were admitted."""
    number = admitted(application(title="入户走访登记表", fields=(AskedField("姓名"),)))
    file = SimpleUploadedFile(
        "张小满的表.xlsx", form_bytes("姓名", "血型", title=f"入户走访登记表（{number}）")
    )

    text = asked(client_of(Role.VILLAGE_CLERK), "", form=file)

    assert "多要了 1 栏" in text
    assert "血型" in text
    assert "张小满的表" not in text


def test_what_a_form_said_is_carried_to_the_refusal(client_of: Browsing, cast: object) -> None:
    """R-CHE-03: the refusal after an upload needs no second upload."""
    carried = {"title": "夜间巡查登记表", "labels": "姓名\n血型", "printed": "", "do": "refuse", "once": "a"}

    text = client_of(Role.VILLAGE_CLERK).post(reverse("checking"), carried).content.decode()

    assert "您好，发来的通知收到了。" in text


@pytest.mark.parametrize(("text", "status"), [("", 422), ("   ", 422)])
def test_nothing_handed_over_gets_a_sentence(client_of: Browsing, text: str, status: int) -> None:
    """An empty field is answered with what to do."""
    answer = client_of(Role.VILLAGE_CLERK).post(reverse("checking"), {"text": text, "do": "check"})

    assert answer.status_code == status
    assert "还没有东西可查" in answer.content.decode()


def test_a_file_that_is_no_form_gets_its_own_sentence(client_of: Browsing) -> None:
    """A file that cannot be read is refused in one sentence, and what was typed is still there."""
    file = SimpleUploadedFile("表.xlsx", b"not a workbook")

    answer = client_of(Role.VILLAGE_CLERK).post(reverse("checking"), {"text": UNNUMBERED, "form": file})

    assert answer.status_code == 422
    assert "夜间巡查打卡表" in answer.content.decode()


def test_the_refusal_is_ready_to_copy(client_of: Browsing, number: Admission) -> None:
    """R-CHE-06: the words name the clause and what is forbidden, thank, and name no village and nobody."""
    sent = {"text": UNNUMBERED, "do": "refuse", "once": "a"}

    text = client_of(Role.VILLAGE_CLERK).post(reverse("checking"), sent).content.decode()
    letter = text.split("readonly>")[1].split("</textarea>")[0]

    assert "按照县自定准入办法（准入编号）" in letter
    assert "国办函〔2026〕12号" in letter
    assert not [name for name in ("青禾村", "柳河镇", "张小满", "village_clerk") if name in letter]
    assert RefusalReport.objects.count() == 0


def test_what_is_admitted_is_not_refused(client_of: Browsing, number: Admission) -> None:
    """R-CHE-06: a refusal or report of what is admitted is refused itself, in a sentence."""
    notice = f"请各村填报《{TITLE}》，{number}。"

    for do in ("refuse", "report"):
        answer = client_of(Role.VILLAGE_CLERK).post(
            reverse("checking"), {"text": notice, "do": do, "once": "a"}
        )
        assert answer.status_code == 422
    assert RefusalReport.objects.count() == 0


def test_rescue_is_never_refused(client_of: Browsing, cast: object) -> None:
    """Bringing people to safety waits for no number, and no refusal is offered."""
    text = asked(client_of(Role.VILLAGE_CLERK), "红色预警！请各村马上转移危房群众，人数报来。\n县应急局")

    assert "先救人" in text
    assert 'value="refuse"' not in text


def test_checking_leaves_no_line(client_of: Browsing, number: Admission) -> None:
    """R-CHE-01: a check writes no line into the journal."""
    before = JournalEntry.objects.count()

    asked(client_of(Role.VILLAGE_CLERK), UNNUMBERED)

    assert JournalEntry.objects.count() == before


def test_refused_and_reported_pages_are_of_one_length() -> None:
    """R-CHE-07: whoever sees only how long a page is cannot tell a report from a refusal."""
    assert len(SAID[True, True].encode()) == len(SAID[True, False].encode())


def test_a_report_and_a_refusal_answer_alike(client_of: Browsing, cast: object) -> None:
    """R-CHE-07: one address, one status, one length: the buttons cannot be told apart on the line."""
    client = client_of(Role.VILLAGE_CLERK)
    sent = {"text": UNNUMBERED, "once": "a" * 32}

    refused = client.post(reverse("checking"), sent | {"do": "refuse"})
    reported = client.post(reverse("checking"), sent | {"do": "report"})

    assert RefusalReport.objects.count() == 1
    assert refused.status_code == reported.status_code == 200
    assert len(refused.content) == len(reported.content)
    assert len(REFUSE) == len(REPORT)


@pytest.mark.parametrize("role", [Role.OFFICER, Role.REVIEWER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_only_villages_and_towns_check(client_of: Browsing, role: Role) -> None:
    """Departments and the gate's desk have no such page."""
    assert client_of(role).get(reverse("checking")).status_code == 403


def test_a_changed_register_is_seen_at_once(client_of: Browsing, number: Admission) -> None:
    """A number that was taken back a moment ago no longer looks good."""
    client = client_of(Role.VILLAGE_CLERK)
    assert "这个号作数" in asked(client, str(number))

    Admission.objects.filter(pk=number.pk).update(
        withdrawn_on=number.starts_on, withdrawn_by="wu", why_withdrawn="不要了"
    )

    assert "有号，不作数" in asked(client, str(number))
