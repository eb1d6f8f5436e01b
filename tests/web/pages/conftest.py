"""Browsers of the cast: one click and somebody of a role is signed in."""

from collections.abc import Callable

import pytest
from django.conf import settings as django_settings
from django.test import Client
from pytest_django.fixtures import Settings
from tests.cast import make_cast

from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Account
from qingzhuang.store.queries.accounts import actor_of
from qingzhuang.store.roles import Role

TODAY = "2026-11-22"
Browsing = Callable[[Role], Client]


@pytest.fixture(scope="session")
def key() -> None:
    """A key that signs the cookies of the tests; theirs is a house without a data folder."""
    # Not by the settings fixture: taking an override back reads the old value, and Django refuses "".
    django_settings.SECRET_KEY = "a key of the tests, forty characters and more of it"


@pytest.fixture(autouse=True)
def plain_web(settings: Settings, key: None) -> None:
    """The web without HTTPS in front, with a hasher that costs a test no time."""
    settings.SECURE_SSL_REDIRECT = False
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.COUNTY_NAME = "青禾县"


@pytest.fixture
def cast(db: None) -> dict[Role, Account]:
    """青禾县 with its places and offices; comes back: the account of each role (`tests.cast`)."""
    return make_cast()


@pytest.fixture
def client_of(cast: dict[Role, Account]) -> Browsing:
    """A browser in which the account of a role is signed in."""

    def opened(role: Role) -> Client:
        client = Client()
        client.force_login(cast[role], backend="django.contrib.auth.backends.ModelBackend")
        return client

    return opened


@pytest.fixture
def actor_as(cast: dict[Role, Account]) -> Callable[[Role], Actor]:
    """The actor whom the account of a role is on TODAY."""

    def acting(role: Role) -> Actor:
        return actor_of(cast[role], today=TODAY)

    return acting
