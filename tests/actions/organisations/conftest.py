"""The cast of `tests.cast`, and lists as a county hands them in."""

from collections.abc import Callable, Sequence
from io import BytesIO

import pytest
from openpyxl import Workbook
from pytest_django.fixtures import Settings
from tests.cast import make_cast

from qingzhuang.actions.organisations.lists import ListFile
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Account
from qingzhuang.store.queries.accounts import actor_of
from qingzhuang.store.roles import Role

TODAY = "2026-11-22"
Listing = Callable[[Sequence[Sequence[object]]], ListFile]


@pytest.fixture(autouse=True)
def fast_hasher(settings: Settings) -> None:
    """A hasher that costs a test no time; which one the product uses, config.settings says."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def cast(db: None) -> dict[Role, Account]:
    """青禾县 with its places and offices; comes back: the account of each role."""
    return make_cast()


@pytest.fixture
def actor_as(cast: dict[Role, Account]) -> Callable[[Role], Actor]:
    """The actor whom the account of a role is on TODAY."""

    def acting(role: Role) -> Actor:
        return actor_of(cast[role], today=TODAY)

    return acting


@pytest.fixture
def administrator(actor_as: Callable[[Role], Actor]) -> Actor:
    """林小雪, who keeps accounts, offices and regions of the county."""
    return actor_as(Role.ADMINISTRATOR)


@pytest.fixture
def workbook() -> Listing:
    """Draws an .xlsx with one sheet of these rows, cells as given."""

    def drawn(rows: Sequence[Sequence[object]]) -> ListFile:
        book, content = Workbook(), BytesIO()
        sheet = book.active
        assert sheet is not None
        for row in rows:
            sheet.append(list(row))
        book.save(content)
        return ListFile("名单.xlsx", content.getvalue())

    return drawn
