"""A new ledger beside the two books and their caps: is there room for it? R-LST-13."""

from collections.abc import Sequence
from dataclasses import dataclass

from qingzhuang.engine.admit.domain import Application, Extra, Finding, Kind, Topic, Weight
from qingzhuang.engine.admit.lists.counting import BookRoom


@dataclass(frozen=True, slots=True)
class LedgerRoom:
    """The two books on a day. unplaced: ledgers the gate let in that nobody put into a book yet."""

    books: tuple[BookRoom, ...]
    unplaced: int = 0

    @property
    def is_full(self) -> bool:
        """Whether every book has a cap, and none has room for one more, those not placed yet counted."""
        left = [max(0, book.most - book.now) for book in self.books if book.most is not None]
        return bool(left) and len(left) == len(self.books) and sum(left) <= self.unplaced

    @property
    def lines(self) -> tuple[str, ...]:
        """One line for each book, and one for what is in none."""
        unplaced = (f"准入了还没放进账的 {self.unplaced} 项",) if self.unplaced else ()
        return (*map(_line, self.books), *unplaced)


def wants_ledger(application: Application) -> bool:
    """Whether it is a ledger, or brings one along."""
    return application.kind is Kind.LEDGER or Extra.LEDGER in application.extras


def ledger_findings(application: Application, room: LedgerRoom) -> tuple[Finding, ...]:
    """
    Whether the books have room for the ledger it wants; nothing where it wants none, or no cap was set.

    An application does not say which book: the register does, once it is admitted. Rule R-LST-13.
    """
    if not wants_ledger(application) or all(book.most is None for book in room.books):
        return ()
    full = [book.name for book in room.books if book.is_too_many(book.now + 1)]
    weight = Weight.WARNS if room.is_full or full else Weight.INFORMS
    return (Finding(Topic.RULE, weight, _sentence(room, full), room.lines, step="form"),)


def full_sentence(room: LedgerRoom) -> str:
    """Why one more ledger is above the caps, in Chinese."""
    return f"账都满了（{'，'.join(room.lines)}），再加 1 项就超上限。"


def _sentence(room: LedgerRoom, full: Sequence[str]) -> str:
    if room.is_full:
        return full_sentence(room) + "先停一项，或者由减负办负责人写一句再签。"
    if full:
        return f"{'、'.join(full)}已经满了；申请里没有记在哪本账，只能放进还有空的那一本。"
    return "申请里没有记在哪本账；现在都还放得下，准入后在总账里选一本。"


def _line(book: BookRoom) -> str:
    return f"{book.name} {book.now} 项，{'没定上限' if book.most is None else f'上限 {book.most} 项'}"
