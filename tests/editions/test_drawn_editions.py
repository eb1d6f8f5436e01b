"""Editions of drawn questionnaires, from the sheet to the comparison."""

import pytest
from tests.editions.measure import Tally, measure


@pytest.fixture(scope="module")
def tallies() -> dict[str, Tally]:
    """Twelve pairs of editions in each style, with up to six fields of ten edited."""
    return measure(12)


def test_nothing_is_carried_wrongly_through_the_whole_chain(tallies: dict[str, Tally]) -> None:
    """Read from drawn sheets with renumbered codes, no field is carried to another one (R-EDI-01)."""
    assert [tally.wrong for tally in tallies.values()] == [0, 0, 0]


def test_nine_of_ten_rewordings_are_proposed(tallies: dict[str, Tally]) -> None:
    """Of the re-wordings of all styles at least 90 % are proposed (R-EDI-04)."""
    proposed = sum(tally.proposed for tally in tallies.values())

    assert proposed >= 0.9 * sum(tally.rewordings for tally in tallies.values())


def test_a_form_compared_with_itself_asks_nothing(tallies: dict[str, Tally]) -> None:
    """The same drawn form a second time asks nothing, in any style (R-EDI-07)."""
    assert [tally.asked_of_same_form for tally in tallies.values()] == [0, 0, 0]
