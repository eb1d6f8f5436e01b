"""A plain list as a workbook."""

from io import BytesIO

from openpyxl import load_workbook

from qingzhuang.files.workbooks.plainlists import plain_list


def test_texts_stay_texts() -> None:
    """What begins with = or + is no formula when somebody opens the file."""
    content = plain_list("总账", (("名称", 20), ("数", 6)), [("=1+1", 3), ("+2", 4)], note="说明")

    sheet = load_workbook(BytesIO(content)).active
    assert sheet is not None
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    assert rows == [["名称", "数"], ["=1+1", 3], ["+2", 4]]
    assert {sheet["A3"].data_type, sheet["A4"].data_type} == {"s"}
