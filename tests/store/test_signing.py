"""Signed admission tokens and the key that signs them. Rules R-NUM-11, R-NUM-12."""

import base64
import json
import stat
import threading
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.tokens import TokensCode
from qingzhuang.store.signing import (
    KEY_FILE,
    LONGEST,
    SigningKey,
    kid_of,
    public_jwks,
    public_keys,
    rotate,
    sign,
    signing_key,
    verify,
)

KEY = SigningKey(Ed25519PrivateKey.from_private_bytes(bytes(range(32))))
KEYS = public_keys(public_jwks(KEY))
CLAIMS: dict[str, Any] = {
    "sub": "准入〔2026〕31号",
    "title": "高龄津贴核定表",
    "ver": 1,
    "exp": 1_798_732_800,
}


def encode(content: object) -> str:
    """One part of a token."""
    raw = content if isinstance(content, bytes) else json.dumps(content).encode()
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def signed(header: object, payload: object) -> str:
    """A token whose signature is good, whatever stands in it."""
    body = f"{encode(header)}.{encode(payload)}"
    return f"{body}.{encode(KEY.private.sign(body.encode()))}"


OURS = {"alg": "EdDSA", "kid": KEY.kid, "typ": "admission+jwt"}


def code_of(token: str) -> object:
    """Why the token is refused."""
    with pytest.raises(RefusedError) as refused:
        verify(token, KEYS)
    return refused.value.problem.code


def test_what_was_signed_is_read_back() -> None:
    """A token gives the very claims; the same claims make the same token."""
    token = sign(CLAIMS, key=KEY)

    assert verify(token, KEYS) == CLAIMS
    assert sign(dict(reversed(CLAIMS.items())), key=KEY) == token


def test_the_key_is_named_by_its_thumbprint() -> None:
    """The id of the key of RFC 8037 appendix A.3 is the thumbprint printed there."""
    seed = base64.urlsafe_b64decode("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A=")

    kid = kid_of(Ed25519PrivateKey.from_private_bytes(seed).public_key())

    assert kid == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k"


@given(st.integers(0, 10_000), st.sampled_from("ABCabc019-_"))
def test_any_changed_letter_is_seen(at: int, letter: str) -> None:
    """Whatever one letter of a token is changed into, it is refused (R-NUM-12)."""
    token = sign(CLAIMS, key=KEY)
    place = at % len(token)
    changed = token[:place] + letter + token[place + 1 :]

    if changed != token:
        with pytest.raises(RefusedError):
            verify(changed, KEYS)


@given(st.text(max_size=200))
def test_no_text_is_taken_for_a_token(text: str) -> None:
    """Whatever is pasted instead of a token is refused, and nothing breaks."""
    with pytest.raises(RefusedError):
        verify(text, KEYS)


@pytest.mark.parametrize(
    ("header", "code"),
    [
        ({"alg": "none", "kid": KEY.kid, "typ": "admission+jwt"}, TokensCode.HEADER),
        ({"alg": "HS256", "kid": KEY.kid, "typ": "admission+jwt"}, TokensCode.HEADER),
        ({"alg": "eddsa", "kid": KEY.kid, "typ": "admission+jwt"}, TokensCode.HEADER),
        ({"alg": "EdDSA", "kid": KEY.kid, "typ": "JWT"}, TokensCode.HEADER),
        ({"alg": "EdDSA", "kid": KEY.kid}, TokensCode.HEADER),
        (OURS | {"crit": ["exp"]}, TokensCode.HEADER),
        (OURS | {"jwk": {}}, TokensCode.HEADER),
        (OURS | {"b64": False}, TokensCode.HEADER),
        (OURS | {"kid": "x" * 43}, TokensCode.UNKNOWN_KEY),
        (OURS | {"kid": None}, TokensCode.UNKNOWN_KEY),
        (OURS | {"kid": ["a"]}, TokensCode.UNKNOWN_KEY),
        (["EdDSA"], TokensCode.SHAPE),
        ({}, TokensCode.HEADER),
        (b"not json", TokensCode.SHAPE),
        (b"[" * 150, TokensCode.SHAPE),
        (b"\xff\xfe", TokensCode.SHAPE),
    ],
)
def test_other_headers_are_refused(header: object, code: TokensCode) -> None:
    """Other algorithms, keys, types and header words are refused, even well signed (R-NUM-12)."""
    assert code_of(signed(header, CLAIMS)) is code


@pytest.mark.parametrize(
    ("payload", "code"),
    [
        ([1], TokensCode.CLAIMS),
        (b"{", TokensCode.CLAIMS),
        (b'{"a":1,"a":2}', TokensCode.CLAIMS),
        (b'{"a":NaN}', TokensCode.CLAIMS),
        (b"[" * 15_000, TokensCode.CLAIMS),
    ],
)
def test_payloads_that_two_readers_may_read_differently_are_refused(
    payload: object, code: TokensCode
) -> None:
    """Doubled keys, NaN, and what is no object are refused, even well signed (R-NUM-12)."""
    assert code_of(signed(OURS, payload)) is code


def test_a_changed_payload_is_refused() -> None:
    """Another title under the old signature does not pass (R-NUM-12)."""
    head, _, signature = sign(CLAIMS, key=KEY).split(".")

    assert code_of(f"{head}.{encode(CLAIMS | {'title': '别的表'})}.{signature}") is TokensCode.SIGNATURE


@pytest.mark.parametrize("spoil", ["{}.", ".{}", "{}.x", "{}=", " {}", "{}\n", "{}é"])
def test_other_spellings_of_a_token_are_refused(spoil: str) -> None:
    """More parts, padding, blanks and other letters are refused (R-NUM-12)."""
    assert code_of(spoil.format(sign(CLAIMS, key=KEY))) in set(TokensCode)


def test_bits_that_nobody_reads_must_be_zero() -> None:
    """A second spelling of the same signature bytes is refused (R-NUM-12)."""
    token = sign(CLAIMS, key=KEY)  # 64 bytes end in a letter whose last four bits mean nothing
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    twin = token[:-1] + letters[letters.index(token[-1]) + 1]

    assert code_of(twin) is TokensCode.SHAPE


def test_a_token_has_a_longest_length() -> None:
    """Too long is refused unread; what would be too long is not signed (R-NUM-12)."""
    assert code_of("a" * (LONGEST + 1)) is TokensCode.TOO_LONG
    with pytest.raises(RefusedError) as refused:
        sign({"title": "表" * LONGEST}, key=KEY)
    assert refused.value.problem.code is TokensCode.TOO_MUCH


def test_the_key_is_made_once_for_its_owner_alone(home: Path) -> None:
    """The second call reads the key of the first; the file is 0600, whatever it was (R-NUM-11)."""
    first = signing_key(home)
    (home / KEY_FILE).chmod(0o644)

    assert signing_key(home).kid == first.kid
    assert stat.S_IMODE((home / KEY_FILE).stat().st_mode) == 0o600
    assert [path.name for path in home.iterdir()] == [KEY_FILE]


def test_all_who_come_first_get_the_same_key(home: Path) -> None:
    """Sixteen programs that find no key at the same moment make one (R-NUM-11)."""
    kids: list[str] = []
    comers = [threading.Thread(target=lambda: kids.append(signing_key(home).kid)) for _ in range(16)]

    for comer in comers:
        comer.start()
    for comer in comers:
        comer.join()

    assert len(kids) == 16
    assert len(set(kids)) == 1


def test_after_a_rotation_old_tokens_stay_good(home: Path) -> None:
    """The new key signs; tokens of both are verified; the old secret is gone (R-NUM-11)."""
    old = signing_key(home)
    before = sign(CLAIMS, key=old)
    new = rotate(home)

    keys = public_keys(public_jwks(signing_key(home)))

    assert list(keys) == [new.kid, old.kid]
    assert verify(before, keys) == verify(sign(CLAIMS, key=new), keys) == CLAIMS
    assert (home / KEY_FILE).read_text(encoding="utf-8").count('"d"') == 1


def test_what_is_published_holds_no_secret(home: Path) -> None:
    """The public set names key type, curve, x, id, algorithm and use, nothing else."""
    assert {name for jwk in public_jwks(rotate(home))["keys"] for name in jwk} == {
        "kty", "crv", "x", "kid", "alg", "use",
    }  # fmt: skip


@pytest.mark.parametrize("content", ["", "{", '{"keys": []}', '{"keys": [{"d": "AA"}]}', "[]", '{"keys": 1}'])
def test_a_broken_key_file_is_never_replaced(home: Path, content: str) -> None:
    """The file stays as it is and a sentence says so: a new key would void every token (R-NUM-11)."""
    home.mkdir()
    (home / KEY_FILE).write_text(content, encoding="utf-8")

    with pytest.raises(RefusedError) as refused:
        signing_key(home)

    assert refused.value.problem.code is TokensCode.KEY_FILE
    assert (home / KEY_FILE).read_text(encoding="utf-8") == content


def test_a_key_under_another_id_is_refused() -> None:
    """A set whose key does not fit its id is no set of ours."""
    jwk = public_jwks(KEY)["keys"][0]

    with pytest.raises(ValueError, match="kid"):
        public_keys({"keys": [jwk | {"kid": "x"}]})
