"""The empty desk speaks to whoever sits at it."""

from collections.abc import Callable

import pytest
from django.test import Client

from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database


@pytest.mark.parametrize("role", [Role.OFFICER, Role.REVIEWER, Role.AUDITOR, Role.ADMINISTRATOR])
def test_nobody_in_the_county_is_sent_down_to_the_village(
    client_of: Callable[[Role], Client], role: Role
) -> None:
    """Only a village is told that it has nothing to fill and may go out to its people."""
    assert "下村去吧" not in client_of(role).get("/").content.decode()
