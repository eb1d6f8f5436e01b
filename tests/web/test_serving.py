"""How pages are served: the office's profile is tight, the demo stays at home, the server is durable."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.db import connection
from django.test import RequestFactory

from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.keeping import KeepingCode
from qingzhuang.engine.problems.serving import ServingCode
from qingzhuang.store.serverchecks import check_server
from qingzhuang.web.commands.serving import check
from qingzhuang.web.networks import network_of

_ASK = """
import json
from qingzhuang.config.secrets import make_secret_key
from pathlib import Path
import os
make_secret_key(Path(os.environ["QINGZHUANG_HOME"]))
import qingzhuang.config.wsgi
from django.conf import settings
from django.core import checks
names = %r
found = {name: getattr(settings, name) for name in names}
found["warnings"] = [f"{each.id} {each.msg}" for each in checks.run_checks(include_deployment_checks=True)]
found["options"] = settings.DATABASES["default"]["OPTIONS"]
print(json.dumps(found, default=str))
"""
_NAMES = (
    "DEBUG", "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME", "SESSION_COOKIE_SECURE", "SESSION_COOKIE_HTTPONLY",
    "SESSION_COOKIE_SAMESITE", "CSRF_COOKIE_SECURE", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS",
    "SECURE_PROXY_SSL_HEADER", "ALLOWED_HOSTS", "SESSION_COOKIE_AGE",
)  # fmt: skip
# W005, W021: HSTS for sub-domains and the preload list would bind hosts of the county that are not ours.
EXPLAINED = {"security.W005", "security.W021"}


def _office(home: Path, **more: str) -> dict[str, object]:
    """The office's settings as a process of its own reads them, and what Django's checks say."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("DJANGO", "DATABASE"))
    }
    environment |= {"QINGZHUANG_HOME": str(home), "QINGZHUANG_PROFILE": "office"}
    environment |= {"QINGZHUANG_HOSTS": "jianfu.qinghe.gov.cn"} | more
    done = subprocess.run(
        [sys.executable, "-c", _ASK % (_NAMES,)],
        env=environment,
        capture_output=True,
        check=True,
        encoding="utf-8",
    )
    found: dict[str, object] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_the_office_has_tight_settings(home: Path) -> None:
    """R-WEB-06: cookies bound to host and HTTPS, HSTS for a year, redirect, no proxy believed."""
    found = _office(home)

    assert found["DEBUG"] is False
    assert (found["SESSION_COOKIE_NAME"], found["CSRF_COOKIE_NAME"]) == ("__Host-sid", "__Host-csrf")
    assert (
        found["SESSION_COOKIE_SECURE"] is found["CSRF_COOKIE_SECURE"] is found["SECURE_SSL_REDIRECT"] is True
    )
    assert (found["SESSION_COOKIE_HTTPONLY"], found["SESSION_COOKIE_SAMESITE"]) == (True, "Lax")
    assert (found["SECURE_HSTS_SECONDS"], found["SESSION_COOKIE_AGE"]) == (31536000, 12 * 3600)
    assert found["SECURE_PROXY_SSL_HEADER"] is None
    assert found["ALLOWED_HOSTS"] == ["jianfu.qinghe.gov.cn"]


def test_djangos_deployment_checks_find_nothing(home: Path) -> None:
    """R-WEB-06: `check --deploy` finds nothing in the office's profile but what is explained here."""
    found = _office(home)["warnings"]

    assert isinstance(found, list)
    assert [each for each in found if each.split()[0] not in EXPLAINED] == []


def test_a_page_waits_for_nobody_for_ever(home: Path) -> None:
    """R-WEB-09: the web's connection has limits of time, and is told no scope beforehand."""
    found = _office(home, DATABASE_URL="postgresql://a@127.0.0.1/b")["options"]

    assert isinstance(found, dict)
    assert "statement_timeout" in found["options"]
    assert "lock_timeout" in found["options"]
    assert "app.scopes" not in found["options"]


def test_the_demo_stays_at_home(settings: object) -> None:
    """R-WEB-06: without HTTPS the demo refuses to answer on any address but this machine's own."""
    settings.IS_DEMO = True  # type: ignore[attr-defined]

    with pytest.raises(RefusedError) as refused:
        check(address="0.0.0.0", workers=1)

    assert refused.value.problem.code is ServingCode.DEMO_STAYS_HOME


@pytest.mark.parametrize(("header", "expected"), [(None, "127.0.0.1"), (("X", "https"), "10.1.2.3")])
def test_a_proxy_is_believed_only_when_told_so(settings: object, header: object, expected: str) -> None:
    """R-WEB-06: throttling counts by X-Real-IP behind our proxy, by the connection's end else."""
    settings.SECURE_PROXY_SSL_HEADER = header  # type: ignore[attr-defined]

    assert network_of(RequestFactory().get("/", HTTP_X_REAL_IP="10.1.2.3")) == expected


@pytest.mark.database
def test_a_mighty_role_serves_no_pages() -> None:
    """R-WEB-09: PostgreSQL without durable writes, or asked as superuser, is refused in one sentence."""
    if connection.vendor != "postgresql":
        check_server()
        return
    with pytest.raises(RefusedError) as refused:
        check_server()

    assert refused.value.problem.code in {KeepingCode.POSTGRES_LOOSE, KeepingCode.POSTGRES_MIGHTY}
