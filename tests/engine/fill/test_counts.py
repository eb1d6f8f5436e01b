"""Counts of the whole village: exact, or left alone."""

from collections.abc import Mapping, Sequence

import pytest
from tests.engine.fill.drawn import CATALOGUE, DAY, disputed, held, household, person, planned, village

from qingzhuang.engine.fill.fields import FormSheet
from qingzhuang.engine.fill.plan import Plan
from qingzhuang.engine.fill.tallied import told_by
from qingzhuang.engine.fill.village import VillageBook
from qingzhuang.engine.know.profile import Claim, Holding, Profile
from qingzhuang.engine.read.grid import Cell, Grid
from qingzhuang.engine.read.layout import Field, FieldKind, SheetKind, SheetLayout, Table
from qingzhuang.engine.read.match import Binding, Match

_BORN = {"甲": "1950-03-07", "乙": "1955-01-01", "丙": "1980-12-01", "丁": "2015-05-05"}
_SEX = {"甲": "男", "乙": "女", "丙": "女", "丁": "男"}
_HOME = {"甲": 11, "乙": 11, "丙": 12, "丁": 12}


def no_by_roster(key: str) -> dict[str, Holding]:
    """A 否 that a complete roster implies."""
    return {key: Holding(Claim("否", "民政办", "2025-01-01", 2))}


def resident(number: int, name: str, **values: str) -> Profile:
    """One of the four; on no roster of 低保 unless told otherwise; a key with `-` is not known."""
    known = {"name": name, "birth_date": _BORN[name], "sex": _SEX[name], "ethnicity": "汉族", **values}
    known = {key: value for key, value in known.items() if value != "-"}
    more = {} if "dibao" in known else no_by_roster("person.dibao")
    return person(number, home=_HOME[name], more=more, **known)


def four(**changed: Mapping[str, str]) -> VillageBook:
    """甲男 (75) and 乙女 (70) in one household, 丙女 (44) and 丁男 (10) in another; 甲 is on 低保."""
    values: dict[str, Mapping[str, str]] = {"甲": {"dibao": "是"}, **changed}
    people = [resident(n, name, **values.get(name, {})) for n, name in enumerate("甲乙丙丁", 1)]
    return village(household(11), household(12), *people)


def statistics(
    *paths: Sequence[str],
    kind: FieldKind = FieldKind.CROSS,
    title: str = "人口情况统计表",
    notes: Sequence[str] = (),
    unit: str | None = None,
) -> FormSheet:
    """A sheet of counts: one blank per path, the first at B1, the next below."""
    fields = tuple(Field(n, 2, path[-1], tuple(path), kind, unit=unit) for n, path in enumerate(paths, 1))
    layout = SheetLayout("Sheet1", SheetKind.CROSSTAB, fields, (), title, tuple(notes))
    grid = Grid("Sheet1", len(fields), 2, {(n, 2): Cell(n, 2) for n in range(1, len(fields) + 1)})
    return FormSheet(grid, layout, tuple(Match(None, None, Binding.UNKNOWN) for _ in fields))


def written(plan: Plan) -> list[object]:
    """What a plan writes, in the order of the rows."""
    return [write.value for write in sorted(plan.writes, key=lambda write: write.row)]


@pytest.mark.parametrize(
    ("path", "number"),
    [
        (("总人口",), 4), (("户籍人口数",), 4), (("总户数（户）",), 2), (("男", "人数"), 2),
        (("总人口", "其中：女"), 2), (("60岁以上",), 2), (("0—14岁", "男"), 1), (("16-59岁女性人数",), 1),
        (("60岁以上", "其中：75岁以上"), 1), (("低保", "户数"), 1), (("低保", "人数"), 1),
        (("低保", "女"), 0), (("汉族",), 4), (("民族", "畲族"), 0),
    ],
)  # fmt: skip
def test_labels_along_a_path_are_conditions_that_all_must_hold(path: tuple[str, ...], number: int) -> None:
    """Residents and households who meet every part of the path are counted, as a number (R-FIL-75)."""
    plan = planned(statistics(path), four())

    assert (written(plan), plan.filled, plan.unbound) == ([number], 1, ())


@pytest.mark.parametrize(
    "path",
    [
        ("常住人口",), ("新增低保人数",), ("60岁以上占比",), ("低保金额",), ("临时救助人数",),
        ("失能老人", "女"), ("东塘村", "总人口"), ("低保户人数",), ("低保户", "女"), ("总户数", "人数"),
        ("总人口（万人）",), ("0-18岁", "16-59岁"),
    ],
)  # fmt: skip
def test_one_word_that_is_not_understood_leaves_the_cell_alone(path: tuple[str, ...]) -> None:
    """A part no rule reads, or parts that contradict each other: nothing is written (R-FIL-76)."""
    plan = planned(statistics(path), four())

    assert (plan.filled, plan.gap_cells, plan.unbound) == (0, (), (path[-1],))


@pytest.mark.parametrize("label", ["男", "党员", "60岁以上", "汉族", "低保"])
def test_a_lone_cell_must_say_that_it_counts(label: str) -> None:
    """Outside cross-tabs a label that may ask for a choice is no count (R-FIL-77)."""
    assert planned(statistics((label,), kind=FieldKind.CELL), four()).filled == 0


@pytest.mark.parametrize("label", ["男", "60岁以上", "汉族", "低保"])
def test_a_unit_says_that_a_lone_cell_counts(label: str) -> None:
    """人 beside the label makes it a count (R-FIL-77)."""
    assert planned(statistics((label,), kind=FieldKind.CELL, unit="人"), four()).filled == 1


def test_one_unknown_value_makes_the_count_a_gap() -> None:
    """A birth date nobody knows leaves 60岁以上 a gap of 本村 with a note, not 总人口 (R-FIL-78)."""
    book = four(丙={"birth_date": "-"})

    plan = planned(statistics(("60岁以上",), ("总人口",)), book)

    assert (written(plan), plan.gap_cells) == ([4], ("Sheet1!B1",))
    assert [line.known_by for line in plan.missing] == ["本村"]
    assert plan.notes == ("有 1 个人要用的那一项还不知道或说法不一，要数这些的格子没有填。",)


def test_who_fails_another_condition_need_not_be_known() -> None:
    """Of a man the age is not needed to count women of 60岁以上 (R-FIL-78)."""
    assert written(planned(statistics(("60岁以上", "女")), four(丁={"birth_date": "-"}))) == [1]


def test_a_dispute_makes_the_count_a_gap() -> None:
    """Sources that disagree on one person's sex leave both counts blank (R-FIL-78)."""
    torn = person(9, home=12, more={"person.sex": disputed("男", "女")}, name="戊")
    book = village(*four().by_id.values(), torn)

    assert len(planned(statistics(("男",), ("女",)), book).gap_cells) == 2


def test_members_are_counted_only_where_everybody_is_decided() -> None:
    """是 for one and nothing for the others is no number; nobody on record for it either (R-FIL-79)."""
    plan = planned(statistics(("党员人数",), ("残疾人数",)), four(甲={"party_member": "是", "dibao": "是"}))

    assert (plan.filled, len(plan.gap_cells)) == (0, 2)


def test_a_list_of_members_is_no_register() -> None:
    """Where only a list of 党员 was imported, neither the village nor the 党员 are counted (R-FIL-79)."""
    book = village(*(person(n, name=name, party_member="是") for n, name in enumerate("甲乙", 1)))

    assert len(planned(statistics(("总人口",), ("党员人数",)), book).gap_cells) == 2


def test_a_sum_is_the_village_only_if_its_parts_are() -> None:
    """合计 of both sexes or of all ages is filled; of 60岁以上 and 低保 it is not (R-FIL-80)."""
    whole = statistics(
        *((age, sex) for age in ("0-59岁", "60岁以上", "合计") for sex in ("男", "女", "小计"))
    )
    some = statistics(*((row, "男") for row in ("60岁以上", "低保", "合计")))

    assert written(planned(whole, four())) == [1, 1, 2, 1, 1, 2, 2, 2, 4]
    assert planned(some, four()).unbound == ("男",)
    assert written(planned(some, four())) == [1, 1]


@pytest.mark.parametrize(
    ("title", "number"),
    [("低保人员年龄结构统计表", 1), ("青禾村2025年人口统计表", 2), ("60岁以上老年人口情况统计表", 2)],
)
def test_the_title_says_of_whom(title: str, number: int) -> None:
    """A title that names some counts among those only (R-FIL-81)."""
    assert written(planned(statistics(("60岁以上", "人数"), title=title), four())) == [number]


@pytest.mark.parametrize(
    "title",
    ["常住人口统计表", "参保人口统计表", "新增低保人员统计表", "2024年人口统计表", "失能老年人口统计表"],
)
def test_a_title_of_others_or_of_another_year_leaves_all_alone(title: str) -> None:
    """A title with a word nobody understands, or with another year than --on, fills nothing (R-FIL-81)."""
    assert planned(statistics(("60岁以上", "人数"), title=title), four()).filled == 0


def test_everybody_under_a_title_of_some_is_left_alone() -> None:
    """总人口 on a sheet about 低保人员 may mean either: left alone (R-FIL-81)."""
    assert planned(statistics(("总人口",), title="低保人员统计表"), four()).filled == 0


def test_notes_that_define_the_count_leave_all_alone() -> None:
    """Where the notes say who is counted, the book's residents may be others (R-FIL-82)."""
    assert planned(statistics(("总人口",), notes=["统计口径：在本村居住半年以上。"]), four()).filled == 0


def test_among_belongs_to_the_label_before_it() -> None:
    """其中：女 below 低保人数 counts women on 低保, below 总人口 all women (R-FIL-85)."""
    sheet = statistics(("总人口", "数量"), ("其中：女", "数量"), ("低保人数", "数量"), ("其中:女性", "数量"))

    assert written(planned(sheet, four())) == [4, 2, 1, 0]


@pytest.mark.parametrize("before", ["低保人数", "常住人口", "60岁以上老年人口"])
def test_a_bare_sex_behind_others_is_left_alone(before: str) -> None:
    """女 below 低保人数 or 常住人口 may be theirs: nobody can tell (R-FIL-85)."""
    assert planned(statistics((before, "数量"), ("女", "数量")), four()).unbound[-1:] == ("数量",)


def test_a_firm_has_people_of_its_own() -> None:
    """总人数 beside 单位名称 is no count of the village (R-FIL-82)."""
    sheet = statistics(("单位名称",), ("总人数",), kind=FieldKind.CELL, title="基本情况表")

    assert planned(sheet, four()).filled == 0


def statistics_row(labels: Sequence[str], printed: str = "") -> FormSheet:
    """A table with one record row; printed: what stands in its first cell."""
    fields = tuple(
        Field(2, at, label, (label,), FieldKind.COLUMN, header_rows=(1, 1), first_row=2, last_row=2, table=0)
        for at, label in enumerate(labels, 1)
    )
    cells = {(2, at): Cell(2, at) for at in range(1, len(labels) + 1)}
    cells[2, 1] = Cell(2, 1, printed, printed or None)
    layout = SheetLayout(
        "Sheet1", SheetKind.LIST, fields, (Table((1, 1), 2, 2, 1, len(labels)),), "基本情况表"
    )
    matches = tuple(Match(None, None, Binding.UNKNOWN) for _ in fields)
    return FormSheet(Grid("Sheet1", 2, len(labels), cells), layout, matches)


def test_a_row_of_statistics_is_filled_if_it_is_ours() -> None:
    """A one-row table is the village's, but not with 村民小组 or another name in it (R-FIL-83)."""
    ours = planned(statistics_row(["村名", "总户数", "总人口"], "青禾村"), four())

    assert {(write.column, write.value) for write in ours.writes} == {(2, 2), (3, 4)}
    assert planned(statistics_row(["村名", "总户数", "总人口"], "东塘村"), four()).filled == 0
    assert planned(statistics_row(["村民小组", "户数", "人口数"]), four()).filled == 0


def test_blanks_with_the_same_path_are_left_alone() -> None:
    """Two rows that nothing tells apart cannot both be the village (R-FIL-83)."""
    assert planned(statistics(("总人口",), ("总人口",)), four()).filled == 0


def test_households_need_every_resident_in_one() -> None:
    """A resident of no known household leaves 总户数 a gap (R-FIL-84)."""
    book = village(*four().by_id.values(), person(9, more=held(name="戊")))

    assert planned(statistics(("总户数",)), book).gap_cells == ("Sheet1!B1",)


def test_a_household_counts_once_however_many_members_it_has() -> None:
    """Two on 低保 in one household are two people and one household (R-FIL-84)."""
    book = four(乙={"dibao": "是"})

    assert written(planned(statistics(("低保人数",), ("低保户数",)), book, on=DAY)) == [2, 1]


def test_a_level_counts_among_those_it_applies_to() -> None:
    """一级残疾 is 残疾 and 一级; a bare 一级 says nothing (R-FIL-75, R-FIL-76)."""
    told = told_by("一级残疾人数", CATALOGUE)

    assert told is not None
    assert [c.value for c in told.conditions] == ["是", "一级"]
    assert told_by("一级", CATALOGUE) is None
