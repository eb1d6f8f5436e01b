"""Checks that lie in data validations."""

import datetime

import pytest
from tests.engine.fill.checks.drawn import doubtful, doubts, sheet

from qingzhuang.engine.read.grid import Validation
from qingzhuang.engine.values.domain import Raw

COLUMN = ((2, 1, 9, 1),)


def judged(
    value: Raw, kind: str, *, first: str = "", second: str = "", operator: str = "between"
) -> list[str]:
    """The cells that do not fit a validation of A2:A9 when A2 holds this value."""
    rule = Validation(kind, COLUMN, formula=first, operator=operator, formula2=second)
    return doubtful(sheet([["栏"], [value]], validations=(rule,)))


@pytest.mark.parametrize(
    ("value", "kind", "operator", "first", "second", "fits"),
    [
        (5, "whole", "between", "0", "20", True),
        (21, "whole", "between", "0", "20", False),
        (5.5, "whole", "between", "0", "20", False),
        ("五", "whole", "between", "0", "20", False),
        (5.5, "decimal", "greaterThan", "5", "", True),
        (5, "decimal", "greaterThan", "5", "", False),
        (5, "decimal", "notBetween", "1", "9", False),
        (10, "decimal", "notBetween", "1", "9", True),
        (5, "decimal", "notEqual", "5", "", False),
        (datetime.date(2026, 3, 1), "date", "greaterThanOrEqual", "46000", "", True),
        (datetime.date(2020, 3, 1), "date", "greaterThanOrEqual", "46000", "", False),
        ("36099919900101123X", "textLength", "equal", "18", "", True),
        ("3609991990010112", "textLength", "equal", "18", "", False),
        ("36099919900101123X", "textLength", "between", "15", "18", True),
        (5, "custom", "", "A2>4", "", True),
        (5, "custom", "", "AND(A2>4,A2<5)", "", False),
        (5, "custom", "", "COUNTIF(A:A,A2)=1", "", True),
        (5, "custom", "", "VLOOKUP(A2,Z:Z,1,0)=5", "", True),
        (5, "whole", "between", "Z1", "Z2", False),
        (5, "time", "between", "0", "1", True),
        (5, "none", "between", "", "", True),
    ],
)
def test_validations_are_demands(
    value: Raw, kind: str, operator: str, first: str, second: str, *, fits: bool
) -> None:
    """R-CHK-01: numbers, days, lengths and formulas; what we cannot calculate says nothing."""
    is_blank_bound = first == "Z1"

    assert (judged(value, kind, first=first, second=second, operator=operator) == []) is (
        fits or is_blank_bound
    )


def test_a_formula_is_read_from_each_cell_of_its_area() -> None:
    """R-CHK-01: AND(B2=C2+D2) written for row 2 means row 3 when it is judged in row 3."""
    rule = Validation("custom", ((2, 2, 9, 2),), formula="AND(B2=C2+D2,B2>=0)")
    rows = [["姓名", "合计", "男", "女"], ["赵甲", 5, 2, 3], ["钱乙", 5, 2, 2]]
    found = doubts(sheet(rows, validations=(rule,)))

    assert [(doubt.cell, doubt.why) for doubt in found] == [
        ("表!B3", "写着“5”，表上的校验：B2=C2+D2,B2>=0。")
    ]


def test_an_answer_outside_the_list_is_a_doubt() -> None:
    """R-CHK-01: the entries of a drop-down are the only answers; blanks around them do not count."""
    rule = Validation("list", COLUMN, options=("汉族", "回族"))

    assert doubtful(sheet([["民族"], ["汉族"], [" 回族"], ["汉"]], validations=(rule,))) == ["表!A4"]


def test_the_forms_own_words_come_first() -> None:
    """R-CHK-09: what the form itself says of a wrong answer is what we say."""
    rule = Validation("whole", COLUMN, formula="0", operator="greaterThan", message="年龄要填整数！")
    found = doubts(sheet([["年龄"], [1.5]], validations=(rule,)))

    assert [doubt.why for doubt in found] == ["写着“1.5”，年龄要填整数！"]


def test_a_list_that_cannot_be_told_demands_nothing() -> None:
    """R-CHK-05: a list whose entries stand where we cannot look says nothing."""
    assert judged("汉", "list", first="INDIRECT(B1)") == []


def test_a_drop_down_that_only_advises_raises_no_doubt() -> None:
    """R-CHK-01: where the program lets other answers through, they are no mistakes."""
    rule = Validation("list", COLUMN, ("是", "否"))
    advice = Validation("list", COLUMN, ("是", "否"), is_advice=True)

    assert doubtful(sheet([["栏"], ["不详"]], validations=(rule,))) == ["表!A2"]
    assert doubtful(sheet([["栏"], ["不详"]], validations=(advice,))) == []
