"""Asking by the browser where a value is from."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from tests.conftest import QINGHE

from qingzhuang.actions.collect.importing import Roster, import_files
from qingzhuang.store.actors import Actor
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
Browsing = Callable[[Role], Client]
_NUMBER = "360999195503071237"


@pytest.fixture
def known(zhang: Actor, cast: object, tmp_path: Path) -> None:
    """Two rosters that agree on a telephone."""
    for source, day in (("派出所", "2026-03-01"), ("村委会", "2026-06-30")):
        path = tmp_path / f"{source}.csv"
        text = f"姓名,公民身份号码,与户主关系,联系电话\n梁秋实,{_NUMBER},户主,13800008000\n"
        path.write_text(text, encoding="utf-8")
        wish = Roster(region=QINGHE, source=source, as_of=day, is_partial=False, today="2026-11-22")
        import_files(zhang, paths=[path], roster=wish)


def test_every_word_is_shown_with_its_place(known: None, client_of: Browsing) -> None:
    """The page names both sources, their days and rows, and which one holds."""
    answer = client_of(Role.VILLAGE_CLERK).post(reverse("why"), {"person": "梁秋实", "element": "联系电话"})
    text = answer.content.decode()

    assert "派出所" in text
    assert "村委会.csv" in text
    assert text.count("算数的") == 1


def test_numbers_are_masked(known: None, client_of: Browsing) -> None:
    """Neither the telephone nor the identity number stands whole on the page."""
    client = client_of(Role.VILLAGE_CLERK)

    for element, whole in (("联系电话", "13800008000"), ("身份证号", _NUMBER)):
        text = client.post(reverse("why"), {"person": "梁秋实", "element": element}).content.decode()
        assert whole not in text
        assert "****" in text


def test_a_name_never_travels_in_an_address(known: None, client_of: Browsing) -> None:
    """Asked by an address, the page ignores the name: addresses end up in logs."""
    answer = client_of(Role.VILLAGE_CLERK).get(reverse("why"), {"person": "梁秋实", "element": "联系电话"})

    assert "梁秋实" not in answer.content.decode()


def test_nobody_of_that_name_gets_a_sentence(known: None, client_of: Browsing) -> None:
    """A name nobody has is answered on the same page with what was typed."""
    answer = client_of(Role.VILLAGE_CLERK).post(reverse("why"), {"person": "没这人", "element": "联系电话"})

    assert answer.status_code == 422
    assert "没有找到" in answer.content.decode()
