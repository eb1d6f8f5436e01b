"""What stands in the program's log, and what never does."""

import io
import json
import logging
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st
from tests.cast import PASSWORD
from tests.web.failing_urls import SAID
from tests.web.pages.conftest import cast, key, plain_web

from qingzhuang.config.logs import LINES, JsonLine, masked

__all__ = ["cast", "key", "plain_web"]


@pytest.fixture
def heard() -> Iterator[io.StringIO]:
    """Everything the log's own formatter writes, at every level, while a test runs."""
    stream = io.StringIO()
    handler = logging.StreamHandler(stream)
    handler.setFormatter(JsonLine())
    root = logging.getLogger()
    root.addHandler(handler)
    yield stream
    root.removeHandler(handler)


@given(
    st.from_regex(r"1[3-9][0-9]{9}|[1-9][0-9]{16}[0-9X]", fullmatch=True),
    st.sampled_from(["", " ", "号", "，", "a"]),
)
def test_no_number_of_a_person_is_left(number: str, around: str) -> None:
    """R-WEB-08: telephones and identity numbers are masked whatever stands beside them."""
    assert number not in masked(f"{around}{number}{around}")


def test_counts_and_instants_stay() -> None:
    """R-WEB-08: a line of log stays useful: counts, days and short codes are not masked."""
    assert masked("2026-11-22 31 rows, reference 9f3a12bc") == "2026-11-22 31 rows, reference 9f3a12bc"


def test_the_guards_own_lines_go_nowhere() -> None:
    """R-WEB-08: what counts failed tries writes accounts and addresses into its lines: none is kept."""
    assert LINES["loggers"]["axes"] == {"handlers": ["nowhere"], "level": "CRITICAL", "propagate": False}


@pytest.mark.database
@pytest.mark.urls("tests.web.failing_urls")
def test_a_mistake_of_ours_is_a_page_and_a_line(client: Client, cast: object, heard: io.StringIO) -> None:
    """R-WEB-07: the page has a number and no details; R-WEB-08: the log has kind and place."""
    client.raise_request_exception = False

    answer = client.get("/failing")

    page = answer.content.decode()
    lines = [json.loads(line) for line in heard.getvalue().splitlines()]
    number = next(line["said"].split()[-1] for line in lines if "reference" in line["said"])
    assert answer.status_code == 500
    assert "不是你的问题" in page
    assert number in page
    assert any(line.get("error") == "ValueError" for line in lines)
    assert not [word for word in (*SAID.split(), "ValueError") if word in page]
    assert not [word for word in SAID.split() if word in heard.getvalue()]


@pytest.mark.database
def test_a_played_session_leaves_nothing_personal(client: Client, cast: object, heard: io.StringIO) -> None:
    """R-WEB-08: wrong tries, a right one, a question: no account, password or name in any line."""
    for password in ("错的口令一二三四五六", PASSWORD):
        client.post(reverse("login"), {"username": "village_clerk", "password": password})
    client.post(reverse("why"), {"who": "张三", "what": "联系电话"})
    client.get("/13800138000/360999199001011234")
    client.post(reverse("people"))

    said = heard.getvalue()
    assert "Not Found" in said
    assert not [
        each
        for each in ("village_clerk", "口令", PASSWORD, "张三", "13800138000", "360999199")
        if each in said
    ]
