"""The auditor's pages: found by who, what and when; looked at and taken out in the open."""

import json
from collections.abc import Callable

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from qingzhuang.store.actors import Actor
from qingzhuang.store.models import JournalEntry
from qingzhuang.store.roles import Role
from qingzhuang.store.writers.journal import record

pytestmark = pytest.mark.database
Browsing = Callable[[Role], Client]


@pytest.fixture
def lines(db: None) -> None:
    """Three lines: two of zhang, one of li."""
    for who, action, about in (
        ("zhang", "collect.import_files", "360999101205"),
        ("zhang", "fill.fetch_filled", "360999101205"),
        ("li", "collect.import_files", "360999101206"),
    ):
        with transaction.atomic():
            record(Actor(who, ("",)), action=action, object_=about, values={"files": 2})


def _page(client: Client, **filters: str) -> str:
    return client.get(reverse("audit"), filters).content.decode()


def test_the_page_counts_what_fits(lines: None, client_of: Browsing) -> None:
    """The headline says how many lines fit the filter."""
    client = client_of(Role.AUDITOR)

    assert "3 行日志" in _page(client)
    assert "2 行日志" in _page(client, who="zhang")
    assert "1 行日志" in _page(client, act="taken")
    assert "1 行日志" in _page(client, about="360999101206")
    assert "0 行日志" in _page(client, until="2020-01-01")


def test_looking_closer_is_a_line_too(lines: None, client_of: Browsing) -> None:
    """Opening a line's details is itself written down: auditors are audited."""
    text = client_of(Role.AUDITOR).get(reverse("audit_line", kwargs={"seq": 1})).content.decode()

    assert "files" in text
    last = JournalEntry.objects.order_by("-seq").first()
    assert last is not None
    assert (last.actor, last.action, last.object) == ("auditor", "journal.look_at_line", "journal 1")


def test_the_export_ends_with_itself_and_a_seal(lines: None, client_of: Browsing) -> None:
    """The file holds every line, its own taking-out as the last one, then the seal."""
    content = client_of(Role.AUDITOR).post(reverse("audit_export")).content.decode()
    said = [json.loads(line) for line in content.splitlines()]

    assert [line.get("action") for line in said][-2:] == ["journal.export_journal", None]
    assert said[-1]["lines"] == len(said) - 1


def test_the_check_says_whole(lines: None, client_of: Browsing) -> None:
    """The check page counts the lines and says they are whole."""
    assert "3 行，完好" in client_of(Role.AUDITOR).get(reverse("audit_check")).content.decode()


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.AUDITOR])
def test_nobody_else_reads_the_journal(lines: None, client_of: Browsing, role: Role) -> None:
    """The journal is open to the auditor alone, not to administrators or leaders."""
    assert client_of(role).get(reverse("audit")).status_code == 403


def test_no_page_counts_what_somebody_did(lines: None, client_of: Browsing) -> None:
    """There is no list of people with numbers beside them (a red line)."""
    text = _page(client_of(Role.AUDITOR))

    assert "登录" not in text.replace("退出登录", "")
    assert "在线" not in text
