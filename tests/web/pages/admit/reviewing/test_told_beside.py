"""What stands beside the numbers of the review desk."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client
from tests.submissions import APPLICATION, hand_in

from qingzhuang.engine.admit.domain import Finding, Topic, Weight
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
EMPTY = "看了 40 个村，39 个村平台里还没有名册；各项有多少，是按有名册的 1 个村算的。"


def _seen(client: Client, path: str) -> str:
    return client.get(path).content.decode()


def test_the_verdict_says_how_few_villages_it_rests_on(client_of: Callable[[Role], Client]) -> None:
    """R-DUP-01: who reads that most fields are held also reads of how many villages nothing is held."""
    found = hand_in(findings=(Finding(Topic.HELD, Weight.WARNS, EMPTY, step="form"),))

    assert EMPTY in _seen(client_of(Role.REVIEWER), f"/reviews/{found.pk}")


def test_like_ones_are_taken_together_by_one_link(client_of: Callable[[Role], Client]) -> None:
    """R-REV-04: a group of like ones has a link that leads to one opinion on all of them."""
    rows = [
        hand_in(replace(APPLICATION, title=f"老年人居住情况{word}"), reference=f"ZR-2026-00{at}")
        for at, word in enumerate(("摸排表", "统计表"), 1)
    ]

    page = _seen(client_of(Role.REVIEWER), "/reviews")

    assert "这 2 件写一条意见" in page
    assert "&amp;".join(f"submission={row.pk}" for row in rows) in page
