"""What an officer typed stays, and what the pages tell can be counted again."""

import re

import pytest
from django.test import Client
from tests.actions.admit.applying import form_bytes
from tests.web.pages.admit.applying.browsing import at, seen, upload

pytestmark = pytest.mark.database


def test_villages_that_were_typed_stay_when_one_is_unknown(browser: Client, draft: int) -> None:
    """R-APP-08: a name nobody knows is told, and the whole list stands there still."""
    typed = {"where": "named", "villages": "青禾村\n不存在村"}

    answer = browser.post(at("application_step", draft, step="scope"), typed)

    assert answer.status_code == 422
    assert re.search(r"<textarea[^>]*>\s*青禾村\n不存在村</textarea>", answer.content.decode())


def test_another_form_brings_its_own_title(browser: Client, draft: int) -> None:
    """R-APP-06: the title taken from a form that is replaced goes with it."""
    upload(browser, draft, form_bytes("姓名", "改造意愿", title="甲表"))

    upload(browser, draft, form_bytes("姓名", "改造意愿", title="乙表"))

    assert "乙表" in seen(browser, at("application", draft))
    assert "甲表" not in seen(browser, at("application", draft))


def test_a_full_application_that_will_not_pass_says_so(browser: Client, draft: int) -> None:
    """R-APP-01: all six steps written is not the same as fit to pass; it says how many lines block."""
    upload(browser, draft, form_bytes("姓名", "改造意愿"))
    for step, typed in {
        "basis": {"basis": "领导说的", "clause": "第一条", "list_class": "support"},
        "scope": {"where": "all", "bearer": "村里"},
        "rhythm": {"frequency": "quarterly", "starts_on": "2098-01-01", "issue_days": "10"},
        "support": {"money": "没有", "people": "没有"},
        "sharing": {"sharing": "没有问过。"},
    }.items():
        browser.post(at("application_step", draft, step=step), typed)

    page = seen(browser, at("application", draft))

    assert "条 过不了" in page
    assert "可以送会审" not in page
