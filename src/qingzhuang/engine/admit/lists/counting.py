"""How many matters were in force on a day, recomputed from dates, never stored. R-LST-09."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qingzhuang.engine.admit.domain import Kind
from qingzhuang.engine.admit.lists.domain import BOOK_NAMES, MatterLine

_YEARS = 3  # ends of years shown beside today


def count_days(today: str, *, since: str) -> tuple[str, ...]:
    """Ends of the last years, none before the first day anything is known of (`since`), then today."""
    year = int(today[:4])
    ends = (f"{each}-12-31" for each in range(year - _YEARS, year))
    return (*(day for day in ends if since and day >= since), today)


@dataclass(frozen=True, slots=True)
class MatterCounts:
    """Matters in force on a day. by_book: ledgers of each book."""

    on: str
    by_kind: dict[Kind, int]
    by_book: dict[str, int]

    @property
    def total(self) -> int:
        """Of all kinds."""
        return sum(self.by_kind.values())


def counted(matters: Sequence[MatterLine], *, on: str) -> MatterCounts:
    """Matters in force on an ISO day, of each of the ten kinds and of each book."""
    kept = [line for line in matters if line.is_kept(on)]
    kinds = Counter(line.kind for line in kept)
    books = Counter(line.book for line in kept if line.kind is Kind.LEDGER)
    return MatterCounts(on, {kind: kinds[kind] for kind in Kind}, {book: books[book] for book in BOOK_NAMES})


@dataclass(frozen=True, slots=True)
class BookRoom:
    """A book of ledgers on a day. most: its cap, None where none was set."""

    book: str
    now: int
    most: int | None = None

    @property
    def name(self) -> str:
        """What it is called."""
        return BOOK_NAMES[self.book]

    @property
    def over(self) -> int:
        """How many ledgers too many; 0 where there is no cap or room."""
        return max(0, self.now - self.most) if self.most is not None else 0

    def is_too_many(self, then: int) -> bool:
        """Whether a change to `then` ledgers must be refused: above the cap, and more than now. R-LST-10."""
        return self.most is not None and then > self.most and then > self.now


def capped(book: str, caps: Iterable[tuple[str, int, str]], *, on: str) -> int | None:
    """The cap of a book on an ISO day, of (book, most, effective from); None where none holds yet."""
    held = sorted((since, most) for each, most, since in caps if each == book and since <= on)
    return held[-1][1] if held else None
