"""The open register in a browser."""

import csv
import io
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from lxml import etree
from tests.days import day
from tests.store.numbered import TITLE, admitted, application, now, villages

from qingzhuang.store.gate import withdraw
from qingzhuang.store.models import Admission, Attachment, JournalEntry, Request
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
Browsing = Callable[[Role], Client]
REASON = "数据已经有了"


@pytest.fixture
def row(db: None) -> Admission:
    """A good number."""
    return admitted(application(office="mz"))


@pytest.fixture
def gone(row: Admission) -> Admission:
    """Another one, taken back today."""
    other = admitted(application(title="=HYPERLINK乙表"), n=2)
    withdraw(other, by="sun", why=REASON, today=day(), at=now())
    return other


def path(row: Admission, more: str = "") -> str:
    """The address of a number."""
    return f"/register/{row.year}/{row.seq}{more}"


def test_anybody_reads_the_register(row: Admission, gone: Admission) -> None:
    """R-GAT-18: without signing in, each number stands there with what it is worth now."""
    page = Client().get("/register").content.decode()

    assert "现在 <b>1 个</b>号作数" in page
    assert TITLE in page
    assert "已撤销" in page


@pytest.mark.parametrize(
    ("asked", "titles"),
    [
        ("q=knlr", [TITLE]),
        ("q=乙表", ["=HYPERLINK乙表"]),
        ("phase=withdrawn", ["=HYPERLINK乙表"]),
        ("kind=app", []),
        ("office=mz", [TITLE]),
        ("kind=nonsense&phase=nonsense&page=x", [TITLE, "=HYPERLINK乙表"]),
        ("page=999999", [TITLE, "=HYPERLINK乙表"]),
    ],
)
def test_it_is_searched(row: Admission, gone: Admission, asked: str, titles: list[str]) -> None:
    """R-GAT-14: words, pinyin letters, kind, office and phase narrow it; nonsense narrows nothing."""
    page = Client().get(f"/register?{asked}").content.decode()

    assert [each for each in (TITLE, "=HYPERLINK乙表") if f"<td>{each}</td>" in page] == titles


def test_a_number_that_is_not_there_is_said_so(row: Admission) -> None:
    """R-GAT-08: whoever looks for a number that was never given reads that it does not count."""
    page = Client().get("/register?q=准入〔2026〕7777号").content.decode()

    assert "登记簿里没有准入〔2026〕7777号，不作数" in page


def test_the_history_says_how_many_columns_were_left_out(row: Admission) -> None:
    """R-GAT-18: a number's page says how many columns the department asked for and how many were admitted."""
    assert "从 20 栏减到 3 栏" in Client().get(path(row)).content.decode()


def test_the_history_says_why_it_was_withdrawn(gone: Admission) -> None:
    """R-GAT-18: the reason of a withdrawal is public; who did it is not."""
    page = Client().get(path(gone)).content.decode()

    assert REASON in page
    assert "sun" not in page


def test_a_visitor_is_offered_nothing_to_do(row: Admission) -> None:
    """A visitor sees no withdrawal, no renewal, no block to print."""
    page = Client().get(path(row)).content.decode()

    assert not [word for word in ("撤回这个号", "申请续期", "提前退出", "打印编号方框") if word in page]


def test_it_is_kept_as_a_table(row: Admission, gone: Admission) -> None:
    """R-GAT-18: the CSV opens in Excel, holds every number, and no cell of it is reckoned as a formula."""
    answer = Client().get("/register.csv")

    lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert answer.content.startswith(b"\xef\xbb\xbf")
    assert [line[1] for line in lines] == ["事项", "'=HYPERLINK乙表", TITLE]


def test_it_is_followed_as_a_feed(row: Admission) -> None:
    """R-GAT-18: the feed is Atom, with one entry a number that leads to its check page."""
    feed = etree.fromstring(Client().get("/register.atom").content)

    atom = "{http://www.w3.org/2005/Atom}"
    links = [str(link.get("href")) for link in feed.iterfind(f"{atom}entry/{atom}link")]
    assert [link.rpartition("/check/")[2] for link in links] == [f"{row.year}/{row.seq}"]


def test_the_check_page_says_what_a_number_is_for(row: Admission) -> None:
    """R-GAT-18: who scans the code reads who asks, until when, which columns, and that it counts."""
    page = Client().get(f"/check/{row.year}/{row.seq}").content.decode()

    assert not [each for each in ("有效", "青禾县民政局", "取暖方式", "是否独居") if each not in page]


@pytest.mark.parametrize("at", ["2026/7777", "1999/1", "2026/0", "9999/99999", f"2026/{'9' * 25}"])
def test_an_unknown_number_is_answered_in_words(db: None, at: str) -> None:
    """R-GAT-08: a number never given, or that cannot be, is a page that says it does not count."""
    answer = Client().get(f"/check/{at}")

    assert answer.status_code == 404
    assert "不作数" in answer.content.decode()


@pytest.mark.parametrize("more", ["", "/token", "/withdraw", "/regularise", "/leave", "/renew", "/block.pdf"])
def test_pages_of_numbers_that_are_not_there_are_missing(client_of: Browsing, more: str) -> None:
    """A number never given has no pages, for nobody."""
    for role in (Role.BURDEN_LEADER, Role.OFFICER):
        assert client_of(role).get(f"/register/2026/7777{more}").status_code in (403, 404)


def test_the_keys_are_where_others_look_for_them(db: None) -> None:
    """R-NUM-11: the public keys lie at the well-known address, and hold no secret."""
    answer = Client().get("/.well-known/jwks.json")

    assert answer.headers["Content-Type"] == "application/jwk-set+json"
    assert [key for key in answer.json()["keys"] if "d" in key] == []


def test_a_leader_withdraws_in_the_browser(row: Admission, client_of: Browsing) -> None:
    """R-GAT-10: one sentence and the number is void; the next page says how many things it stopped."""
    browser = client_of(Role.BURDEN_LEADER)

    answer = browser.post(path(row, "/withdraw"), {"why": REASON}, follow=True)

    assert answer.redirect_chain == [(path(row), 302)]
    assert "撤回了，停下 0 件" in answer.content.decode()
    assert Admission.objects.get().withdrawn_on == day()


def test_without_a_sentence_the_form_comes_again(row: Admission, client_of: Browsing) -> None:
    """R-GAT-10: without a reason the form comes back with what to do, and nothing is written."""
    answer = client_of(Role.BURDEN_LEADER).post(path(row, "/withdraw"), {"why": ""})

    assert answer.status_code == 422
    assert "请写一句为什么" in answer.content.decode()
    assert not JournalEntry.objects.filter(action__startswith="admit.").exists()


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("act", ["withdraw", "regularise", "leave", "renew"])
def test_only_some_roles_get_the_forms(row: Admission, client_of: Browsing, role: Role, act: str) -> None:
    """R-GAT-10: leaders withdraw and regularise, officers leave and renew, all others are refused."""
    answer = client_of(role).get(path(row, f"/{act}"))

    wanted = Role.OFFICER if act in ("leave", "renew") else Role.BURDEN_LEADER
    assert answer.status_code == (200 if role is wanted else 403)


def test_an_officer_asks_to_go_on(cast: dict[Role, object], client_of: Browsing) -> None:
    """R-GAT-15: use and paper given, a draft of the same words waits among the office's applications."""
    office = cast[Role.OFFICER].office.code  # type: ignore[attr-defined]
    mine = admitted(application(office=office))
    paper = SimpleUploadedFile("名单.xlsx", b"x")

    answer = client_of(Role.OFFICER).post(
        path(mine, "/renew"), {"use": "据此给 31 户独居老人装了报警器。", "paper": paper}
    )

    assert answer.status_code == 302
    assert Request.objects.order_by("-pk")[0].title == TITLE
    assert Attachment.objects.get().file_name == "名单.xlsx"


def test_the_block_is_printed_by_whoever_signed_in(row: Admission, client_of: Browsing) -> None:
    """R-GAT-18: the block is a PDF named after the number; a visitor is asked to sign in."""
    at = path(row, "/block.pdf")

    assert client_of(Role.OFFICER).get(at).content.startswith(b"%PDF")
    assert Client().get(at).status_code == 302


def test_villages_are_named_on_the_check_page(db: None) -> None:
    """R-GAT-18: the scope is said by the town's name and the number of its villages."""
    villages()
    row = admitted()

    page = Client().get(f"/check/{row.year}/{row.seq}").content.decode()

    assert "2 个村：青禾镇" in page
