"""Rosters handed in by a browser, looked at, taken back."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.conftest import DONGTANG, QINGHE

from qingzhuang.store.models import Import, Subject
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
Browsing = Callable[[Role], Client]
_HEADER = "姓名,性别,公民身份号码,与户主关系,联系电话"
_ROSTER = f"{_HEADER}\n梁秋实,男,360999195503071237,户主,13800008000\n没号的,男,123,户主,\n"


def _hand_in(client: Client, **more: str) -> str:
    """Hand in a roster of two rows, one of them without a valid number; the page that answers."""
    file = SimpleUploadedFile("户籍名册.csv", _ROSTER.encode())
    words = {"files": file, "region": QINGHE, "source": "村委会"} | more
    return client.post(reverse("rosters"), words).content.decode()


def test_a_roster_comes_in_by_the_browser(client_of: Browsing) -> None:
    """The page says how many rows were taken, and of each that was not, why."""
    text = _hand_in(client_of(Role.VILLAGE_CLERK), take="1")

    assert "收下 1 行" in text
    assert "第 3 行" in text
    assert Subject.objects.filter(region=QINGHE, is_household=False).count() == 1


def test_a_trial_writes_nothing(client_of: Browsing) -> None:
    """先试一试 tells the same and keeps nothing."""
    text = _hand_in(client_of(Role.VILLAGE_CLERK), **{"try": "1"})

    assert "会收下 1 行" in text
    assert not Import.objects.exists()


def test_an_import_is_taken_back_after_one_question(client_of: Browsing) -> None:
    """Opening the page of undoing undoes nothing; its button does."""
    client = client_of(Role.VILLAGE_CLERK)
    _hand_in(client, take="1")
    address = reverse("undo_roster", kwargs={"import_id": Import.objects.get().pk})

    client.get(address)
    before = Import.objects.get().withdrawn_at
    client.post(address)

    assert before is None
    assert Import.objects.get().withdrawn_at is not None


def test_a_neighbours_import_is_not_there(client_of: Browsing) -> None:
    """An import of another village cannot be seen or taken back."""
    client = client_of(Role.VILLAGE_CLERK)
    _hand_in(client, take="1")
    Import.objects.update(region=DONGTANG)
    number = Import.objects.get().pk

    assert client.get(reverse("roster", kwargs={"import_id": number})).status_code == 404
    assert client.post(reverse("undo_roster", kwargs={"import_id": number})).status_code == 404
    assert Import.objects.get().withdrawn_at is None


@pytest.mark.parametrize("missing", ["source", "files"])
def test_what_was_typed_stays_when_something_is_missing(client_of: Browsing, missing: str) -> None:
    """Without a file or a source the form comes back with one sentence and everything typed."""
    words: dict[str, object] = {
        "files": SimpleUploadedFile("名册.csv", _ROSTER.encode()),
        "region": QINGHE,
        "source": "村委会",
        "as_of": "2026.10.31",
    }
    words.pop(missing)

    answer = client_of(Role.VILLAGE_CLERK).post(reverse("rosters"), words)

    assert answer.status_code == 422
    assert 'value="2026.10.31"' in answer.content.decode()
