"""What a token says, and when it holds. Rules R-NUM-09, R-NUM-10."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.admit.admissions import QINGHE, matter

from qingzhuang.engine.admit.claims import SKEW, check_claims, claims_of
from qingzhuang.engine.admit.standing import first_second, standing
from qingzhuang.engine.problems.tokens import TokensCode

MATTER = matter(31, "高龄津贴核定表", starts_on="2026-10-01", ends_on="2026-12-31", fields=("姓名",))
ISSUED = first_second("2026-09-20")
CHECK = "https://jianfu.example/check"


def claims(**changes: Any) -> dict[str, Any]:
    """Claims of the matter, some of them changed."""
    return claims_of(MATTER, issuer=CHECK, kid="k" * 43, issued_at=ISSUED) | changes


def test_claims_say_what_was_admitted() -> None:
    """Number, matter, office, scope, columns, rhythm and days stand in the token; the end is excluded."""
    said = claims()

    assert (said["sub"], said["title"], said["office"]) == ("准入〔2026〕31号", "高龄津贴核定表", "县民政局")
    assert (said["scope"], said["fields"], said["frequency"], said["kind"]) == (
        ["360999"], ["姓名"], "quarterly", "form",
    )  # fmt: skip
    assert (said["nbf"], said["exp"]) == (first_second("2026-10-01"), first_second("2027-01-01"))
    assert said["jti"] == f"ZHUNRU-2026-31.{ISSUED}.kkkkkkkk"


def test_the_emergency_lane_shortens_the_token() -> None:
    """Until it is regularised, the token ends with the lane (R-NUM-09)."""
    short = replace(MATTER, emergency_until="2026-10-03T00:00:00+08:00")

    said = claims_of(short, issuer=CHECK, kid="k", issued_at=ISSUED)

    assert said["exp"] == first_second("2026-10-03")


@pytest.mark.parametrize("gone", [{"withdrawn_on": "2026-11-01"}, {"regions": ()}])
def test_what_does_not_count_gets_no_token(gone: dict[str, Any]) -> None:
    """A withdrawn matter, or one for nowhere, is not signed (R-NUM-09)."""
    with pytest.raises(ValueError, match="withdrawn"):
        claims_of(replace(MATTER, **gone), issuer=CHECK, kid="k", issued_at=ISSUED)


@given(st.integers(-100, 200), st.integers(0, 86_399))
def test_token_and_register_agree(days: int, seconds: int) -> None:
    """At every second the claims hold exactly when the register says the number is good (R-NUM-10)."""
    now = first_second("2026-10-01") + days * 86_400 + seconds
    on = datetime.fromtimestamp(now, UTC).isoformat()

    holds = check_claims(claims(iat=0), now=now, region=QINGHE) is None

    assert holds == standing(MATTER, on=on, region=QINGHE).is_good


@pytest.mark.parametrize(
    ("changes", "now", "region", "code"),
    [
        ({}, "2026-09-30", QINGHE, TokensCode.NOT_YET),
        ({}, "2027-01-01", QINGHE, TokensCode.EXPIRED),
        ({}, "2026-11-01", "360998101205", TokensCode.OUT_OF_SCOPE),
        ({"iat": first_second("2026-12-01")}, "2026-11-01", QINGHE, TokensCode.FUTURE),
        ({"iat": first_second("2026-11-01") + SKEW}, "2026-11-01", QINGHE, None),
        ({}, "2026-11-01", QINGHE, None),
        ({}, "2026-11-01", None, None),
        ({"ver": 2}, "2026-11-01", QINGHE, TokensCode.VERSION),
    ],
)
def test_tokens_hold_in_their_time_and_place(
    changes: dict[str, Any], now: str, region: str | None, code: TokensCode | None
) -> None:
    """Early, late, elsewhere, post-dated and newer tokens are refused, each with its reason (R-NUM-10)."""
    found = check_claims(claims(**changes), now=first_second(now), region=region)

    assert (found.code if found else None) is code


@given(
    st.sampled_from(sorted(claims())),
    st.one_of(
        st.none(), st.booleans(), st.lists(st.none(), max_size=2), st.just({}), st.just(-1), st.just("?")
    ),
)
def test_claims_of_another_shape_are_refused(name: str, value: object) -> None:
    """Whatever takes the place of a claim, it is refused or changes nothing that counts; it never crashes."""
    found = check_claims(claims(**{name: value}), now=first_second("2026-11-01"), region=QINGHE)

    free = name in ("iss", "jti", "title", "office", "basis") and value == "?"
    empty = name == "fields" and value == []
    assert (found is None) == (free or empty)


@pytest.mark.parametrize("name", sorted(claims()))
def test_a_missing_claim_is_refused(name: str) -> None:
    """Every claim of ours has to be there (R-NUM-10)."""
    said = claims()
    del said[name]

    found = check_claims(said, now=first_second("2026-11-01"), region=QINGHE)

    assert found is not None
    assert found.code is TokensCode.CLAIMS
