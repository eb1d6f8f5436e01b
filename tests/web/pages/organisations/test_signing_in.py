"""Signing in: who gets in, who waits, what is never said."""

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from tests.cast import PASSWORD

from qingzhuang.store.models import Account
from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
Cast = dict[Role, Account]


def _tried(client: Client, name: str, password: str, **more: str) -> tuple[int, str]:
    """Status and text of one try."""
    answer = client.post(reverse("login"), {"username": name, "password": password, **more})
    return answer.status_code, answer.content.decode()


def test_the_right_password_leads_to_the_desk(cast: Cast, client: Client) -> None:
    """Whoever knows the password is let in and sees the desk with their own name."""
    answer = client.post(reverse("login"), {"username": "village_clerk", "password": PASSWORD}, follow=True)

    assert answer.status_code == 200
    assert "张小满" in answer.content.decode()


def test_a_wrong_password_and_an_unknown_account_look_the_same(cast: Cast, client: Client) -> None:
    """Nobody learns from the page whether an account exists."""
    known = _tried(client, "village_clerk", "not this one at all")
    unknown = _tried(client, "nobody_of_this_name", "not this one at all")

    assert known[0] == unknown[0] == 422
    assert known[1].count("账号或口令不对") == unknown[1].count("账号或口令不对") == 1


def test_after_five_failures_the_sixth_try_waits(cast: Cast, client: Client) -> None:
    """Five wrong tries from one network close the account for that network, even for the right password."""
    for _ in range(5):
        _tried(client, "village_clerk", "not this one at all")

    status, text = _tried(client, "village_clerk", PASSWORD)

    assert status == 429
    assert "请等 15 分钟" in text


def test_others_on_the_same_network_are_not_locked_out(cast: Cast, client: Client) -> None:
    """Failures of one account close that account on that network and no other one."""
    for _ in range(6):
        _tried(client, "village_clerk", "not this one at all")

    answer = client.post(reverse("login"), {"username": "officer", "password": PASSWORD})

    assert answer.status_code == 302


def test_the_same_account_elsewhere_is_not_locked_out(cast: Cast, client: Client) -> None:
    """Somebody who guesses from afar cannot keep a clerk out of her own office."""
    for _ in range(6):
        client.post(
            reverse("login"), {"username": "village_clerk", "password": "wrong"}, REMOTE_ADDR="10.9.9.9"
        )

    answer = client.post(reverse("login"), {"username": "village_clerk", "password": PASSWORD})

    assert answer.status_code == 302


def test_a_new_session_gets_a_new_key(cast: Cast, client: Client) -> None:
    """A session key somebody planted before signing in is worth nothing after it."""
    client.get(reverse("text_size"))
    session = client.session
    session["planted"] = True
    session.save()
    before = session.session_key

    client.post(reverse("login"), {"username": "village_clerk", "password": PASSWORD})

    assert client.session.session_key != before


def test_nobody_is_sent_to_a_foreign_address(cast: Cast, client: Client) -> None:
    """`next` leads to pages of ours only."""
    answer = client.post(
        reverse("login"),
        {"username": "village_clerk", "password": PASSWORD, "next": "https://evil.example/"},
    )

    assert answer.headers["Location"] == reverse("home")


def test_a_closed_account_is_out_at_its_next_click(cast: Cast, client: Client) -> None:
    """Closing an account ends its sessions at once."""
    client.post(reverse("login"), {"username": "village_clerk", "password": PASSWORD})
    account = cast[Role.VILLAGE_CLERK]
    account.closed_at = account.opened_at
    account.save()

    answer = client.get(reverse("home"))

    assert answer.headers["Location"].startswith(reverse("login"))


def test_a_password_set_by_somebody_else_is_changed_first(cast: Cast, client: Client) -> None:
    """Signing in with a first password leads to the page for choosing one's own."""
    account = cast[Role.VILLAGE_CLERK]
    account.must_change = True
    account.save()

    answer = client.post(reverse("login"), {"username": "village_clerk", "password": PASSWORD})

    assert answer.headers["Location"] == reverse("password")


def test_opening_the_address_of_signing_out_signs_nobody_out(cast: Cast, client: Client) -> None:
    """Only the button signs out: a picture with that address in a message does not."""
    client.post(reverse("login"), {"username": "village_clerk", "password": PASSWORD})

    client.get(reverse("logout"))

    assert client.get(reverse("home")).status_code == 200


def test_an_unused_session_ends(cast: Cast, client: Client) -> None:
    """Half an hour without a click ends the session."""
    client.post(reverse("login"), {"username": "village_clerk", "password": PASSWORD})
    client.get(reverse("home"))
    session = client.session
    session["last"] -= settings.SESSION_IDLE_SECONDS // 60 + 1
    session.save()

    answer = client.get(reverse("home"))

    assert answer.headers["Location"].startswith(reverse("login"))


def test_nothing_keeps_when_somebody_signed_in(cast: Cast, client: Client) -> None:
    """There is no column and no log from which logins could be counted (a red line)."""
    client.post(reverse("login"), {"username": "village_clerk", "password": PASSWORD})

    assert "last_login" not in {field.name for field in Account._meta.get_fields()}
    assert settings.AXES_DISABLE_ACCESS_LOG


@pytest.mark.parametrize("size", ["s", "l", "xl", "xx"])
def test_the_page_comes_in_the_chosen_size(client: Client, db: None, size: str) -> None:
    """The text size somebody chose is on the page when it arrives, before any script could run."""
    client.post(reverse("text_size"), {"size": size})

    assert f'data-size="{size}"' in client.get(reverse("login")).content.decode()
