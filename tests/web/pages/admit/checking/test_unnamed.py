"""Nobody can tell who reported: not the database, not the journal, not the session, not the log."""

import logging
from collections.abc import Callable
from uuid import UUID

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.urls import reverse
from tests.conftest import QINGHE

from qingzhuang.store.models import RefusalReport
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
Browsing = Callable[[Role], Client]
Dump = dict[str, set[str]]
HERE = "203.0.113.77"  # of RFC 5737, for examples
NOTICE = (
    "@张小满 请青禾村、柳河镇今天 18:00 前报《夜间巡查打卡表》，联系人周立夏 13800001111，"
    "到岗打卡。360999101205\n县住建局"
)
NEEDLES = ("village_clerk", "张小满", "周立夏", "青禾村", "柳河镇", QINGHE, "13800001111", HERE)


def dumped() -> Dump:
    """Every row of every table, as text."""
    with connection.cursor() as cursor:
        tables = connection.introspection.table_names(cursor)
        rows: Dump = {}
        for table in tables:
            cursor.execute(f'SELECT * FROM "{table}"')
            rows[table] = {repr(row) for row in cursor.fetchall()}
    return rows


def added(before: Dump, after: Dump) -> Dump:
    """What is there now and was not there before, by table."""
    return {table: rows - before[table] for table, rows in after.items() if rows - before[table]}


def reported(client: Client, *, once: str = "a", do: str = "report", text: str = NOTICE) -> str:
    """The page after a report."""
    sent = {"text": text, "do": do, "once": once}
    answer = client.post(reverse("checking"), sent, REMOTE_ADDR=HERE)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def client(client_of: Browsing) -> Client:
    """A village clerk who has already looked at the page."""
    client = client_of(Role.VILLAGE_CLERK)
    client.get(reverse("checking"), REMOTE_ADDR=HERE)
    return client


def test_a_report_adds_its_own_row_and_nothing_else(client: Client) -> None:
    """R-CHE-08: the whole database, journal and session tables too, differs by one row of reports."""
    before = dumped()

    reported(client)

    new = added(before, dumped())
    assert set(new) - {"django_session"} == {"store_refusalreport"}
    assert len(new["store_refusalreport"]) == 1


def test_nothing_beside_a_report_names_anybody(client: Client) -> None:
    """R-CHE-08, R-CHE-09: no row of a report holds account, person, village, code, phone, address."""
    before = dumped()

    reported(client)

    rows = "".join("".join(each) for each in added(before, dumped()).values())
    assert [needle for needle in NEEDLES if needle in rows] == []
    assert RefusalReport.objects.get().notice.startswith("× 请×、×今天")


def test_the_session_says_the_same_after_a_check(client: Client) -> None:
    """R-CHE-08: a session after a report holds just what it holds after a check."""
    client.post(reverse("checking"), {"text": NOTICE, "do": "check"})
    checked = {key for each in Session.objects.all() for key in each.get_decoded()}

    reported(client)

    assert {key for each in Session.objects.all() for key in each.get_decoded()} == checked
    assert "报" not in repr([each.get_decoded() for each in Session.objects.all()])


@pytest.mark.parametrize("do", ["check", "refuse"])
def test_checking_and_refusing_write_nothing(client: Client, do: str) -> None:
    """R-CHE-01: neither a check nor a refusal adds a row anywhere but to the session itself."""
    before = dumped()

    reported(client, do=do)

    assert set(added(before, dumped())) <= {"django_session"}


def test_no_log_speaks_of_a_report(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    """R-CHE-08: whatever is logged at the finest level while somebody reports names nobody and nothing."""
    caplog.set_level(logging.DEBUG)

    reported(client)

    assert [needle for needle in (*NEEDLES, "打卡", "checking") if needle in caplog.text] == []


def test_no_column_points_at_anybody() -> None:
    """R-CHE-08: the table has no foreign key, no instant, and a random key."""
    fields = RefusalReport._meta.get_fields()

    assert [each.name for each in fields if each.is_relation] == []
    assert {each.name for each in fields} == {
        *("id", "week", "notice", "asked_by", "number", "verdict", "clause", "photo", "answered_on", "answer")
    }
    assert [each.name for each in fields if "Date" in type(each).__name__] == []


def test_the_same_page_sent_twice_is_one_report(client: Client) -> None:
    """R-CHE-07: a second tap in a dead spot, or a page loaded again, counts once."""
    reported(client, once="one page")
    reported(client, once="one page")
    reported(client, once="another")

    assert RefusalReport.objects.count() == 2


def test_an_id_is_not_the_text_of_the_page(client: Client) -> None:
    """R-CHE-08: the page holds no id of the report it made; the id looks random, version 4."""
    page = reported(client, once="0" * 32)
    found = RefusalReport.objects.get().id

    assert isinstance(found, UUID)
    assert found.version == 4
    assert found.hex not in page
    assert str(found) not in page


def test_rows_lie_in_no_order(client: Client) -> None:
    """R-CHE-08: neither the ids nor the places of the rows say which report came first."""
    for at in range(24):
        reported(client, once=f"page {at}", text=f"请报《第{at}批巡查表》。")

    by_id = [row.notice[4:].partition("批")[0] for row in RefusalReport.objects.order_by("id")]
    assert _inversions([int(each) for each in by_id]) > 60  # of 276; in order there are none
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT notice FROM store_refusalreport ORDER BY rowid")
            places = [int(notice[4:].partition("批")[0]) for (notice,) in cursor.fetchall()]
        assert _inversions(places) > 60


def _inversions(numbers: list[int]) -> int:
    """How many pairs stand the wrong way round."""
    return sum(a > b for at, a in enumerate(numbers) for b in numbers[at + 1 :])


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("县住建局", "县住建局"),
        ("青禾县住建局", "县住建局"),
        ("柳河镇人民政府", "镇（街道）或村"),
        ("柳河镇党委", "镇（街道）或村"),
        ("县农业农村局", "县农业农村局"),
        ("", ""),
    ],
)
def test_an_office_that_tells_the_place_is_not_kept(client: Client, said: str, kept: str) -> None:
    """R-CHE-09: a department stays by name; of a town or a village it is only said that it is one."""
    reported(client, text=f"请填报《夜间巡查打卡表》，到岗打卡。\n{said}")

    assert RefusalReport.objects.get().asked_by == kept


def test_only_the_monday_is_kept(client: Client) -> None:
    """R-CHE-08: of the time of a report its week is known, by its Monday."""
    reported(client)

    week = RefusalReport.objects.get().week
    assert len(week) == 10
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM store_refusalreport")
        row = repr(cursor.fetchall())
    assert row.count("T") == 0 or "datetime" not in row
