"""The hours of an application: one number on every page, and each as its formula gives it."""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest
from django.test import Client
from tests.submissions import APPLICATION, hand_in

from qingzhuang.engine.admit.domain import Application
from qingzhuang.store.models import Decision
from qingzhuang.store.roles import Role
from qingzhuang.web.wording import hours

pytestmark = pytest.mark.database
Browsing = Callable[[Role], Client]
TURNED = replace(APPLICATION, fields=APPLICATION.fields[4:], supplied=APPLICATION.fields[:4])
SENT = {
    "opinion": "照办。",
    "act": "send",
    "fields": ["4", "5", "6"],
    "frequency": "quarterly",
    "towns": ["360999101"],
    "ends_on": APPLICATION.ends_on,
    "mark": f"4,5,6|quarterly|360999101|{APPLICATION.ends_on}",
}


@pytest.fixture
def reviewer(client_of: Browsing) -> Client:
    """A reviewer's browser."""
    return client_of(Role.REVIEWER)


def said(client: Client, path: str) -> str:
    """What a page says."""
    return str(client.get(path).content.decode())


@pytest.mark.parametrize(
    ("asked", "outcome"),
    [(APPLICATION, "reduced"), (TURNED, "admitted")],
    ids=["as asked", "turned into data"],
)
def test_the_hours_are_one_number_everywhere(reviewer: Client, asked: Application, outcome: str) -> None:
    """R-HRS-04, R-REV-07: review, opinion, decision: the same two numbers, each as its formula gives."""
    submission = hand_in(asked)

    page = said(reviewer, f"/reviews/{submission.pk}")
    was, advised = (hours(each) for each in recomputed(page))
    form = said(reviewer, f"/reviews/{submission.pk}/opinion")
    reviewer.post(f"/reviews/{submission.pk}/opinion", SENT | {"outcome": outcome})
    row = Decision.objects.get()

    assert (hours(row.hours_asked), hours(row.hours)) == (was, advised) == ("45", "19")
    assert f"{was}<small>小时/年" in page
    assert f"{advised}<small>小时/年" in page
    assert f"一年 <b>{advised} 小时</b>，照发 {was} 小时" in form
    assert [hours(each) for each in recomputed(form)] == [advised, was, was, advised]
    assert f"一年 <b>{advised} 小时</b>，照发 {was} 小时" in said(reviewer, f"/reviews/decisions/{row.pk}")


def test_the_queue_says_the_hours_of_the_review_page(reviewer: Client) -> None:
    """R-REV-07: what was turned into data by its department is in the hours as asked of the queue too."""
    hand_in(TURNED)

    page = said(reviewer, "/reviews")

    assert '<span class="u-num">45</span> → <span class="u-num">19</span>' in page


def recomputed(page: str) -> list[float]:
    """The hours that the formulas of a page give, in their order."""
    found = re.findall(r"([\d,]+) 村 × (\d+) 次 × ([\d,]+) 分钟", page)
    numbers = ([int(each.replace(",", "")) for each in one] for one in found)
    return [round(villages * times * minutes / 60, 1) for villages, times, minutes in numbers]
