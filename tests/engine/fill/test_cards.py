"""Cards: one subject, blanks with their own labels, tables of members."""

from dataclasses import replace

from tests.engine.fill.drawn import CATALOGUE, card, form, held, household, person, roster, shown, village

from qingzhuang.engine.fill.fields import FormSheet
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.read.grid import Cell, Style
from qingzhuang.engine.read.layout import Field, FieldKind
from qingzhuang.engine.read.matching import match_label


def family() -> VillageBook:
    """张三 with his wife and one who lives alone."""
    return village(
        household(10, household__no="H1"),
        person(1, home=10, name="张三", relation_to_head="户主", ethnicity="汉族"),
        person(2, home=10, name="李四", relation_to_head="配偶", ethnicity="畲族"),
        person(3, name="王五"),
    )


def with_members(top: FormSheet, labels: list[str]) -> FormSheet:
    """The card with a table of two rows for members, its labels in row 3."""
    table = roster(labels, [(), ()])
    grid = replace(table.grid, cells={**table.grid.cells, **top.grid.cells})
    layout = replace(top.layout, fields=top.layout.fields + table.layout.fields, tables=table.layout.tables)
    return FormSheet(grid, layout, top.matches + table.matches)


def test_cards_are_one_per_person() -> None:
    """A card makes one output per person, named after him, each with his own values (R-FIL-33)."""
    made = form(card({(2, 2): "姓名", (2, 4): "民族"}), family(), "民族=汉族或畲族")

    assert [(output.title, shown(output.plan)) for output in made.outputs] == [
        ("张三", {"B2": "张三", "D2": "汉族"}),
        ("李四", {"B2": "李四", "D2": "畲族"}),
    ]


def test_a_card_of_heads_is_one_per_household() -> None:
    """户主姓名 without 姓名: one card per household (R-FIL-33)."""
    made = form(card({(2, 2): "户主姓名", (2, 4): "家庭人口数"}), family())

    assert [shown(output.plan) for output in made.outputs] == [{"B2": "张三", "D2": "2"}]


def test_a_households_card_lists_all_its_members() -> None:
    """The table of a household's card holds the household (R-FIL-34)."""
    sheet = with_members(card({(1, 2): "户主姓名"}), ["姓名", "与户主关系"])

    plan = form(sheet, family()).outputs[0].plan

    assert shown(plan) == {"B1": "张三", "A4": "张三", "B4": "户主", "A5": "李四", "B5": "配偶"}


def test_an_applicants_card_lists_the_others() -> None:
    """Where the relation to the applicant is asked, he is not in the table himself (R-FIL-34)."""
    sheet = with_members(card({(1, 2): "姓名"}), ["姓名", "与申请人关系"])

    plan = form(sheet, family()).outputs[0].plan

    assert shown(plan) == {"B1": "张三", "A4": "李四", "B4": "配偶"}


def test_a_table_that_grows_moves_what_stands_below() -> None:
    """Blanks below a table of members move down with it (R-FIL-25)."""
    book = village(
        household(10),
        *(
            person(n, home=10, name=f"人{n}", relation_to_head="户主" if n == 1 else "子")
            for n in range(1, 5)
        ),
    )
    sheet = with_members(card({(1, 2): "户主姓名", (8, 2): "家庭人口数"}), ["姓名", "与户主关系"])

    plan = form(sheet, book).outputs[0].plan

    assert (plan.growths[0].n, shown(plan)["B10"], shown(plan)["A7"]) == (2, "4", "人4")


def test_a_card_that_names_nobody_is_no_residents_card() -> None:
    """An ID number without a name is an enterprise's contact: nobody is put there (R-FIL-36)."""
    made = form(card({(2, 2): "单位名称", (2, 4): "身份证号", (3, 2): "联系电话"}), family())

    assert (made.is_cards, made.outputs[0].plan.writes, made.outputs[0].plan.gap_cells) == (False, (), ())


def test_blanks_inside_text_are_filled_behind_their_labels() -> None:
    """姓名：____ keeps its label in the same cell (R-FIL-46)."""
    made = form(card({(2, 2): "民族"}, {(1, 1): "姓名：________"}), family(), "姓名=张三")

    assert shown(made.outputs[0].plan)["A1"] == "姓名：张三"


def test_a_unit_in_the_cell_stays() -> None:
    """A cell that shows only its unit keeps it behind the value (R-FIL-46)."""
    sheet = card({(2, 2): "户主姓名", (3, 2): "家庭人口数"})
    cells = {**sheet.grid.cells, (3, 2): replace(sheet.grid.cells[3, 2], text="    人", raw="    人")}

    made = form(replace(sheet, grid=replace(sheet.grid, cells=cells)), family())

    assert shown(made.outputs[0].plan)["B3"] == "2人"


def several(text: str, *blanks: tuple[str, tuple[str, ...]]) -> FormSheet:
    """A card with 姓名 in B2 and one cell, A4, with these blanks inside its text: (label, options) each."""
    sheet = card({(2, 2): "姓名"})
    fields = tuple(
        Field(4, 1, label, (label,), FieldKind.INLINE, options=options, printed=text)
        for label, options in blanks
    )
    grid = replace(sheet.grid, cells={**sheet.grid.cells, (4, 1): Cell(4, 1, text, text)})
    layout = replace(sheet.layout, fields=sheet.layout.fields + fields)
    matches = tuple(match_label(label, catalogue=CATALOGUE) for label, _ in blanks)
    return FormSheet(grid, layout, sheet.matches + matches)


YES_OR_NO = ("是", "否")


def test_boxes_of_one_cell_go_to_their_own_labels() -> None:
    """是否党员 and 是否低保 in one cell: each ticks its own boxes, whatever the other says (R-FIL-71)."""
    text = "是否党员：□是 □否  是否低保：□是 □否"
    book = village(person(1, name="张三", party_member="否", dibao="是"))

    plan = form(several(text, ("是否党员", YES_OR_NO), ("是否低保", YES_OR_NO)), book).outputs[0].plan

    assert (shown(plan)["A4"], plan.filled) == ("是否党员：□是 ☑否  是否低保：☑是 □否", 3)


def test_an_unknown_answer_leaves_its_boxes_to_nobody_else() -> None:
    """Where the first of two like questions is a gap, the second does not fill its place (R-FIL-71)."""
    text = "父亲电话：____；电话：____"
    book = village(person(1, name="张三", phone="13800000000"))

    plan = form(several(text, ("父亲电话", ()), ("电话", ())), book).outputs[0].plan

    assert shown(plan)["A4"] == "父亲电话：____；电话：13800000000"


def test_a_known_value_without_a_place_is_a_gap() -> None:
    """What has no box or blank of its own is a gap and said; an answered blank is not (R-FIL-72)."""
    book = village(person(1, name="张三", phone="13800000000", ethnicity="汉族"))

    nowhere = form(several("民族（____）", ("籍贯民族", ()), ("电话", ())), book).outputs[0].plan
    answered = form(several("电话：13811111111", ("电话", ())), book).outputs[0].plan

    assert (nowhere.gap_cells, "电话" in nowhere.notes[0]) == (("Sheet1!A4",), True)
    assert (answered.gap_cells, answered.filled) == ((), 1)


def test_nobody_meant_means_no_card() -> None:
    """Criteria that nobody meets make no file, and that is no error (R-FIL-02)."""
    assert form(card({(2, 2): "姓名"}), family(), "年龄>=120").outputs == ()


def test_who_could_not_be_judged_is_said() -> None:
    """People whose value is unknown are left out, and a note says how many (R-FIL-05)."""
    made = form(card({(2, 2): "姓名"}), family(), "民族=汉族")

    assert ([output.title for output in made.outputs], made.notes[0][:7]) == (["张三"], "有 1 个人（")


def test_a_month_inside_text_gets_no_day() -> None:
    """A date cell with 年 月 printed in it gets what is known, not the first of the month (R-FIL-46)."""
    sheet = card({(1, 2): "姓名", (2, 2): "入党时间"})
    month = Cell(2, 2, "    年   月", "    年   月", style=Style(number_format='yyyy"年"m"月"'))
    sheet = replace(sheet, grid=replace(sheet.grid, cells={**sheet.grid.cells, (2, 2): month}))
    book = village(person(1, name="张三", more=held(party_join_date="1990-03", party_member="是")))

    assert shown(form(sheet, book).outputs[0].plan)["B2"] == "1990年3月"
