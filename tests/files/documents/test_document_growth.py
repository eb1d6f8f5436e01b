"""Rows that grow in a Word table. Rules R-WRD-20 to R-WRD-25."""

import re

import pytest
from tests.files.documents.drawn import card_form, docx, list_form, p, run, tbl, tc, tr
from tests.files.documents.test_document_writing import xml_of

from qingzhuang.engine.fill.addresses import in_own_names
from qingzhuang.engine.fill.plan import Growth, Missing, Plan, Write
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.files import FilesCode
from qingzhuang.engine.read.grid import Grid
from qingzhuang.files.documents.compiled import compile_document
from qingzhuang.files.documents.parsing import parsed_document

SHEET = "document"


def grown(source: bytes, *growths: Growth, writes: tuple[Write, ...] = ()) -> Grid:
    """The document after growth, read."""
    return parsed_document(compile_document(source).render(writes, growths)).sheets[0]


def test_new_rows_look_like_the_sample_and_hold_the_values() -> None:
    """R-WRD-20: height and size are the sample's; what stands below moves down."""
    writes = tuple(Write(SHEET, row, 2, f"赵{row}") for row in range(3, 9))
    source = compile_document(list_form(3)).render(writes, [Growth(SHEET, 5, 3, 5)])
    grid = parsed_document(source).sheets[0]

    assert [grid.text(row, 2) for row in range(3, 9)] == [f"赵{row}" for row in range(3, 9)]
    assert grid.text(9, 1) == "注：一人一行。"
    assert xml_of(source).count('<w:trHeight w:val="500"/>') == 6
    assert len(re.findall('<w:sz w:val="18"/></w:rPr><w:t>赵', xml_of(source))) == 6


def test_new_rows_carry_no_words_bookmarks_or_identities() -> None:
    """R-WRD-20: nothing of the sample stands twice that may stand once."""
    marked = '<w:bookmarkStart w:id="7" w:name="甲"/>' + run("例") + '<w:bookmarkEnd w:id="7"/>'
    source = docx(tbl(tr("姓名"), tr(tc(p(marked)), look=""), widths=(900,)))
    xml = xml_of(compile_document(source).render((), [Growth(SHEET, 2, 2, 2)]))

    assert (xml.count("例"), xml.count("bookmarkStart"), xml.count("<w:tr>")) == (1, 1, 4)


def test_rows_each_in_a_content_control_grow_too() -> None:
    """R-WRD-20: a repeating section wraps every row; the rows still stand in one table."""
    rows = (f"<w:sdt><w:sdtPr/><w:sdtContent>{tr('', '')}</w:sdtContent></w:sdt>" for _ in range(2))
    source = docx(tbl(tr("姓名", "电话"), *rows, widths=(900, 900)))
    writes = tuple(Write(SHEET, row, 1, f"赵{row}") for row in range(2, 6))
    grid = grown(source, Growth(SHEET, 3, 2, 2), writes=writes)

    assert [grid.text(row, 1) for row in range(2, 6)] == ["赵2", "赵3", "赵4", "赵5"]


def test_a_band_beside_the_rows_reaches_the_last_new_one() -> None:
    """R-WRD-21: below the band's last row, and below its first."""
    last = grown(card_form(), Growth(SHEET, 7, 2, 7))
    first = grown(
        docx(tbl(tr(tc("家庭成员", merge="restart"), ""), tr(tc(merge="continue"), ""), widths=(900, 900))),
        Growth(SHEET, 1, 2, 1),
    )

    assert next(cell.rows for cell in last.cells.values() if cell.text == "家庭成员") == 5
    assert (first.at(1, 1).rows, first.n_rows) == (4, 4)


def test_a_record_of_two_rows_grows_by_two() -> None:
    """R-WRD-23: the rows of a record stay together, merged as they were."""
    record = (
        tr(tc("", merge="restart"), "上"),
        tr(tc(merge="continue"), "下"),
    )
    grid = grown(docx(tbl(*record, widths=(900, 900))), Growth(SHEET, 2, 4, 1, 2))

    assert [grid.at(row, 1).rows for row in (1, 3, 5)] == [2, 2, 2]


@pytest.mark.parametrize(
    ("source", "growth"),
    [
        (docx(p("一段"), p("二段")), Growth(SHEET, 1, 1, 1)),
        (docx(tbl(tr(tc(tbl(tr("内"), widths=(90,)) + p("外"))), widths=(900,))), Growth(SHEET, 1, 1, 1)),
        (
            docx(tbl(tr(tc("", merge="restart"), "甲"), tr(tc(merge="continue"), ""), widths=(900, 900))),
            Growth(SHEET, 1, 1, 1),
        ),
    ],
)
def test_where_rows_cannot_be_added_it_is_said(source: bytes, growth: Growth) -> None:
    """R-WRD-22: no table, a table inside, an empty cell merged downwards."""
    with pytest.raises(RefusedError) as refused:
        compile_document(source).render((), [growth])

    assert refused.value.problem.code is FilesCode.CANNOT_GROW_DOCUMENT
    assert re.search("(P1|T1R1|1) 那一行下面加不了行：.+。请先", refused.value.problem.sentence)


def named(grid: Grid, cells: list[str], *growths: Growth, notes: tuple[str, ...] = ()) -> Plan:
    """A plan with these gaps, in the document's own names."""
    missing = tuple(Missing(cell, "1", "张三", "电话", "本户") for cell in cells)
    plan = Plan((), growths, 1, 0, tuple(cells), (), (), missing, notes)
    return in_own_names(plan, [grid])


def test_gaps_have_the_documents_own_addresses_after_growth() -> None:
    """R-WRD-25: each name told is the name of that cell in the finished document."""
    source = docx(
        p("一"),
        tbl(tr("姓名", "电话"), tr("", ""), tr("合计", ""), widths=(900, 900)),
        p("二"),
        tbl(tr("姓名", "电话"), tr("", ""), widths=(900, 900)),
        p("电话：____"),
    )
    growths = (Growth(SHEET, 3, 4, 3), Growth(SHEET, 7, 2, 7))
    finished = grown(source, *growths)
    cells = {f"{SHEET}!{'AB'[column - 1]}{row}": name for (row, column), name in finished.addresses.items()}
    plan = named(parsed_document(source).sheets[0], list(cells), *growths)

    assert list(plan.gap_cells) == [f"{SHEET}!{name}" for name in cells.values()]
    assert [line.cell for line in plan.missing] == list(plan.gap_cells)


def test_names_inside_a_nested_table_move_with_their_outer_row() -> None:
    """R-WRD-25: both numbers of T1R5C1T1R1C1 are those of the finished document."""
    inner = tbl(tr("内", ""), tr("", ""), widths=(400, 400))
    source = docx(tbl(tr("甲"), tr(""), tr(tc(inner + p("外"))), widths=(900,)))
    growths = (Growth(SHEET, 2, 3, 2), Growth(SHEET, 5, 1, 5))
    finished = grown(source, *growths)
    cells = {f"{SHEET}!{'AB'[column - 1]}{row}": name for (row, column), name in finished.addresses.items()}
    plan = named(parsed_document(source).sheets[0], list(cells), *growths)

    assert "T1R6C1T1R3C1" in cells.values()
    assert list(plan.gap_cells) == [f"{SHEET}!{name}" for name in cells.values()]


def test_sentences_name_cells_and_rows_as_the_document_does() -> None:
    """R-WRD-25: notes speak of the same places."""
    grid = parsed_document(list_form()).sheets[0]
    plan = named(grid, [], notes=("document!B3：写不下。", "第4行的“张三”在本村居民里找不到。"))

    assert plan.notes == ("document!T1R2C2：写不下。", "第1张表第3行的“张三”在本村居民里找不到。")


def test_a_plan_of_a_workbook_is_left_alone() -> None:
    """R-WRD-25: a sheet without names of its own keeps A1."""
    plan = named(Grid("document", 1, 1, {}), ["document!B7"])

    assert plan.gap_cells == ("document!B7",)
