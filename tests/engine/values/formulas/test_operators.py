"""Operators: precedence, kinds of values read as one another, errors."""

import pytest
from tests.engine.values.formulas.drawn import NOTHING, calculated

from qingzhuang.engine.values.formulas.domain import FormulaError, Value


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("1+2*3", 7.0),
        ("(1+2)*3", 9.0),
        ("10-2-3", 5.0),
        ("2^3^2", 64.0),
        ("-2^2", 4.0),
        ("2^-1", 0.5),
        ("8/4/2", 1.0),
        ("50%", 0.5),
        ("200*10%", 20.0),
        ("1+1=2", True),
        ("2>=3", False),
        ("1<>2", True),
        ('"a"&1+1', "a2"),
        ('"甲"&"乙"="甲乙"', True),
        ("=1+1", 2.0),
        (" 1 +\n 1 ", 2.0),
        ("1.5e2", 150.0),
        ("0.1+0.2-0.3", 0.0),
        ("0.1+0.2=0.3", True),
    ],
)
def test_operators_bind_as_in_excel(formula: str, expected: Value) -> None:
    """R-CAL-01: percent before power before times before plus before & before comparison; left to right."""
    assert calculated(formula) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("A9+1", 1.0),
        ("A9", 0.0),
        ('A9=""', True),
        ("A9=0", True),
        ('A9&"x"', "x"),
        ("TRUE+1", 2.0),
        ('"5"+1', 6.0),
        ('" 5 "*2', 10.0),
        ('"汉族"="汉族"', True),
        ('"abc"="ABC"', True),
        ('"2">10', True),
        ("TRUE>99", True),
        ('"乙"<TRUE', True),
        ("1.50&TRUE", "1.5TRUE"),
        ("A1&B1", "3汉"),
        ("+B1", "汉"),
    ],
)
def test_values_are_read_as_the_operator_needs_them(formula: str, expected: Value) -> None:
    """R-CAL-01: an empty cell is 0 or no text, a text that is a number counts as one in arithmetic."""
    assert calculated(formula, A1=3.0, B1="汉") == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("1/0", FormulaError.DIV_0),
        ("1+1/0", FormulaError.DIV_0),
        ('1+"甲"', FormulaError.VALUE),
        ('-""', FormulaError.VALUE),
        ("A1+1", FormulaError.NOT_AVAILABLE),
        ("SUM(A1:A3)", FormulaError.NOT_AVAILABLE),
        ("#REF!+1", FormulaError.REF),
        ("10^400", FormulaError.NUM),
        ("(-8)^0.5", FormulaError.NUM),
        ("0^-1", FormulaError.DIV_0),
        ('IF("甲",1,2)', FormulaError.VALUE),
        ("A1=1", FormulaError.NOT_AVAILABLE),
    ],
)
def test_errors_pass_on(formula: str, expected: FormulaError) -> None:
    """R-CAL-01: what cannot be reckoned is an error, and so is all that reckons with it."""
    assert calculated(formula, A1=FormulaError.NOT_AVAILABLE) == expected


@pytest.mark.parametrize(
    "formula",
    [
        "",
        "1+",
        "(1",
        "1)",
        "SUM(1,2",
        "1 2",
        "A1:A3+1",
        "A1 B1",
        "{1,2}",
        "[1]表!A1",
        "别表!A1",
        "甲:乙!A1",
        "VLOOKUP(1,A1:B3,2)",
        "DATEDIF(A1,TODAY(),1)",
        "某名称",
        "NOSUCH(1)",
        "A1:A3",
        '"2024-01-01"+1',
        '"5%"+1',
        "1234567890123456&1",
        "@A1",
        "A0",
        "XFE1",
        "A1048577",
        '"开着',
    ],
)
def test_what_we_do_not_know_is_not_calculated(formula: str) -> None:
    """R-CAL-03: functions, names, other workbooks and broken text leave no result, and never a wrong one."""
    assert calculated(formula, A1=1.0) == NOTHING
