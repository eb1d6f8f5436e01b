"""A list with everything a workbook can hold below, beside and upon it."""

import io
import zipfile
from collections.abc import Callable

import openpyxl
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Border, PatternFill, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table
from openpyxl.worksheet.worksheet import Worksheet

SHEET = "名单"
FIRST, LAST = 3, 5
_THIN = Border(*(Side("thin"),) * 4)
_X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
_XM = "http://schemas.microsoft.com/office/excel/2006/main"


def torture() -> bytes:
    """The workbook: records in rows 3–5, the total in row 6, and much else."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    _draw_records(sheet)
    _draw_around(sheet)
    other = book.create_sheet("汇总")
    other["A1"] = f"=COUNTA({SHEET}!B{FIRST}:B{LAST})"
    other["A2"] = f"={SHEET}!D{LAST + 1}*2"
    book.defined_names["全部"] = DefinedName("全部", attr_text=f"{SHEET}!$B${FIRST}:$B${LAST}")
    sheet.print_title_rows = "1:2"
    sheet.print_area = f"A1:H{LAST + 4}"
    return _with_extensions(_saved(book))


def _draw_records(sheet: Worksheet) -> None:
    for column, text in enumerate(("序号", "姓名", "数量", "金额", "比例", "走势", "备注", "备注2"), 1):
        sheet.cell(1, column, "发放名单" if column == 1 else None)
        sheet.cell(2, column, text).border = _THIN
    for row in range(FIRST, LAST + 1):
        sheet.row_dimensions[row].height = 31
        sheet.row_dimensions[row].outlineLevel = 1
        for column in range(1, 9):
            sheet.cell(row, column).border = _THIN
        sheet.cell(row, 4, f"=C{row}*10")
        sheet[f"E{row}"] = ArrayFormula(f"E{row}", f"=SUM(C{row}:D{row}*1)")
        sheet.merge_cells(f"G{row}:H{row}")
    total = LAST + 1
    sheet.cell(total, 1, "合计")
    sheet.cell(total, 3, f"=SUM(C{FIRST}:C{LAST})")
    sheet.cell(total, 4, f'=SUMIF(B{FIRST}:B{LAST},"*",D{FIRST}:D{LAST})')
    sheet.cell(total, 5, f'=IF(COUNTA($B${FIRST}:$B${LAST})=0,"",D{total}/C{total})')
    sheet.cell(total + 1, 2, "填表人：")
    sheet.merge_cells(f"A{total + 2}:H{total + 3}")
    sheet.cell(total + 2, 1, "说明：照实填。")


def _draw_around(sheet: Worksheet) -> None:
    choice = DataValidation(type="list", formula1='"甲,乙"')
    choice.add(f"G{FIRST}:G{LAST}")
    size = DataValidation(type="custom", formula1=f"C{FIRST}<=$C${LAST + 1}")
    size.add(f"C{FIRST}:C{LAST}")
    for one in (choice, size):
        sheet.add_data_validation(one)
    red = PatternFill("solid", bgColor="FFFF0000")
    over = [f"C{FIRST}>AVERAGE($C${FIRST}:$C${LAST})"]
    rule = Rule(type="expression", formula=over, dxf=DifferentialStyle(fill=red))
    sheet.conditional_formatting.add(f"C{FIRST}:C{LAST}", rule)
    sheet.auto_filter.ref = f"A2:H{LAST}"
    sheet.row_breaks.append(Break(id=LAST + 1))
    sheet.cell(LAST + 2, 2).comment = Comment("谁填的", "李")
    sheet.cell(LAST + 2, 3, "网址").hyperlink = "https://example.invalid/a"
    sheet.cell(LAST, 7).hyperlink = "https://example.invalid/b"
    sheet.sheet_view.selection[0].activeCell = f"B{LAST}"
    sheet.sheet_view.selection[0].sqref = f"B{LAST}"
    sheet.freeze_panes = "A3"
    chart = BarChart()
    chart.add_data(Reference(sheet, min_col=3, min_row=FIRST, max_row=LAST))
    sheet.add_chart(chart, f"J{LAST + 2}")
    sheet.add_table(Table(displayName="附表", ref=f"K{FIRST - 1}:L{LAST}"))
    sheet["K2"], sheet["L2"] = "项", "值"


def _saved(book: Workbook) -> bytes:
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _with_extensions(content: bytes) -> bytes:
    """The workbook with an x14 validation, an x14 data bar and sparklines, as Excel 2010 writes them."""
    sparklines = "".join(
        f"<x14:sparkline><xm:f>{SHEET}!C{row}:D{row}</xm:f><xm:sqref>F{row}</xm:sqref></x14:sparkline>"
        for row in range(FIRST, LAST + 1)
    )
    area = f"<xm:sqref>B{FIRST}:B{LAST}</xm:sqref>"
    bar = '<x14:cfRule type="expression" id="{{00000000-0000-0000-0000-000000000001}}">'
    rest = (
        f'<extLst xmlns:x14="{_X14}" xmlns:xm="{_XM}">'
        '<ext uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations count="1">'
        '<x14:dataValidation type="list"><x14:formula1><xm:f>汇总!$A$1:$A$2</xm:f></x14:formula1>'
        f"{area}"
        "</x14:dataValidation></x14:dataValidations></ext>"
        '<ext uri="{78C0D931-6437-407d-A8EE-F0AAD7539E65}"><x14:conditionalFormattings>'
        "<x14:conditionalFormatting>"
        f"{bar.format()}<xm:f>$C{FIRST}&gt;汇总!$A$2</xm:f></x14:cfRule>{area}"
        "</x14:conditionalFormatting></x14:conditionalFormattings></ext>"
        '<ext uri="{05C60535-1F16-4fd2-B633-F4F36F0B64E0}"><x14:sparklineGroups><x14:sparklineGroup>'
        f"<x14:sparklines>{sparklines}</x14:sparklines></x14:sparklineGroup></x14:sparklineGroups></ext>"
        "</extLst>"
    )
    return rewritten(
        content, "xl/worksheets/sheet1.xml", lambda text: text.replace("</worksheet>", rest + "</worksheet>")
    )


def rewritten(content: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The file with the text of one part changed."""
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(written, "w") as new:
        for name in old.namelist():
            held = old.read(name)
            new.writestr(name, change(held.decode()).encode() if name == part else held)
    return written.getvalue()
