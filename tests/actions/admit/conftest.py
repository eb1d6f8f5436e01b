"""青禾县 with an officer who applies, a colleague of another office, and a village of which much is known."""

from pathlib import Path

import pytest
from pytest_django.fixtures import Settings
from tests.actions.admit.applying import HELD, form_bytes, roster_of
from tests.cast import make_cast, make_person
from tests.conftest import QINGHE
from tests.days import TODAY, day

from qingzhuang.actions.admit.binding import take_form
from qingzhuang.actions.admit.drafting import begin
from qingzhuang.actions.collect import Roster, import_files
from qingzhuang.engine.admit.domain import Kind
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import Account
from qingzhuang.store.queries.accounts import actor_of
from qingzhuang.store.roles import Role
from qingzhuang.store.rowsecurity import bound


@pytest.fixture
def cast(db: None, settings: Settings) -> dict[Role, Account]:
    """青禾县 with its places, offices and people (`tests.cast`); a fast hasher: nobody signs in."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    return make_cast()


@pytest.fixture
def officer(cast: dict[Role, Account]) -> Actor:
    """Of 县住建局, for the whole county."""
    return actor_of(cast[Role.OFFICER], today=TODAY)


@pytest.fixture
def stranger(cast: dict[Role, Account]) -> Actor:
    """An officer of 县民政局."""
    account = make_person("other", role=Role.OFFICER, full_name="冯处暑", office="mzj", region="360999")
    return actor_of(account, today=TODAY)


@pytest.fixture
def known(cast: dict[Role, Account], zhang: Actor, tmp_path: Path) -> None:
    """Every resident of 青禾村 is known with what the form asks, but for what is new."""
    path = roster_of(tmp_path / "常住人口.csv", columns=HELD)
    roster = Roster(region=QINGHE, source="派出所", as_of=day(-21), is_partial=False, today=TODAY)
    with bound(zhang):
        import_files(zhang, paths=[path], roster=roster)


@pytest.fixture
def draft(officer: Actor) -> int:
    """A form of the officer, begun."""
    return begin(officer, kind=Kind.FORM, title="")


@pytest.fixture
def with_form(officer: Actor, draft: int) -> int:
    """A draft with its empty form."""
    take_form(officer, request_id=draft, name="摸排表.xlsx", content=form_bytes())
    return draft
