"""What we write opens in LibreOffice with the right values."""

import csv
import subprocess
from pathlib import Path

import pytest
from tests.files.workbooks.drawn import LIST, card_form, list_form

from qingzhuang.engine.fill.plan import Growth, Write
from qingzhuang.files.workbooks.bundles import one_sheet_each
from qingzhuang.files.workbooks.writing import write_workbook

pytestmark = pytest.mark.office


def as_csv(content: bytes, folder: Path) -> list[list[str]]:
    """The first sheet, calculated and exported by LibreOffice."""
    path = folder / "out.xlsx"
    path.write_bytes(content)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false"
    command = ["soffice", profile, "--headless", "--convert-to", convert, "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    text = (folder / "out.csv").read_text(encoding="utf-8")
    return list(csv.reader(text.splitlines()))


def test_a_filled_and_grown_list_opens_with_its_sums_calculated(tmp_path: Path) -> None:
    """Values stand in the new rows, and the total covers them."""
    writes = [
        Write(LIST, row, column, value)
        for row in range(4, 10)
        for column, value in ((2, "赵甲"), (3, row), (4, 10))
    ]
    rows = as_csv(write_workbook(list_form(), writes, [Growth(LIST, 6, 3, 6)]), tmp_path)

    assert [row[1] for row in rows[3:9]] == ["赵甲"] * 6
    assert (rows[9][0], rows[9][2], rows[9][4]) == ("合计", "39", "390")


def test_a_bundle_of_cards_opens(tmp_path: Path) -> None:
    """The first of several copies shows its own person."""
    copies = [(name, [Write("登记表", 1, 2, name)]) for name in ("赵甲", "钱乙")]
    rows = as_csv(one_sheet_each(card_form(), "登记表", copies), tmp_path)

    assert rows[0] == ["姓名", "赵甲"]
