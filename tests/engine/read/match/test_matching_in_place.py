"""Labels where they stand: below parents, beside neighbours, in a block where each element is asked once."""

import pytest

from qingzhuang.engine.read.layout import Field, FieldKind, Purpose, SheetKind, SheetLayout
from qingzhuang.engine.read.match import Binding, Context, Match
from qingzhuang.engine.read.matching import match_fields, match_label
from qingzhuang.files.reference.catalogue import load_catalogue

CATALOGUE = load_catalogue()


def in_place(
    label: str,
    *parents: str,
    beside: tuple[str, ...] = (),
    options: tuple[str, ...] = (),
    title: str = "",
) -> Match:
    """What a label means below these parents and beside these labels."""
    context = Context(parents, beside, options, title=title)
    return match_label(label, catalogue=CATALOGUE, context=context)


def drawn(
    *paths: str, kind: FieldKind = FieldKind.COLUMN, title: str = "", memory: dict[str, str] | None = None
) -> list[Match]:
    """The matches of one block with these label paths, written outermost/leaf."""
    split = [tuple(path.split("/")) for path in paths]
    fields = tuple(Field(4, n, path[-1], path, kind, table=0) for n, path in enumerate(split, 1))
    layout = SheetLayout("Sheet1", SheetKind.LIST, fields, title=title)
    return list(match_fields(layout, catalogue=CATALOGUE, memory=memory or {}))


def keys(matches: list[Match]) -> list[str | None]:
    """The keys bound without a question; None where a person is asked."""
    return [match.key if match.binding is Binding.AUTO else None for match in matches]


@pytest.mark.parametrize(
    ("path", "key"),
    [
        *((("监护人", "联系电话"), "guardian.phone"), (("监护人信息", "姓名"), "guardian.name")),
        *(
            (("父亲", "姓名"), "father.name"),
            (("姓名", "父亲"), "father.name"),
            (("配偶", "身份证号"), "spouse.id_number"),
        ),
        *(
            (("单位基本情况", "地址"), None),
            (("申请单位", "联系电话"), "org.phone"),
            (("户主", "性别"), "person.sex@head"),
        ),
        *((("成员二", "姓名"), "person.name@member2"), (("基本信息", "姓名"), "person.name")),
        *((("家庭成员情况", "出生日期"), "person.birth_date"), (("残疾", "等级"), "person.disability_level")),
        *((("出生", "年月"), "person.birth_date"), (("人员信息", "民族"), "person.ethnicity")),
    ],
)
def test_parents_say_whose_it_is(path: tuple[str, str], key: str | None) -> None:
    """R-MAT-05, trap 3: the label above names the subject, or completes the label."""
    found = in_place(path[-1], *path[:-1])

    assert (found.key if found.binding is Binding.AUTO else None) == key


@pytest.mark.parametrize(
    "path",
    [
        *(
            ("其中", "男"),
            ("人数", "党员"),
            ("按年龄分", "60岁以上"),
            ("户数", "低保户"),
            ("变更前", "姓名"),
            ("原单位", "联系电话"),
        ),
        *(
            ("经营人", "姓名"),
            ("网格员", "联系电话"),
            ("2023年", "家庭年收入（元）"),
            ("水稻", "种植面积（亩）"),
            ("工作单位", "邮编"),
        ),
        *(("直系亲属情况", "姓名"), ("派出所意见", "经办人")),
    ],
)
def test_what_stands_below_something_else_is_asked(path: tuple[str, str]) -> None:
    """Counts, former values, people not understood and parts by year are never a person's own value."""
    assert in_place(path[-1], *path[:-1]).binding is not Binding.AUTO


def test_a_reference_number_beside_the_identity_number_stays_its_own() -> None:
    """R-MAT-08, trap 1: 证件号码 is not the identity number while 身份证号码 stands two columns on."""
    found = keys(drawn("姓名", "证件号码", "救助类型", "身份证号码"))

    assert found[1] == "person.document_number"
    assert found[3] == "person.id_number"


def test_a_document_number_is_the_identity_number_where_the_type_says_so() -> None:
    """证件号码 is the identity number where 证件类型 says 身份证 and no other one is near."""
    assert in_place("证件号码", beside=("姓名", "证件类型:居民身份证")).key == "person.id_number"
    assert in_place("证件号码", beside=("身份证号", "证件类型:居民身份证")).key == "person.document_number"


def test_one_element_twice_in_a_block_is_asked_twice() -> None:
    """R-MAT-10: two blanks that would hold one thing are both asked, the rest stays sure."""
    assert keys(drawn("姓名", "联系电话", "手机号码")) == ["person.name", None, None]


def test_different_roles_are_not_the_same_thing() -> None:
    """Trap 2 and 3: the pupil's and the parent's name, and each member's, stand in one row."""
    found = keys(drawn("学生/姓名", "家长/姓名", "成员一/姓名", "成员二/姓名"))

    assert found == ["person.name", "guardian.name", "person.name@member1", "person.name@member2"]


def test_remarks_and_signatures_may_repeat() -> None:
    """The sheet's own blanks stand several times on many forms and stay bound."""
    assert keys(drawn("姓名", "备注", "备注")) == ["person.name", "record.remark", "record.remark"]


def test_amounts_in_a_cross_tab_are_asked() -> None:
    """A number named by row and column together is not the element its column names."""
    assert keys(drawn("青禾村/耕地面积（亩）", kind=FieldKind.CROSS)) == [None]


def test_rows_of_relatives_crossed_with_properties_are_understood() -> None:
    """Trap 4: rows 父亲 and 母亲 below the columns 姓名 and 联系电话."""
    found = keys(drawn("父亲/姓名", "父亲/联系电话", "母亲/姓名", kind=FieldKind.CROSS))

    assert found == ["father.name", "father.phone", "mother.name"]


def test_a_confirmed_binding_goes_before_everything() -> None:
    """R-MAT-01: what was confirmed for the issuer binds, and its twin is asked no more about it."""
    matches = drawn("姓名", "包户干部", memory={"包户干部": "assist.owner_name"})

    assert keys(matches) == ["person.name", "assist.owner_name"]
    assert matches[1].why == "和以前确认过的一样"


def test_a_confirmed_none_is_not_asked_again() -> None:
    """R-MAT-01: an empty binding means none of our data: unknown, not proposed."""
    found = match_label("联系电话", catalogue=CATALOGUE, memory={"联系电话": ""})

    assert (found.element, found.binding) == (None, Binding.UNKNOWN)


@pytest.mark.parametrize(
    ("title", "code"),
    [("高龄津贴发放花名册", "person.elder_allowance_amount"), ("特困人员花名册", "person.tekun_amount")],
)
def test_the_title_tells_which_standard(title: str, code: str) -> None:
    """月标准 is the amount of the benefit the form speaks of."""
    assert in_place("月标准", beside=("姓名",), title=title).key == code


def test_an_unstated_unit_is_taken_from_the_sheet() -> None:
    """耕地面积 without a unit is sure where the sheet speaks of 亩 and of nothing else."""
    assert in_place("耕地面积", beside=("户主姓名", "补贴标准（元/亩）")).binding is Binding.AUTO
    assert in_place("耕地面积", beside=("户主姓名",)).binding is Binding.SUGGESTED
    assert (
        in_place("耕地面积", beside=("户主姓名", "林地（亩）", "园地（公顷）")).binding is Binding.SUGGESTED
    )


def test_yuan_beside_ten_thousands_is_asked() -> None:
    """An amount without a unit is not taken for yuan where 万元 is near."""
    assert in_place("家庭年收入", beside=("户主姓名",)).binding is Binding.AUTO
    assert in_place("家庭年收入", beside=("户主姓名", "贷款（万元）")).binding is Binding.SUGGESTED


def test_head_counts_are_not_somebodys_value() -> None:
    """劳动力人数 and 残疾人 on a sheet without names count people of a place."""
    assert in_place("劳动力人数", beside=("行政村", "户数")).binding is Binding.SUGGESTED
    assert in_place("残疾人", beside=("行政村", "户数")).binding is Binding.SUGGESTED
    assert in_place("残疾人", beside=("姓名", "身份证号")).key == "person.disabled"


def test_a_form_about_a_body_asks_for_no_resident() -> None:
    """联系电话 beside 单位名称, with nobody named, is not a resident's phone."""
    assert in_place("联系电话", beside=("单位名称", "统一社会信用代码")).binding is Binding.SUGGESTED


def test_a_patient_beside_a_household_head_may_be_another() -> None:
    """患者姓名 on a form of a household may be any member, so it is asked."""
    assert in_place("患者姓名", beside=("户主姓名",)).binding is Binding.SUGGESTED
    assert in_place("患者姓名", beside=("身份证号",)).key == "person.name"


def test_a_relation_without_whose_is_asked_beside_the_head() -> None:
    """关系 beside 户主 may be the relation to the head."""
    assert in_place("关系", beside=("户主姓名", "姓名")).binding is Binding.SUGGESTED


def test_choices_that_do_not_fit_are_asked() -> None:
    """A drop-down of yes and no under 民族 is not the ethnic group; one of groups is."""
    assert in_place("民族", options=("是", "否")).binding is Binding.SUGGESTED
    assert in_place("民族", options=("汉族", "畲族")).binding is Binding.AUTO


def test_a_field_without_label_is_unknown() -> None:
    """A blank that nothing names is bound to nothing."""
    layout = SheetLayout("Sheet1", SheetKind.CARD, (Field(1, 1, None, (), FieldKind.CELL),))

    assert match_fields(layout, catalogue=CATALOGUE)[0].binding is Binding.UNKNOWN


@pytest.mark.parametrize(
    ("path", "code"),
    [
        (("人员基本信息", "姓名"), "person.name"),
        (("住房情况", "建筑面积（㎡）"), "house.floor_area"),
        (("三、住房和饮水", "建筑面积（㎡）"), "house.floor_area"),
        (("住房情况", "结构"), "house.structure"),
        (("基本信息", "联系电话"), "person.phone"),
    ],
)
def test_a_parent_that_only_names_a_theme_may_be_left_out(path: tuple[str, str], code: str) -> None:
    """R-MAT-13: 住房情况 and 人员基本信息 say neither whose nor when."""
    found = in_place(path[-1], *path[:-1], beside=("户主姓名",))

    assert (found.key, found.binding) == (code, Binding.AUTO)


def test_a_parent_that_names_the_element_s_own_topic_leaves_no_doubt() -> None:
    """R-MAT-17: 低保金额 below 低保情况 is the amount of 低保."""
    found = in_place("低保金额（元/月）", "低保情况", beside=("姓名",))

    assert (found.key, found.binding) == ("person.dibao_amount", Binding.AUTO)


def test_a_heading_of_relief_leaves_a_label_that_names_its_topic() -> None:
    """R-MAT-17: 低保金额 below 救助情况 needs nobody to say which relief."""
    found = in_place("低保金额（元/月）", "救助情况", beside=("姓名",))

    assert (found.key, found.binding) == ("person.dibao_amount", Binding.AUTO)


def test_a_parent_of_another_topic_is_asked() -> None:
    """R-MAT-17: an amount below a heading that is not understood stays a question."""
    assert in_place("低保金额（元/月）", "核减情况", beside=("姓名",)).binding is not Binding.AUTO


@pytest.mark.parametrize(
    ("label", "options", "code"),
    [
        ("民族", ("01-汉族", "02-蒙古族"), "person.ethnicity"),
        ("残疾等级", ("1-一级", "2-二级"), "person.disability_level"),
        ("与户主关系", ("01-本人", "10-配偶"), "person.relation_to_head"),
    ],
)
def test_entries_with_their_codes_fit_the_code_list(label: str, options: tuple[str, ...], code: str) -> None:
    """R-MAT-08: a drop-down of 01-汉族 is one of ethnic groups."""
    found = in_place(label, beside=("姓名",), options=options)

    assert (found.key, found.binding) == (code, Binding.AUTO)


def test_a_signature_takes_nothing_from_the_blank_it_repeats() -> None:
    """R-MAT-17: 户主签字 at the bottom does not make 户主姓名 a question."""
    fields = (
        Field(2, 2, "户主姓名", ("户主姓名",), FieldKind.CELL),
        Field(9, 1, "户主（签字）", ("户主（签字）",), FieldKind.INLINE, Purpose.SIGNATURE),
    )
    layout = SheetLayout("Sheet1", SheetKind.CARD, fields)

    assert match_fields(layout, catalogue=CATALOGUE)[0].binding is Binding.AUTO


def test_the_head_counts_of_a_meeting_are_its_own() -> None:
    """R-MAT-17: 应到人数 on the record of a meeting counts nobody's household."""
    assert in_place("应到人数", beside=("会议议题", "主持人")).binding is Binding.AUTO
    assert in_place("应到人数", beside=("行政村", "户数")).binding is Binding.SUGGESTED
