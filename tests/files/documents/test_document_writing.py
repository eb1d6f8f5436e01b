"""Filling a Word document: what changes, and what stays as it was. Rules R-WRD-10 to R-WRD-17."""

import re
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.files.documents.drawn import (
    BOLD,
    DOCUMENT,
    LINE,
    W14,
    card_form,
    docx,
    p,
    parts_of,
    run,
    sym,
    tbl,
    tc,
    tr,
)

from qingzhuang.engine.fill.plan import Write
from qingzhuang.files.documents.compiled import compile_document, text_of
from qingzhuang.files.documents.parsing import parsed_document

SHEET = "document"


def filled(source: bytes, **texts: str) -> bytes:
    """The document with these texts, by address."""
    grid = parsed_document(source).sheets[0]
    places = {name: place for place, name in grid.addresses.items()}
    return compile_document(source).render(
        [Write(SHEET, *places[name], text) for name, text in texts.items()]
    )


def text_at(source: bytes, address: str) -> str:
    """The text of a cell or paragraph."""
    grid = parsed_document(source).sheets[0]
    return next(grid.cells[place].text for place, name in grid.addresses.items() if name == address)


def xml_of(source: bytes) -> str:
    """The document's part."""
    return parts_of(source)[DOCUMENT].decode()


def test_only_the_documents_own_part_changes() -> None:
    """R-WRD-10: pictures, settings and styles stay byte for byte."""
    source = docx(p("姓名："), parts={"word/media/a.png": b"\x89PNG", "docProps/app.xml": b"<a/>"})
    before, after = parts_of(source), parts_of(filled(source, P1="姓名：张三"))

    assert list(before) == list(after)
    assert [name for name in before if before[name] != after[name]] == [DOCUMENT]


def test_the_same_filling_gives_the_same_bytes() -> None:
    """R-WRD-10: a form compiled once, or anew, filled twice."""
    source = card_form()
    compiled = compile_document(source)
    writes = [Write(SHEET, 3, 2, "张三"), Write(SHEET, 4, 2, "360999195003070019")]

    assert compiled.render(writes) == compiled.render(writes) == compile_document(source).render(writes)


def test_filling_for_one_person_leaves_nothing_for_the_next() -> None:
    """A compiled form is not worn by use."""
    compiled = compile_document(card_form())
    compiled.render([Write(SHEET, 3, 2, "张三")])

    assert "张三" not in xml_of(compiled.render([Write(SHEET, 4, 2, "李四")]))


def test_an_empty_cell_writes_in_the_look_of_its_paragraph_mark() -> None:
    """R-WRD-11: size and font that a person would have typed with, but no line under it."""
    mark = '<w:rFonts w:eastAsia="仿宋"/><w:sz w:val="30"/>' + LINE
    xml = xml_of(filled(docx(tbl(tr("姓名", tc(p("", mark=mark))), widths=(900, 900))), T1R1C2="张三"))

    assert '<w:rFonts w:eastAsia="仿宋"/><w:sz w:val="30"/></w:rPr><w:t>张三</w:t>' in xml


def test_an_empty_cell_without_a_look_takes_its_labels_not_bold() -> None:
    """R-WRD-11: the size of the label to the left."""
    label = tc(p(run("姓名", BOLD + '<w:sz w:val="28"/>')))
    xml = xml_of(filled(docx(tbl(tr(label, ""), widths=(900, 900))), T1R1C2="张三"))

    assert '<w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>张三</w:t></w:r>' in xml


def test_a_run_that_waits_in_a_cell_is_used() -> None:
    """R-WRD-11: an empty run has the look that was meant."""
    xml = xml_of(filled(docx(tbl(tr(tc(p(run("", BOLD)))), widths=(900,))), T1R1C1="张三"))

    assert "<w:r><w:rPr><w:b/></w:rPr><w:t>张三</w:t></w:r>" in xml


def test_a_value_stands_on_the_line_of_its_blank() -> None:
    """R-WRD-12, R-WRD-13: label and value keep their runs, what is left of the line is still drawn."""
    source = docx(p(run("姓名：", BOLD), run("        ", LINE), run("，性别")))
    after = filled(source, P1="姓名：张三，性别")

    assert text_at(after, "P1") == "姓名：张三____，性别"
    assert re.search(r'<w:u w:val="single"/></w:rPr><w:t xml:space="preserve">张三 {4}</w:t>', xml_of(after))


def test_a_drawn_tab_stays_behind_the_value() -> None:
    """R-WRD-13: it draws the rest of the line."""
    after = filled(docx(p(run("电话："), run("\t", LINE))), P1="电话：19900000001")

    assert re.search("<w:t>19900000001</w:t><w:tab/>", xml_of(after))


def test_blanks_before_another_label_keep_it_in_its_place() -> None:
    """R-WRD-13: a line of two labels keeps its length."""
    after = filled(docx(p("单位：          日期：")), P1="单位：青禾村  日期：")

    assert text_at(after, "P1") == "单位：青禾村    日期："


def test_a_day_joins_its_year_month_and_day() -> None:
    """R-WRD-13: nothing is left between a number and its 年."""
    source = docx(p(run("日期："), run("     ", LINE), "年", run("   ", LINE), "月", run("   ", LINE), "日"))

    assert text_at(filled(source, P1="日期：2026年3月7日"), "P1") == "日期：2026年3月7日"


def test_two_blanks_of_a_line_are_filled_each_in_its_place() -> None:
    """R-WRD-12: what is printed between them keeps its runs."""
    blank = run("____________")
    source = docx(p(run("姓名："), blank, run("，身份证号：", BOLD), blank, run("。")))
    xml = xml_of(filled(source, P1="姓名：张三，身份证号：360999195003070019。"))

    assert re.sub("<[^>]+>", "", xml).strip().endswith("姓名：张三，身份证号：360999195003070019。")
    assert '<w:b/></w:rPr><w:t xml:space="preserve">，身份证号：</w:t>' in xml


def test_a_box_of_a_symbol_font_is_ticked_in_its_font() -> None:
    """R-WRD-14: Wingdings 2 has its own ticked box; a private letter stays private."""
    font = '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>'
    source = docx(p(sym("Wingdings 2", "00A3"), "是 ", run("\uf0a8", font), "否"))

    assert 'w:char="0052"' in xml_of(filled(source, P1="☑是 □否"))
    assert "\uf0fe" in xml_of(filled(source, P1="□是 ☑否"))


def test_check_boxes_of_both_kinds_know_that_they_are_ticked() -> None:
    """R-WRD-14: the control and the old form field are told."""
    control = (
        f'<w:sdt><w:sdtPr><w14:checkbox xmlns:w14="{W14}"><w14:checked w14:val="0"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent>{run('☐')}</w:sdtContent></w:sdt>"
    )
    field = '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox/></w:ffData></w:fldChar></w:r>'
    after = xml_of(filled(docx(p(control, "是"), p(field, "是")), P1="☑是", P2="☑是"))

    assert '<w14:checked w14:val="1"/>' in after
    assert "☑" in after
    assert "<w:checkBox><w:checked/></w:checkBox>" in after


def test_a_prompt_gives_way_to_the_value() -> None:
    """R-WRD-15: the control shows a value from now on, in no placeholder's grey."""
    grey = '<w:rStyle w:val="PlaceholderText"/>'
    content = f"<w:sdtContent>{run('请输入姓名', grey)}</w:sdtContent>"
    control = f"<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>{content}</w:sdt>"
    xml = xml_of(filled(docx(tbl(tr("姓名", tc(p(control))), widths=(900, 900))), T1R1C2="张三"))

    assert "张三" in xml
    assert not re.search("showingPlcHdr|PlaceholderText|请输入", xml)


def test_a_value_behind_a_squeezed_label_is_not_squeezed() -> None:
    """R-WRD-16: the fixed width was the label's."""
    xml = xml_of(filled(docx(p(run("姓名：", '<w:fitText w:val="900"/>'))), P1="姓名：张三"))

    assert "姓名：张三" in xml
    assert "fitText" not in xml


@pytest.mark.parametrize(
    ("value", "shown"),
    [(3, "3"), (Decimal("12.50"), "12.50"), (Decimal("1E+3"), "1000"), (date(2026, 3, 7), "2026年3月7日")],
)
def test_numbers_and_days_are_written_as_they_read(value: int | Decimal | date, shown: str) -> None:
    """R-WRD-17: no exponents, no serial numbers."""
    assert text_of(value) == shown


def test_a_place_that_is_not_there_is_our_mistake() -> None:
    """A covered cell, another sheet: a ValueError, no half-written file."""
    compiled = compile_document(card_form())

    for write in (Write(SHEET, 3, 99, "x"), Write("Sheet1", 3, 2, "x"), Write(SHEET, 6, 1, "x")):
        with pytest.raises(ValueError, match="nothing to write into"):
            compiled.render([write])


def test_line_breaks_of_a_value_are_breaks_in_the_cell() -> None:
    """A value of two lines reads as two lines."""
    after = filled(docx(tbl(tr("住址", ""), widths=(900, 900))), T1R1C2="青禾村\n3组")

    assert text_at(after, "T1R1C2") == "青禾村\n3组"


VALUES = st.text(st.characters(codec="utf-8", exclude_characters="\r"), max_size=30)


@settings(max_examples=60, deadline=None)
@given(VALUES)
def test_what_is_written_into_a_blank_cell_is_read_again(value: str) -> None:
    """Write, read: the same text, less what XML cannot hold and what a document shows as a plain blank."""
    after = filled(docx(tbl(tr("姓名", ""), widths=(900, 900))), T1R1C2=value)
    kept = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "", value)

    assert text_at(after, "T1R1C2") == re.sub("[\xa0\u2002\u2003\u2005]", " ", kept)


LABELS = st.lists(st.sampled_from(["姓名", "性别", "年龄", "住址", "电话", "民族"]), min_size=1, max_size=5)
ANSWERS = st.lists(st.text("张三李四男女0123456789X汉族", min_size=1, max_size=20), min_size=5, max_size=5)


@settings(max_examples=80, deadline=None)
@given(LABELS, ANSWERS, st.booleans(), st.integers(1, 20))
def test_a_line_of_blanks_reads_as_it_was_worded(
    labels: list[str], answers: list[str], is_drawn: bool, n: int
) -> None:
    """R-WRD-12: whatever the blanks are drawn with, the words are those of the plan; blanks may stay."""
    blank = run(" " * (n + 1), LINE) if is_drawn else run("_" * (n + 1))
    source = docx(p(*(run(f"{label}：") + blank for label in labels), run("。")))
    wanted = "".join(f"{label}：{answer}" for label, answer in zip(labels, answers, strict=False)) + "。"
    after = filled(source, P1=wanted)

    assert re.sub("[_ ]", "", text_at(after, "P1")) == wanted
    assert filled(after, P1=text_at(after, "P1")) == after


def test_a_symbol_kept_as_a_picture_letter_is_ticked_as_a_whole() -> None:
    """R-WRD-06: the picture letter and the plain one beside it both give way to the ticked box."""
    symbol = (
        '<w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="w16se"><e:symEx xmlns:e="urn:e" e:char="2610"/></mc:Choice>'
        "<mc:Fallback><w:t>☐</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    source = docx(p(symbol, run("男 "), symbol, run("女")))
    done = filled(source, P1="☑男 ☐女")

    assert (text_at(source, "P1"), text_at(done, "P1")) == ("☐男 ☐女", "☑男 ☐女")
    assert xml_of(done).count("symEx ") == 1
    assert "<w:t>☑</w:t>" in xml_of(done)


def test_a_value_beside_hidden_text_is_not_hidden() -> None:
    """R-WRD-07: a cell that holds hidden words only is empty, and its value is seen."""
    source = docx(tbl(tr("姓名", tc(p(run("填全名", "<w:vanish/>")))), widths=(900, 900)))
    done = filled(source, T1R1C2="张三")

    assert (text_at(source, "T1R1C2"), text_at(done, "T1R1C2")) == ("", "张三")


def test_a_row_deleted_while_changes_are_tracked_is_not_there() -> None:
    """R-WRD-07: what is filled into it would go with it."""
    rows = (tr("姓名", ""), tr("电话", "", look='<w:del w:id="1" w:author="甲"/>'), tr("民族", ""))
    grid = parsed_document(docx(tbl(*rows, widths=(900, 900)))).sheets[0]

    assert [cell.text for cell in grid.cells.values()] == ["姓名", "", "民族", ""]
