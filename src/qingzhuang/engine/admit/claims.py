"""What a signed admission token says, and whether what it says holds now and here."""

from collections.abc import Callable, Mapping
from typing import Any

from qingzhuang.engine.admit.domain import Frequency, Kind
from qingzhuang.engine.admit.numbers import parse
from qingzhuang.engine.admit.standing import Admitted, first_second, second_of
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.tokens import TokensCode

VERSION = 1
SKEW = 60  # seconds by which two offices' clocks may differ


def claims_of(admitted: Admitted, *, issuer: str, kid: str, issued_at: int) -> dict[str, Any]:
    """
    The payload of the token of an admitted matter (RFC 7519 names where it has one). Rule R-NUM-09.

    ver, iss, sub (the number), jti, kind, title, office, scope (region prefixes), fields (labels),
    frequency ("" none), basis, iat, nbf, exp. nbf: first second of the first day; exp: the first second
    after the last day, or the end of the emergency lane while it is not regularised; China's time.

    Args:
        admitted: the matter.
        issuer: address at which anybody may check the number.
        kid: id of the signing key.
        issued_at: seconds since 1970.

    Raises:
        ValueError: the matter was withdrawn, or has no scope: it gets no token.
    """
    if admitted.withdrawn_on or not admitted.regions:
        raise ValueError("withdrawn, or without scope")
    ends = [second_of(each) for each in (admitted.ends_on, admitted.emergency_until) if each]
    return {
        "ver": VERSION,
        "iss": issuer,
        "sub": str(admitted.number),
        "jti": f"{admitted.number.code}.{issued_at}.{kid[:8]}",
        "kind": admitted.kind.value,
        "title": admitted.title,
        "office": admitted.issuer,
        "scope": list(admitted.regions),
        "fields": list(admitted.fields),
        "frequency": admitted.frequency.value if admitted.frequency else "",
        "basis": admitted.basis,
        "iat": issued_at,
        "nbf": first_second(admitted.starts_on),
        "exp": min(ends),
    }


def check_claims(claims: Mapping[str, Any], *, now: int, region: str | None) -> Problem | None:
    """
    Why the claims of a token whose signature is good do not hold; None if they do. Rule R-NUM-10.

    What a token cannot know is whether its number was withdrawn since: ask the register for that.

    Args:
        claims: payload of the token, of any shape.
        now: seconds since 1970.
        region: 12-digit code of the place it is shown for; None asks about the time alone.
    """
    misshapen = _misshapen(claims)
    if misshapen is not None:
        return Problem(misshapen)
    late = _by_the_clock(claims, now)
    elsewhere = region is not None and not region.startswith(tuple(claims["scope"]))
    code = late or (TokensCode.OUT_OF_SCOPE if elsewhere else None)
    return Problem(code, {"number": str(claims["sub"])}) if code else None


def _misshapen(claims: Mapping[str, Any]) -> TokensCode | None:
    """Why these are no claims of ours."""
    if type(claims.get("ver")) is not int:
        return TokensCode.CLAIMS
    if claims["ver"] != VERSION:
        return TokensCode.VERSION
    is_whole = all(is_fine(claims.get(name)) for name, is_fine in _SHAPE.items())
    return None if is_whole and claims["nbf"] < claims["exp"] else TokensCode.CLAIMS


def _by_the_clock(claims: Mapping[str, Any], now: int) -> TokensCode | None:
    """Why they do not hold now: from nbf, included, to exp, excluded."""
    if claims["iat"] > now + SKEW:
        return TokensCode.FUTURE
    if now < claims["nbf"]:
        return TokensCode.NOT_YET
    return TokensCode.EXPIRED if now >= claims["exp"] else None


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value)


def _is_second(value: object) -> bool:
    return type(value) is int and value >= 0  # a bool is an int to Python, and none to us


def _is_number(value: object) -> bool:
    return isinstance(value, str) and (number := parse(value)) is not None and str(number) == value


def _is_scope(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(e, str) and e.isdigit() for e in value)


def _is_labels(value: object) -> bool:
    return isinstance(value, list) and all(isinstance(each, str) for each in value)


_SHAPE: dict[str, Callable[[object], bool]] = {
    "iss": _is_text,
    "sub": _is_number,
    "jti": _is_text,
    "kind": lambda value: isinstance(value, str) and value in set(Kind),
    "title": _is_text,
    "office": _is_text,
    "scope": _is_scope,
    "fields": _is_labels,
    "frequency": lambda value: isinstance(value, str) and value in {"", *Frequency},
    "basis": lambda value: isinstance(value, str),
    "iat": _is_second,
    "nbf": _is_second,
    "exp": _is_second,
}
