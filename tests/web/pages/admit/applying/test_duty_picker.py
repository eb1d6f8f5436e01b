"""Looking for the line of the three lists on the step of the basis, in one's own words."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.web.pages.admit.applying.browsing import at, seen

from qingzhuang.actions.admit.listing import CountyFile, ListWish, publish_lists
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.requests import request_of
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
LISTS = (
    "清单,事项,责任部门,依据,支持\n依法履职清单,村务公开,县民政局,,\n"
    "协助清单,高龄津贴申请初核,县民政局,,每村一人\n"
)


@pytest.fixture
def published(actor_as: Callable[[Role], Actor]) -> None:
    """Two lists, long in force."""
    given = CountyFile("清单.csv", LISTS.encode())
    publish_lists(actor_as(Role.REVIEWER), given=given, wish=ListWish("2020-01-01"))


@pytest.mark.parametrize("words", ["高龄", "gljt"])
def test_lines_are_found_by_own_words_and_by_initials(
    browser: Client, draft: int, published: None, words: str
) -> None:
    """R-APP-20: what was written so far is kept, and the lines found stand there to be chosen."""
    path = at("application_step", draft, step="basis")

    answer = browser.post(path, {"basis": "青民发〔2026〕12号", "words": words})
    page = browser.get(answer.headers["Location"].partition("#")[0]).content.decode()

    assert 'name="line" value="高龄津贴申请初核"' in page
    assert "县民政局" in page
    assert "青民发〔2026〕12号" in page


def test_a_line_that_was_chosen_is_the_duty(
    browser: Client, officer: Actor, draft: int, published: None
) -> None:
    """R-APP-20: the line that was ticked takes the place of what stood in the blank."""
    browser.post(at("application_step", draft, step="basis"), {"duty": "津贴", "line": "高龄津贴申请初核"})

    assert request_of(officer, draft).application.duty == "高龄津贴申请初核"


def test_ones_own_words_stay_as_they_are(
    browser: Client, officer: Actor, draft: int, published: None
) -> None:
    """R-APP-20: whoever writes freely is not corrected, and is not sent to the search."""
    answer = browser.post(at("application_step", draft, step="basis"), {"duty": "帮着发津贴"})

    assert request_of(officer, draft).application.duty == "帮着发津贴"
    assert "words=" not in answer.headers["Location"]


def test_where_nothing_is_found_it_is_said(browser: Client, draft: int, published: None) -> None:
    """R-APP-20: no line is a sentence with a way on, not an empty list."""
    page = seen(browser, at("application_step", draft, step="basis") + "?words=飞碟")

    assert "没有找到“飞碟”" in page
