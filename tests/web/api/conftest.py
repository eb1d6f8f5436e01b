"""The interface as other systems see it: nobody is signed in."""

import pytest
from pytest_django.fixtures import Settings
from tests.web.pages.conftest import key

__all__ = ["key"]


@pytest.fixture(autouse=True)
def plain_web(settings: Settings, key: None) -> None:
    """The web without HTTPS in front."""
    settings.SECURE_SSL_REDIRECT = False
    settings.COUNTY_NAME = "青禾县"
    settings.PUBLIC_ADDRESS = "https://qingzhuang.example"
    settings.ALLOWED_HOSTS = ["localhost", "testserver"]
