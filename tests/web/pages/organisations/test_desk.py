"""The desk after signing in."""

from collections.abc import Callable

import pytest
from django.test import Client

from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database


@pytest.mark.parametrize("role", list(Role))
def test_every_role_finds_its_desk(client_of: Callable[[Role], Client], role: Role) -> None:
    """Whoever is signed in, of whatever role, opens the desk."""
    response = client_of(role).get("/")

    assert response.status_code == 200
