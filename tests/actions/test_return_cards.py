"""Cards that come back: one of a person, one of a household with its members, blanks inside printed text."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.actions.returning import Village, changed, open_qinghe, put
from tests.actions.test_fill import Rows, drawn

from qingzhuang.engine.problems.returning import ReturningCode
from qingzhuang.store.actors import Actor


@pytest.fixture
def village(zhang: Actor, tmp_path: Path) -> Village:
    """青禾村 with its roster."""
    return open_qinghe(zhang, tmp_path)


def card(folder: Path, name: str = "登记卡.xlsx") -> Path:
    """A card of one person with a label that the catalogue does not know."""
    rows: Rows = [
        ["姓名", None, "民族", None],
        ["身份证号", None, "联系电话", None],
        ["常用农机具", None, "银行卡开户行", None],
    ]
    return drawn(folder / name, rows, title="居民登记卡")


def household_card(folder: Path) -> Path:
    """A card of a household: its head, a fact of the household, its members."""
    rows: Rows = [
        ["户主姓名", None, "户号", None],
        ["家庭年收入（元）", None, "联系电话", None],
        ["家庭成员情况"],
        ["姓名", "与户主关系", "身份证号", "文化程度"],
        [],
        [],
    ]
    return drawn(folder / "户卡.xlsx", rows, title="家庭情况登记表")


def inline_form(folder: Path) -> Path:
    """A card whose blanks stand inside printed text, boxes too."""
    return drawn(
        folder / "表.xlsx",
        [
            ["姓名：＿＿＿＿ 身份证号：＿＿＿＿＿＿", None],
            ["文化程度：＿＿＿＿ 爱好特长：＿＿＿＿", None],
            ["婚姻状况：□未婚 □已婚 □丧偶 □离婚", None],
        ],
        title="入户走访表",
    )


@pytest.mark.database
def test_a_card_comes_back(village: Village) -> None:
    """A person's card: a gap and a label outside the catalogue are answers."""
    out = village.fill(card(village.folder), "cards").out

    result = village.give_back(changed(out / "李四.xlsx", put({"D3": "13900000002", "B4": "旋耕机"})))

    assert [(e.who, e.label, e.value) for e in result.diff] == [
        ("李四", "联系电话", "13900000002"),
        ("李四", "常用农机具", "旋耕机"),
    ]
    assert result.refused == ()


@pytest.mark.database
def test_the_next_card_has_what_came_back(village: Village) -> None:
    """A label outside the catalogue that was answered on a card is filled on the next one."""
    out = village.fill(card(village.folder), "cards").out
    village.give_back(changed(out / "李四.xlsx", put({"D3": "13900000002", "B4": "旋耕机"})))

    again = village.fill(card(village.folder, "再来.xlsx"), "again").out

    sheet = load_workbook(again / "李四.xlsx").worksheets[0]
    assert (sheet["D3"].value, sheet["B4"].value) == ("13900000002", "旋耕机")


@pytest.mark.database
def test_cards_in_one_workbook_come_back_together(village: Village) -> None:
    """Each sheet is a card of its own, under whatever name."""
    out = village.fill(card(village.folder), "cards.xlsx").out
    book = load_workbook(out)
    book["李四"]["D3"] = "13900000002"
    book["王五"]["B4"] = "收割机"
    back = out.with_name("back.xlsx")
    book.save(back)

    result = village.give_back(back)

    assert [(e.who, e.value) for e in result.diff] == [("李四", "13900000002"), ("王五", "收割机")]


@pytest.mark.database
def test_a_household_card_comes_back(village: Village) -> None:
    """A household's fact belongs to the household, a member's to the member (R-RET-10)."""
    out = village.fill(household_card(village.folder), "cards").out
    back = changed(out / "张三.xlsx", put({"B3": 52000, "D7": "初中"}))

    result = village.give_back(back)

    assert [(e.label, e.value) for e in result.diff] == [("家庭年收入（元）", "52000"), ("文化程度", "初中")]
    again = village.fill(household_card(village.folder), "again").out
    sheet = load_workbook(again / "张三.xlsx").worksheets[0]
    assert (sheet["B3"].value, sheet["D7"].value) == (52000, "初中")


@pytest.mark.database
def test_an_untouched_household_card_says_nothing(village: Village) -> None:
    """What we wrote ourselves, relations to the head and the number of members too, is nothing new."""
    out = village.fill(household_card(village.folder), "cards").out

    result = village.give_back(changed(out / "张三.xlsx", put({})))

    assert (result.diff, result.refused) == ((), ())


@pytest.mark.database
def test_blanks_inside_text_come_back(village: Village) -> None:
    """Words behind a printed label and a ticked box are answers (R-RET-24, R-RET-25)."""
    out = village.fill(inline_form(village.folder), "cards").out / "李四.xlsx"
    texts = [cell.value for cell in load_workbook(out).worksheets[0]["A"]]
    phone = (
        str(texts[2])
        .replace("文化程度：＿＿＿＿", "文化程度：小学")
        .replace("爱好特长：＿＿＿＿", "爱好特长：木工")
    )
    married = str(texts[3]).replace("□已婚", "☑已婚")

    result = village.give_back(changed(out, put({"A3": phone, "A4": married})))

    assert {e.label: e.value for e in result.diff} == {
        "文化程度": "小学",
        "爱好特长": "木工",
        "婚姻状况": "已婚",
    }
    assert result.refused == ()


@pytest.mark.database
@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("婚姻状况：☑未婚 ☑已婚 □丧偶 □离婚", ReturningCode.SEVERAL_TICKED),
        ("婚姻状况：已婚", ReturningCode.BOXES_CHANGED),
    ],
)
def test_unclear_boxes_refuse_their_cell(village: Village, text: str, told: ReturningCode) -> None:
    """Two ticks, or boxes that are gone: the cell is left out with its address (R-RET-25)."""
    out = village.fill(inline_form(village.folder), "cards").out / "李四.xlsx"

    result = village.give_back(changed(out, put({"A4": text})))

    assert [(each.cell, each.problem.code) for each in result.refused] == [("Sheet!A4", told)]


@pytest.mark.database
def test_a_changed_print_refuses_its_cell(village: Village) -> None:
    """Where the printed label in a cell was overwritten, nobody guesses what its words answer (R-RET-24)."""
    out = village.fill(inline_form(village.folder), "cards").out / "李四.xlsx"

    result = village.give_back(changed(out, put({"A3": "小学毕业 木工"})))

    assert result.diff == ()
