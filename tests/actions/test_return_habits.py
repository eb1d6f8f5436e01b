"""What people and programs do to a form before it comes back: WPS habits, old formats, many villages."""

import html
import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from tests.actions.returning import LATER, ZHANG, Village, changed, list_form, open_qinghe, put
from tests.actions.test_fill import TODAY, Rows, drawn
from tests.conftest import QINGHE
from tests.files.documents.drawn import DOCUMENT, docx, p, parts_of, tbl, tr

from qingzhuang.actions.collect.returning import Return, Returned, return_form
from qingzhuang.actions.fill import Wish, fill_villages
from qingzhuang.engine.problems.returning import ReturningCode
from qingzhuang.files.intake.giving import as_old_workbook
from qingzhuang.store.actors import Actor

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_STRINGS = "application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
_INLINE = re.compile(r't="inlineStr"><is><t[^>]*>([^<]*)</t></is>')
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"


@pytest.fixture
def village(zhang: Actor, tmp_path: Path) -> Village:
    """青禾村 with its roster."""
    return open_qinghe(zhang, tmp_path)


@pytest.fixture
def out(village: Village) -> Path:
    """A list filled for the village; 李四's telephone is the gap E5."""
    return village.fill(list_form(village.folder)).out


def said(result: Returned) -> dict[str, str]:
    """What is news, by person and label; nothing was refused."""
    assert result.refused == ()
    return {f"{each.who} {each.label}": each.value for each in result.diff}


@pytest.mark.database
@pytest.mark.parametrize(
    "written",
    [
        *("13900000002", "\t13900000002", "'13900000002", "13900000002  ", "139 0000 0002"),
        *("１３９０００００００２", 13900000002, 13900000002.0),
    ],
)
def test_a_number_is_read_however_it_was_stored(village: Village, out: Path, written: str | float) -> None:
    """R-RET-15: apostrophes, tabs, blanks, full-width digits and number cells all say the same telephone."""
    assert said(village.give_back(changed(out, put({"E5": written})))) == {"李四 联系电话": "13900000002"}


@pytest.mark.database
@pytest.mark.parametrize("name", ["李四 ", "李 四", "　李四"])
def test_blanks_in_names_do_not_matter(village: Village, out: Path, name: str) -> None:
    """R-RET-15: 李 四 is 李四."""
    back = changed(out, put({"B5": name, "E5": "13900000002"}))

    assert list(said(village.give_back(back)).values()) == ["13900000002"]


@pytest.mark.database
def test_an_identity_number_that_became_a_number_refuses_its_row(village: Village, out: Path) -> None:
    """R-RET-15: 3.60999E+17 has lost its last digits; the row is refused, the others are taken."""
    back = changed(out, put({"C5": float(int(ZHANG[:17]) * 10), "E5": "13900000002", "E6": "13911112222"}))

    result = village.give_back(back)

    assert [(each.row, each.problem.code) for each in result.refused] == [(5, ReturningCode.ROW_BAD_ID)]
    assert [each.value for each in result.diff] == ["13911112222"]


@pytest.mark.database
def test_a_date_is_read_as_a_serial_and_as_text(village: Village) -> None:
    """R-RET-15: a date cell, 2020.3.1 and 2020年3月1日 are one day."""
    rows: Rows = [["姓名", "身份证号", "入党时间"], [], [], []]
    out = village.fill(drawn(village.folder / "表.xlsx", rows, title="情况表")).out

    def edit(sheet: Worksheet) -> None:
        sheet["C3"].value, sheet["C3"].number_format = date(2020, 3, 1), "yyyy/m/d"
        sheet["C4"], sheet["C5"] = "2020.3.1", "2020年3月1日"

    assert set(said(village.give_back(changed(out, edit))).values()) == {"2020-03-01"}


@pytest.mark.database
def test_a_column_of_the_village_s_own_at_the_end_is_not_read(village: Village, out: Path) -> None:
    """R-RET-04: a column that the village drew behind the last one disturbs nothing."""
    cells = {"H3": "核对人", "H4": "赵六", "H5": "赵六", "E5": "13900000002"}

    assert said(village.give_back(changed(out, put(cells)))) == {"李四 联系电话": "13900000002"}


@pytest.mark.database
def test_an_answer_may_be_what_is_printed_elsewhere(village: Village) -> None:
    """R-RET-16: 初中, printed beside 张三, is an answer where the village writes it beside 李四."""
    rows: Rows = [["姓名", "身份证号", "文化程度"], ["张三", None, "初中"], ["李四", None, None]]
    out = village.fill(drawn(village.folder / "核对表.xlsx", rows, title="核对表")).out

    assert said(village.give_back(changed(out, put({"C4": "初中"})))) == {"李四 文化程度": "初中"}


@pytest.mark.database
def test_strings_of_another_program_say_the_same(village: Village, out: Path) -> None:
    """R-RET-02: texts in runs, kept blanks and styles numbered anew, as WPS writes them."""
    back = changed(out, put({"E5": "13900000002 "}))
    with zipfile.ZipFile(back) as package:
        parts = {name: package.read(name).decode() for name in package.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"]
    texts = [html.unescape(text) for text in _INLINE.findall(sheet)]
    assert "13900000002 " in texts
    numbers = iter(range(len(texts)))
    parts["xl/worksheets/sheet1.xml"] = _INLINE.sub(lambda _: f't="s"><v>{next(numbers)}</v>', sheet)
    items = "".join(
        f'<si><r><rPr><sz val="11"/></rPr><t>{text[:1]}</t></r>'
        f'<r><t xml:space="preserve">{text[1:]}</t></r></si>'
        for text in texts
    )
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{_MAIN}" count="{len(texts)}">{items}</sst>'
    declared = f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_STRINGS}"/></Types>'
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace("</Types>", declared)
    related = f'<Relationship Id="rId99" Type="{_RELATION}" Target="sharedStrings.xml"/></Relationships>'
    name = "xl/_rels/workbook.xml.rels"
    parts[name] = parts[name].replace("</Relationships>", related)
    with zipfile.ZipFile(back, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)

    assert said(village.give_back(back)) == {"李四 联系电话": "13900000002"}


@pytest.mark.database
def test_underscores_left_behind_a_word_are_no_part_of_it(village: Village) -> None:
    """R-RET-15: who writes over a line of underscores leaves some: 13900000002____."""
    form = village.folder / "卡.docx"
    table = tbl(tr("姓名", ""), tr("身份证号", ""), tr("联系电话", "________"), widths=(1500, 4000))
    form.write_bytes(docx(p("居民登记卡"), table))
    out = village.fill(form, "卡片", who="姓名=李四").out
    path = next(out.glob("*.docx"))
    parts = parts_of(path.read_bytes())
    assert parts[DOCUMENT].count(b"________") == 1
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"________", "13900000002＿＿__".encode())
    back = village.folder / "back.docx"
    with zipfile.ZipFile(back, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)

    assert said(village.give_back(back)) == {"李四 联系电话": "13900000002"}


@pytest.mark.database
def test_a_form_filled_for_many_villages_comes_back_from_one(village: Village) -> None:
    """R-RET-01: what was filled with --regions was sent to each of these villages."""
    wish = Wish(QINGHE, TODAY, on=TODAY, out=village.folder / "各村")
    done = fill_villages(village.actor, template=list_form(village.folder), regions=QINGHE, wish=wish)
    path = next(done.out.rglob("*.xlsx"))

    result = village.give_back(changed(path, put({"E5": "13900000002"})))

    assert said(result) == {"李四 联系电话": "13900000002"}


@pytest.mark.database
class TestOldExcel:
    """Forms that were .xls when the department sent them."""

    pytestmark = pytest.mark.office

    @pytest.mark.parametrize("is_old", [True, False])
    def test_an_old_form_comes_back(self, village: Village, is_old: bool) -> None:
        """R-RET-02: an .xls was filled; what comes back is that .xls, or an .xlsx saved from it."""
        form = village.folder / "摸底表.xls"
        form.write_bytes(as_old_workbook(list_form(village.folder).read_bytes()))
        out = village.fill(form).out
        answered = changed(out, put({"E5": "13900000002"}))
        back = village.folder / ("back.xls" if is_old else "back.xlsx")
        back.write_bytes(as_old_workbook(answered.read_bytes()) if is_old else answered.read_bytes())

        result = return_form(village.actor, returned=Return(back, QINGHE, LATER))

        assert said(result) == {"李四 联系电话": "13900000002"}
        assert load_workbook(village.fill(form, "再来.xlsx").out).worksheets[0]["E5"].value == "13900000002"
