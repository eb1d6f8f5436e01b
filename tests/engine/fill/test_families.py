"""Cards and the people on them: whose card it is, who is of the family, who is nobody's business."""

import pytest
from tests.engine.fill.drawn import household, person, village
from tests.engine.fill.shapes import IDS, Rows, columns, family, filled, filled_rows, planned_form, workbook

from qingzhuang.engine.fill.kinship import relation_word
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.problems import RefusedError
from qingzhuang.engine.problems.fill import FillCode

MEMBERS = ["姓名", "关系", "身份证号"]


def two_branches() -> VillageBook:
    """Grandparents with two married sons and a grandchild, nobody says of which son."""
    relations = ("户主", "配偶", "长子", "儿媳", "次子", "儿媳", "孙子")
    sexes = ("男", "女", "男", "女", "男", "女", "男")
    people = (
        person(n, home=10, name=f"{'甲乙丙丁戊己庚'[n - 1]}某", relation_to_head=relation, sex=sex)
        for n, (relation, sex) in enumerate(zip(relations, sexes, strict=True), 1)
    )
    return village(household(10, household__no="H1"), *people)


def words(book: VillageBook, applicant: str) -> list[str]:
    """What everybody in the village is to the applicant, in the book's order."""
    own = next(one for one in book.people if one.holdings["person.name"].claim.value == applicant)
    return [relation_word(book, own, one) for one in book.people]


@pytest.mark.parametrize(
    ("applicant", "expected"),
    [
        ("张三", ["本人", "配偶", "子", "儿媳", "孙子"]),
        ("李四", ["配偶", "本人", "子", "儿媳", "孙子"]),
        ("张大", ["父亲", "母亲", "本人", "配偶", "子"]),
        ("赵红", ["公公", "婆婆", "配偶", "本人", "子"]),
        ("张小", ["祖父", "祖母", "父亲", "母亲", "本人"]),
    ],
)
def test_everybody_is_told_what_they_are_to_the_applicant(applicant: str, expected: list[str]) -> None:
    """The relation to any member follows from what both are to the head (R-FIL-104)."""
    assert words(family(), applicant)[:5] == expected


def test_branches_that_cannot_be_told_apart_are_left_open() -> None:
    """With two married sons nobody is called a grandchild's father or mother (R-FIL-104)."""
    assert words(two_branches(), "庚某") == ["祖父", "祖母", "", "", "", "", "本人"]


def test_a_members_table_says_what_they_are_to_the_applicant() -> None:
    """关系 on a daughter-in-law's card is the relation to her (R-FIL-104)."""
    rows: Rows = [["姓名", None, None], ["家庭成员情况", None, None], MEMBERS, *[[None] * 3] * 4]

    filled_in = filled(rows, family(), who="姓名=赵红", merges=["B2:C2", "A3:C3"], title="救助申请表")

    assert columns(filled_in[3:], 0, 1) == [
        ["张三", "公公"],
        ["李四", "婆婆"],
        ["张大", "配偶"],
        ["张小", "子"],
    ]


def test_repeated_member_rows_take_one_member_each() -> None:
    """户内成员 | blank | 家庭关系 | blank, again and again: the household in its order (R-FIL-102)."""
    pair = ["户内成员", None, "家庭关系", None]
    rows: Rows = [["姓名", None, "身份证号", None], ["户主", None, "家庭关系", None], *[pair] * 5]

    filled_in = filled(rows, family(), who="姓名=张三", title="户籍证明")

    assert columns(filled_in[1:], 1, 3) == [
        ["张三", "户主"],
        ["李四", "配偶"],
        ["张大", "子"],
        ["赵红", "儿媳"],
        ["张小", "孙子"],
        [None, None],
    ]


def test_a_number_beside_a_member_is_the_members() -> None:
    """身份证号 in a member's row is never the card holder's (R-FIL-102)."""
    pair = ["家庭成员", None, "与本人关系", None, "身份证号", None]
    rows: Rows = [["姓名", None, "身份证号", None, "民族", None], pair, pair]

    filled_in = filled(rows, family(), who="姓名=张大", title="登记卡")

    assert columns(filled_in[1:], 1, 3, 5) == [["张三", "父亲", IDS[1]], ["李四", "母亲", IDS[2]]]


def test_an_applicant_above_a_family_table_makes_a_card() -> None:
    """申请人：____ above a table of the family is a person's name, not a list of residents (R-FIL-101)."""
    rows: Rows = [
        ["申请人：            工作单位：", None, None],
        MEMBERS,
        [None, "本人", None],
        *[[None] * 3] * 4,
    ]
    template = workbook(rows, title="经济状况证明表", merges=["A2:C2"])

    form = planned_form(template, family(), "姓名=张大")

    assert form.is_cards
    assert columns(filled_rows(template, form)[2:], 0, 1)[:3] == [
        ["张大", "本人"],
        ["张三", "父亲"],
        ["李四", "母亲"],
    ]


def test_an_enterprises_applicant_is_no_resident() -> None:
    """申请人 beside 法定代表人 is an enterprise: nobody is written there (R-FIL-101)."""
    rows: Rows = [["申请人", None, "法定代表人", None], ["身份证号", None, "项目名称", None]]

    form = planned_form(workbook(rows, title="许可申请表"), family())

    assert [output.plan.writes for output in form.outputs] == [()]


@pytest.mark.parametrize("label", ["出境时间", "违法行为", "就读学校"])
def test_a_table_of_events_is_no_family(label: str) -> None:
    """Journeys, offences and schools name people, but who that was nobody knows (R-FIL-103)."""
    rows: Rows = [
        ["姓名", None, "身份证号", None],
        ["人员姓名", "性别", label, "地点"],
        [None] * 4,
        [None] * 4,
    ]
    template = workbook(rows, title="查询结果")

    form = planned_form(template, family(), "姓名=张三")

    assert filled_rows(template, form)[2:] == [[None] * 4, [None] * 4]


def test_lists_by_event_on_one_sheet_stay_blank() -> None:
    """患者姓名 and 受培训人姓名 below each other are not all residents twice (R-FIL-105)."""
    rows: Rows = [
        ["患者姓名", "身份证号", "病种"],
        [None] * 3,
        [None] * 3,
        ["学生姓名", "身份证号", "学校"],
        [None] * 3,
        [None] * 3,
    ]
    template = workbook(rows, title="帮扶需求")

    form = planned_form(template, family())

    assert not any(str(write.value).startswith("张") for write in form.outputs[0].plan.writes)


def test_an_empty_card_is_no_file() -> None:
    """A card for which nothing at all is known makes no files, and says so (R-FIL-106)."""
    book = village(person(1, relation_to_head="户主"))

    form = planned_form(workbook([["姓名", None, "职业", None]], title="登记卡"), book)

    assert (form.outputs, form.notes) == ((), ("这份卡片要填的，现有的数据里一样也没有，没有出文件。",))


def test_a_name_nobody_is_sure_of_waits_for_who() -> None:
    """车主姓名: nobody is written without --who, which is said; with it the people it means (R-FIL-105)."""
    template = workbook([["序号", "车主姓名", "身份证号", "车牌号"], [None] * 4, [None] * 4], title="台账")

    alone, told = planned_form(template, family()), planned_form(template, family(), "姓名=李四")

    assert (alone.outputs[0].plan.writes, "车主姓名" in alone.notes[0]) == ((), True)
    assert filled_rows(template, told)[1][:3] == [1, "李四", IDS[2]]


def test_a_family_table_below_somebody_else_is_no_list() -> None:
    """家庭成员 of a farm's owner, whom nobody can tell: not all residents (R-FIL-105)."""
    rows: Rows = [
        ["农场名称", None, "经营者姓名", None],
        ["家庭成员姓名", "与经营者关系", "年龄", "分工"],
        [None] * 4,
    ]

    form = planned_form(workbook([*rows, [None] * 4], title="家庭农场认定表"), family())

    assert form.outputs[0].plan.writes == ()


def test_a_sentence_about_a_person_makes_a_card() -> None:
    """兹有我村____同志，身份证号：____ is one person's (R-FIL-101)."""
    template = workbook([["兹有我村________同志，身份证号：__________________。"]], title="证明")

    form = planned_form(template, family(), "姓名=李四")

    assert form.is_cards
    assert "兹有我村李四" in str(filled_rows(template, form)[0][0])


def test_a_phone_in_the_persons_line_is_the_persons() -> None:
    """身份证号：____ 联系电话：____ in one line of a card: both are the person's (R-FIL-101)."""
    book = village(person(1, name="张三", id_number=IDS[1], phone="13800000001"))
    rows: Rows = [
        ["申请人：________  身份证号：__________________  联系电话：____________", None],
        ["姓名", "与申请人关系"],
    ]
    template = workbook([*rows, [None, None], [None, None]], title="申请书", merges=["A2:B2"])

    form = planned_form(template, book)

    assert "13800000001" in str(filled_rows(template, form)[0][0])


def test_the_relation_beside_the_person_is_his_own() -> None:
    """户主或与户主关系 is what the row's person is to the head (R-FIL-10)."""
    rows: Rows = [["姓名", "户主或与户主关系", "性别"], *[[None] * 3] * 6]

    filled_in = filled(rows, family(), who="姓名=赵红", title="家庭情况调查表")

    assert filled_in[1][:2] == ["赵红", "儿媳"]


def test_relations_below_numbered_members_are_filled() -> None:
    """成员1 | 姓名, 关系: the relation is as sure as the name (R-FIL-102)."""
    head = ["户主姓名", "成员1", None, "成员2", None]
    rows = filled(
        [head, [None, "姓名", "关系", "姓名", "关系"], [None] * 5],
        family(),
        merges=["A2:A3", "B2:C2", "D2:E2"],
        title="家庭关系调查表",
    )

    assert rows[2] == ["张三", "李四", "配偶", "张大", "子"]


def test_units_in_cells_of_their_own_ask_once() -> None:
    """总人口 | 人 | blank, row by row: the number stands in the blank (R-FIL-108)."""
    rows: Rows = [
        ["序号", "指标名称", "单位", "数值"],
        ["1", "总户数", "户", None],
        ["2", "总人口", "人", None],
    ]

    filled_in = filled(rows, family(), title="村情基本指标表")

    assert columns(filled_in[1:], 2, 3) == [["户", 2], ["人", 6]]


def test_columns_below_among_belong_to_what_stands_before() -> None:
    """总人口 | 其中: 男, 女 counts men and women of the village (R-FIL-109)."""
    rows: Rows = [
        ["村名", "总户数（户）", "总人口（人）", "其中", None],
        [None, None, None, "男", "女"],
        [None] * 5,
    ]

    filled_in = filled(rows, family(), merges=["A2:A3", "B2:B3", "C2:C3", "D2:E2"], title="人口统计表")

    assert filled_in[2][1:] == [2, 6, 4, 2]


@pytest.mark.parametrize(
    "rows",
    [
        [["姓名", "张三", "民族", None]],
        [["户主：张三      住址：____________"]],
        [["家庭成员", "张三", "与户主关系", "户主"], ["家庭成员", None, "与户主关系", None]],
        [["身份证号", IDS[1], "联系电话", None]],
    ],
)
def test_a_card_filled_before_is_not_filled_again(rows: list[list[str | int | None]]) -> None:
    """A resident's name or number stands there already: refused, with what stands there (R-FIL-110)."""
    with pytest.raises(RefusedError) as refused:
        planned_form(workbook(rows, title="登记卡"), family())

    assert refused.value.problem.code is FillCode.FILLED_BEFORE


def test_an_example_in_the_notes_is_no_answer() -> None:
    """填表说明 that shows a name and a number does not make an empty list a filled one (R-FIL-110)."""
    note = f"填表说明：身份证号按文本填写，如：姓名：张三，身份证号：{IDS[7]}。"
    empty: Rows = [["姓名", "与户主关系", "身份证号"], [None] * 3, [None] * 3, [note, None, None]]

    rows = filled(empty, family(), merges=["A5:C5"])

    assert [row[2] for row in rows[1:3]] == [IDS[1], IDS[2]]


def test_listed_people_are_no_filled_card() -> None:
    """People listed below a header are completed in their rows (R-FIL-110)."""
    rows = filled(
        [["姓名", "与户主关系", "身份证号"], ["张三", "户主", None], ["李四", None, None]], family()
    )

    assert [row[2] for row in rows[1:]] == [IDS[1], IDS[2]]
