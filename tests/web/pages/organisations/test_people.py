"""The pages about people."""

import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cast import PASSWORD
from tests.conftest import QINGHE

from qingzhuang.store.models import Account, JournalValues
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
Browsing = Callable[[Role], Client]
OTHERS = [role for role in Role if role is not Role.ADMINISTRATOR]
LIST = "账号,姓名,单位,岗位\nqinghe-02,钱惊蛰,青禾村村委会,报表员\nzjj-02,冯小暑,zjj,部门经办人\n"


def page_of(client: Client, account: Account) -> str:
    """The text of a person's page."""
    return client.get(f"/people/{account.pk}").content.decode()


def handed_in(text: str) -> SimpleUploadedFile:
    """A list as a browser sends it."""
    return SimpleUploadedFile("人员.csv", text.encode())


@pytest.mark.parametrize("role", OTHERS)
@pytest.mark.parametrize(
    "path", ["/people", "/people/new", "/people/list", "/offices", "/offices/new", "/regions"]
)
def test_only_administrators_come_in(client_of: Browsing, role: Role, path: str) -> None:
    """Pages about people, offices and regions open for administrators and nobody else."""
    assert client_of(role).get(path).status_code == 403


def test_the_list_says_how_many_work_here(client_of: Browsing) -> None:
    """The page opens with the number of accounts in use, and lists each by name, office and posts."""
    text = client_of(Role.ADMINISTRATOR).get("/people").content.decode()

    assert "<b>10 人</b>在用" in text
    assert "张小满" in text
    assert "村（社区）报表员" in text


def test_a_person_is_found_by_the_first_letters_of_the_pinyin(client_of: Browsing) -> None:
    """R-ORG-01: `zxm` finds 张小满 and nobody else."""
    text = client_of(Role.ADMINISTRATOR).get("/people?q=zxm").content.decode()

    assert "找到 <b>1 人</b>" in text
    assert "张小满" in text


def test_the_list_is_filtered_by_role(client_of: Browsing) -> None:
    """Choosing a role leaves those who hold it today."""
    text = client_of(Role.ADMINISTRATOR).get("/people?role=auditor").content.decode()

    assert "郑寒露" in text
    assert "张小满" not in text


def test_fifty_stand_on_a_page(client_of: Browsing, cast: dict[Role, Account]) -> None:
    """The fifty-first comes on the second page."""
    office = cast[Role.OFFICER].office
    Account.objects.bulk_create(
        Account(name=f"zjj-{n:02d}", full_name="试用", office=office, opened_at=cast[Role.OFFICER].opened_at)
        for n in range(45)
    )

    client = client_of(Role.ADMINISTRATOR)
    first, second = (client.get(f"/people?page={n}").content.decode() for n in (1, 2))

    assert "第 1 页，共 2 页" in first
    assert (first.count('<th scope="row">'), second.count('<th scope="row">')) == (50, 5)


def test_a_new_person_signs_in_with_the_password_on_the_slip(client_of: Browsing) -> None:
    """R-ORG-09: the slip shows the first password, no browser keeps it, and it opens the account."""
    said = {"name": "zjj-02", "full_name": "冯小暑", "office": "zjj", "role": "officer", "region": ""}
    response = client_of(Role.ADMINISTRATOR).post("/people/new", said)
    found = re.search(r"[a-z]+(?:-[a-z]+){3}", response.content.decode().split("zjj-02", 1)[1])

    assert "no-store" in response.headers["Cache-Control"]
    assert found is not None
    assert Account.objects.get(name="zjj-02").check_password(found[0])
    assert not any(found[0] in each.document for each in JournalValues.objects.all())


def test_a_first_password_opens_nothing_but_the_page_to_replace_it(
    client_of: Browsing, cast: dict[Role, Account]
) -> None:
    """R-ORG-09: until the person has chosen a password of their own, every page leads to choosing one."""
    client = client_of(Role.VILLAGE_CLERK)
    Account.objects.filter(name="village_clerk").update(must_change=True)
    new = {"old": PASSWORD, "new": "竹林 水车 灯笼 麦田 山路", "again": "竹林 水车 灯笼 麦田 山路"}
    before = client.get("/fill")
    client.post("/password", new)
    after = client.get("/fill")

    assert before.headers["Location"] == "/password"
    assert after.status_code == 200


def test_what_was_typed_stays_when_it_does_not_do(client_of: Browsing) -> None:
    """A name that is taken is refused in a sentence with status 422; the form keeps what was typed."""
    said = {"name": "officer", "full_name": "冯小暑", "office": "zjj", "role": "officer", "region": ""}
    response = client_of(Role.ADMINISTRATOR).post("/people/new", said)

    assert response.status_code == 422
    assert "已经有人用" in response.content.decode()
    assert 'value="冯小暑"' in response.content.decode()


def test_a_list_is_looked_at_first_and_then_opens_everybody(client_of: Browsing) -> None:
    """R-ORG-08: the preview writes nothing; confirmed, each has an account and a line."""
    client = client_of(Role.ADMINISTRATOR)
    preview = client.post("/people/list", {"step": "look", "list": handed_in(LIST)})
    before = Account.objects.filter(name__in=["qinghe-02", "zjj-02"]).count()
    carried = dict(re.findall(r'name="(carried\w*)" value="([^"]*)"', preview.content.decode()))
    sheet = client.post("/people/list", {"step": "open", **carried}).content.decode()

    assert "要开 2 个账号" in preview.content.decode()
    assert before == 0
    assert len(re.findall(r"[a-z]{4,}(?:-[a-z]{4,}){3}", sheet)) == 2
    assert Account.objects.get(name="qinghe-02").posts.get().region == QINGHE


def test_a_bad_line_is_named_and_nobody_is_opened(client_of: Browsing) -> None:
    """R-ORG-03: one line with an unknown office refuses the whole list and says which line."""
    response = client_of(Role.ADMINISTRATOR).post(
        "/people/list", {"step": "look", "list": handed_in(LIST + "x-01,杨大暑,县林业局,部门经办人\n")}
    )

    assert response.status_code == 422
    assert "第 4 行的单位“县林业局”没有登记" in response.content.decode()
    assert not Account.objects.filter(name="qinghe-02").exists()


def test_a_list_too_long_for_the_web_is_sent_to_the_command(client_of: Browsing) -> None:
    """R-ORG-08: more than a hundred people at once are not opened by a click; the sentence says how else."""
    lines = "".join(f"zjj-{n:03d},冯小暑,zjj,部门经办人\n" for n in range(101))
    response = client_of(Role.ADMINISTRATOR).post(
        "/people/list", {"step": "look", "list": handed_in(f"账号,姓名,单位,岗位\n{lines}")}
    )

    assert response.status_code == 422
    assert "名单有 101 人，网页上一次最多开 100 人" in response.content.decode()


def test_a_list_that_was_not_looked_at_opens_nobody(client_of: Browsing) -> None:
    """R-ORG-03: a file sent straight to the last step is shown first like any other."""
    response = client_of(Role.ADMINISTRATOR).post("/people/list", {"step": "open", "list": handed_in(LIST)})

    assert "要开 2 个账号" in response.content.decode()
    assert not Account.objects.filter(name="zjj-02").exists()


def test_a_post_is_given_and_ended(client_of: Browsing, cast: dict[Role, Account]) -> None:
    """A post given stands on the person's page; ended today it moves to the former ones."""
    client, grid = client_of(Role.ADMINISTRATOR), cast[Role.GRID_WORKER]
    given = client.post(f"/people/{grid.pk}", {"do": "give", "role": "village_clerk", "region": QINGHE})
    post = grid.posts.get(role="village_clerk")
    ended = client.post(f"/people/{grid.pk}", {"do": "end", "post": post.pk})

    assert (given.status_code, ended.status_code) == (302, 302)
    assert "以前的 1 个岗位" in page_of(client, grid)


def test_a_handover_says_what_went_over(client_of: Browsing, cast: dict[Role, Account]) -> None:
    """R-ORG-12: after a handover the page says to whom how much went, and that the account is closed."""
    client, clerk = client_of(Role.ADMINISTRATOR), cast[Role.VILLAGE_CLERK]
    client.post(f"/people/{clerk.pk}", {"do": "hand_over", "successor": "village_secretary"})
    text = page_of(client, clerk)

    assert "张小满的 1 个岗位、0 个片区" in text
    assert "账号已停用" in text


def test_whoever_is_closed_is_signed_out_at_once(client_of: Browsing, cast: dict[Role, Account]) -> None:
    """R-ORG-12: closing an account ends its sessions with the next click."""
    clerk = client_of(Role.VILLAGE_CLERK)
    client_of(Role.ADMINISTRATOR).post(f"/people/{cast[Role.VILLAGE_CLERK].pk}", {"do": "close"})

    assert clerk.get("/").status_code == 302


def test_a_reset_password_replaces_the_old_one(client_of: Browsing, cast: dict[Role, Account]) -> None:
    """R-ORG-09: after a reset the old password does not do, and the new one must be changed."""
    clerk = cast[Role.VILLAGE_CLERK]
    response = client_of(Role.ADMINISTRATOR).post(f"/people/{clerk.pk}", {"do": "reset"})
    clerk.refresh_from_db()

    assert response.status_code == 200
    assert not clerk.check_password(PASSWORD)
    assert clerk.must_change


def test_nobody_changes_their_own_account(client_of: Browsing, cast: dict[Role, Account]) -> None:
    """R-ORG-11: an administrator gives himself nothing; the page says that another one does it."""
    me = cast[Role.ADMINISTRATOR]
    response = client_of(Role.ADMINISTRATOR).post(
        f"/people/{me.pk}", {"do": "give", "role": "village_clerk", "region": QINGHE}
    )

    assert response.status_code == 422
    assert "另一位系统管理员" in response.content.decode()


def test_a_number_of_nobody_is_a_missing_page(client_of: Browsing) -> None:
    """A person who is not there is a page that says so, with status 404."""
    assert client_of(Role.ADMINISTRATOR).get("/people/999999").status_code == 404
