"""The register of matters in a browser."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from qingzhuang.actions.admit.listing import CountyFile
from qingzhuang.actions.admit.registering import MatterWish, import_matters
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import LedgerCap, Matter
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
Browsing = Callable[[Role], Client]
ROWS = (
    "事项名称,种类,发表单位,频次,账本,起始,终止,去向\n党员台账,台账,县委组织部,每月,党建,2024-01-01,,保留\n"
    "学习台账,台账,县委组织部,每月,党建,2024-01-01,2025-06-30,整合到党员台账\n"
    "高龄津贴核定表,报表,县民政局,每季,,2024-01-01,,保留\n"
)


@pytest.fixture
def entered(actor_as: Callable[[Role], Actor]) -> None:
    """Two matters that are kept, and one that went into the first."""
    today = timezone.localdate().isoformat()
    given = CountyFile("总账.csv", ROWS.encode())
    import_matters(actor_as(Role.REVIEWER), given=given, wish=MatterWish(today, today))


def test_everybody_reads_and_filters(client_of: Browsing, entered: None) -> None:
    """R-LST-08: a village clerk sees what is kept, and what ended when asked for it."""
    client = client_of(Role.VILLAGE_CLERK)

    kept = client.get("/matters").content.decode()
    ended = client.get("/matters", {"kind": "ledger", "ended": "ended"}).content.decode()

    assert "要村里做的一共 <b>2 件</b>" in kept
    assert "高龄津贴核定表</a>" in kept
    assert "学习台账</a>" not in kept
    assert "学习台账</a>" in ended
    assert "整合到党员台账" in ended


@pytest.mark.parametrize("asked", [{"page": "99"}, {"page": "²"}, {"kind": "x"}, {"q": "zzz"}, {"book": "x"}])
def test_any_address_is_answered(client_of: Browsing, entered: None, asked: dict[str, str]) -> None:
    """R-LST-08: whatever the address asks for, a page comes back."""
    assert client_of(Role.VILLAGE_CLERK).get("/matters", asked).status_code == 200


def test_a_merged_matter_leads_to_the_other(client_of: Browsing, entered: None) -> None:
    """R-LST-11: the page says where it went, by a link."""
    merged, other = (Matter.objects.get(name=name).pk for name in ("学习台账", "党员台账"))

    shown = client_of(Role.VILLAGE_CLERK).get(f"/matters/{merged}").content.decode()

    assert f'整合到了 <a href="/matters/{other}">党员台账</a>' in shown


def test_the_register_is_exported(client_of: Browsing, entered: None) -> None:
    """R-LST-08: what was chosen comes as an Excel file."""
    answer = client_of(Role.VILLAGE_CLERK).get("/matters/file", {"kind": "ledger"})

    assert answer.content.startswith(b"PK")
    assert "attachment" in answer.headers["Content-Disposition"]


def test_a_reviewer_merges_and_a_clerk_may_not(client_of: Browsing, entered: None) -> None:
    """R-LST-11: sent by a reviewer it ends; sent by a clerk it does not."""
    one = Matter.objects.create(
        kind="ledger", name="走访台账", started_on="2024-01-01", recorded_at=timezone.now()
    )
    form = {"step": "merge", "into": "党员台账"}

    refused = client_of(Role.VILLAGE_CLERK).post(f"/matters/{one.pk}", form)
    still = Matter.objects.get(pk=one.pk).ended_on
    done = client_of(Role.REVIEWER).post(f"/matters/{one.pk}", form)

    assert (refused.status_code in (403, 422), still, done.status_code) == (True, None, 302)
    assert Matter.objects.get(pk=one.pk).why_ended == "整合到党员台账"


def test_a_mistake_comes_back_as_typed(client_of: Browsing, entered: None) -> None:
    """R-LST-11: without a reason the same page says so, and keeps the day that was typed."""
    one = Matter.objects.get(name="高龄津贴核定表")

    answer = client_of(Role.REVIEWER).post(
        f"/matters/{one.pk}", {"step": "end", "why": "", "on": "2099-01-01"}
    )

    assert (answer.status_code, "请写一句为什么" in answer.content.decode()) == (422, True)
    assert 'value="2099-01-01"' in answer.content.decode()


def test_taking_in_is_seen_first(client_of: Browsing) -> None:
    """R-LST-08: the file is shown, carried along, and taken in by a second click."""
    client = client_of(Role.REVIEWER)
    seen = client.post(
        "/matters/import", {"step": "look", "list": SimpleUploadedFile("总账.csv", ROWS.encode())}
    ).content.decode()
    hidden = {
        key: seen.split(f'name="{key}" value="')[1].split('"')[0] for key in ("carried_name", "carried")
    }

    assert ("新进 <b>3 件</b>" in seen, Matter.objects.count()) == (True, 0)
    assert client.post("/matters/import", {"step": "import"} | hidden).status_code == 302
    assert Matter.objects.count() == 3


def test_a_cap_is_set(client_of: Browsing) -> None:
    """R-LST-10: a reviewer sets the cap of a book; a word for a number is told."""
    client = client_of(Role.REVIEWER)

    wrong = client.post("/matters/import", {"step": "cap", "book": "party", "most": "六"})
    done = client.post("/matters/import", {"step": "cap", "book": "party", "most": "6"})

    assert (wrong.status_code, done.status_code, LedgerCap.objects.get().most) == (422, 302, 6)
