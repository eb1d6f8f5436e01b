"""Our results are those of LibreOffice, over formulas drawn at random."""

import io
import math
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from tests.files.workbooks.drawn import saved

from qingzhuang.engine.fill.plan import Write
from qingzhuang.files.workbooks.writing import write_workbook

pytestmark = pytest.mark.office
N_ROWS, COLUMNS = 6, "ABCD"
N_FORMULAS = 120
CELL = st.builds(lambda column, row: f"{column}{row}", st.sampled_from(COLUMNS), st.integers(1, N_ROWS))
RANGE = st.builds(
    lambda first, last, column: f"${column}{min(first, last)}:D{max(first, last)}",
    st.integers(1, N_ROWS),
    st.integers(1, N_ROWS),
    st.sampled_from(COLUMNS),
)
NUMBER = st.one_of(st.integers(-99, 99).map(str), st.sampled_from(["0.1", "2.5", "1000000", "12.345"]))
CRITERION = st.sampled_from(['">=20"', '"<0"', '"汉族"', '"<>汉族"', '"*族"', '"=20"', "20", '">="&A1'])
VALUES = st.one_of(
    st.none(),
    st.integers(-99, 99),
    st.sampled_from(["汉族", "回族", "张三"]),
    st.decimals(-99, 99, places=2),
)


def _deeper(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Formulas of numbers out of formulas of numbers."""
    truth = st.one_of(
        st.builds(
            lambda a, sign, b: f"{a}{sign}{b}", inner, st.sampled_from(["=", "<>", "<", ">=", ">"]), inner
        ),
        st.builds(lambda a, b: f"AND({a}>0,{b}<50)", inner, inner),
        st.builds(lambda a, b: f"OR({a}>0,NOT({b}<50))", inner, inner),
    )
    return st.one_of(
        st.builds(lambda a, sign, b: f"{a}{sign}{b}", inner, st.sampled_from("+-*/"), inner),
        st.builds(lambda a: f"(-{a})^2", inner),
        st.builds(lambda a: f"{a}*50%", inner),
        st.builds(lambda test, a, b: f"IF({test},{a},{b})", truth, inner, inner),
        st.builds(lambda a, n: f"ROUND({a},{n})", inner, st.integers(-1, 2)),
        st.builds(lambda name, a: f"{name}({a})", st.sampled_from(["INT", "ABS"]), inner),
        st.builds(
            lambda name, a, b: f"{name}({a},{b})", st.sampled_from(["SUM", "MAX", "MIN"]), inner, RANGE
        ),
    )


COUNTED = st.one_of(
    st.builds(
        lambda name, area: f"{name}({area})",
        st.sampled_from(["SUM", "COUNT", "COUNTA", "COUNTBLANK", "MAX", "MIN", "AVERAGE"]),
        RANGE,
    ),
    st.builds(lambda area, wanted: f"COUNTIF({area},{wanted})", RANGE, CRITERION),
    st.builds(lambda wanted: f"SUMIF(A1:A6,{wanted},B1:B6)", CRITERION),
    st.builds(lambda one, other: f"COUNTIFS(A1:A6,{one},B1:B6,{other})", CRITERION, CRITERION),
    st.builds(lambda one, other: f"SUMIFS(C1:C6,A1:A6,{one},B1:B6,{other})", CRITERION, CRITERION),
    st.builds(lambda cell, n: f"IFERROR(VLOOKUP({cell},A1:D6,{n},0),-1)", CELL, st.integers(1, 4)),
    st.just("SUMPRODUCT(A1:A6,B1:B6,C1:C6)"),
    st.builds(lambda n: f'VALUE(MID("36099919900307123X",{n},2))', st.integers(1, 16)),
)
FORMULA = st.one_of(
    st.recursive(st.one_of(CELL, NUMBER, COUNTED), _deeper, max_leaves=5),
    COUNTED,
    st.builds(lambda a, b: f'{a}&"×"&{b}', CELL, CELL),
    st.builds(lambda cell, n: f"LEFT({cell},{n})&RIGHT({cell},{n})", CELL, st.integers(0, 3)),
    st.builds(
        lambda n, pattern: f'TEXT(MID("36099919900307123X",{n},8),"{pattern}")',
        st.integers(1, 12),
        st.sampled_from(["0000-00-00", "#-00-00", "0-00-00", "0000年00月00日", "000", "0.0"]),
    ),
)


def drawn(values: list[Any], formulas: list[str], *, is_filled: bool) -> bytes:
    """A workbook: values in A1:D6 (or blanks), formulas in column F."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "表"
    for at, value in enumerate(values):
        sheet.cell(at // 4 + 1, at % 4 + 1, value if is_filled else None)
    for row, formula in enumerate(formulas, 1):
        sheet.cell(row, 6, f"={formula}")
    return saved(book)


def results_of(content: bytes) -> list[object]:
    """The results that stand in column F."""
    sheet = openpyxl.load_workbook(io.BytesIO(content), data_only=True).worksheets[0]
    return [sheet.cell(row, 6).value for row in range(1, N_FORMULAS + 1)]


def recalculated(content: bytes, folder: Path) -> bytes:
    """The workbook as LibreOffice saves it after calculating."""
    (folder / "in.xlsx").write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    out = folder / "out"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(out)]
    subprocess.run([*command, str(folder / "in.xlsx")], check=True, capture_output=True, timeout=120)
    return (out / "in.xlsx").read_bytes()


def is_same(ours: object, theirs: object) -> bool:
    """Whether two results are the same for people: numbers to 9 digits."""
    if isinstance(ours, int | float) and isinstance(theirs, int | float):
        return math.isclose(ours, theirs, rel_tol=1e-9, abs_tol=1e-9)
    return ours == theirs


@settings(
    max_examples=3,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
    database=None,
    phases=[Phase.generate],  # shrinking would start LibreOffice hundreds of times
)
@given(
    st.lists(VALUES, min_size=24, max_size=24), st.lists(FORMULA, min_size=N_FORMULAS, max_size=N_FORMULAS)
)
def test_our_results_are_those_of_libreoffice(
    tmp_path_factory: pytest.TempPathFactory, values: list[Any], formulas: list[str]
) -> None:
    """R-CAL-01, R-CAL-02: what we calculate is what LibreOffice calculates of the same cells."""
    values[0] = 20  # something is written in each drawn workbook
    writes = [
        Write("表", at // 4 + 1, at % 4 + 1, value) for at, value in enumerate(values) if value is not None
    ]
    ours = results_of(write_workbook(drawn(values, formulas, is_filled=False), writes))
    whole = drawn(values, formulas, is_filled=True)
    theirs = results_of(recalculated(whole, tmp_path_factory.mktemp("office")))
    pairs = zip(formulas, ours, theirs, strict=True)

    assert [each for each in pairs if each[1] is not None and not is_same(each[1], each[2])] == []
    assert sum(result is not None for result in ours) > 0.85 * N_FORMULAS
