"""The word in a blank: its own value, what stands behind its label, the ticked box."""

import pytest
from tests.engine.fill.drawn import DAY, card, person, village

from qingzhuang.engine.collect.returned.reading import ReturnedCell
from qingzhuang.engine.fill.asking import Asking
from qingzhuang.engine.fill.fields import asked_of
from qingzhuang.engine.fill.returned.words import word_in
from qingzhuang.engine.problems import Problem
from qingzhuang.engine.problems.returning import ReturningCode
from qingzhuang.engine.read.grid import Cell
from qingzhuang.engine.values.domain import Raw


def word(printed: str, text: str, raw: Raw = None) -> Raw | Problem:
    """What stands in a card's blank now; printed: the text that it had, "" for an empty cell."""
    asking = Asking(village(person(1, name="张三")), DAY)
    sheet = card({}, {(2, 2): printed}) if printed else card({(2, 2): "联系电话"})
    back = ReturnedCell(0, 2, 2, Cell(2, 2, text, raw if raw is not None else text))
    return word_in(sheet, asked_of(sheet, asking.book)[0], back)


@pytest.mark.parametrize(
    ("text", "raw", "expected"),
    [
        *(("139", "139 ", "139"), ("139", 139, 139), ("", "", None), ("　", "　", None)),
        *(("____", "____", None), ("139____", "139____", "139"), ("__139＿", "__139＿", "139")),
    ],
)
def test_a_cell_of_its_own_says_its_value(text: str, raw: Raw, expected: Raw) -> None:
    """R-RET-15: blanks and underscores around a word are no part of it; nothing else is nothing."""
    assert word("", text, raw) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("联系电话：139", "139"),
        ("联系电话： 139____", "139"),
        ("联 系 电 话：139", "139"),
        ("联系电话：____", None),
    ],
)
def test_a_word_stands_behind_its_label(text: str, expected: str | None) -> None:
    """R-RET-24: what stands behind the print is the word, without what is left of the line."""
    assert word("联系电话：____", text) == expected


def test_a_changed_print_cannot_be_read() -> None:
    """R-RET-24: where the printed words are gone, nobody knows what is an answer."""
    found = word("联系电话：____", "手机 139")

    assert isinstance(found, Problem)
    assert found.code is ReturningCode.PRINT_CHANGED
