"""
Holdings as they are stored, made into objects one by one when somebody asks.

A form asks for a few of all that is known, and mostly for the bare value: filling 300 people from these
costs a third of what it costs from holdings made beforehand.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from qingzhuang.engine.know.profile import Claim, Holding

Origin = tuple[int, str, str, str, int, int]  # import_id, source, day, sheet, row, is_village_answer
Words = list[Any]  # value, number of its origin, value, number …: what holds first, its rivals after it


class PackedHoldings(Mapping[str, Holding]):
    """Fact key → what holds. words: key → what is said, as stored. origins: where from, by number."""

    __slots__ = ("_made", "origins", "words")

    def __init__(self, words: dict[str, Words], origins: Sequence[Origin]) -> None:
        self.words = words
        self.origins = origins
        self._made: dict[str, Holding] = {}

    def __getitem__(self, key: str) -> Holding:
        made = self._made.get(key)
        if made is None:
            made = self._made[key] = _holding(self.words[key], self.origins)
        return made

    def get(self, key: str, default: Any = None) -> Any:
        """The holding under this key. The Mapping's own way is three times slower."""
        made = self._made.get(key)
        if made is not None:
            return made
        return self[key] if key in self.words else default

    def __iter__(self) -> Iterator[str]:
        return iter(self.words)

    def __len__(self) -> int:
        return len(self.words)

    def __contains__(self, key: object) -> bool:
        return key in self.words

    def __repr__(self) -> str:
        return repr(dict(self))


def packed(holdings: Mapping[str, Holding]) -> PackedHoldings:
    """These holdings packed; as they are where they are so already."""
    if isinstance(holdings, PackedHoldings):
        return holdings
    origins: list[Origin] = []
    words: dict[str, Words] = {}
    for key, holding in holdings.items():
        words[key] = []
        for claim in (holding.claim, *holding.rivals):
            words[key] += (claim.value, len(origins))
            origins.append(origin_of(claim))
    return PackedHoldings(words, origins)


def origin_of(claim: Claim) -> Origin:
    """Where a claim is from."""
    is_answer = 1 if claim.is_village_answer else 0
    return claim.import_id, claim.source, claim.day, claim.sheet, claim.row, is_answer


def plain_value(words: Mapping[str, Words], key: str) -> str | None:
    """The value under this key that nobody disputes; None if there is none."""
    said = words.get(key)
    value: str | None = said[0] if said is not None and len(said) == 2 else None
    return value


def _holding(words: Words, origins: Sequence[Origin]) -> Holding:
    if len(words) == 2:
        return Holding(_claim(words[0], origins[words[1]]))
    claims = [_claim(words[at], origins[words[at + 1]]) for at in range(0, len(words), 2)]
    return Holding(claims[0], tuple(claims[1:]))


def _claim(value: str, origin: Origin) -> Claim:
    import_id, source, day, sheet, row, is_answer = origin
    return Claim(value, source, day, import_id, sheet, row, bool(is_answer))
