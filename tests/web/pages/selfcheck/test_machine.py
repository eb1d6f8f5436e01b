"""The self-check: what is said, and what is never shown."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from qingzhuang.config.secrets import make_secret_key
from qingzhuang.store.actors import Actor
from qingzhuang.store.queries.health import health
from qingzhuang.store.roles import Role
from qingzhuang.store.signing import signing_key
from qingzhuang.store.stamps import BACKUP, TICK, stamp

pytestmark = pytest.mark.database
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
KEEPER = Actor("lin", (), roles=frozenset({Role.ADMINISTRATOR}))


def _bad(home: Path) -> set[str]:
    return {each.what for each in health(KEEPER, now=NOW) if not each.is_good} - {"磁盘", "数据库", "行级锁"}


def test_what_was_never_done_is_to_look_at(home: Path) -> None:
    """R-WEB-12: without key, backup and tick the three are named, each with a way out."""
    assert _bad(home) == {"登录签名密钥", "备份", "准入的钟"}


def test_what_was_done_lately_is_fine(home: Path) -> None:
    """R-WEB-12: key made, backup of today, tick of this hour: nothing to look at."""
    make_secret_key(home)
    stamp(home, BACKUP, at=NOW)
    stamp(home, TICK, at=NOW)

    assert _bad(home) == set()


@pytest.mark.parametrize(("what", "name"), [(BACKUP, "备份"), (TICK, "准入的钟")])
def test_what_stopped_is_to_look_at(home: Path, what: str, name: str) -> None:
    """R-WEB-12: a timer that stopped three days ago is seen."""
    make_secret_key(home)
    stamp(home, BACKUP, at=NOW)
    stamp(home, TICK, at=NOW)
    stamp(home, what, at=NOW - timedelta(days=3))

    assert _bad(home) == {name}


def test_a_key_that_others_can_read_is_to_look_at(home: Path) -> None:
    """R-WEB-12: a key copied with loose rights is named with the command that mends it."""
    make_secret_key(home)
    (home / "secret.key").chmod(0o644)

    said = {each.what: each.said for each in health(KEEPER, now=NOW)}

    assert "chmod 600" in said["登录签名密钥"]


def test_the_page_shows_no_secret(home: Path, client_of: Callable[[Role], Client]) -> None:
    """R-WEB-12: the page has a sentence a line, and no key, password or address of the database."""
    make_secret_key(home)
    signing_key(home)
    stamp(home, BACKUP, at=timezone.now())

    page = client_of(Role.ADMINISTRATOR).get(reverse("selfcheck")).content.decode()

    assert page.count('<th scope="row"') >= 12
    assert (home / "secret.key").read_text() not in page
    assert '"d"' not in page
    assert "postgresql://" not in page
