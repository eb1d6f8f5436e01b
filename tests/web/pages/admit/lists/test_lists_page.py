"""The three lists in a browser: is this thing for our village?"""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from qingzhuang.actions.admit.listing import CountyFile, ListWish, publish_lists
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import ListVersion
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
Browsing = Callable[[Role], Client]
LISTS = (
    "清单,事项,责任部门,依据,支持\n依法履职清单,村务公开,县民政局,青民发〔2026〕7号第一条,\n"
    "协助清单,征地公告张贴,县自然资源局,,公告由县里送来\n不应承担清单,危房安全等级鉴定,县住建局,,\n"
)


@pytest.fixture
def published(actor_as: Callable[[Role], Actor]) -> None:
    """Lists since 2025, and others since the beginning of this year."""
    year = timezone.localdate().year
    for day, text in ((f"{year - 1}-01-01", LISTS), (f"{year}-01-01", f"{LISTS}协助清单,巡河,县水利局,,\n")):
        given = CountyFile("清单.csv", text.encode())
        publish_lists(actor_as(Role.REVIEWER), given=given, wish=ListWish(day))


def text_of(client: Client, path: str, **asked: str) -> str:
    """The page."""
    return client.get(path, asked).content.decode()


def test_the_tabs_show_this_year_and_last(client_of: Browsing, published: None) -> None:
    """R-LST-09: each list with its count, and the count at the end of last year."""
    shown = text_of(client_of(Role.VILLAGE_CLERK), "/lists")

    assert "归村里的 <b>3 项</b>，去年底 2 项" in shown
    assert "村务公开" in shown
    assert "危房安全等级鉴定" not in shown


def test_initials_lead_to_the_answer(client_of: Browsing, published: None) -> None:
    """R-LST-06: zdgg finds 征地公告张贴, and the headline says that the village helps with it."""
    shown = text_of(client_of(Role.GRID_WORKER), "/lists", q="zdgg")

    assert "查到 1 条。最像的一条：村里协助，带着支持来" in shown
    assert "公告由县里送来" in shown


def test_what_is_not_ours_is_said(client_of: Browsing, published: None) -> None:
    """R-LST-05: a question about a thing that is not the village's is answered 不归村里做."""
    shown = text_of(client_of(Role.VILLAGE_CLERK), "/lists", q="危房鉴定归不归村里管")

    assert "最像的一条：不归村里做" in shown


def test_what_is_on_no_list_has_a_way_out(client_of: Browsing, published: None) -> None:
    """R-LST-06: nothing found says so, and where to go on."""
    shown = text_of(client_of(Role.VILLAGE_CLERK), "/lists", q="飞机票报销")

    assert "没查到，多半不归村里；" in shown
    assert "或问减负办。" in shown


@pytest.mark.parametrize("path", ["/lists", "/lists/changes", "/matters"])
def test_empty_pages_are_calm(client_of: Browsing, path: str) -> None:
    """R-LST-12: before anything is published or entered, the pages say so."""
    assert client_of(Role.VILLAGE_CLERK).get(path).status_code == 200


def test_the_wall_sheet_is_saved(client_of: Browsing, published: None) -> None:
    """R-LST-12: the PDF comes as a file."""
    answer = client_of(Role.VILLAGE_CLERK).get("/lists/wall", {"size": "a4"})

    assert answer.content.startswith(b"%PDF")
    assert "attachment" in answer.headers["Content-Disposition"]


def test_changes_are_listed(client_of: Browsing, published: None) -> None:
    """R-LST-04: the page of changes opens with the newest version against the one before it."""
    shown = text_of(client_of(Role.VILLAGE_CLERK), "/lists/changes")

    assert "2 项变成 <b>3 项</b>：新加 1，去掉 0" in shown


def test_publishing_is_seen_first(client_of: Browsing) -> None:
    """R-LST-03: the file is shown, carried along, and published by a second click."""
    client = client_of(Role.REVIEWER)
    upload = SimpleUploadedFile("清单.csv", LISTS.encode())
    seen = client.post("/lists/publish", {"step": "look", "list": upload, "from": "2026年1月1日"})
    hidden = {key: seen.content.decode().split(f'name="{key}" value="')[1].split('"')[0] for key in HIDDEN}

    assert (seen.status_code, ListVersion.objects.count()) == (200, 0)
    answer = client.post("/lists/publish", {"step": "publish"} | hidden)
    assert (answer.status_code, ListVersion.objects.get().effective_from) == (302, "2026-01-01")


HIDDEN = ("from", "carried_name", "carried")


def test_a_wrong_list_comes_back_with_its_problems(client_of: Browsing) -> None:
    """R-LST-01: what cannot be read is said line by line, and nothing is written."""
    upload = SimpleUploadedFile("清单.csv", "清单,事项\n不知道,甲事\n".encode())

    answer = client_of(Role.REVIEWER).post("/lists/publish", {"step": "look", "list": upload})

    assert (answer.status_code, ListVersion.objects.count()) == (422, 0)
    assert "第 2 行看不出在哪张清单" in answer.content.decode()


def test_a_list_that_is_too_big_is_refused(client_of: Browsing) -> None:
    """R-LST-03: more than 600 KB is for the command line."""
    upload = SimpleUploadedFile("清单.csv", b"x" * (601 * 1024))

    answer = client_of(Role.REVIEWER).post("/lists/publish", {"step": "look", "list": upload})

    assert (answer.status_code, "600 KB" in answer.content.decode()) == (422, True)


def test_of_many_problems_the_first_are_told(client_of: Browsing) -> None:
    """R-LST-01: of 200 wrong lines fifty are told, and how many more there are."""
    rows = "".join(f"不知道,事{at}\n" for at in range(200))
    upload = SimpleUploadedFile("清单.csv", f"清单,事项\n{rows}".encode())

    shown = client_of(Role.REVIEWER).post("/lists/publish", {"step": "look", "list": upload}).content.decode()

    assert (shown.count("看不出在哪张清单"), "还有 150 处" in shown) == (50, True)
