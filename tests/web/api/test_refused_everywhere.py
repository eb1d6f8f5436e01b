"""A number that does not count is refused wherever somebody may show it."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from tests.days import day
from tests.store.numbered import admitted, aged, application, now, villages

from qingzhuang.engine.admit.claims import check_claims
from qingzhuang.engine.problems import RefusedError
from qingzhuang.store.gate import land, withdraw
from qingzhuang.store.gate.tokens import sign_anew
from qingzhuang.store.models import Admission, Obligation
from qingzhuang.store.signing import public_jwks, public_keys, signing_key, verify

pytestmark = pytest.mark.database


def expired() -> Admission:
    """Ended yesterday, its token signed while it was good."""
    row = aged(admitted(), starts_on=day(-30), ends_on=day(-1))
    sign_anew(row, at=now() - timedelta(days=20))
    return row


def withdrawn() -> Admission:
    """Taken back today."""
    row = admitted()
    withdraw(row, by="sun", why="数据已经有了", today=day(), at=now())
    return Admission.objects.get(pk=row.pk)


def ahead() -> Admission:
    """Good from tomorrow on."""
    return admitted(application(starts_on=day(1)))


def lapsed() -> Admission:
    """An emergency whose hours are over."""
    row = aged(admitted(), emergency_until=now() - timedelta(minutes=1))
    sign_anew(row, at=now() - timedelta(hours=71))
    return row


def forged() -> Admission:
    """Never given: somebody wrote the next number and a token of their own making."""
    row = admitted()
    head, _, signature = row.token.split(".")
    other = admitted(application(title="别的表"), n=2).token.split(".")[1]
    return Admission(year=row.year, seq=row.seq + 7000, token=f"{head}.{other}.{signature}")


CASES: dict[str, tuple[Callable[[], Admission], str]] = {
    "expired": (expired, "已到期"),
    "withdrawn": (withdrawn, "已撤销"),
    "ahead": (ahead, "还没开始"),
    "lapsed": (lapsed, "紧急没补办"),
    "forged": (forged, "查不到，不作数"),
}
Case = tuple[Admission, str]


@pytest.fixture(params=sorted(CASES))
def case(request: pytest.FixtureRequest) -> Case:
    """A number that does not count, and the words the check page says it with."""
    villages()
    make, words = CASES[request.param]
    return make(), words


def test_the_check_page_says_so(case: Case) -> None:
    """R-GAT-08: whoever scans the code reads that the number does not count, and why."""
    row, words = case

    answer = Client().get(f"/check/{row.year}/{row.seq}")

    assert words in answer.content.decode()
    assert "有效" not in answer.content.decode()


def test_the_check_of_the_interface_says_so(case: Case) -> None:
    """R-GAT-08: other systems that ask are told no."""
    row, _ = case

    answer = (
        Client()
        .post("/api/v1/check", json.dumps({"number": str(row)}), content_type="application/json")
        .json()
    )

    assert answer["is_good"] is False


def test_it_gets_no_token(case: Case) -> None:
    """R-GAT-08: neither page nor interface hands out a token for it."""
    row, _ = case
    at = f"{row.year}/{row.seq}"

    answers = [
        Client().get(path).status_code for path in (f"/api/v1/admissions/{at}/token", f"/register/{at}/token")
    ]

    assert set(answers) <= {404, 410}


def test_the_token_it_may_have_does_not_verify(case: Case) -> None:
    """R-GAT-08: offline, its token fails by signature or days; withdrawal alone must be asked for."""
    row, words = case
    keys = public_keys(public_jwks(signing_key(settings.HOME)))

    try:
        problem = check_claims(verify(row.token, keys), now=int(now().timestamp()), region=None)
    except RefusedError as refusal:
        problem = refusal.problem

    assert (problem is None) == (words == "已撤销")


def test_nothing_lands_under_it(case: Case) -> None:
    """R-GAT-08: landing is refused, or waits for the first day; no village gets anything."""
    row, _ = case

    if row.pk is None:
        with pytest.raises(ValueError):
            land(row, today=day(), at=now())
    elif row.starts_on > day():
        assert land(row, today=day(), at=now()) == 0
    else:
        with pytest.raises(RefusedError):
            land(row, today=day(), at=now())

    assert Obligation.objects.count() == 0
