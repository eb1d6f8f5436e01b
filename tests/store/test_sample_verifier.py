"""docs/verify_token.py, run as another system would run it. Rule R-NUM-13."""

import json
import subprocess
import sys
import time
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from tests.engine.admit.admissions import QINGHE, matter

from qingzhuang.engine.admit.claims import claims_of
from qingzhuang.store.signing import SigningKey, public_jwks, rotate, sign, signing_key

VERIFIER = Path(__file__).resolve().parents[2] / "docs" / "verify_token.py"
CHECK = "https://jianfu.example/check"


def day(offset: int) -> str:
    """The ISO day so many days from now."""
    return (datetime.now(UTC) + timedelta(days=offset)).date().isoformat()


def token(key: SigningKey, *, starts: int = -10, ends: int = 10, issued: int = 0) -> str:
    """A token of a matter that runs from so many days ago to so many days ahead."""
    admitted = matter(31, "高龄津贴核定表", starts_on=day(starts), ends_on=day(ends))
    issued_at = int(time.time()) + issued
    return sign(claims_of(admitted, issuer=CHECK, kid=key.kid, issued_at=issued_at), key=key)


def run(home: Path, *words: str) -> tuple[int, str]:
    """Exit code and what is said."""
    saved = home / "keys.json"
    saved.write_text(json.dumps(public_jwks(signing_key(home))), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-X", "utf8", str(VERIFIER), str(saved), *words],
        capture_output=True,
        check=False,
        timeout=30,
        encoding="utf-8",
    )
    assert done.stderr == ""
    return done.returncode, done.stdout


def test_a_good_token_is_told_with_what_it_cannot_know(home: Path) -> None:
    """Exit code 0, number, title and office; that withdrawal is not seen offline, and where to look."""
    code, said = run(home, token(signing_key(home)), QINGHE)

    assert code == 0
    assert said.startswith("作数：准入〔2026〕31号 高龄津贴核定表（县民政局）。")
    assert "离线看不出后来撤回没有" in said
    assert CHECK in said


def test_tokens_of_an_old_key_are_good(home: Path) -> None:
    """After a rotation the saved set verifies both."""
    before = token(signing_key(home))
    rotate(home)

    assert run(home, before)[0] == 0


@pytest.mark.parametrize(
    ("shape", "why"),
    [
        ({"starts": -20, "ends": -2}, "已经到期"),
        ({"starts": 2}, "还没到开始的日子"),
        ({"issued": 7200}, "还没到开始的日子"),
    ],
)
def test_tokens_out_of_their_time_are_refused(home: Path, shape: dict[str, int], why: str) -> None:
    """Expired, early and post-dated tokens have exit code 1 and the reason."""
    code, said = run(home, token(signing_key(home), **shape))

    assert (code, said.strip()) == (1, f"不作数：{why}。")


@pytest.mark.parametrize("spoil", ["forged", "foreign", "none", "cut", "parts", "long", "empty", "crit"])
def test_forged_tokens_are_refused(home: Path, spoil: str) -> None:
    """Forged, foreign, unsigned, cut, overlong tokens: exit code 1 and a sentence, never a traceback."""
    good = token(signing_key(home))
    head, body, signature = good.split(".")
    spoilt = {
        "forged": f"{head}.{body[:-4]}AAAA.{signature}",
        "foreign": token(signing_key(home / "elsewhere")),
        "none": f"eyJhbGciOiJub25lIn0.{body}.",
        "cut": good[:-9],
        "parts": f"{good}.x",
        "long": good + "a" * 30_000,
        "empty": "",
        "crit": f"eyJhbGciOiJFZERTQSIsImNyaXQiOlsiZXhwIl19.{body}.{signature}",
    }[spoil]

    code, said = run(home, spoilt)

    assert code == 1
    assert said.startswith("不作数：")
    assert len(said.splitlines()) == 1


def test_a_token_shown_elsewhere_is_refused(home: Path) -> None:
    """For a region outside its scope it does not count."""
    code, said = run(home, token(signing_key(home)), "360998101205")

    assert (code, said.strip()) == (1, "不作数：不管这个地方。")
