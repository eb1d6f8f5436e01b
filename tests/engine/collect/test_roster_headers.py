"""Finding the header of a messy roster, and binding its columns."""

from hypothesis import given
from hypothesis import strategies as st
from tests.engine.collect.drawing import draw, identity

from qingzhuang.engine.collect.roster import collect
from qingzhuang.engine.collect.said import Collected
from qingzhuang.engine.collect.sheets import RosterSheet
from qingzhuang.files.reference.catalogue import load_catalogue

ZHANG = identity("1956-03-08", 11)
LI = identity("1958-11-20", 22)


def read(sheet: RosterSheet, file_name: str = "名册.xlsx") -> Collected:
    """The sheet collected with the shipped catalogue."""
    return collect(sheet, file_name=file_name, catalogue=load_catalogue())


def test_title_and_form_lines_above_the_header_are_no_rows() -> None:
    """R-COL-01: the header is found below a title and a 填报单位 line; only the person below it counts."""
    sheet = draw(
        f"""
        | 东河村人口登记表 | < | < |
        | 填报单位：东河村 | | 填表人：张立 |
        | 序号 | 姓名 | 身份证号 |
        | #1 | 张立 | {ZHANG} |
        """
    )

    found = read(sheet)

    assert [said.row for said in found.said] == [4]
    assert found.refused == ()
    assert dict(found.bound) == {"B": "person.name", "C": "person.id_number"}


def test_a_sheet_of_prose_has_no_header() -> None:
    """R-COL-01: a sheet of instructions says nothing, and the note tells why."""
    found = read(draw("| 填表说明 |\n| 1. 请如实填写。 |\n| 2. 没有的填无。 |"))

    assert (found.said, found.refused) == ((), ())
    assert "没找到名单的表头" in found.notes[0]


def test_a_hidden_sheet_is_not_read() -> None:
    """A hidden sheet says nothing, and the note tells why."""
    found = read(draw(f"| 姓名 | 身份证号 |\n| 张立 | {ZHANG} |", is_hidden=True))

    assert found.said == ()
    assert "隐藏" in found.notes[0]


def test_merged_headers_of_two_rows_make_paths() -> None:
    """R-COL-02: a merged parent stands before each of its leaves; a label merged downwards counts once."""
    sheet = draw(
        f"""
        | 姓名 | 身份证号 | 监护人 | < |
        | ^ | ^ | 姓名 | 联系电话 |
        | 张立 | {ZHANG} | 李秀 | 13800000001 |
        """
    )

    found = read(sheet)

    assert found.said[0].person["person.name"] == "张立"
    assert set(found.bound) == {"A", "B", "C", "D"}
    assert found.bound["C"] not in {"person.name", None}


def test_unmerged_headers_of_two_rows_make_paths_too() -> None:
    """R-COL-02: a CSV has no merged cells; a parent stands over the empty cells to its right."""
    sheet = draw(
        f"""
        | 姓名 | 身份证号 | 监护人 | |
        | | | 姓名 | 联系电话 |
        | 张立 | {ZHANG} | 李秀 | 13800000001 |
        """
    )

    found = read(sheet)

    assert found.said[0].person["person.name"] == "张立"
    assert "李秀" in found.said[0].person.values()


def test_three_header_rows_are_read() -> None:
    """R-COL-02: three merged rows are one header, and the first person stands below the third."""
    sheet = draw(
        f"""
        | 基本信息 | < | 住房 | < | < |
        | 姓名 | 身份证号 | 房屋 | < | 住房来源 |
        | ^ | ^ | 建筑面积 | 层数 | ^ |
        | 张立 | {ZHANG} | 120 | 2 | 自建 |
        """
    )

    found = read(sheet)

    assert [said.row for said in found.said] == [4]
    assert found.said[0].person["person.id_number"] == ZHANG
    assert found.said[0].household["house.floor_area"] == "120"


def test_a_row_of_units_belongs_to_the_header() -> None:
    """R-COL-02: a unit in a row of its own is the unit of the label above it."""
    sheet = draw(
        f"""
        | 姓名 | 身份证号 | 耕地面积 | 个人年收入 |
        | | | （公顷） | （万元） |
        | 张立 | {ZHANG} | #0.2 | #3 |
        """
    )

    said = read(sheet).said[0]

    assert said.household["household.farmland"] == "3"
    assert said.person["person.annual_income"] == "30000"


def test_column_numbers_below_the_header_are_no_row() -> None:
    """R-COL-02: 甲 乙 1 2 below a header only number the columns."""
    sheet = draw(
        f"""
        | 姓名 | 身份证号 | 民族 | 学历 |
        | 甲 | 乙 | 1 | 2 |
        | 张立 | {ZHANG} | 汉 | 初中 |
        """
    )

    found = read(sheet)

    assert [said.row for said in found.said] == [3]
    assert found.refused == ()


def test_a_repeated_header_is_no_row() -> None:
    """R-COL-06: pages pasted together repeat title and header; neither is accepted or refused."""
    sheet = draw(
        f"""
        | 东河村人口登记表 | < |
        | 姓名 | 身份证号 |
        | 张立 | {ZHANG} |
        | 东河村人口登记表 | < |
        | 姓名 | 身份证号 |
        | 李秀 | {LI} |
        """
    )

    found = read(sheet)

    assert [said.row for said in found.said] == [3, 6]
    assert found.refused == ()


def test_a_second_table_with_other_columns_has_its_own_header() -> None:
    """R-COL-03: a new header further down starts a new block with columns of its own."""
    sheet = draw(
        f"""
        | 姓名 | 身份证号 | 民族 |
        | 张立 | {ZHANG} | 汉 |
        | 二组 | < | < |
        | 序号 | 姓名 | 身份证号 |
        | #1 | 李秀 | {LI} |
        """
    )

    found = read(sheet)

    assert [said.person["person.id_number"] for said in found.said] == [ZHANG, LI]
    assert found.refused == ()


def test_the_first_of_two_columns_with_one_meaning_is_used() -> None:
    """R-COL-04: the second column of one element is kept under its own label, and a note says so."""
    found = read(
        draw(f"| 姓名 | 身份证号 | 联系电话 | 手机号码 |\n| 张立 | {ZHANG} | 13800000001 | 13900000002 |")
    )

    assert found.said[0].person["person.phone"] == "13800000001"
    assert found.said[0].person["label:手机号码"] == "13900000002"
    assert any("手机号码" in note and "联系电话" in note for note in found.notes)


def test_one_label_under_two_parents_binds_neither() -> None:
    """R-COL-04: the same leaf under two years tells two things, and nobody guesses which holds."""
    sheet = draw(
        f"""
        | 姓名 | 身份证号 | 2022 | < | 2023 | < |
        | ^ | ^ | 耕地面积 | 林地面积 | 耕地面积 | 林地面积 |
        | 张立 | {ZHANG} | 3 | 1 | 4 | 2 |
        """
    )

    said = read(sheet).said[0]

    assert "household.farmland" not in said.household
    assert {"3", "4"} <= set(said.person.values())


def test_a_theme_above_a_label_hides_nothing() -> None:
    """R-COL-16: 住房情况 and 土地情况 say neither whose nor when; the columns below them are bound."""
    sheet = draw(
        f"""
        | 姓名 | 身份证号 | 住房情况 | < | 土地情况 |
        | ^ | ^ | 结构 | 建筑面积（㎡） | 耕地面积（亩） |
        | 张立 | {ZHANG} | 砖混 | #120 | #3 |
        """
    )

    assert set(read(sheet).bound.values()) >= {"house.structure", "house.floor_area", "household.farmland"}


def test_units_printed_in_all_cells_tell_what_the_label_does_not() -> None:
    """R-COL-16: 耕地面积 without a unit is asked about, unless its own cells say 亩."""
    told = read(draw(f"| 姓名 | 身份证号 | 耕地面积 |\n| 张立 | {ZHANG} | 3亩 |\n| 李秀 | {LI} | 2.5 亩 |"))
    untold = read(draw(f"| 姓名 | 身份证号 | 耕地面积 |\n| 张立 | {ZHANG} | 3 |"))

    assert [said.household["household.farmland"] for said in told.said] == ["3", "2.5"]
    assert untold.unbound == ("耕地面积",)


def test_family_members_beside_their_relation_are_names() -> None:
    """R-COL-11: 户主, 家庭成员 and 与户主关系 make a list of persons, not of households."""
    sheet = draw(
        f"""
        | 户主 | 家庭成员 | 与户主关系 | 身份证号 |
        | 张立 | 张立 | 户主 | {ZHANG} |
        | | 李秀 | 妻 | {LI} |
        """
    )

    found = read(sheet)

    assert [said.person["person.name"] for said in found.said] == ["张立", "李秀"]
    assert not any(said.is_household_row for said in found.said)


def test_an_unknown_label_is_kept_under_its_path() -> None:
    """A column outside the catalogue becomes a fact under its label, and the label is named as unbound."""
    found = read(draw(f"| 姓名 | 身份证号 | 柑橘株数 |\n| 张立 | {ZHANG} | #35 |"))

    assert found.said[0].person["label:柑橘株数"] == "35"
    assert found.unbound == ("柑橘株数",)


def test_a_remembered_column_is_bound() -> None:
    """A column that somebody bound by hand is read as that element."""
    sheet = draw(f"| 姓名 | 身份证号 | 称呼电话 |\n| 张立 | {ZHANG} | 13800000001 |")

    found = collect(sheet, file_name="a.csv", catalogue=load_catalogue(), memory={"称呼电话": "person.phone"})

    assert found.said[0].person["person.phone"] == "13800000001"


@given(st.permutations(["姓名", "身份证号", "民族", "联系电话", "村民小组", "备注"]))
def test_the_order_of_columns_does_not_matter(labels: list[str]) -> None:
    """The same person is read from columns in any order."""
    values = {"姓名": "张立", "身份证号": ZHANG, "民族": "汉", "联系电话": "13800000001", "村民小组": "3组"}
    rows = ((1, tuple(labels)), (2, tuple(values.get(label) for label in labels)))

    said = read(RosterSheet("Sheet1", rows)).said[0]

    assert said.person["person.id_number"] == ZHANG
    assert said.person["person.ethnicity"] == "汉族"
    assert said.household["place.group"] == "3组"
