"""
The published document of a subject: its holdings as compact JSON.

`[origins, holdings]`. origins: list of [import_id, source, day, sheet, row, is_village_answer]; one
row of one file gives many values, so its origin is written once. holdings: fact key → [value,
origin, value, origin …]: what holds first, its rivals after it.
"""

import json

from qingzhuang.engine.know.profile import Claim, Holding, Profile

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
_Origin = tuple[int, str, str, str, int, int]


def document_of(profile: Profile) -> str:
    """The profile's holdings as a JSON text."""
    origins: dict[_Origin, int] = {}
    holdings = {
        key: _written(holding.claim, origins)
        if not holding.rivals
        else [each for claim in (holding.claim, *holding.rivals) for each in _written(claim, origins)]
        for key, holding in profile.holdings.items()
    }
    return _encode((tuple(origins), holdings))


def _written(claim: Claim, origins: dict[_Origin, int]) -> list[str | int]:
    """[value, number of its origin]; a new origin is appended."""
    is_answer = 1 if claim.is_village_answer else 0
    origin = (claim.import_id, claim.source, claim.day, claim.sheet, claim.row, is_answer)
    return [claim.value, origins.setdefault(origin, len(origins))]


def holdings_of(document: str) -> dict[str, Holding]:
    """The holdings back from the JSON text; `holdings_of(document_of(p)) == p.holdings`."""
    origins, holdings = json.loads(document)
    return {key: _holding(words, origins) for key, words in holdings.items()}


def _holding(words: list[str | int], origins: list[_Origin]) -> Holding:
    """One holding from [value, origin, …]."""
    if len(words) == 2:
        return Holding(_claim(words[0], origins[int(words[1])]))
    claims = [_claim(words[at], origins[int(words[at + 1])]) for at in range(0, len(words), 2)]
    return Holding(claims[0], tuple(claims[1:]))


def _claim(value: str | int, origin: _Origin) -> Claim:
    """One claim from its value and origin."""
    import_id, source, day, sheet, row, is_answer = origin
    return Claim(str(value), source, day, import_id, sheet, row, bool(is_answer))
