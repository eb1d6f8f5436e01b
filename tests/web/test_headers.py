"""What every answer carries, and what no page and no style sheet contains."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from tests.house.tree import SOURCE
from tests.web.matrix.table import ROWS
from tests.web.pages.conftest import cast, client_of, key, plain_web

from qingzhuang.store.roles import Role

__all__ = ["cast", "client_of", "key", "plain_web"]
HEADERS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
DRAWN = [path for folder in ("templates", "static") for path in sorted((SOURCE / "web" / folder).rglob("*"))]
FORBIDDEN = {
    "inline style": re.compile(r"\sstyle\s*=|<style\b", re.IGNORECASE),
    "handler": re.compile(r"<[^>]*\son[a-z]+\s*=", re.IGNORECASE),
    "inline script": re.compile(r"<script(?![^>]*\bsrc=)", re.IGNORECASE),
    "javascript address": re.compile(r"javascript:", re.IGNORECASE),
    "outside address": re.compile(r"(?:https?:)?//(?!www\.w3\.org/)[a-z0-9-]+\.[a-z]", re.IGNORECASE),
    "import of a sheet": re.compile(r"@import", re.IGNORECASE),
}


@pytest.mark.database
def test_every_answer_carries_the_headers(cast: object, client_of: object) -> None:
    """R-WEB-05: pages, files, refusals and what is not there carry every header; none is cached."""
    wrong = {}
    for role in (Role.VILLAGE_CLERK, Role.REVIEWER, Role.OFFICER, Role.ADMINISTRATOR, Role.AUDITOR):
        client = client_of(role)  # type: ignore[operator]
        for name, row in ROWS.items():
            answer = client.get(reverse(name, kwargs=row.words or None))
            csp = answer.headers.get("Content-Security-Policy", "")
            is_tight = "default-src 'none'" in csp and "unsafe" not in csp and "http" not in csp
            missing = [name for name, said in HEADERS.items() if answer.headers.get(name) != said]
            if missing or not is_tight or "Permissions-Policy" not in answer.headers:
                wrong[name] = (missing, csp)
            if not row.is_public and answer.headers.get("Cache-Control") != "no-store":
                wrong[name] = answer.headers.get("Cache-Control")

    assert wrong == {}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_nothing_drawn_breaks_the_policy(what: str) -> None:
    """R-WEB-05: no template, style sheet or script has inline code or an address outside this house."""
    found = [
        f"{path.relative_to(SOURCE)}: {hit[0]}"
        for path in DRAWN
        if path.suffix in {".html", ".css", ".js", ".svg"}
        if (hit := FORBIDDEN[what].search(path.read_text(encoding="utf-8")))
    ]

    assert found == []


@pytest.mark.database
def test_a_forged_form_gets_a_page_with_a_way_out(cast: object) -> None:
    """R-WEB-02: R-WEB-07: without the token a form is answered 403 in Chinese, with a way back."""
    answer = Client(enforce_csrf_checks=True).post(reverse("login"), {"username": "x", "password": "y"})

    assert answer.status_code == 403
    assert "放太久" in answer.content.decode()
    assert f'href="{reverse("home")}"' in answer.content.decode()


@pytest.mark.database
def test_a_page_that_is_not_there_says_so(cast: object, client: Client) -> None:
    """R-WEB-07: an address nobody has is a page of ours in Chinese, not the framework's."""
    answer = client.get("/nowhere/at/all")

    assert answer.status_code == 404
    assert "没有这一页" in answer.content.decode()


@pytest.mark.database
def test_every_page_names_its_icon(client: Client) -> None:
    """R-WEB-05: a browser that is told where the icon stands asks for no /favicon.ico."""
    page = client.get(reverse("login")).content.decode()

    assert re.search(r'<link rel="icon" type="image/svg\+xml" href="[^"]*jf/icon[^"]*\.svg">', page)
