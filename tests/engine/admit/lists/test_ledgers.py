"""A new ledger beside the caps of the two books. R-LST-13."""

import pytest

from qingzhuang.engine.admit.domain import Application, Extra, Kind, Weight
from qingzhuang.engine.admit.lists.counting import BookRoom
from qingzhuang.engine.admit.lists.ledgers import LedgerRoom, ledger_findings

LEDGER = Application("农户走访台账", kind=Kind.LEDGER)


def room(party: int, livelihood: int, unplaced: int = 0) -> LedgerRoom:
    """Books with caps of 6 and 20 that hold so many."""
    return LedgerRoom((BookRoom("party", party, 6), BookRoom("livelihood", livelihood, 20)), unplaced)


@pytest.mark.parametrize(
    ("books", "weight", "said"),
    [
        (room(5, 19), Weight.INFORMS, "没有记在哪本账"),
        (room(6, 19), Weight.WARNS, "党建账已经满了"),
        (room(6, 20), Weight.WARNS, "再加 1 项就超上限"),
        (room(6, 19, unplaced=1), Weight.WARNS, "再加 1 项就超上限"),
    ],
)
def test_a_new_ledger_is_told_which_book_has_room(books: LedgerRoom, weight: Weight, said: str) -> None:
    """R-LST-13: a full book is named; with both full, those not yet placed counted, it is above the caps."""
    (finding,) = ledger_findings(LEDGER, books)

    assert finding.weight is weight
    assert said in finding.sentence


def test_a_form_that_brings_a_ledger_along_counts_as_one() -> None:
    """R-LST-13: 新台账 beside a form is a ledger too; a form alone is none."""
    form = Application("走访表", extras=frozenset({Extra.LEDGER}))

    assert ledger_findings(form, room(6, 20))
    assert ledger_findings(Application("走访表"), room(6, 20)) == ()


def test_without_caps_there_is_nothing_to_say() -> None:
    """R-LST-13: a county that set no caps is told nothing of them."""
    assert ledger_findings(LEDGER, LedgerRoom((BookRoom("party", 90), BookRoom("livelihood", 9)))) == ()
