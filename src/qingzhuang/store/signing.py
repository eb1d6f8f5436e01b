"""Admission tokens: compact JWS signed with Ed25519 (RFC 7515, RFC 8037), which anybody verifies offline."""

import base64
import binascii
import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from qingzhuang.engine.problems import Problem, RefusedError
from qingzhuang.engine.problems.tokens import TokensCode
from qingzhuang.store.chain import canonical

KEY_FILE = "admission-keys.json"
ALGORITHM, TYPE = "EdDSA", "admission+jwt"
# Characters. A form of 400 columns makes some 16,000; whoever reads a token reads no more than this.
LONGEST, LONGEST_HEADER = 24_576, 256

PublicKeys = Mapping[str, Ed25519PublicKey]


@dataclass(frozen=True, slots=True)
class SigningKey:
    """The key that signs, its id, and the public halves of those that signed before, newest first."""

    private: Ed25519PrivateKey
    retired: tuple[Mapping[str, str], ...] = ()

    @property
    def kid(self) -> str:
        """Id of the key: its RFC 7638 thumbprint."""
        return kid_of(self.private.public_key())


def signing_key(home: Path) -> SigningKey:
    """
    The key of this house, made once (0600) in its data folder. Rule R-NUM-11.

    Two programs that come first at the same moment get one and the same key.

    Raises:
        RefusedError: the file is there and cannot be read; no new key takes its place, since every token
            that was handed out would then be unknown.
    """
    path = home / KEY_FILE
    if not path.exists():
        home.mkdir(mode=0o700, parents=True, exist_ok=True)
        _place(path, SigningKey(Ed25519PrivateKey.generate()), is_first=True)
    return _read(path)


def rotate(home: Path) -> SigningKey:
    """
    A new key that signs from now on; tokens of the old ones stay good, their public halves are kept.

    Raises:
        RefusedError: the file of the keys cannot be read.
    """
    old = signing_key(home)
    fresh = SigningKey(Ed25519PrivateKey.generate(), (_public_jwk(old.private.public_key()), *old.retired))
    _place(home / KEY_FILE, fresh, is_first=False)
    return fresh


def public_jwks(key: SigningKey) -> dict[str, Any]:
    """The public keys as a JWK set (RFC 7517), the one that signs first. Holds no secret."""
    return {"keys": [_public_jwk(key.private.public_key()), *map(dict, key.retired)]}


def public_keys(jwks: Mapping[str, Any]) -> dict[str, Ed25519PublicKey]:
    """
    The keys of a JWK set by their id.

    Raises:
        ValueError: it is no set of Ed25519 keys, or a key does not fit its id.
    """
    found = {}
    for jwk in jwks["keys"]:
        key = _public_key(jwk)
        if jwk.get("kid") != kid_of(key):
            raise ValueError("kid")
        found[jwk["kid"]] = key
    return found


def kid_of(key: Ed25519PublicKey) -> str:
    """RFC 7638 thumbprint (SHA-256, base64url) of an Ed25519 public key."""
    x = _encode(key.public_bytes_raw())
    return _encode(hashlib.sha256(canonical({"crv": "Ed25519", "kty": "OKP", "x": x}).encode()).digest())


def sign(claims: Mapping[str, Any], *, key: SigningKey) -> str:
    """
    The token of these claims: header.payload.signature, canonical JSON, the same claims the same token.

    Raises:
        RefusedError: it would be longer than a verifier reads.
    """
    header = canonical({"alg": ALGORITHM, "kid": key.kid, "typ": TYPE})
    signed = f"{_encode(header.encode())}.{_encode(canonical(dict(claims)).encode())}"
    token = f"{signed}.{_encode(key.private.sign(signed.encode('ascii')))}"
    if len(token) > LONGEST:
        raise RefusedError(Problem(TokensCode.TOO_MUCH))
    return token


def verify(token: str, keys: PublicKeys) -> dict[str, Any]:
    """
    The claims of a token that one of these keys signed, as they were signed. Rule R-NUM-12.

    Whether they hold now and here, `engine.admit.claims.check_claims` says.

    Raises:
        RefusedError: too long, not three parts of strict base64url, another header than ours (`alg`, `kid`,
            `typ`, nothing else), an unknown key, or a signature that does not fit.
    """
    if len(token) > LONGEST:
        raise RefusedError(Problem(TokensCode.TOO_LONG))
    parts = token.split(".")
    if len(parts) != 3 or len(parts[0]) > LONGEST_HEADER:
        raise RefusedError(Problem(TokensCode.SHAPE))
    header = _object(parts[0], TokensCode.SHAPE)
    if header.keys() != {"alg", "kid", "typ"} or (header["alg"], header["typ"]) != (ALGORITHM, TYPE):
        raise RefusedError(Problem(TokensCode.HEADER))
    key = keys.get(header["kid"]) if isinstance(header["kid"], str) else None
    if key is None:
        raise RefusedError(Problem(TokensCode.UNKNOWN_KEY))
    try:
        key.verify(_decode(parts[2], TokensCode.SHAPE), f"{parts[0]}.{parts[1]}".encode("ascii"))
    except InvalidSignature as error:
        raise RefusedError(Problem(TokensCode.SIGNATURE)) from error
    return _object(parts[1], TokensCode.CLAIMS)


def _object(part: str, code: TokensCode) -> dict[str, Any]:
    """The JSON object of one part; a key that stands twice is refused, since two readers may differ on it."""
    try:
        found = json.loads(_decode(part, code), object_pairs_hook=_each_once, parse_constant=_no_constant)
    except (ValueError, RecursionError) as error:
        raise RefusedError(Problem(code)) from error
    if not isinstance(found, dict):
        raise RefusedError(Problem(code))
    return found


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len({name for name, _ in pairs}) != len(pairs):
        raise ValueError("a key stands twice")
    return dict(pairs)


def _no_constant(word: str) -> None:
    raise ValueError(word)  # NaN and Infinity are no JSON


def _encode(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode("ascii")


def _decode(part: str, code: TokensCode) -> bytes:
    """Strict base64url: no padding, no other signs, and only the one spelling of its bytes."""
    try:
        content = base64.b64decode(part + "=" * (-len(part) % 4), altchars=b"-_", validate=True)
    except (binascii.Error, ValueError) as error:
        raise RefusedError(Problem(code)) from error
    if _encode(content) != part:
        raise RefusedError(Problem(code))
    return content


def _public_jwk(key: Ed25519PublicKey) -> dict[str, str]:
    return {
        "kty": "OKP",
        "crv": "Ed25519",
        "x": _encode(key.public_bytes_raw()),
        "kid": kid_of(key),
        "alg": ALGORITHM,
        "use": "sig",
    }


def _public_key(jwk: Mapping[str, Any]) -> Ed25519PublicKey:
    if (jwk.get("kty"), jwk.get("crv")) != ("OKP", "Ed25519") or not isinstance(jwk.get("x"), str):
        raise ValueError("no Ed25519 key")
    return Ed25519PublicKey.from_public_bytes(base64.urlsafe_b64decode(jwk["x"] + "=="))


def _place(path: Path, key: SigningKey, *, is_first: bool) -> None:
    """Write the keys beside their place and put them there in one step; the first one there stays."""
    secret = {"d": _encode(key.private.private_bytes_raw()), **_public_jwk(key.private.public_key())}
    content = json.dumps({"keys": [secret, *map(dict, key.retired)]}, indent=1)
    descriptor, beside = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # mkstemp makes it 0600
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if is_first:
            _link(beside, path)
        else:
            Path(beside).replace(path)
            beside = ""
    finally:
        if beside:
            Path(beside).unlink()


def _link(beside: str, path: Path) -> None:
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        return  # another program was first, and its key is the key of the house


def _read(path: Path) -> SigningKey:
    try:
        if path.stat().st_uid == os.geteuid() and path.stat().st_mode & 0o077:
            path.chmod(0o600)
        keys = json.loads(path.read_text(encoding="utf-8"))["keys"]
        seed = base64.urlsafe_b64decode(keys[0]["d"] + "==")
        public_keys({"keys": keys})
        return SigningKey(Ed25519PrivateKey.from_private_bytes(seed), tuple(keys[1:]))
    except (OSError, ValueError, LookupError, TypeError, AttributeError) as error:
        raise RefusedError(Problem(TokensCode.KEY_FILE, {"file": path.name})) from error
