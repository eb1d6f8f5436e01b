"""Every function that we calculate, in a table."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.values.formulas.drawn import NOTHING, calculated, place

from qingzhuang.engine.values.formulas.domain import FormulaError, Value

# A: numbers, an ID number as text, a truth, a blank (A5); B: peoples; C: ages.
CELLS: dict[str, Value] = {
    "A1": 1.0, "A2": 2.5, "A3": "360999199001011234", "A4": True, "A6": "",
    "B1": "汉族", "B2": "回族", "B3": "汉族", "B4": "张*", "B5": "张三",
    "C1": 59.0, "C2": 60.0, "C3": 88.0, "C4": "60", "D1": FormulaError.DIV_0,
}  # fmt: skip


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("SUM(A1:A6)", 3.5),
        ("SUM(A:A)", 3.5),
        ("SUM(1:1)", FormulaError.DIV_0),
        ("SUM(A1:A2,C1,10)", 72.5),
        ('SUM("3",TRUE)', 4.0),
        ('SUM(1,"甲")', FormulaError.VALUE),
        ("SUM(Z1:Z9)", 0.0),
        ("AVERAGE(C1:C4)", 69.0),
        ("AVERAGE(Z1:Z9)", FormulaError.DIV_0),
        ("MAX(C1:C4)", 88.0),
        ("MIN(C1:C4)", 59.0),
        ("MAX(Z1:Z9)", 0.0),
        ("MIN(3,-1)", -1.0),
        ("COUNT(A1:A6)", 2.0),
        ("COUNT(A1:D6)", 5.0),
        ('COUNT(1,"2","甲")', 2.0),
        ("COUNTA(A1:A6)", 5.0),
        ("COUNTA(B:B)", 5.0),
        ("COUNTA(D1,Z1)", 1.0),
        ("COUNTBLANK(A1:A6)", 2.0),
        ("ABS(-2)", 2.0),
        ("INT(-1.5)", -2.0),
        ("INT(2.9)", 2.0),
        ("ROUND(2.5,0)", 3.0),
        ("ROUND(-2.5,0)", -3.0),
        ("ROUND(1.005,2)", 1.01),
        ("ROUND(1234,-2)", 1200.0),
        ("ROUNDUP(1.01,0)", 2.0),
        ("ROUNDDOWN(1.99,1)", 1.9),
        ("MOD(7,3)", 1.0),
        ("MOD(-7,3)", 2.0),
        ("MOD(7,0)", FormulaError.DIV_0),
        ("MID(A3,7,8)", "19900101"),
        ("MID(A3,99,2)", ""),
        ("MID(A3,0,2)", FormulaError.VALUE),
        ("LEFT(A3,6)", "360999"),
        ("LEFT(A3)", "3"),
        ("RIGHT(A3,4)", "1234"),
        ("RIGHT(B1,9)", "汉族"),
        ("LEFT(A3,-1)", FormulaError.VALUE),
        ("VALUE(MID(A3,7,4))", 1990.0),
        ('VALUE("甲")', FormulaError.VALUE),
        ('IF(MOD(MID(A3,17,1),2)=1,"男","女")', "男"),
        ('TEXT(MID(A3,7,8),"0000-00-00")', "1990-01-01"),
        ('TEXT(MID(A3,7,8),"#-00-00")', "1990-01-01"),
        ('TEXT(MID(A3,7,8),"0000年00月00日")', "1990年01月01日"),
        ('TEXT(2.5,"0.00")', "2.50"),
        ('TEXT(7,"000")', "007"),
        ('TEXT(2.5,"0")', "3"),
        ('TEXT("","0000-00-00")', ""),
        ('TEXT("甲","0")', "甲"),
        ('TEXT(A1,"yyyy-mm-dd")', NOTHING),
        ('TEXT(-1,"0")', NOTHING),
        ('COUNTIFS(B1:B5,"汉族",C1:C5,">=60")', 1.0),
        ('COUNTIFS(B1:B9,"<>汉族",C1:C9,"")', 5.0),
        ('COUNTIFS(B1:B5,"汉族",C1:C4,">=60")', FormulaError.VALUE),
        ('SUMIFS(C1:C5,B1:B5,"汉族",C1:C5,">=60")', 88.0),
        ('SUMIFS(C1:C4,B1:B5,"汉族")', FormulaError.VALUE),
        ('SUMIF(B1:B3,"汉族",C1)', NOTHING),
        ("SUMPRODUCT(A1:A2,C1:C2)", 209.0),
        ("SUMPRODUCT(A1:A5,C1:C5)", 209.0),
        ("SUMPRODUCT(A1:A2,C1:C3)", FormulaError.VALUE),
        ("SUMPRODUCT((A1:A2)*1)", NOTHING),
        ('VLOOKUP("回族",B1:C3,2,FALSE)', 60.0),
        ('VLOOKUP("汉族",B1:C3,2,0)', 59.0),
        ('VLOOKUP("苗族",B1:C3,2,0)', FormulaError.NOT_AVAILABLE),
        ('VLOOKUP("汉族",B1:C3,3,0)', FormulaError.REF),
        ('VLOOKUP("张*",B1:C5,2,0)', NOTHING),
        ('LEN("汉族")', 2.0),
        ("LEN(A3)", 18.0),
        ("LEN(12)", 2.0),
        ("ROW()", 99.0),
        ("ROW(B7)", 7.0),
        ("COLUMN()", 30.0),
        ("ISNUMBER(A1)", True),
        ("ISNUMBER(A3)", False),
        ("ISBLANK(A5)", True),
        ("ISTEXT(B1)", True),
        ("ISERROR(D1)", True),
        ("ISERROR(1/0)", True),
    ],
)
def test_functions_over_cells(formula: str, expected: Value) -> None:
    """R-CAL-02: in ranges numbers alone count; texts, ID numbers among them, truths and blanks do not."""
    assert calculated(formula, **CELLS) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ('COUNTIF(C1:C4,">=60")', 2.0),
        ('COUNTIF(C1:C4,"<60")', 1.0),
        ("COUNTIF(C1:C4,60)", 2.0),
        ('COUNTIF(C1:C4,"<>60")', 2.0),
        ('COUNTIF(B1:B5,"汉族")', 2.0),
        ('COUNTIF(B1:B5,"=汉族")', 2.0),
        ('COUNTIF(B1:B5,"<>汉族")', 3.0),
        ('COUNTIF(B1:B5,"张*")', 2.0),
        ('COUNTIF(B1:B5,"张~*")', 1.0),
        ('COUNTIF(B1:B5,"?族")', 3.0),
        ("COUNTIF(B1:B5,B1)", 2.0),
        ('COUNTIF(A1:A6,"")', 2.0),
        ('COUNTIF(A1:A6,"<>")', 5.0),
        ('COUNTIF(B1:B9,"<>汉族")', 7.0),
        ('COUNTIF(C1:C4,">="&C2)', 2.0),
        ("COUNTIF(A1:A6,TRUE)", 1.0),
        ('COUNTIF(C1:C4,">=甲")', NOTHING),
        ("COUNTIF(A1:A6,A3)", NOTHING),
        ('COUNTIF(1,"1")', NOTHING),
        ('SUMIF(B1:B3,"汉族",C1:C3)', 147.0),
        ('SUMIF(C1:C4,">=60")', 148.0),
        ('SUMIF(B1:B3,"苗族",C1:C3)', 0.0),
    ],
)
def test_criteria_choose_cells(formula: str, expected: Value) -> None:
    """R-CAL-02: ">=60" compares numbers, "汉族" whole texts, * and ? stand for signs; no order of texts."""
    assert calculated(formula, **CELLS) == expected


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ('IF(C2>=60,"是","否")', "是"),
        ('IF(C1>=60,"是","否")', "否"),
        ("IF(C1>=60,1)", False),
        ("IF(TRUE,1,NOSUCH(1))", 1.0),
        ("IF(TRUE,1,1/0)", 1.0),
        ("IF(D1,1,2)", FormulaError.DIV_0),
        ("IF(TRUE,Z1,2)", 0.0),
        ('IFERROR(1/0,"无")', "无"),
        ('IFERROR(D1,"无")', "无"),
        ("IFERROR(3,4)", 3.0),
        ("AND(C2=60,C3=88)", True),
        ("AND(C2=60,C3=1)", False),
        ("AND(A1:A2)", True),
        ("AND(B1:B3)", FormulaError.VALUE),
        ("OR(C2=1,C3=88)", True),
        ("OR(FALSE,0)", False),
        ("NOT(C2=60)", False),
        ("NOT(1,2)", NOTHING),
        ("AND()", NOTHING),
        ("IF(1)", NOTHING),
        ("ROUND(1)", NOTHING),
    ],
)
def test_conditions_take_one_way(formula: str, expected: Value) -> None:
    """R-CAL-02: the way that is not taken may hold errors and unknown functions; wrong use has no result."""
    assert calculated(formula, **CELLS) == expected


@given(st.lists(st.one_of(st.integers(-(10**9), 10**9), st.text(max_size=3), st.none()), max_size=30))
def test_a_sum_is_the_sum_of_the_numbers(column: list[int | str | None]) -> None:
    """Whatever stands in a column, SUM is what Python adds up of its numbers, COUNT how many there are."""
    cells = {f"A{row}": float(v) if isinstance(v, int) else v for row, v in enumerate(column, 1)}
    numbers = [value for value in column if isinstance(value, int)]

    assert calculated("SUM(A1:A30)", **cells) == sum(numbers)
    assert calculated("COUNT(A$1:$A30)", **cells) == len(numbers)


@given(st.decimals(-(10**6), 10**6, places=3), st.integers(0, 2))
def test_halves_are_rounded_away_from_zero(number: object, places: int) -> None:
    """ROUND goes by the digits that people see, not by the binary number behind them."""
    rounded = calculated(f"ROUND(A1,{places})", A1=float(str(number)))

    assert isinstance(rounded, float)
    assert abs(rounded - float(str(number))) <= 0.5 * 10**-places + 1e-9


def test_columns_and_rows_count_from_one() -> None:
    """The drawn cells stand where their addresses say."""
    assert place("B7")[1:] == (7, 2)
