"""
Filling 300 × 20 formatted cells, from plan to bytes (reach: 15 and 30 times less CPU than openpyxl).

Peer in the same run, interleaved round by round: openpyxl's load, set and save of the same template, whose
cells are formatted already: its best case. Every cell of our files is compared with the peer's.

    python bench/fill_speed.py [rounds]        table on stdout, bench/results/fill_speed.json
"""

import io
import json
import platform
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
from openpyxl.formatting.rule import CellIsRule
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from qingzhuang.engine.fill.plan import Write
from qingzhuang.engine.fill.writes import FilledColumn, FilledRows, writes_of
from qingzhuang.files.packages.deflating import HAS_ISAL, Deflate, deflate_isal, deflate_zlib
from qingzhuang.files.workbooks.compiled import compile_template

RESULTS = Path(__file__).parent / "results" / "fill_speed.json"
SHEET = "摸底表"
ROWS = 300
FIRST = 5
PER_ROUND = 10  # fillings of ours for one of the peer's: the clock of processor time is coarse
HEADER = (
    *(
        "序号",
        "镇",
        "村",
        "组别",
        "户主姓名",
        "姓名",
        "性别",
        "身份证号",
        "出生日期",
        "年龄",
        "与户主关系",
        "民族",
    ),
    *("文化程度", "政治面貌", "联系电话", "家庭住址", "是否低保", "补贴金额（元）", "联系人", "备注"),
)
FORMATS = {8: "@", 9: "yyyy-mm-dd", 15: "@", 18: "#,##0.00"}


def template() -> bytes:
    """An invented form: merged headers, fonts, borders, formats, validations, print set-up, second sheet."""
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    _draw_head(sheet)
    _draw_body(sheet)
    last = FIRST + ROWS - 1
    sheet.merge_cells(start_row=last + 1, end_row=last + 1, start_column=1, end_column=10)
    sheet.cell(last + 1, 1, "填表人：            联系电话：")
    for column, options in (("G", '"男,女"'), ("Q", '"是,否"')):
        validation = DataValidation(type="list", formula1=options, allow_blank=True)
        validation.add(f"{column}{FIRST}:{column}{last}")
        sheet.add_data_validation(validation)
    rule = CellIsRule(  # type: ignore[no-untyped-call]
        operator="greaterThan", formula=["10000"], font=Font(color="FFFF0000")
    )
    sheet.conditional_formatting.add(f"R{FIRST}:R{last}", rule)
    sheet.freeze_panes = "G5"
    sheet.print_title_rows = "1:4"
    notes = book.create_sheet("填表说明")
    for row in range(1, 30):
        notes.cell(row, 1, f"{row}. 本表由村填写，镇审核，第 {row} 项说明文字。")
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _draw_head(sheet: Worksheet) -> None:
    sheet.merge_cells("A1:T1")
    sheet["A1"] = "基本情况摸底排查表"
    sheet["A1"].font = Font(name="黑体", size=20, bold=True)
    sheet.merge_cells("A2:J2")
    sheet["A2"] = "填报单位（盖章）："
    for area, text in (
        ("A3:D3", "基本情况"),
        ("E3:L3", "人员信息"),
        ("M3:P3", "联系信息"),
        ("Q3:T3", "帮扶情况"),
    ):
        sheet.merge_cells(area)
        sheet[area.split(":")[0]] = text
    for column, text in enumerate(HEADER, 1):
        sheet.cell(4, column, text)
        sheet.column_dimensions[get_column_letter(column)].width = 6 + 2 * len(text)
        for row in (3, 4):
            cell = sheet.cell(row, column)
            cell.font = Font(name="黑体", size=11)
            cell.border = _border()
            cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
            cell.fill = PatternFill("solid", fgColor="FFDDEBF7")


def _draw_body(sheet: Worksheet) -> None:
    for row in range(FIRST, FIRST + ROWS):
        sheet.row_dimensions[row].height = 20
        for column in range(1, len(HEADER) + 1):
            cell = sheet.cell(row, column)
            cell.font = Font(name="仿宋_GB2312", size=11)
            cell.border = _border()
            horizontal = "left" if column in (16, 20) else "center"
            cell.alignment = Alignment(horizontal=horizontal, vertical="center", shrink_to_fit=True)
            cell.number_format = FORMATS.get(column, "General")


def _border() -> Border:
    side = Side(style="thin")
    return Border(left=side, right=side, top=side, bottom=side)


def writes() -> Sequence[Write]:
    """
    The plan, as planning a list makes it, column by column: 20 values for each of 300 invented people, texts
    with signs to escape among them.
    """
    columns = zip(*(_values(row) for row in range(ROWS)), strict=True)
    filled = [FilledColumn(column, values, _no_claim) for column, values in enumerate(columns, 1)]
    return writes_of([FilledRows(SHEET, range(FIRST, FIRST + ROWS), filled)])


def _no_claim(_at: int) -> None:
    """These values come from nowhere."""


def _values(row: int) -> tuple[str | int | Decimal | date, ...]:
    return (
        *(
            row + 1,
            "清河镇",
            "青禾村",
            f"{row % 12 + 1}组",
            "赵甲" + "一二三四五"[row % 5],
            "钱乙" + "六七八九十"[row % 5],
        ),
        *(
            "男女"[row % 2],
            f"36999919900101{row:04}",
            date(1950 + row % 60, row % 12 + 1, row % 28 + 1),
            30 + row % 50,
        ),
        *(
            ("户主", "配偶", "子", "女")[row % 4],
            "汉族",
            ("小学", "初中", "高中")[row % 3],
            "群众",
            f"1380000{row:04}",
        ),
        *(f"清河镇青禾村{row % 12 + 1}组{row + 1}号", "是否"[row % 2], Decimal(row * 375) / 10, "孙丙"),
        "在外务工 <待核实>" if row % 10 == 0 else "无",
    )


def fill_with_openpyxl(source: bytes, plan: Sequence[Write]) -> bytes:
    """The peer: load, set, save."""
    book = openpyxl.load_workbook(io.BytesIO(source))
    sheet = book[SHEET]
    for write in plan:
        sheet.cell(write.row, write.column).value = write.value
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def cells_of(content: bytes) -> dict[tuple[str, int, int], tuple[object, ...]]:
    """Value and looks of every cell, as openpyxl reads them."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    looks: dict[int, str] = {}
    found: dict[tuple[str, int, int], tuple[object, ...]] = {}
    for sheet in book.worksheets:
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            if cell.style_id not in looks:
                parts = (
                    cell.number_format,
                    cell.font,
                    cell.border,
                    cell.fill,
                    cell.alignment,
                    cell.protection,
                )
                looks[cell.style_id] = repr(parts)
            found[sheet.title, int(cell.row or 0), int(cell.column or 0)] = (cell.value, looks[cell.style_id])
    return found


def differing_cells(ours: bytes, theirs: bytes) -> tuple[int, int]:
    """How many cells were compared, and how many differ in value or look."""
    mine, peer = cells_of(ours), cells_of(theirs)
    places = mine.keys() | peer.keys()
    return len(places), sum(mine.get(place) != peer.get(place) for place in places)


def cpu_seconds(work: Callable[[], object], times: int) -> float:
    """Processor seconds of one run, over several."""
    start = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - start) / times


def main(rounds: int) -> None:
    """Measure, print, write down."""
    source, plan = template(), writes()
    compiled = compile_template(source)
    deflates: dict[str, Deflate] = {"zlib": deflate_zlib}
    if HAS_ISAL:
        deflates["isal"] = deflate_isal
    theirs = fill_with_openpyxl(source, plan)
    outputs = {name: compiled.render(plan, deflate=deflate) for name, deflate in deflates.items()}
    seconds: dict[str, list[float]] = {"openpyxl": [], **{name: [] for name in deflates}}
    for _ in range(rounds):
        seconds["openpyxl"].append(cpu_seconds(lambda: fill_with_openpyxl(source, plan), 1))
        for name, deflate in deflates.items():
            work = lambda deflate=deflate: compiled.render(plan, deflate=deflate)  # noqa: E731
            seconds[name].append(cpu_seconds(work, PER_ROUND))
    report(seconds, outputs, theirs, cpu_seconds(lambda: compile_template(source).render(plan[:1]), 3))


def report(
    seconds: dict[str, list[float]], outputs: dict[str, bytes], theirs: bytes, compiling: float
) -> None:
    """The table and the JSON."""
    table = {}
    for name, measured in seconds.items():
        ratios = [peer / own for peer, own in zip(seconds["openpyxl"], measured, strict=True)]
        content = outputs.get(name, theirs)
        n_cells, n_different = differing_cells(content, theirs)
        table[name] = {
            "cpu_ms_median": round(statistics.median(measured) * 1000, 2),
            "cpu_ms_min": round(min(measured) * 1000, 2),
            "times_less_cpu_median": round(statistics.median(ratios), 1),
            "times_less_cpu_min_max": [round(min(ratios), 1), round(max(ratios), 1)],
            "kilobytes": round(len(content) / 1000, 1),
            "cells_compared": n_cells,
            "cells_different": n_different,
        }
        print(f"{name:10} {table[name]['cpu_ms_median']:8} ms  {table[name]['times_less_cpu_median']:6} ×  "
              f"{table[name]['kilobytes']:6} KB  {n_different} of {n_cells} cells differ")  # fmt: skip
    print(f"compiling the template, once: {compiling * 1000:.1f} ms; reach: zlib 15 ×, isal 30 ×")
    result = {
        "rows": ROWS, "columns": len(HEADER), "rounds": len(seconds["openpyxl"]), "methods": table,
        "compile_and_first_ms": round(compiling * 1000, 1), "reach": {"zlib": 15, "isal": 30},
        "python": platform.python_version(), "openpyxl": openpyxl.__version__,
    }  # fmt: skip
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(result, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 25)
