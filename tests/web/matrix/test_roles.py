"""Every address for every role and for nobody: who gets in, who is told that it is not theirs (R-WEB-01)."""

from collections.abc import Callable

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from tests.web.matrix.addresses import names
from tests.web.matrix.table import ROWS

from qingzhuang.store.roles import Role

pytestmark = pytest.mark.database
Browsing = Callable[[Role], Client]
# What whoever gets in may be answered: done, gone elsewhere, not there, wrong method, not filled in.
IN = frozenset({200, 302, 303, 400, 404, 405, 422})
METHODS = ("get", "post")


def _tried(client: Client, name: str, method: str) -> HttpResponse:
    """One address by one method; an error of ours becomes the page it is, not an exception."""
    client.raise_request_exception = False
    answer: HttpResponse = getattr(client, method)(reverse(name, kwargs=ROWS[name].words or None))
    return answer


def test_every_address_has_a_row() -> None:
    """R-WEB-01: an address nobody wrote down is refused here, and so is a row without an address."""
    found = names()

    assert sorted(found) == sorted(ROWS)


@pytest.mark.parametrize("role", list(Role))
def test_a_role_gets_in_where_the_table_says(client_of: Browsing, role: Role) -> None:
    """R-WEB-01: whoever a row names gets in, by reading and by an empty form; all others get the page 403."""
    client = client_of(role)

    wrong = {
        f"{method} {name}": status
        for name, row in ROWS.items()
        for method in METHODS
        if name != "logout"
        for status in [_tried(client, name, method).status_code]
        if status not in (IN if row.admits(role, method) else {403})
    }

    assert wrong == {}, wrong


def test_nobody_gets_in_without_signing_in(cast: object, client: Client) -> None:
    """R-WEB-01: without an account only the public pages answer; every other one leads to signing in."""
    wrong = {}
    for name, row in ROWS.items():
        for method in METHODS:
            answer = _tried(client, name, method)
            is_sent_away = answer.status_code == 302 and answer["Location"].startswith(reverse("login"))
            if not (answer.status_code in IN if row.is_public else is_sent_away):
                wrong[f"{method} {name}"] = answer.status_code

    assert wrong == {}, wrong


def test_a_form_without_its_token_changes_nothing(cast: dict[Role, object], client_of: Browsing) -> None:
    """R-WEB-02: every address that takes forms refuses one that another site sent."""
    wrong = {}
    for role in Role:
        client = client_of(role)
        client.handler.enforce_csrf_checks = True
        mine = [name for name, row in ROWS.items() if role in row.roles and not name.startswith("api-")]
        for name in mine:
            status = _tried(client, name, "post").status_code
            if status not in (403, 405):
                wrong[f"{role} {name}"] = status

    assert wrong == {}, wrong


def test_no_other_method_does_anything(client_of: Browsing) -> None:
    """R-WEB-03: DELETE, PUT and PATCH are answered 405 by every page, whoever asks."""
    wrong = {}
    for role in Role:
        client = client_of(role)
        for name, row in ROWS.items():
            if not name.startswith("api-") and row.admits(role, "get"):
                for method in ("delete", "put", "patch"):
                    status = _tried(client, name, method).status_code
                    if status != 405:
                        wrong[f"{method} {name}"] = status

    assert wrong == {}, wrong
