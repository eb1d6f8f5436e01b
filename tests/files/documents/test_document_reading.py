"""A Word document as a sheet: its rows, columns, texts and addresses. Rules R-WRD-01 to R-WRD-09."""

from tests.files.documents.drawn import LINE, W14, card_form, docx, p, run, sym, tbl, tc, tr

from qingzhuang.engine.read.grid import Grid
from qingzhuang.files.documents.parsing import parsed_document


def grid_of(*blocks: str) -> Grid:
    """The sheet of a document of these blocks."""
    return parsed_document(docx(*blocks)).sheets[0]


def by_address(grid: Grid) -> dict[str, str]:
    """Text of each named cell."""
    return {name: grid.cells[place].text for place, name in grid.addresses.items()}


def test_a_document_is_one_sheet_of_full_rows_and_table_rows() -> None:
    """R-WRD-01: paragraphs span all columns, tables follow row by row."""
    grid = parsed_document(card_form()).sheets[0]

    assert (grid.name, grid.n_columns) == ("document", 4)
    assert (grid.at(1, 1).columns, grid.at(1, 1).style.borders) == (4, "")
    assert grid.text(3, 1) == "姓名"
    assert grid.at(3, 1).style.borders == "lrtb"


def test_columns_are_the_edges_of_all_tables_taken_together() -> None:
    """R-WRD-02: edges a hair apart are one, others cut cells into columns."""
    grid = grid_of(
        tbl(tr("甲", "乙"), widths=(1000, 3000)),
        p("中间"),
        tbl(tr("丙", "丁", "戊"), widths=(1060, 1000, 1940)),
    )

    assert grid.n_columns == 3
    assert (grid.at(1, 2).text, grid.at(1, 2).columns) == ("乙", 2)
    assert [grid.text(3, column) for column in (1, 2, 3)] == ["丙", "丁", "戊"]


def test_a_narrow_cell_keeps_its_own_column() -> None:
    """R-WRD-02: edges with a cell between them stay apart, however close they are."""
    grid = grid_of(tbl(tr("甲", "乙", "丙"), widths=(1000, 60, 1000)))

    assert [grid.text(1, column) for column in (1, 2, 3)] == ["甲", "乙", "丙"]


def test_rows_that_do_not_fit_the_grid_go_by_the_widths_of_their_cells() -> None:
    """R-WRD-02: programs that write no spans write widths; cells go on downwards over the same columns."""

    def cell(text: str, width: int, merge: str = "") -> str:
        return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{merge}</w:tcPr>{p(text)}</w:tc>'

    begin, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    rows = (
        tr(cell("户主", 1000, begin), cell("姓名", 1000), cell("", 2000)),
        tr(cell("", 1000, go_on), cell("住址", 3000)),
    )
    grid = grid_of(tbl(*rows, widths=(1000, 1000, 2000)))

    assert grid.at(1, 1).rows == 2
    assert (grid.at(2, 2).text, grid.at(2, 2).columns) == ("住址", 2)


def test_addresses_count_rows_and_cells_as_the_document_does() -> None:
    """R-WRD-03: a wide cell counts once, a continuation counts and is no address, empty paragraphs count."""
    names = by_address(parsed_document(card_form()).sheets[0])

    assert names["T1R2C2"] == ""
    assert "T1R4C1" not in names
    assert {"T1R4C2", "T1R6C2", "P4"} <= set(names)
    assert names["P4"] == "村委会（盖章）"


def test_a_downward_merge_covers_its_rows() -> None:
    """R-WRD-02: the band beside the members is one cell of three rows."""
    grid = parsed_document(card_form()).sheets[0]
    place = next(place for place, name in grid.addresses.items() if name == "T1R3C1")

    assert grid.cells[place].rows == 3


def test_a_table_inside_a_cell_follows_its_table() -> None:
    """R-WRD-04: its address goes on from the cell's, and the frame is no blank."""
    inner = tbl(tr("内一", ""), widths=(500, 500))
    names = by_address(grid_of(tbl(tr("外", tc(inner + p(""))), tr("尾", ""), widths=(1000, 2000))))

    assert list(names) == ["T1R1C1", "T1R2C1", "T1R2C2", "T1R1C2T1R1C1", "T1R1C2T1R1C2"]


def test_underlined_blanks_read_as_underscores() -> None:
    """R-WRD-05: as many as there are, a wide one twice, a tab four times; a lone one parts two words."""
    grid = grid_of(
        p(run("姓名："), run("   　", LINE)), p(run("电话："), run("\t", LINE)), p(run("甲 乙", LINE))
    )

    assert [grid.text(row, 1) for row in (1, 2, 3)] == ["姓名：_____", "电话：____", "甲 乙"]


def test_the_prompt_of_a_content_control_reads_as_a_blank() -> None:
    """R-WRD-05: 单击此处输入文字 is no answer."""
    control = (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('请输入')}</w:sdtContent></w:sdt>"
    )

    assert grid_of(p(run("姓名："), control)).text(1, 1) == "姓名：___"


def test_boxes_of_symbol_fonts_and_form_fields_read_as_boxes() -> None:
    """R-WRD-06: whatever way a box is drawn."""
    field = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox/></w:ffData></w:fldChar></w:r>'
    font = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    grid = grid_of(
        p(sym("Wingdings 2", "00A3"), "是"),
        p(run("\uf0a8", font), "否"),
        p(field, "有"),
        p(sym("Wingdings", "F0FE")),
    )

    assert [grid.text(row, 1) for row in (1, 2, 3, 4)] == ["□是", "□否", "□有", "☑"]


def test_insertions_count_and_deletions_do_not() -> None:
    """R-WRD-07: what a reader of the final text sees."""
    inserted = f'<w:ins w:id="1" w:author="a">{run("新")}</w:ins>'
    deleted = '<w:del w:id="2" w:author="a"><w:r><w:delText>旧</w:delText></w:r></w:del>'

    assert grid_of(p(run("名"), inserted, deleted, run("称"))).text(1, 1) == "名新称"


def test_borders_follow_cell_then_table_then_nobody() -> None:
    """R-WRD-08: a cell's own word goes first; where nobody says a word there are borders."""
    bare = '<w:tcBorders><w:top w:val="nil"/><w:left w:val="nil"/></w:tcBorders>'
    said = grid_of(tbl(tr(tc("甲", look=bare), "乙"), widths=(900, 900)))
    unsaid = grid_of(tbl(tr("甲", "乙"), widths=(900, 900), borders=""))

    assert (said.at(1, 1).style.borders, said.at(1, 2).style.borders) == ("rb", "lrtb")
    assert unsaid.at(1, 1).style.borders == "lrtb"


def test_a_table_whose_borders_are_off_has_none() -> None:
    """R-WRD-08: a table used to lay words out draws no boxes."""
    off = "".join(
        f'<w:{side} w:val="none"/>' for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )

    assert grid_of(tbl(tr("甲", "乙"), widths=(900, 900), borders=off)).at(1, 1).style.borders == ""


def test_an_automatic_number_alone_in_a_cell_is_its_text() -> None:
    """R-WRD-09: the serial column that Word numbers itself is filled already."""
    numbered = p("", look='<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>')
    grid = grid_of(tbl(tr(tc(numbered), ""), tr(tc(numbered), ""), widths=(900, 900)))

    assert [grid.text(row, 1) for row in (1, 2)] == ["1", "2"]


def test_a_drop_down_control_gives_the_cell_its_options() -> None:
    """R-WRD-09: its entries, without the prompt."""
    items = '<w:listItem w:displayText="请选择" w:value=""/><w:listItem w:displayText="男" w:value="1"/>'
    control = (
        f"<w:sdt><w:sdtPr><w:dropDownList>{items}</w:dropDownList></w:sdtPr>"
        f"<w:sdtContent>{run('请选择')}</w:sdtContent></w:sdt>"
    )
    grid = grid_of(tbl(tr("性别", tc(p(control))), widths=(900, 900)))

    assert [(one.kind, one.areas, one.options) for one in grid.validations] == [
        ("list", ((1, 2, 1, 2),), ("男",))
    ]


def test_texts_of_several_paragraphs_are_lines() -> None:
    """R-WRD-01: a cell's paragraphs and breaks are lines of its text."""
    assert grid_of(tbl(tr(tc(p("一"), p("二\n三"))), widths=(900,))).text(1, 1) == "一\n二\n三"


def test_a_check_box_control_reads_as_its_sign() -> None:
    """R-WRD-06: the new controls hold their sign as a letter."""
    control = (
        f'<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="{W14}"><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent>{run('☐')}</w:sdtContent></w:sdt>"
    )

    assert grid_of(p(control, "同意")).text(1, 1) == "☐同意"


def test_a_cell_with_a_prompt_alone_is_empty() -> None:
    """R-WRD-05: the prompt of a content control is no text; beside words it is a blank."""
    prompt = (
        f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{run('点击输入')}</w:sdtContent></w:sdt>"
    )
    rows = tr("姓名", tc(f"<w:p>{prompt}</w:p>"), tc(f"<w:p>{run('年龄：')}{prompt}</w:p>"))
    grid = parsed_document(docx(tbl(rows, widths=(900, 900, 900)))).sheets[0]

    assert [cell.text for cell in grid.cells.values()] == ["姓名", "", "年龄：____"]


def test_a_combo_box_takes_other_words_and_a_drop_down_does_not() -> None:
    """R-CHK-01: the entries of a combo box are advice."""
    entry = '<w:listItem w:displayText="汉族" w:value="1"/>'
    rows = tr(
        *(
            tc(f"<w:p><w:sdt><w:sdtPr><w:{kind}>{entry}</w:{kind}></w:sdtPr><w:sdtContent/></w:sdt></w:p>")
            for kind in ("comboBox", "dropDownList")
        )
    )
    grid = parsed_document(docx(tbl(rows, widths=(900, 900)))).sheets[0]

    assert [(one.options, one.is_advice) for one in grid.validations] == [
        (("汉族",), True),
        (("汉族",), False),
    ]
