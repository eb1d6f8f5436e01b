"""Every shape of form, drawn and filled from end to end."""

from tests.engine.fill.drawn import held, household, person, village
from tests.engine.fill.shapes import IDS, Rows, columns, family, filled, filled_rows, planned_form, workbook

RELATIONS: Rows = [
    ["姓名", None, "身份证号", None],
    ["家庭主要成员", None, None, None],
    ["关系", "姓名", "身份证号", "联系电话"],
]


def relations(*words: str) -> Rows:
    """A card with a table of relatives whose relation is printed."""
    return [*RELATIONS, *([word, None, None, None] for word in words)]


def test_members_unrolled_into_columns_are_filled_in_order() -> None:
    """成员一, 成员二 … of one row are the household without its head, in its order (R-FIL-35)."""
    head = ["户主姓名", "成员一", None, "成员二", None]
    rows = filled(
        [head, [None, "姓名", "与户主关系", "姓名", "与户主关系"], [], []],
        family(),
        merges=["A2:A3", "B2:C2", "D2:E2"],
        title="家庭情况统计表",
    )

    assert rows[2:] == [["张三", "李四", "配偶", "张大", "子"], ["王五", None, None, None, None]]


def test_members_without_a_group_are_named() -> None:
    """More members than groups: the note and the list name them, and nothing is filled wrongly (R-FIL-90)."""
    template = workbook(
        [["户主姓名", None, "户主身份证号", None], ["成员1", "姓名", None, "与户主关系"]], title="家庭卡"
    )

    plan = planned_form(template, family()).outputs[0].plan

    assert [one.who for one in plan.left_out] == ["张大", "赵红", "张小"]
    assert "张大、赵红、张小没有填" in plan.notes[0]


def test_numbered_children_are_those_of_the_subject() -> None:
    """子女1 is the first child; a number too many is blank and no gap (R-FIL-91)."""
    rows = [
        ["姓名", None, "性别", None],
        ["子女1姓名", None, "子女1身份证号", None],
        ["子女2姓名", None, None, None],
    ]
    template = workbook(rows, title="个人卡")
    form = planned_form(template, family(), "姓名=张三")

    assert filled_rows(template, form)[1:] == [
        ["子女1姓名", "张大", "子女1身份证号", IDS[3]],
        ["子女2姓名", None, None, None],
    ]


def test_each_printed_relation_gets_the_member_who_is_that() -> None:
    """父亲, 母亲, 配偶, 子女 of the son: found through what each is to the head (R-FIL-91)."""
    rows = filled(relations("父亲", "母亲", "配偶", "子女"), family(), who="姓名=张大", merges=["A3:D3"])

    assert columns(rows[3:], 0, 1, 2) == [
        ["父亲", "张三", IDS[1]],
        ["母亲", "李四", IDS[2]],
        ["配偶", "赵红", IDS[4]],
        ["子女", "张小", IDS[5]],
    ]


def test_nobody_with_a_relation_leaves_the_row_blank() -> None:
    """A relation that nobody in the household has is blank, not missing (R-FIL-91)."""
    template = workbook(relations("父亲", "配偶"), merges=["A3:D3"])
    plan = planned_form(template, family(), "姓名=王五").outputs[0].plan

    assert (plan.gap_cells, plan.filled) == ((), 2)


def test_two_who_fit_one_row_leave_it_blank() -> None:
    """One row 子女 and two children: nobody is put there, and that is said (R-FIL-91)."""
    book = village(
        household(10),
        person(1, home=10, name="张三", relation_to_head="户主"),
        person(2, home=10, name="张大", relation_to_head="子"),
        person(3, home=10, name="张二", relation_to_head="女"),
    )
    template = workbook(relations("配偶", "子女"), merges=["A3:D3"])
    plan = planned_form(template, book, "姓名=张三").outputs[0].plan

    assert {str(write.value) for write in plan.writes} == {"张三"}
    assert any("张大、张二" in note for note in plan.notes)


def test_several_children_take_several_rows() -> None:
    """子女, 子女: the oldest first where birth dates are known (R-FIL-91)."""
    book = village(
        household(10),
        person(1, home=10, name="张三", relation_to_head="户主"),
        person(2, home=10, name="张小", relation_to_head="女", birth_date="2012-01-01"),
        person(3, home=10, name="张大", relation_to_head="子", birth_date="2008-01-01"),
    )
    rows = filled(relations("配偶", "子女", "子女"), book, who="姓名=张三", merges=["A3:D3"])

    assert columns(rows[3:], 0, 1) == [["配偶", None], ["子女", "张大"], ["子女", "张小"]]


def test_brothers_families_are_not_mixed_up() -> None:
    """Two sons, one daughter-in-law, a grandson: nobody can tell whose they are (R-FIL-91)."""
    book = village(
        household(10),
        person(1, home=10, name="张三", relation_to_head="户主"),
        person(2, home=10, name="张大", relation_to_head="子"),
        person(3, home=10, name="张二", relation_to_head="子"),
        person(4, home=10, name="赵红", relation_to_head="儿媳"),
        person(5, home=10, name="张小", relation_to_head="孙子"),
    )
    rows = filled(relations("配偶", "子女"), book, who="姓名=张大", merges=["A3:D3"])

    assert columns(rows[3:], 0, 1) == [["配偶", None], ["子女", None]]


def test_a_named_father_goes_before_the_one_in_the_household() -> None:
    """Where somebody said another name for the father, nothing of the household's is mixed in (R-FIL-91)."""
    book = village(
        household(10),
        person(1, home=10, name="张三", relation_to_head="户主", sex="男", id_number=IDS[1]),
        person(3, home=10, name="陈大", relation_to_head="子", more=held(father__name="陈父")),
    )
    rows = filled(relations("父亲", "母亲"), book, who="姓名=陈大", merges=["A3:D3"])

    assert rows[3] == ["父亲", "陈父", None, None]


def test_members_rows_grow_before_the_row_of_dots() -> None:
    """户内成员 rows take the household; the … row takes nobody, rows are added before it (R-FIL-93)."""
    template = workbook(
        [
            ["户主姓名", None, "住址", None],
            ["姓名", "与户主关系", "身份证号", "联系电话"],
            [],
            [],
            ["…"],
            ["备注", None],
        ],
        title="户表",
    )
    rows = filled_rows(template, planned_form(template, family()))

    assert columns(rows[2:8], 0) == [["张三"], ["李四"], ["张大"], ["赵红"], ["张小"], ["…"]]


def test_two_people_stand_side_by_side() -> None:
    """The same labels twice in a row: two people per row, from left to right (R-FIL-98)."""
    rows = filled(
        [["序号", "姓名", "身份证号", "序号", "姓名", "身份证号"], [], []], family(), title="花名册"
    )

    assert columns(rows[1:], 0, 1, 3, 4) == [
        [1, "张三", 2, "李四"],
        [3, "张大", 4, "赵红"],
        [5, "张小", 6, "王五"],
    ]


def test_two_lists_side_by_side_grow_together() -> None:
    """Two lists beside each other with a gap between are one list; rows are added once (R-FIL-98)."""
    rows = filled([["姓名", "身份证号", None, "姓名", "身份证号"], [], []], family(), title="花名册")

    assert columns(rows[1:], 0, 3) == [["张三", "李四"], ["张大", "赵红"], ["张小", "王五"]]


def test_a_record_of_two_rows_takes_one_person() -> None:
    """Cells merged over two rows make one record; new records have both rows (R-FIL-94)."""
    rows = filled(
        [["序号", "姓名", "与户主关系", "身份证号"], [], [], [], []],
        family(),
        title="花名册",
        merges=[f"{column}{row}:{column}{row + 1}" for column in "ABC" for row in (3, 5)],
    )

    assert columns(rows[1::2], 0, 1) == [
        [n, name] for n, name in enumerate(["张三", "李四", "张大", "赵红", "张小", "王五"], 1)
    ]
    assert not any(row[1] for row in rows[2::2])


def test_a_households_block_holds_one_household() -> None:
    """户主 merged over three rows: each block one household; who has no row is named (R-FIL-94)."""
    template = workbook(
        [["户主姓名", "户主身份证号", "姓名", "与户主关系"], [], [], [], [], [], []],
        title="花名册",
        merges=["A3:A5", "B3:B5", "A6:A8", "B6:B8"],
    )
    form = planned_form(template, family())

    assert columns(filled_rows(template, form)[1:], 0, 2) == [
        ["张三", "张三"],
        [None, "李四"],
        [None, "张大"],
        ["王五", "王五"],
        [None, None],
        [None, None],
    ]
    assert [one.who for one in form.outputs[0].plan.left_out] == ["赵红", "张小"]


def test_people_stand_below_the_band_of_their_group() -> None:
    """一组 and 二组 across the list: each gets its own people, rows grow where they are short (R-FIL-95)."""
    rows = filled(
        [["序号", "姓名", "身份证号"], ["一、一组"], [], [], ["二、二组"], [], []],
        family(),
        title="花名册",
        merges=["A3:C3", "A6:C6"],
    )

    assert columns(rows[1:], 0, 1) == [
        ["一、一组", None],
        *([n, name] for n, name in enumerate(["张三", "李四", "张大", "赵红", "张小"], 1)),
        ["二、二组", None],
        [6, "王五"],
        [None, None],
    ]


def test_a_blank_total_gets_the_sum() -> None:
    """合计 without a formula: the sum of a column of amounts, each of which we know (R-FIL-96)."""
    rows = filled(
        [["序号", "户主姓名", "家庭人口数", "承包地面积（亩）", "户主联系电话"], [], [], ["合计"]],
        family(),
        title="花名册",
    )

    assert rows[-1] == ["合计", None, 6, 5.456, None]


def test_a_sum_is_no_cell_that_is_asked_for() -> None:
    """A 合计 that we compute is written, but not counted among the cells to fill (R-FIL-96)."""
    template = workbook([["序号", "户主姓名", "家庭人口数"], [None] * 3, [None] * 3, ["合计", None, None]])

    form = planned_form(template, family())

    (plan,) = (output.plan for output in form.outputs)
    assert len(plan.writes) == plan.filled + 1


def test_a_gap_leaves_no_total() -> None:
    """One amount that nobody knows: the total of its column stays blank (R-FIL-96)."""
    book = village(
        household(10, household__farmland="3"),
        person(1, home=10, name="张三", relation_to_head="户主"),
        household(11),
        person(2, home=11, name="王五", relation_to_head="户主"),
    )
    rows = filled([["户主姓名", "承包地面积（亩）"], [], [], ["合计"]], book, title="花名册")

    assert rows[-1] == ["合计", None]


def test_a_households_amount_is_not_summed_over_its_members() -> None:
    """In a list of persons the household's land stands in each row; it has no sum (R-FIL-96)."""
    rows = filled(
        [["姓名", "与户主关系", "承包地面积（亩）"], [], [], [], [], [], [], ["合计"]],
        family(),
        title="花名册",
    )

    assert rows[-1] == ["合计", None, None]


def test_eldest_and_second_child_are_told_by_age() -> None:
    """长子 and 次子 are told by the row, and are not listed as unbound (R-FIL-91)."""
    book = village(
        household(10),
        person(1, home=10, name="张三", relation_to_head="户主"),
        person(2, home=10, name="张二", relation_to_head="次子"),
        person(3, home=10, name="张大", relation_to_head="长子"),
    )
    template = workbook(relations("长子", "次子", "长女"), merges=["A3:D3"])
    form = planned_form(template, book, "姓名=张三")

    assert columns(filled_rows(template, form)[3:], 0, 1) == [
        ["长子", "张大"],
        ["次子", "张二"],
        ["长女", None],
    ]
    assert form.outputs[0].plan.unbound == ()
