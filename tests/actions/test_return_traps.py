"""Traps of forms that come back: namesakes, listed people, Word files, forms sent more than once."""

import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.actions.returning import LI, ZHANG, Village, changed, list_form, open_qinghe, put
from tests.actions.test_fill import Rows, drawn, id_number
from tests.conftest import QINGHE
from tests.files.documents.drawn import DOCUMENT, docx, p, parts_of, tbl, tr
from tests.files.documents.drawn import list_form as list_word_form

from qingzhuang.actions.collect.returning import Returned
from qingzhuang.actions.know import explain
from qingzhuang.engine.problems.returning import ReturningCode
from qingzhuang.store.actors import Actor
from qingzhuang.store.models import FormTemplate, SentForm

TWIN = id_number("19610101", 6)


@pytest.fixture
def village(zhang: Actor, tmp_path: Path) -> Village:
    """青禾村 with a second 李四 in another household."""
    village = open_qinghe(zhang, tmp_path)
    village.take_roster(
        "二.xlsx",
        [["户号", "姓名", "与户主关系", "身份证号", "民族"], ["H9", "李四", "户主", TWIN, "汉族"]],
        day="2025-01-02",
        title="新增人口花名册",
    )
    return village


def said(result: Returned) -> list[tuple[str, str]]:
    """Label and value of what is news; nothing was refused."""
    assert result.refused == ()
    return [(each.label, each.value) for each in result.diff]


@pytest.mark.database
def test_a_form_is_kept_once_and_sent_as_often(village: Village) -> None:
    """The same form filled again is the same sending; its bytes stand once (R-RET-01)."""
    form = list_form(village.folder)
    village.fill(form)
    village.fill(form, "again.xlsx")
    village.fill(form, "some.xlsx", who="姓名=张三")

    assert (FormTemplate.objects.count(), SentForm.objects.count()) == (1, 2)


@pytest.mark.database
def test_namesakes_without_numbers_are_told_apart_by_what_we_wrote(village: Village) -> None:
    """Only names on the form, two of one name: the row that shows his birth day is his (R-RET-05)."""
    labels = ["姓名", "出生日期", "文化程度"]
    out = village.fill(drawn(village.folder / "表.xlsx", [labels, [], [], [], []], title="学历表")).out
    rows = {load_workbook(out).worksheets[0].cell(row, 2).value: row for row in range(3, 7)}
    row = next(at for day, at in rows.items() if "1961" in str(day))

    result = village.give_back(changed(out, put({f"C{row}": "初中"})))

    assert said(result) == [("文化程度", "初中")]
    news = result.diff[0].news
    assert news is not None
    assert news.target.holder.holdings["person.id_number"].claim.value == TWIN


@pytest.mark.database
def test_namesakes_whom_nothing_tells_apart_are_refused(village: Village) -> None:
    """Only a name, and two who carry it: nobody guesses (R-RET-07)."""
    out = village.fill(
        drawn(village.folder / "表.xlsx", [["姓名", "文化程度"], [], [], [], []], title="学历表")
    ).out
    sheet = load_workbook(out).worksheets[0]
    row = next(at for at in range(3, 7) if sheet.cell(at, 1).value == "李四")

    result = village.give_back(changed(out, put({f"B{row}": "初中"})))

    assert result.diff == ()
    assert [(each.row, each.problem.code) for each in result.refused] == [(row, ReturningCode.ROW_SEVERAL)]


@pytest.mark.database
def test_a_member_on_his_familys_card_is_the_one_of_the_family(village: Village) -> None:
    """On 张三's card 李四 is his wife, not the other 李四 (R-RET-05)."""
    rows: Rows = [["户主姓名", None, "户号", None], ["姓名", "与户主关系", "文化程度", "备注"], [], []]
    out = village.fill(drawn(village.folder / "户卡.xlsx", rows, title="家庭情况登记表"), "cards").out

    result = village.give_back(changed(out / "张三.xlsx", put({"C5": "初中"})))

    assert said(result) == [("文化程度", "初中")]
    news = result.diff[0].news
    assert news is not None
    assert news.target.holder.holdings["person.id_number"].claim.value == LI


@pytest.mark.database
def test_printed_values_of_listed_people_are_no_answers(village: Village) -> None:
    """What the department printed beside listed names is its own word, not the village's (R-RET-26)."""
    rows: Rows = [
        ["姓名", "身份证号", "民族", "文化程度"],
        ["张三", ZHANG, "回族", None],
        ["王五", None, None, None],
    ]
    out = village.fill(drawn(village.folder / "核对表.xlsx", rows, title="核对表")).out

    assert said(village.give_back(changed(out, put({"D3": "初中"})))) == [("文化程度", "初中")]


@pytest.mark.database
def test_a_note_below_the_list_is_nobody(village: Village) -> None:
    """A total or a note that somebody wrote under the records is neither answer nor refusal."""
    out = village.fill(
        drawn(village.folder / "表.xlsx", [["姓名", "身份证号", "文化程度"], *[[]] * 6], title="表")
    ).out

    result = village.give_back(changed(out, put({"A7": "合计", "B7": "4人", "A8": "注：已核对"})))

    assert said(result) == []


@pytest.mark.database
def test_why_shows_the_village_as_the_source(village: Village) -> None:
    """Who asks where the phone is from is told: the village, on the day of the return (R-RET-27)."""
    out = village.fill(list_form(village.folder)).out
    village.give_back(changed(out, put({"E4": "13911112222"})))

    (answer,) = explain(village.actor, person=ZHANG, element="联系电话", region=QINGHE)

    assert "村里填报" in repr(answer)


@pytest.mark.database
@pytest.mark.parametrize("was_card", [False, True])
def test_a_word_form_comes_back(village: Village, was_card: bool) -> None:
    """A Word list and a Word card: what was changed in the document is the answer (R-RET-02)."""
    form = village.folder / "表.docx"
    labels = tbl(tr("姓名", ""), tr("身份证号", ""), tr("联系电话", ""), widths=(1500, 4000))
    form.write_bytes(docx(p("居民登记卡"), labels) if was_card else list_word_form())
    out = village.fill(form, "cards" if was_card else "out.docx", who="户号=H1").out
    parts = parts_of((out / "张三.docx" if was_card else out).read_bytes())
    parts[DOCUMENT] = parts[DOCUMENT].replace(b"13800000001", b"13911112222")
    back = village.folder / "back.docx"
    with zipfile.ZipFile(back, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)

    assert said(village.give_back(back)) == [("联系电话", "13911112222")]
