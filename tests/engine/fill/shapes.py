"""Forms drawn as workbooks and filled from end to end: read, matched, planned, written."""

import io
from collections.abc import Sequence
from typing import Any

from openpyxl import Workbook, load_workbook
from openpyxl.styles import Border, Side
from tests.engine.fill.drawn import CATALOGUE, DAY, household, id_number, person, village

from qingzhuang.engine.fill.criteria import parse_who
from qingzhuang.engine.fill.fields import FormSheet
from qingzhuang.engine.fill.planning import Form, plan_form
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.read.matching import match_fields
from qingzhuang.engine.read.recognise import recognise
from qingzhuang.files.workbooks.parsing import parsed
from qingzhuang.files.workbooks.writing import write_workbook

_BOX = Border(*(Side("thin"),) * 4)
Rows = Sequence[Sequence[Any]]  # texts, numbers and None, as openpyxl takes them
BORN = {1: "1950-03-07", 2: "1952-01-01", 3: "1980-12-01", 4: "1982-05-05", 5: "2010-06-06", 7: "1966-01-01"}
IDS = {number: id_number(born, number) for number, born in BORN.items()}


def family() -> VillageBook:
    """张三 with his wife, son, daughter-in-law and grandson in group 1; 王五 alone in group 2."""
    people = (
        (1, "张三", "户主"),
        (2, "李四", "配偶"),
        (3, "张大", "子"),
        (4, "赵红", "儿媳"),
        (5, "张小", "孙子"),
    )
    return village(
        household(10, household__no="H1", place__group="1组", household__farmland="3.456"),
        *(
            person(n, home=10, name=name, relation_to_head=relation, id_number=IDS[n], place__group="1组")
            for n, name, relation in people
        ),
        household(11, household__no="H2", place__group="2组", household__farmland="2"),
        person(7, home=11, name="王五", relation_to_head="户主", id_number=IDS[7], place__group="2组"),
    )


def workbook(rows: Rows, *, title: str = "登记表", merges: Sequence[str] = ()) -> bytes:
    """A title in row 1 and a bordered table from row 2 on."""
    book = Workbook()
    sheet = book.worksheets[0]
    width = max(len(row) for row in rows)
    sheet["A1"] = title
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=width)
    for at, row in enumerate(rows, 2):
        for column in range(1, width + 1):
            sheet.cell(at, column, row[column - 1] if column <= len(row) else None).border = _BOX
    for area in merges:
        sheet.merge_cells(area)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def sheets_of(template: bytes) -> tuple[FormSheet, ...]:
    """The sheets of a template, read and matched."""
    grids = parsed(template).sheets
    layouts = [recognise(grid) for grid in grids]
    return tuple(
        FormSheet(grid, layout, match_fields(layout, catalogue=CATALOGUE, memory={}))
        for grid, layout in zip(grids, layouts, strict=True)
    )


def planned_form(template: bytes, book: VillageBook, who: str | None = None) -> Form:
    """The template, planned."""
    criteria = parse_who(who, CATALOGUE) if who else None
    return plan_form(sheets_of(template), book=book, who=criteria, on=DAY)


def filled_rows(template: bytes, form: Form, nth: int = 0) -> list[list[object]]:
    """The rows of the first sheet below the title, as filled by one output of the plan."""
    plan = form.outputs[nth].plan
    book = load_workbook(io.BytesIO(write_workbook(template, plan.writes, plan.growths)))
    return [[cell.value for cell in row] for row in book.worksheets[0].iter_rows(min_row=2)]


def filled(
    rows: Rows,
    book: VillageBook,
    *,
    who: str | None = None,
    merges: Sequence[str] = (),
    title: str = "登记表",
) -> list[list[object]]:
    """The rows of a drawn form below its title, filled."""
    template = workbook(rows, title=title, merges=merges)
    return filled_rows(template, planned_form(template, book, who))


def columns(rows: Sequence[Sequence[object]], *at: int) -> list[list[object]]:
    """These columns of rows, counted from 0."""
    return [[row[column] for column in at] for row in rows]
