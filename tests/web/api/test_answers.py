"""What the interface answers, case by case."""

import json
import time

import pytest
from django.test import Client
from tests.days import day
from tests.store.numbered import FAR, QINGHE, TITLE, admitted, application, now, villages

from qingzhuang.engine.admit.claims import check_claims
from qingzhuang.store.gate import withdraw
from qingzhuang.store.signing import public_keys, verify
from qingzhuang.web.api.versions import Version, headers_of

pytestmark = pytest.mark.database
V1 = "/api/v1"


@pytest.fixture
def number() -> str:
    """A good number's path."""
    villages()
    row = admitted()
    return f"{V1}/admissions/{row.year}/{row.seq}"


def ask(**question: object) -> dict[str, object]:
    """What the check answers."""
    answer = Client().post(f"{V1}/check", json.dumps(question), content_type="application/json")
    assert answer.status_code == 200, answer.content
    found: dict[str, object] = answer.json()
    return found


def test_a_number_is_told_whole(number: str) -> None:
    """R-GAT-16: a number's answer says who, what, where, until when, and how many columns were asked for."""
    found = Client().get(number).json()

    assert found["title"] == TITLE
    assert (found["n_asked"], len(found["fields"])) == (20, 3)
    assert found["scope"] == ["360999101"]
    assert found["ends_on"] == day(90)
    assert found["is_good"] is True


def test_its_token_verifies_with_the_published_keys(number: str) -> None:
    """R-GAT-16: the token handed out is good under the keys handed out, for its villages alone."""
    client = Client()
    keys = public_keys(client.get("/.well-known/jwks.json").json())
    assert client.get(f"{V1}/jwks").json()["keys"][0].keys() == {"kty", "crv", "x", "kid", "alg", "use"}

    claims = verify(client.get(f"{number}/token").json()["token"], keys)

    second = int(now().timestamp())
    assert check_claims(claims, now=second, region=QINGHE) is None
    assert check_claims(claims, now=second, region=FAR) is not None


def test_the_list_is_cut_into_pages(number: str) -> None:
    """R-GAT-16: a page holds as many as asked for, and says how many there are."""
    admitted(application(title="乙表"), n=2)

    found = Client().get(f"{V1}/admissions", {"size": 1, "page": 2}).json()

    assert (found["total"], [line["title"] for line in found["items"]]) == (2, [TITLE])


@pytest.mark.parametrize(
    ("asked", "n"),
    [
        ({"q": "knlr"}, 1), ({"q": "民政 走访"}, 1), ({"q": "没有"}, 0), ({"kind": "app"}, 0),
        ({"phase": "good"}, 1),
    ],
    ids=str,
)  # fmt: skip
def test_the_list_is_searched(number: str, asked: dict[str, str], n: int) -> None:
    """R-GAT-14: words, first letters of pinyin, kind and phase each find what they name."""
    assert Client().get(f"{V1}/admissions", asked).json()["total"] == n


def test_the_register_of_matters_holds_the_number(number: str) -> None:
    """R-GAT-01: what gets a number stands in the register of matters under it."""
    found = Client().get(f"{V1}/matters").json()

    assert [(each["name"], each["number"][:3]) for each in found["items"]] == [(TITLE, "准入〔")]


def test_a_number_of_another_village_is_refused(number: str) -> None:
    """R-GAT-08: asked with the place it landed on, a number counts only within its scope."""
    asked = "准入〔{}〕{}号".format(*number.split("/")[-2:])

    near, far = ask(number=asked, region=QINGHE), ask(number=asked, region=FAR)

    assert (near["is_good"], far["is_good"]) == (True, False)


def test_a_number_on_another_matter_is_refused(number: str) -> None:
    """R-GAT-08: a good number printed on another matter does not count for it."""
    asked = "准入〔{}〕{}号".format(*number.split("/")[-2:])

    assert ask(number=asked, title="五保户电视机摸底表")["is_good"] is False


def test_a_text_is_searched_for_numbers(number: str) -> None:
    """R-GAT-08: every number in a notice is looked at; one bad one makes the whole bad."""
    year, seq = number.split("/")[-2:]
    found = ask(text=f"请按准入〔{year}〕{seq}号和准入〔{year}〕{int(seq) + 1}号填报。")

    assert [each["is_good"] for each in found["results"]] == [True, False]  # type: ignore[attr-defined]
    assert found["is_good"] is False


def test_a_title_alone_finds_its_number(number: str) -> None:
    """R-GAT-08: the very title of a matter finds its number; another title finds none."""
    assert ask(title=TITLE)["is_good"] is True
    assert ask(title="随便一张表")["is_good"] is False


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        (b"", "application/json"),
        (b"{", "application/json"),
        (b"[]", "application/json"),
        (b"null", "application/json"),
        (b"\xff\xfe\x00", "application/json"),
        (b"[" * 100_000, "application/json"),
        (b'{"number": 7}', "application/json"),
        (b'{"number": "\\ud800"}', "application/json"),
        (b'{"number": "' + b"1" * 61 + b'"}', "application/json"),
        (b'{"region": "36", "number": "x"}', "application/json"),
        (b'{"number": "", "title": " ", "text": "\\n"}', "application/json"),
        (b'{"text": "' + b"x" * 1_100_000 + b'"}', "application/json"),
        (b"number=1", "application/x-www-form-urlencoded"),
        (b"--x\r\n", "multipart/form-data; boundary=x"),
    ],
    ids=range(14),
)
def test_bad_input_is_answered_with_a_sentence(body: bytes, kind: str) -> None:
    """R-GAT-16: whatever cannot be read is a 4xx with a Chinese sentence that repeats nothing of it."""
    answer = Client().post(f"{V1}/check", body, content_type=kind)

    assert 400 <= answer.status_code < 500
    assert answer.json()["sentence"].endswith("。")


@pytest.mark.parametrize(
    "path", ["2026/0", "2026/100000", "1999/1", "2026/x", "2026/99", "9" * 30 + "/1", "2026/-1"]
)
def test_numbers_that_cannot_be_are_not_found(path: str) -> None:
    """R-GAT-16: an impossible number, or one never given, is a 4xx with a sentence."""
    answer = Client().get(f"{V1}/admissions/{path}")

    assert answer.status_code in (404, 422)
    assert answer.json()["sentence"].endswith("。")


@pytest.mark.parametrize(
    "text",
    [
        "准入" + " " * 19_000,
        "准入" + "\u200b " * 9_000,
        "准入\u3000" * 6_000,
        "准入〔2026〕" + "1号、第" * 4_000,
    ],
    ids=["spaces", "hidden marks", "wide spaces", "a list without end"],
)
def test_a_text_made_to_take_long_takes_no_longer(db: None, text: str) -> None:
    """R-GAT-16: 20,000 characters drawn up to slow the search cost no more than others (it took hours)."""
    began = time.process_time()

    Client().post(f"{V1}/check", json.dumps({"text": text[:20_000]}), content_type="application/json")

    assert time.process_time() - began < 3


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_methods_it_does_not_know_are_refused(method: str, number: str) -> None:
    """R-GAT-16: the register is read here, never written."""
    answer = getattr(Client(), method)(number)

    assert answer.status_code == 405
    assert answer.json()["sentence"].endswith("。")
    assert "GET" in answer.headers["Allow"]


def test_what_is_known_already_is_not_sent_again(number: str) -> None:
    """R-GAT-16: with the ETag of the last answer, an unchanged register is a 304 without content."""
    first = Client().get(f"{V1}/admissions")

    second = Client().get(f"{V1}/admissions", headers={"if-none-match": first.headers["ETag"]})

    assert (second.status_code, second.content) == (304, b"")


def test_a_withdrawal_changes_the_etag(number: str) -> None:
    """R-GAT-16: once anything of the register changes, the old ETag brings the new answer."""
    first = Client().get(f"{V1}/admissions")
    withdraw(admitted(application(title="乙表"), n=2), by="sun", why="重了", today=day(), at=now())

    second = Client().get(f"{V1}/admissions", headers={"if-none-match": first.headers["ETag"]})

    assert second.status_code == 200


def test_a_version_says_when_it_ends() -> None:
    """R-GAT-17: a version with an end says so in Deprecation, Sunset and Link; one without says nothing."""
    ending = Version("v1", deprecated_on="2027-01-01", sunset_on="2027-07-01", successor="/api/v2")

    assert headers_of(ending) == {
        "Deprecation": "@1798761600",
        "Sunset": "Thu, 01 Jul 2027 00:00:00 GMT",
        "Link": '</api/v2>; rel="successor-version"',
    }
    assert headers_of(Version("v1")) == {}


def test_nobody_is_named(number: str) -> None:
    """R-GAT-16: no account name stands in any answer."""
    said = "".join(
        Client().get(path).content.decode()
        for path in (number, f"{number}/token", f"{V1}/admissions", f"{V1}/matters")
    )

    assert not [name for name in ("qian", "zhao", "sun") if f'"{name}"' in said]


@pytest.mark.parametrize("asked", [{"number": "ZR-2026-001"}, {"text": "请填甲表，编号ZR-2026-001"}])
def test_the_reference_of_an_application_is_no_number(number: str, asked: dict[str, str]) -> None:
    """R-NUM-14: whoever asks about ZR-2026-001 is told that it names an application."""
    found = ask(**asked)

    assert found["is_good"] is False
    assert "这是申请编号，不是准入编号" in json.dumps(found, ensure_ascii=False)
