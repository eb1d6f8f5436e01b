"""Deciding in the browser who is who."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from tests.conftest import QINGHE

from qingzhuang.actions.collect.importing import Roster, import_files
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Question
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
Browsing = Callable[[Role], Client]
_NUMBER = "360999195503071237"


@pytest.fixture
def doubt(zhang: Actor, cast: object, tmp_path: Path) -> Question:
    """Two rows, one name, one of them without a number: the same person or not?"""
    for source, text in (
        ("派出所", f"户号,姓名,与户主关系,公民身份号码\nH1,梁秋实,户主,{_NUMBER}\n"),
        ("村委会", "姓名,出生日期,文化程度\n梁秋实,1955-03-07,小学\n"),
    ):
        path = tmp_path / f"{source}.csv"
        path.write_text(text, encoding="utf-8")
        wish = Roster(region=QINGHE, source=source, as_of="2026-06-30", is_partial=False, today="2026-11-22")
        import_files(zhang, paths=[path], roster=wish)
    return Question.objects.get()


def test_both_rows_stand_side_by_side(doubt: Question, client_of: Browsing) -> None:
    """The page counts the doubts and shows what each source says under Chinese labels."""
    text = client_of(Role.VILLAGE_CLERK).get(reverse("questions")).content.decode()

    assert "1 处拿不准" in text
    assert "派出所" in text
    assert "村委会" in text
    assert _NUMBER not in text


@pytest.mark.parametrize(("said", "is_same"), [("yes", True), ("no", False)])
def test_one_click_settles_it(doubt: Question, client_of: Browsing, said: str, is_same: bool) -> None:
    """An answer is kept and the doubt is gone from the page."""
    client = client_of(Role.VILLAGE_CLERK)
    client.post(reverse("questions"), {"question": doubt.pk, "is_same": said})

    doubt.refresh_from_db()

    assert doubt.is_same is is_same
    assert "没有拿不准的" in client.get(reverse("questions")).content.decode()


@pytest.mark.parametrize("asked", ["", "999999", "x", "9" * 40])
def test_a_question_that_is_not_there_gets_a_sentence(client_of: Browsing, asked: str) -> None:
    """A number nobody gave out is answered with a sentence on the same page."""
    answer = client_of(Role.VILLAGE_CLERK).post(reverse("questions"), {"question": asked, "is_same": "yes"})

    assert answer.status_code == 422
