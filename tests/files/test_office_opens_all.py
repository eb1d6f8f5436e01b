"""LibreOffice opens every kind of file that we write, and shows in each cell what was planned."""

import csv
import subprocess
from pathlib import Path

import openpyxl
import pytest
from tests.files.documents import drawn as word
from tests.files.workbooks.drawn import LIST, card_form, list_form, saved

from qingzhuang.engine.fill.plan import Growth, Write
from qingzhuang.files.intake.compiling import compile_form
from qingzhuang.files.workbooks.bundles import one_sheet_each

pytestmark = pytest.mark.office
NAMES = ("赵甲", "钱乙", "孙丙", "李丁", "周戊")
NUMBERS = tuple(f"36099919500101{at:04}" for at in range(1, 6))


def a_grown_list() -> bytes:
    """Five people in a list of three rows."""
    writes = [Write(LIST, 4 + at, 2, name) for at, name in enumerate(NAMES)]
    writes += [Write(LIST, 4 + at, 6, number) for at, number in enumerate(NUMBERS)]
    return compile_form(list_form()).render(writes, [Growth(LIST, 6, 2, 6)])


def a_card() -> bytes:
    """One person's card."""
    return compile_form(card_form()).render(
        [Write("登记表", 1, 2, NAMES[0]), Write("登记表", 2, 2, NUMBERS[0])]
    )


def a_crosstab() -> bytes:
    """Counts where rows and columns meet, with a sum that the office calculates."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = "统计"
    rows = (
        [None, "男", "女", "合计"],
        ["60岁以上", None, None, "=B2+C2"],
        ["60岁以下", None, None, "=B3+C3"],
    )
    for row in rows:
        sheet.append(row)
    writes = [Write("统计", row, column, row * 10 + column) for row in (2, 3) for column in (2, 3)]
    return compile_form(saved(book)).render(writes)


def many_sheets() -> bytes:
    """A sheet per person in one workbook."""
    return one_sheet_each(card_form(), "登记表", [(name, [Write("登记表", 1, 2, name)]) for name in NAMES])


def a_grown_document() -> bytes:
    """Five people in a Word list of three rows."""
    form = compile_form(word.list_form())
    parsed_rows = range(3, 3 + len(NAMES))  # row 1 is the title, row 2 the table's header
    writes = [Write("document", row, 2, name) for row, name in zip(parsed_rows, NAMES, strict=True)]
    return form.render(writes, [Growth("document", 5, 2, 5)])


WORKBOOKS = {"list": a_grown_list, "card": a_card, "crosstab": a_crosstab, "sheets": many_sheets}


def convert(folder: Path, to: str, *files: Path) -> None:
    """All of these files exported into the folder by one start of LibreOffice."""
    words = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", to]
    subprocess.run(
        [*words, "--outdir", str(folder), *map(str, files)], check=True, capture_output=True, timeout=180
    )


def test_every_kind_of_file_opens_with_what_was_planned(tmp_path: Path) -> None:
    """Names, numbers and sums stand where they were planned, in every kind of file."""
    for name, made in WORKBOOKS.items():
        (tmp_path / f"{name}.xlsx").write_bytes(made())
    (tmp_path / "document.docx").write_bytes(a_grown_document())
    every_sheet = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
    convert(tmp_path, every_sheet, *sorted(tmp_path.glob("*.xlsx")))
    convert(tmp_path, "txt:Text (encoded):UTF8", tmp_path / "document.docx")

    rows = {path.stem: list(csv.reader(path.open(encoding="utf-8"))) for path in tmp_path.glob("*.csv")}
    listed = rows[f"list-{LIST}"]
    assert [row[1] for row in listed[3:8]] == list(NAMES)
    assert [row[5] for row in listed[3:8]] == list(NUMBERS)
    assert [row[1] for row in rows["card-登记表"][:2]] == [NAMES[0], NUMBERS[0]]
    assert [row[1:] for row in rows["crosstab-统计"][1:]] == [["22", "23", "45"], ["32", "33", "65"]]
    assert [rows[f"sheets-{name}"][0][1] for name in NAMES] == list(NAMES)
    text = (tmp_path / "document.txt").read_text(encoding="utf-8-sig")
    assert [name for name in NAMES if name in text] == list(NAMES)
