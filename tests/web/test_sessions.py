"""What changes for somebody who is signed in when an account is closed or a post begins or ends."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.web.pages.conftest import cast, client_of, key, plain_web

from qingzhuang.store.models import Account, Post
from qingzhuang.store.roles import Role

__all__ = ["cast", "client_of", "key", "plain_web"]
pytestmark = pytest.mark.database
Cast = dict[Role, Account]
Browsing = Callable[[Role], Client]


def test_a_post_that_ended_is_over_at_the_next_click(cast: Cast, client_of: Browsing) -> None:
    """R-WEB-10: the day a post ends its pages are shut, in a session that is already open."""
    client = client_of(Role.VILLAGE_CLERK)
    before = client.get(reverse("fill")).status_code
    Post.objects.filter(account=cast[Role.VILLAGE_CLERK]).update(valid_to=timezone.localdate().isoformat())

    assert (before, client.get(reverse("fill")).status_code) == (200, 403)


def test_a_post_that_begins_counts_at_the_next_click(cast: Cast, client_of: Browsing) -> None:
    """R-WEB-10: a role given while somebody is signed in opens its pages without signing in again."""
    client = client_of(Role.OFFICER)
    before = client.get(reverse("audit")).status_code
    Post.objects.create(
        account=cast[Role.OFFICER], role=Role.AUDITOR.value, region="360999", valid_from="2026-01-01"
    )

    assert (before, client.get(reverse("audit")).status_code) == (403, 200)


def test_a_post_of_tomorrow_does_not_count_today(cast: Cast, client_of: Browsing) -> None:
    """R-WEB-10: what begins tomorrow opens nothing before."""
    tomorrow = (timezone.localdate() + timedelta(days=1)).isoformat()
    Post.objects.create(
        account=cast[Role.OFFICER], role=Role.AUDITOR.value, region="360999", valid_from=tomorrow
    )

    assert client_of(Role.OFFICER).get(reverse("audit")).status_code == 403


def test_a_closed_account_is_out(cast: Cast, client_of: Browsing) -> None:
    """R-WEB-10: a closed account is asked to sign in at its next click, wherever it was."""
    client = client_of(Role.REVIEWER)
    Account.objects.filter(pk=cast[Role.REVIEWER].pk).update(closed_at=timezone.now())

    assert client.get(reverse("reviews"))["Location"].startswith(reverse("login"))
