"""
The published document of a subject: its holdings as compact JSON.

`[origins, holdings]`. origins: list of [import_id, source, day, sheet, row, is_village_answer]; one
row of one file gives many values, so its origin is written once. holdings: fact key → [value,
origin, value, origin …]: what holds first, its rivals after it.
"""

import json
from collections.abc import Iterable, Mapping
from json.encoder import encode_basestring as quoted  # what json.dumps calls, without what stands around it

from qingzhuang.engine.know.packed import Origin, PackedHoldings, origin_of
from qingzhuang.engine.know.profile import Claim, Holding, Profile
from qingzhuang.store.rows import Row

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), check_circular=False).encode
_MOST_KEYS = 10_000  # kept quoted; a county has some hundreds


class _Keys(dict[str, str]):
    """Fact keys as they stand in JSON, with the colon; each worked out once."""

    def __missing__(self, key: str) -> str:
        if len(self) >= _MOST_KEYS:
            self.clear()
        found = self[key] = quoted(key) + ":"
        return found


_KEYS = _Keys()


def values_text(values: Mapping[str, str]) -> str:
    """Fact key → canonical value as compact JSON; the text json.dumps would give, in a third of the time."""
    keys = _KEYS
    return "{" + ",".join([keys[key] + quoted(value) for key, value in values.items()]) + "}"


def document_of_row(row: Row, values: Mapping[str, str]) -> str:
    """The document of somebody of whom one row alone speaks. values: fact key → what holds by that row."""
    if not values:
        return "[[],{}]"
    keys = _KEYS
    origin = (
        f"{row.import_id},{quoted(row.source)},{quoted(row.day)},{quoted(row.sheet)},{row.row},"
        f"{1 if row.is_village_answer else 0}"
    )
    held = ",0],".join([f"{keys[key]}[{quoted(value)}" for key, value in values.items()])
    return f"[[[{origin}]],{{{held},0]}}]"


def document_of(profile: Profile) -> str:
    """The profile's holdings as a JSON text."""
    origins: dict[Origin, int] = {}
    holdings = {
        key: _written(holding.claim, origins)
        if not holding.rivals
        else [each for claim in (holding.claim, *holding.rivals) for each in _written(claim, origins)]
        for key, holding in profile.holdings.items()
    }
    return _encode((tuple(origins), holdings))


def _written(claim: Claim, origins: dict[Origin, int]) -> list[str | int]:
    """[value, number of its origin]; a new origin is appended."""
    return [claim.value, origins.setdefault(origin_of(claim), len(origins))]


def holdings_of(document: str) -> Mapping[str, Holding]:
    """
    The holdings back from the JSON text; `holdings_of(document_of(p)) == p.holdings`.

    Each is made when it is asked for: a form asks for a few of all that is known.
    """
    origins, words = json.loads(document)
    return PackedHoldings(words, origins)


def all_holdings_of(documents: Iterable[str]) -> list[PackedHoldings]:
    """What `holdings_of` gives for each; read as one text, in two thirds of the time."""
    return [PackedHoldings(words, origins) for origins, words in json.loads(f"[{','.join(documents)}]")]
