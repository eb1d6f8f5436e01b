"""The pages about offices, regions and areas."""

import re
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.conftest import DONGTANG, QINGHE

from qingzhuang.store.models import Account, Area, Office, Region
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
Browsing = Callable[[Role], Client]
NEW = "360999101207"
LIST = f"区划代码,名称\n360999101000,柳河镇\n{QINGHE},新青禾村\n{DONGTANG},东塘村\n{NEW},西岭村\n"


def handed_in(text: str) -> SimpleUploadedFile:
    """A list as a browser sends it."""
    return SimpleUploadedFile("区划.csv", text.encode())


def test_the_page_of_regions_counts_the_villages(client_of: Browsing) -> None:
    """The page opens with how many villages are registered and shows them below their town."""
    text = client_of(Role.ADMINISTRATOR).get("/regions").content.decode()

    assert "<b>2 个村（社区）</b>在册" in text
    assert "柳河镇，2 个村（社区）" in text


def test_a_region_is_found_by_first_letters(client_of: Browsing) -> None:
    """R-ORG-01: `dtc` finds 东塘村."""
    text = client_of(Role.ADMINISTRATOR).get("/regions?q=dtc").content.decode()

    assert DONGTANG in text.split('class="c-list')[1].split("</ul>")[0]


def test_a_list_of_regions_is_looked_at_before_it_is_taken_in(client_of: Browsing) -> None:
    """R-ORG-03: the preview says what would change and writes nothing; confirmed, it is so."""
    client = client_of(Role.ADMINISTRATOR)
    preview = client.post("/regions/list", {"step": "look", "list": handed_in(LIST)}).content.decode()
    before = Region.objects.filter(code=NEW).exists()
    carried = dict(re.findall(r'name="(carried\w*)" value="([^"]*)"', preview))
    client.post("/regions/list", {"step": "import", **carried})

    assert "新增 <b>1</b>，改名 <b>1</b>，不变 2" in preview
    assert not before
    assert Region.objects.get(code=QINGHE, valid_to__isnull=True).name == "新青禾村"


def test_a_bad_line_of_regions_is_named(client_of: Browsing) -> None:
    """R-ORG-03: a code of eleven digits is said with its line, status 422."""
    response = client_of(Role.ADMINISTRATOR).post(
        "/regions/list", {"step": "look", "list": handed_in("区划代码,名称\n36099910120,短村\n")}
    )

    assert response.status_code == 422
    assert "第 2 行的区划代码“36099910120”不是 12 位数字" in response.content.decode()


def test_an_office_is_opened_renamed_and_closed(client_of: Browsing) -> None:
    """R-ORG-07: an office opened on the page takes another name, and closes while nobody is in it."""
    client = client_of(Role.ADMINISTRATOR)
    said = {"do": "one", "name": "县林业局", "code": "lyj", "kind": "department", "region": "360999000000"}
    client.post("/offices/new", said)
    office = Office.objects.get(code="lyj")
    client.post(f"/offices/{office.pk}", {"do": "name", "name": "县林草局"})
    client.post(f"/offices/{office.pk}", {"do": "close"})
    office.refresh_from_db()

    assert office.name == "县林草局"
    assert office.closed_on is not None


def test_an_office_in_use_stays_open(client_of: Browsing) -> None:
    """R-ORG-07: an office with an account in use does not close; the page says how many."""
    office = Office.objects.get(code="zjj")
    response = client_of(Role.ADMINISTRATOR).post(f"/offices/{office.pk}", {"do": "close"})

    assert response.status_code == 422
    assert "还有 1 个账号在用" in response.content.decode()


def test_a_clerk_divides_the_village(client_of: Browsing, cast: dict[Role, Account]) -> None:
    """R-ORG-14: the clerk adds an area with its cadre; the page opens with how many there are."""
    client = client_of(Role.VILLAGE_CLERK)
    said = {"name": "东片", "groups": "一组、二组", "members": ["grid_worker"]}
    client.post(f"/areas/{QINGHE}", said)
    text = client.get(f"/areas/{QINGHE}").content.decode()

    assert "青禾村分 <b>1 片</b>" in text
    assert "何谷雨" in text


def test_a_group_in_two_areas_is_said(client_of: Browsing) -> None:
    """R-ORG-14: 二组 and 2组 are one group; in two areas it is asked about, not refused."""
    client = client_of(Role.VILLAGE_SECRETARY)
    client.post(f"/areas/{QINGHE}", {"name": "东片", "groups": "一组、二组"})
    client.post(f"/areas/{QINGHE}", {"name": "西片", "groups": "2组 三组"})

    assert "2组分在了 2 片：东片、西片" in client.get(f"/areas/{QINGHE}").content.decode()


def test_an_area_is_changed_and_ended(client_of: Browsing) -> None:
    """R-ORG-14: a change holds from today and leaves the old row; ended, the page counts one less."""
    client = client_of(Role.VILLAGE_CLERK)
    client.post(f"/areas/{QINGHE}", {"name": "东片", "groups": "一组"})
    first = Area.objects.get()
    client.post(f"/areas/{QINGHE}/{first.pk}", {"do": "change", "name": "东片", "groups": "一组、四组"})
    second = Area.objects.get(valid_to__isnull=True)
    client.post(f"/areas/{QINGHE}/{second.pk}", {"do": "close"})

    assert (first.pk != second.pk, second.groups) == (True, "一组、四组")
    assert "青禾村还没有分片" in client.get(f"/areas/{QINGHE}").content.decode()


def test_the_town_looks_at_its_villages_and_changes_none(client_of: Browsing) -> None:
    """R-ORG-13: the town sees both villages; adding an area there is not its business."""
    client = client_of(Role.TOWN_CLERK)
    text = client.get("/areas").content.decode()
    refused = client.post(f"/areas/{QINGHE}", {"name": "东片", "groups": "一组"})

    assert ("青禾村" in text, "东塘村" in text) == (True, True)
    assert refused.status_code in (403, 422)
    assert not Area.objects.exists()


@pytest.mark.parametrize("role", [Role.VILLAGE_CLERK, Role.GRID_WORKER, Role.OFFICER, Role.AUDITOR])
def test_another_villages_areas_are_not_shown(client_of: Browsing, role: Role) -> None:
    """R-ORG-13: who does not belong to a village or its town gets the page of what is not there."""
    assert client_of(role).get(f"/areas/{DONGTANG}").status_code == 404


def test_a_village_goes_straight_to_its_own_areas(client_of: Browsing) -> None:
    """Whoever has one village is not asked which."""
    response = client_of(Role.GRID_WORKER).get("/areas")

    assert response.headers["Location"] == f"/areas/{QINGHE}"


@pytest.mark.parametrize("path", ["/areas/360999101999", "/areas/360999101zzz", "/areas/柳河镇"])
def test_a_village_that_is_not_there_is_a_missing_page(client_of: Browsing, path: str) -> None:
    """R-ORG-13: inside one's town too, a code that no village has is a page that says so."""
    assert client_of(Role.TOWN_CLERK).get(path).status_code == 404


@pytest.mark.parametrize("path", ["/people/99999999999999999999999", "/offices/99999999999999999999999"])
def test_a_number_too_large_for_any_row_is_a_missing_page(client_of: Browsing, path: str) -> None:
    """A number longer than a database counts is nobody's, not a failure of ours."""
    assert client_of(Role.ADMINISTRATOR).get(path).status_code == 404


def test_a_page_number_that_is_none_is_the_first(client_of: Browsing) -> None:
    """Whatever stands for the page in the address, the list is shown."""
    client = client_of(Role.ADMINISTRATOR)

    assert {client.get(f"/people?page={typed}").status_code for typed in ("0", "-1", "x", "²", "9" * 30)} == {
        200
    }
