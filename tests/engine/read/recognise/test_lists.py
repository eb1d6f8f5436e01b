"""Lists: header paths, record rows, what stands above and below."""

from tests.engine.read.recognise.drawing import address, columns, field_at, paths, read

from qingzhuang.engine.read.grid import Validation
from qingzhuang.engine.read.layout import FieldKind, Purpose, SheetKind

SIMPLE = """
| 困难群众花名册 | < | < | < |
| 序号 | 姓名 | 身份证号 | 备注 |
|  |  |  |  |
|  |  |  |  |
"""


def test_each_column_of_a_list_is_a_field_at_its_first_data_cell() -> None:
    """A column names its first data cell, its record rows and its header's rows (R-REC-10)."""
    layout = read(SIMPLE)

    name = field_at(layout, "B3")
    assert (layout.kind, layout.title) == (SheetKind.LIST, "困难群众花名册")
    assert (name.kind, name.label, name.header_rows) == (FieldKind.COLUMN, "姓名", (2, 2))
    assert (name.first_row, name.last_row, name.table) == (3, 4, 0)


def test_serial_and_remark_columns_are_told_by_their_purpose() -> None:
    """序号 counts and 备注 is never a gap (R-REC-40)."""
    layout = read(SIMPLE)

    assert [field.purpose for field in layout.fields] == [
        Purpose.SERIAL,
        Purpose.ASKED,
        Purpose.ASKED,
        Purpose.REMARK,
    ]


def test_header_path_goes_through_three_levels() -> None:
    """Every group above a leaf belongs to its path, outermost first."""
    layout = read("""
        | 参保情况统计表 | < | < | < | < |
        | 村名 | 参保总数 | 其中 | < | < |
        | ^ | ^ | 医疗保险 | < | 商业保险 |
        | ^ | ^ | 户数 | 比例（%） | 户数 |
        |  |  |  |  |  |
        |  |  |  |  |  |
    """)

    assert columns(layout) == [
        "村名",
        "参保总数",
        "其中/医疗保险/户数",
        "其中/医疗保险/比例（%）",
        "其中/商业保险/户数",
    ]


def test_parent_as_wide_as_its_only_child_is_still_a_parent() -> None:
    """A group over one column belongs to that column's path (R-REC-13)."""
    layout = read("""
        | 序号 | 应接受教育人数 | 其中 | 辍学率 |
        | ^ | ^ | 享受补助人数 | ^ |
        |  |  |  |  |
        |  |  |  |  |
    """)

    assert columns(layout)[2] == "其中/享受补助人数"


def test_groups_without_vertical_merges_are_found_by_their_width() -> None:
    """A row that groups columns belongs to the header; cells beside it are in no group (R-REC-12)."""
    layout = read("""
        | 情况表 | < | < | < | < |
        |  |  | 家庭情况 | < |  |
        | 序号 | 姓名 | 人口 | 劳力 | 备注 |
        |  |  |  |  |  |
        |  |  |  |  |  |
    """)

    assert columns(layout) == ["序号", "姓名", "家庭情况/人口", "家庭情况/劳力", "备注"]


def test_same_leaf_under_two_parents_has_two_paths() -> None:
    """水稻 of one year is not 水稻 of the next."""
    layout = read("""
        | 地块 | 2023年 | < | 2024年 | < |
        | ^ | 水稻 | 玉米 | 水稻 | 玉米 |
        |  |  |  |  |  |
        |  |  |  |  |  |
    """)

    assert columns(layout)[1:] == ["2023年/水稻", "2023年/玉米", "2024年/水稻", "2024年/玉米"]


def test_members_unrolled_into_columns_keep_their_group() -> None:
    """The second member's name stands under the second member."""
    layout = read("""
        | 户主 | 成员1 | < | 成员2 | < |
        | ^ | 姓名 | 年龄 | 姓名 | 年龄 |
        |  |  |  |  |  |
        |  |  |  |  |  |
    """)

    assert columns(layout)[3:] == ["成员2/姓名", "成员2/年龄"]


def test_section_row_below_the_header_is_no_parent() -> None:
    """A numbered row among the records divides them; it heads no column."""
    layout = read("""
        | 项目 | < | 单位 | 规模 | 投资（万元） | < |
        | ^ | < | ^ | ^ | 单价 | 总投入 |
        | 1.村级道路 |  |  |  |  |  |
        |  |  |  |  |  |  |
        |  |  |  |  |  |  |
    """)

    assert "投资（万元）/总投入" in columns(layout)
    assert not any("道路" in path for path in columns(layout))


def test_header_at_the_end_of_the_sheet_has_its_columns_below_it() -> None:
    """Where the sheet ends at the header, the first data cell is the one below (R-REC-14)."""
    layout = read("| 姓名 | 身份证号 | 入伍时间 | 退役时间 |")

    assert [address(field) for field in layout.fields] == ["A2", "B2", "C2", "D2"]


def test_required_marks_below_the_header_are_no_records() -> None:
    """A row that says 必填项 belongs to the header (R-REC-11)."""
    layout = read("""
        | 档案编码 | 代理人姓名 | 身份证号 | 缴费金额 |
        |  |  | 必填项 | 必填项，且大于0 |
    """)

    assert field_at(layout, "B3").label == "代理人姓名"


def test_row_of_units_gives_units_to_the_columns() -> None:
    """亩 and 公顷 below the labels are units, not records (R-REC-11)."""
    layout = read("""
        | 村名 | 水田 | 旱地 | 金额 |
        | . | 亩 | 公顷 | 万元 |
        |  |  |  |  |
        |  |  |  |  |
    """)

    assert [field.unit for field in layout.fields] == [None, "亩", "公顷", "万元"]
    assert layout.tables[0].header_rows == (1, 2)


def test_unit_in_brackets_is_read_and_stays_in_the_label() -> None:
    """公顷 in brackets is not 亩."""
    layout = read("""
        | 姓名 | 耕地面积（公顷） | 建筑面积（m2） | 面积m2 |
        |  |  |  |  |
        |  |  |  |  |
    """)

    assert [field.unit for field in layout.fields] == [None, "公顷", "m2", "m2"]
    assert layout.fields[1].label == "耕地面积（公顷）"


def test_hidden_columns_and_computed_columns_are_no_fields() -> None:
    """What nobody sees and what the sheet computes is not asked for (R-REC-01)."""
    layout = read(
        """
        | 序号 | 姓名 | 辅助 | 性别 | 合计 |
        |  |  |  |  | =C2+1 |
        |  |  |  |  | =C3+1 |
        """,
        hidden_columns=(3,),
    )

    assert columns(layout) == ["序号", "姓名", "性别"]


def test_drop_down_gives_its_entries_to_the_column() -> None:
    """Entries of a list validation are the options of the fields it covers."""
    layout = read(SIMPLE, validations=(Validation("list", ((3, 2, 90, 2),), ("甲", "乙")),))

    assert field_at(layout, "B3").options == ("甲", "乙")
    assert field_at(layout, "C3").options == ()


def test_line_above_the_table_asks_for_office_and_day() -> None:
    """填报单位 and 填报时间 are blanks in one cell, printed office or not."""
    layout = read("""
        | 统计表 | < | < |
        | 填报单位：县（市、区）教育局（盖章）        填报时间：    年  月  日 | < | < |
        | 村名 | 人数 | 备注 |
        |  |  |  |
        |  |  |  |
    """)

    assert paths(layout)["A2#1"] == "填报单位"
    assert field_at(layout, "A2#2").purpose is Purpose.HEADER
    assert layout.kind is SheetKind.LIST


def test_sign_to_tick_in_a_header_is_no_tick_box() -> None:
    """有该产业的打“√” heads a column below a parent that holds a colon."""
    layout = read("""
        | 户主姓名 | 产业1：\\n单位：(例如：亩，个等） | < | 备注 |
        | ^ | 有该产业的打“√” | 产业规模 | ^ |
        |  |  |  |  |
        |  |  |  |  |
    """)

    assert columns(layout)[1] == "产业1：单位：(例如：亩，个等）/有该产业的打“√”"


def test_two_id_columns_keep_their_own_labels() -> None:
    """证件号码 and 身份证号码 are two columns, advice in brackets stays in the label."""
    layout = read("""
        | 证件号码 | 姓名 | 身份证号码（18位或15位） | 公民身份证号或残疾证号 |
        |  |  |  |  |
        |  |  |  |  |
    """)

    assert columns(layout) == ["证件号码", "姓名", "身份证号码（18位或15位）", "公民身份证号或残疾证号"]


def test_days_of_a_month_head_columns() -> None:
    """Numbers that count on among labels are labels themselves."""
    layout = read("""
        | 考勤表 | < | < | < | < | < |
        | 序号 | 姓名 | 1 | 2 | 3 | 备注 |
        |  |  |  |  |  |  |
        |  |  |  |  |  |  |
    """)

    assert columns(layout) == ["序号", "姓名", "1", "2", "3", "备注"]
