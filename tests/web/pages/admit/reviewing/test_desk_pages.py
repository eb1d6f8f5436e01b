"""The gate's desk in a browser: queue, review page, opinion, signature."""

import zlib
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client
from tests.days import YEAR, day
from tests.submissions import APPLICATION, TITLE, hand_in, owed

from qingzhuang.engine.admit.domain import Finding, Topic, Weight
from qingzhuang.store.models import Admission, Decision, FormTemplate, HoursBudget
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
Browsing = Callable[[Role], Client]
ENDS = APPLICATION.ends_on
OPINION = {"outcome": "reduced", "opinion": "改小。", "act": "send"}


@pytest.fixture
def reviewer(client_of: Browsing) -> Client:
    """A reviewer's browser."""
    return client_of(Role.REVIEWER)


@pytest.fixture
def leader(client_of: Browsing) -> Client:
    """The leader's browser."""
    return client_of(Role.BURDEN_LEADER)


def said(client: Client, path: str, **typed: object) -> str:
    """What a page says; typed: a form is sent to it."""
    response = client.post(path, typed) if typed else client.get(path)
    return str(response.content.decode())


def send(client: Client, submission_id: int, **typed: object) -> str:
    """Send the proposed opinion for signature; comes back: where it leads, or the page that asks again."""
    path = f"/reviews/{submission_id}/opinion"
    filled: dict[str, object] = {
        "fields": ["4", "5", "6"],
        "frequency": "quarterly",
        "towns": ["360999101"],
        "ends_on": ENDS,
        "mark": f"4,5,6|quarterly|360999101|{ENDS}",
    }
    response = client.post(path, OPINION | filled | typed)
    return response.headers.get("Location") or response.content.decode()


def test_the_queue_opens_with_how_many_wait(reviewer: Client) -> None:
    """R-REV-04: so many wait, so many are due today; the shortest clock stands first."""
    hand_in(reference="ZR-2026-001", due_on="2099-01-04")
    hand_in(
        replace(APPLICATION, title="秸秆禁烧巡查记录", fields=()),
        reference="ZR-2026-002",
        due_on="2099-01-02",
    )

    page = said(reviewer, "/reviews")

    assert "<b>2 件</b>等会审" in page
    assert page.index("秸秆禁烧巡查记录") < page.index(TITLE)


def test_an_empty_queue_shows_the_last_decisions(reviewer: Client) -> None:
    """Nothing waits: the page says so calmly."""
    assert "没有待会审的" in said(reviewer, "/reviews")


def test_like_ones_stand_together_in_the_queue(reviewer: Client) -> None:
    """R-REV-05: two forms that ask the same are shown as a pair although another's clock lies between."""
    hand_in(reference="ZR-2026-001", due_on="2099-01-02")
    hand_in(
        replace(APPLICATION, title="秸秆禁烧巡查记录", fields=()),
        reference="ZR-2026-002",
        due_on="2099-01-03",
    )
    hand_in(replace(APPLICATION, title="老年人住房登记表"), reference="ZR-2026-003", due_on="2099-01-04")

    page = said(reviewer, "/reviews")

    assert "下面 2 件内容相近" in page
    assert page.index("老年人住房登记表") < page.index("秸秆禁烧巡查记录")


def test_the_review_page_says_how_much_is_held(reviewer: Client) -> None:
    """R-REV-01: seven asked, four held, three new; hours as asked and by the suggestion; what it rests on."""
    submission = hand_in(replace(APPLICATION, basis="按上级要求", money=""))

    page = said(reviewer, f"/reviews/{submission.pk}")

    assert "7 项里 4 项已经有了，真正新的 3 项。" in page
    assert "2 村 × 4 次 × 340 分钟" in page
    assert '<dd class="c-missing">只写“按上级要求”，没有文号</dd>' in page
    assert "《农村住房安全排查表》" in page


@pytest.mark.parametrize(
    ("show", "there", "gone"), [("new", "燃气报警器", "房屋结构"), ("held", "房屋结构", "燃气报警器")]
)
def test_the_table_shows_new_or_held_ones(reviewer: Client, show: str, there: str, gone: str) -> None:
    """The filter is a link, and works without any script."""
    page = said(reviewer, f"/reviews/{hand_in().pk}?show={show}")

    assert f'<th scope="row">{there}</th>' in page
    assert f'<th scope="row">{gone}</th>' not in page


def test_findings_are_shown_with_what_they_rest_on(reviewer: Client) -> None:
    """A broken rule shows its sentence and, one click away, its evidence."""
    rule = Finding(Topic.RULE, Weight.BLOCKS, "要提前 5 个工作日。", ("村级事务意见第六条",), "X", "rhythm")

    page = said(reviewer, f"/reviews/{hand_in(findings=(rule,)).pk}")

    assert "碰到 1 条规定" in page
    assert "村级事务意见第六条" in page


def test_two_forms_are_laid_side_by_side(reviewer: Client) -> None:
    """The other form's fields stand beside the asked ones; one that is not there is no page."""
    number = hand_in().pk

    assert "<b>4 项</b>在另一张表里问过" in said(reviewer, f"/reviews/{number}/beside/0")
    assert reviewer.get(f"/reviews/{number}/beside/9").status_code == 404


def test_the_form_as_handed_in_can_be_taken_home(reviewer: Client) -> None:
    """The bytes that come down are those that were handed in, under their name."""
    submission = hand_in()
    assert reviewer.get(f"/reviews/{submission.pk}/form").status_code == 404
    row = FormTemplate.objects.create(
        sha256="0" * 64, suffix=".xlsx", title="表", prints="", content=zlib.compress(b"PK form")
    )
    submission.request.template, submission.request.template_name = row, "摸排表.xlsx"
    submission.request.save()

    response = reviewer.get(f"/reviews/{submission.pk}/form")

    assert response.content == b"PK form"
    assert "attachment" in response.headers["Content-Disposition"]


def test_the_opinion_is_drafted_and_sent(reviewer: Client, leader: Client) -> None:
    """R-REV-03, R-REV-12: draft, send, sign by another: the application has its number."""
    submission = hand_in()
    assert "真正新的 3 项" in said(reviewer, f"/reviews/{submission.pk}/opinion?outcome=reduced")

    assert send(reviewer, submission.pk) == f"/reviews/{submission.pk}"
    number = Decision.objects.get().pk
    assert "要另一个人来签" in said(reviewer, f"/reviews/decisions/{number}", act="sign")
    leader.post(f"/reviews/decisions/{number}", {"act": "sign"})

    assert f"准入〔{YEAR}〕1号" in said(leader, f"/reviews/decisions/{number}")
    assert Admission.objects.get().decision_id == number
    assert leader.get(f"/reviews/decisions/{number}/letter").content.startswith(b"%PDF")


def test_numbers_that_changed_are_looked_at_again(reviewer: Client) -> None:
    """R-REV-03: after the boxes were changed the words may be old: the page says so once, keeping them."""
    submission = hand_in()

    page = send(reviewer, submission.pk, frequency="yearly", opinion="我写的意见")

    assert "意见里的数可能还是旧的" in page
    assert "我写的意见" in page
    assert f'name="mark" value="4,5,6|yearly|360999101|{ENDS}"' in page
    assert Decision.objects.count() == 0


def test_counting_anew_drafts_anew(reviewer: Client) -> None:
    """R-REV-07: rarer, and the hours and the words follow."""
    page = send(reviewer, hand_in().pk, act="count", frequency="yearly", opinion="旧的")

    assert "频次由“每季一次”改为“每年一次”。" in page
    assert "旧的" not in page


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"outcome": ""}, "还没选怎么决定"),
        ({"outcome": "admitted"}, "请写一句为什么"),
        ({"fields": [], "mark": f"|quarterly|360999101|{ENDS}"}, "一项都不要村里填"),
        ({"towns": []}, "一个乡镇也没选"),
        ({"ends_on": "明年"}, "不是一个日期"),
        ({"opinion": "  "}, "意见是空的"),
    ],
)
def test_what_cannot_be_sent_is_said(reviewer: Client, typed: dict[str, object], sentence: str) -> None:
    """R-REV-02, R-REV-13: the same form again, with the sentence; nothing is written."""
    page = send(reviewer, hand_in().pk, **typed)

    assert sentence in page
    assert Decision.objects.count() == 0


def test_several_are_decided_by_one_opinion(reviewer: Client) -> None:
    """R-REV-14: ticked in the queue, one opinion, a decision each."""
    ids = [hand_in(reference=f"ZR-2026-00{n}").pk for n in (1, 2)]
    assert "<b>2 件</b>写一条意见" in said(
        reviewer, f"/reviews/together?submission={ids[0]}&submission={ids[1]}"
    )

    reviewer.post("/reviews/together", {"submission": ids, "outcome": "reduced", "opinion": "都改小。"})

    assert Decision.objects.count() == 2
    assert "还没有勾" in said(reviewer, "/reviews/together")


def test_an_opinion_is_sent_back_with_a_sentence(reviewer: Client, leader: Client) -> None:
    """R-REV-13: without a sentence it stays; with one it goes back and its sentence is on the review page."""
    submission = hand_in()
    send(reviewer, submission.pk)
    path = f"/reviews/decisions/{Decision.objects.get().pk}"
    assert "退回去要写一句为什么" in said(leader, path, act="back", sentence="")

    leader.post(path, {"act": "back", "sentence": "再少一项"})

    assert "再少一项" in said(reviewer, f"/reviews/{submission.pk}")
    assert "写意见，送签批" in said(reviewer, f"/reviews/{submission.pk}")


def test_the_leader_is_told_what_exceeds_the_budget(reviewer: Client, leader: Client) -> None:
    """R-REV-11: the page asks for a sentence, refuses without it and takes it."""
    HoursBudget.objects.create(office="zjj", year=YEAR, hours=1)
    send(reviewer, hand_in().pk)
    path = f"/reviews/decisions/{Decision.objects.get().pk}"

    assert "超了工时预算" in said(leader, path)
    assert "写一句为什么" in said(leader, path, act="sign", sentence="")
    leader.post(path, {"act": "sign", "sentence": "汛期前要摸清。"})
    assert Admission.objects.count() == 1


def test_the_department_reads_what_to_put_right(
    reviewer: Client, leader: Client, client_of: Browsing
) -> None:
    """R-REV-09: step by step; the same page of another number is not there."""
    submission = hand_in(findings=(owed(),))
    reviewer.post(
        f"/reviews/{submission.pk}/opinion",
        {"outcome": "returned", "opinion": "【依据】没写依据。", "act": "send"},
    )
    leader.post(f"/reviews/decisions/{Decision.objects.get().pk}", {"act": "sign"})

    officer = client_of(Role.OFFICER)

    assert "还差 <b>1 处</b>" in said(officer, f"/replies/{submission.pk}")
    assert officer.get(f"/replies/{submission.pk + 1}").status_code == 404


def test_a_budget_is_set_and_shown(leader: Client) -> None:
    """R-REV-11: typed with a comma, kept as a number, shown with what is left."""
    leader.post("/budgets", {"office": "zjj", "hours": "1,200"})

    assert HoursBudget.objects.get().hours == 1200
    assert "1 个部门定了预算" in said(leader, "/budgets")
    assert "请写 0 到 10000000 的数" in said(leader, "/budgets", office="zjj", hours="许多")


def test_a_meeting_is_written_down_and_read(reviewer: Client) -> None:
    """R-REV-19: after writing, the minutes stand on their page and come as PDF."""
    submission = hand_in()
    typed = {"held_on": day(-2), "attendees": "减负办", "text": "改小", "submissions": [submission.pk]}

    response = reviewer.post("/meetings/new", typed)

    assert TITLE in said(reviewer, response.headers["Location"])
    assert reviewer.get(f"{response.headers['Location']}/paper").content.startswith(b"%PDF")
    assert "开过 <b>1 次</b>" in said(reviewer, "/meetings")
    assert "会还没开" in said(reviewer, "/meetings/new", **(typed | {"held_on": "2099-01-01"}))


def test_what_its_department_turned_into_data_is_counted(reviewer: Client) -> None:
    """R-REV-01: three asked and four taken as data is shown as seven wanted, four of them there."""
    asked = replace(APPLICATION, fields=APPLICATION.fields[4:], supplied=APPLICATION.fields[:4])

    page = said(reviewer, f"/reviews/{hand_in(asked).pk}")

    assert "7 项里 4 项已经有了，真正新的 3 项。" in page
    assert "部门已经改成要数" in page
    assert "部门已经把 4 项改成要数，村里只填 3 项" in page


def test_the_calendar_is_corrected_on_its_page(leader: Client) -> None:
    """R-REV-23: a day is set and stands among the county's own; what is no day is said."""
    leader.post("/calendar", {"day": f"{YEAR}-11-23", "kind": "off", "name": "县庆"})

    assert "11-23 休（县庆）" in said(leader, "/calendar")
    assert "不是一个日期" in said(leader, "/calendar", day="明天", kind="off")
