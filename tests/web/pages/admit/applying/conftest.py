"""The officer's browser, a form begun, and a village of which much is known."""

from collections.abc import Callable
from pathlib import Path

import pytest
from django.test import Client
from tests.actions.admit.applying import HELD, roster_of
from tests.conftest import QINGHE
from tests.days import TODAY, day

from qingzhuang.actions.admit.drafting import begin
from qingzhuang.actions.collect import Roster, import_files
from qingzhuang.engine.admit.domain import Kind
from qingzhuang.store.actors import Actor
from qingzhuang.store.roles import Role
from qingzhuang.store.rowsecurity import bound


@pytest.fixture
def officer(actor_as: Callable[[Role], Actor]) -> Actor:
    """The officer of 县住建局."""
    return actor_as(Role.OFFICER)


@pytest.fixture
def browser(client_of: Callable[[Role], Client]) -> Client:
    """The officer's browser."""
    return client_of(Role.OFFICER)


@pytest.fixture
def draft(officer: Actor) -> int:
    """A form, begun."""
    return begin(officer, kind=Kind.FORM, title="")


@pytest.fixture
def known(cast: object, zhang: Actor, tmp_path: Path) -> None:
    """The residents of 青禾村 are known."""
    roster = Roster(region=QINGHE, source="派出所", as_of=day(-21), is_partial=False, today=TODAY)
    with bound(zhang):
        import_files(zhang, paths=[roster_of(tmp_path / "名册.csv", columns=HELD)], roster=roster)
