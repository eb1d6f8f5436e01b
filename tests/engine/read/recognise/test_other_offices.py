"""Shapes of forms as villages, townships and departments draw them (R-REC-65 to R-REC-74)."""

import pytest
from tests.engine.read.recognise.drawing import columns, field_at, paths, read, read_document

from qingzhuang.engine.read.layout import FieldKind, SheetKind


@pytest.mark.parametrize("band", ["1组", "李家湾组", "第一网格（12户）", "脱贫户"])
def test_a_group_alone_in_a_row_divides_a_list(band: str) -> None:
    """The list goes on below a band of any kind (R-REC-65)."""
    layout = read(f"""
| 参保人员名单 | < | < |
| 序号 | 姓名 | 身份证号 |
| {band} | < | < |
|  |  |  |
| 2组 | < | < |
|  |  |  |
""")

    assert layout.kind is SheetKind.LIST
    assert (layout.tables[0].first_row, layout.tables[0].last_row) == (4, 6)


def test_a_band_that_was_never_merged_divides_a_list() -> None:
    """一、 in the column of 序号, with nothing beside it, is no record (R-REC-65)."""
    layout = read("""
| 帮扶名单 | < | < |
| 序号 | 姓名 | 单位 |
| 一、深度困难 |  |  |
| #1 |  |  |
| 二、相对困难 |  |  |
| #1 |  |  |
""")

    assert layout.tables[0].first_row == 4


def test_a_bracket_behind_a_line_names_it() -> None:
    """____（姓名） asks for a name (R-REC-66)."""
    layout = read_document("兹证明______（姓名），性别____（盖章），系我村村民。")

    assert [field.label for field in layout.fields] == ["姓名", "性别"]


def test_a_header_of_two_rows_without_merges_is_one_header() -> None:
    """Groups and leaves are told apart by what stands below them (R-REC-67)."""
    layout = read("""
| 就业统计 | < | < | < | < |
| 序号 | 姓名 | 务工信息 |  | 备注 |
|  |  | 县内 | 县外 |  |
|  |  |  |  |  |
|  |  |  |  |  |
""")

    assert list(paths(layout).values()) == ["序号", "姓名", "务工信息/县内", "务工信息/县外", "备注"]
    assert layout.tables[0].header_rows == (2, 3)


def test_the_levels_of_a_place_above_a_table_are_blanks() -> None:
    """乡（镇） 村 组 with room before each are three blanks without a label (R-REC-68)."""
    layout = read("""
| 分户表 | < | < |
| ____乡（镇）____村____组 | < | < |
| 户主 | 身份证号 | 面积 |
|  |  |  |
|  |  |  |
""")

    assert [(field.label, field.blank) for field in layout.fields if field.row == 2] == [
        (None, 1),
        (None, 2),
        (None, 3),
    ]


def test_a_level_between_two_blanks_names_none() -> None:
    """____村____组: the second blank is no village (R-REC-68)."""
    layout = read_document("兹有______镇______村______组村民______，性别____。")

    assert [field.label for field in layout.fields] == [None, None, None, "村民", "性别"]


def test_a_merged_blank_in_a_sheet_without_borders_is_a_blank() -> None:
    """Its label is no caption of the rows below (R-REC-69)."""
    layout = read(
        """
| 申请表 | < | < | < |
| 单位名称 |  | < | < |
| 法定代表人 |  | 联系电话 |  |
""",
        bordered=False,
    )

    assert paths(layout) == {"B2": "单位名称", "B3": "法定代表人", "D3": "联系电话"}


def test_a_lone_label_among_pairs_in_a_sheet_without_borders_is_no_caption() -> None:
    """A label in the column of labels asks like its neighbours (R-REC-69)."""
    layout = read(
        """
| 申请表 | < | < | < |
| 法定代表人 |  | 联系电话 |  |
| 通讯地址 |  |  |  |
| 联系人 |  | 邮编 |  |
""",
        bordered=False,
    )

    assert paths(layout)["B3"] == "通讯地址"
    assert paths(layout)["B4"] == "联系人"


def test_one_blank_row_above_a_total_is_a_list() -> None:
    """Members are as many as there are, so the table must grow (R-REC-70)."""
    layout = read("""
| 收入登记表 | < | < |
| 户主姓名 |  | < |
| 成员姓名 | 工资性收入 | 经营性收入 |
|  |  |  |
| 合计 |  |  |
""")

    assert columns(layout) == ["成员姓名", "工资性收入", "经营性收入"]


def test_words_counted_from_one_are_options() -> None:
    """1务工 2经商 asks for one of them (R-REC-71)."""
    layout = read("""
| 登记卡 | < | < | < |
| 姓名 |  | 性别 | ①男  ②女（  ） |
| 流入原因 | 1务工 2经商 3投靠亲友 | < | < |
""")

    assert field_at(layout, "B3").options == ("务工", "经商", "投靠亲友")


def test_votes_are_blanks_and_no_options() -> None:
    """同意（ ）票 asks for a number (R-REC-71)."""
    layout = read("""
| 会议记录 | < |
| 表决结果 | 同意（  ）票，反对（  ）票 |
""")

    assert [(field.label, field.unit) for field in layout.fields] == [("同意", "票"), ("反对", "票")]


def test_a_question_with_boxes_keeps_its_words() -> None:
    """A question mark ends the label, and each question stands below its section (R-REC-71)."""
    layout = read("""
| 调查问卷 | < |
| 一、满意度 | < |
| 1.您对道路是否满意？□满意 □不满意 | < |
| 2.您对环境是否满意？□满意 □不满意 | < |
""")

    assert paths(layout)["A4"] == "一、满意度/2.您对环境是否满意"


def test_an_office_and_a_month_in_one_line_are_two_blanks() -> None:
    """填报单位： does not ask for the month beside it (R-REC-72)."""
    layout = read("""
| 月报表 | < | < |
| 填报单位： | < |      年     月 |
| 项目 | 本月数 | 累计数 |
| 免疫 |  |  |
| 消毒 |  |  |
""")

    assert [field.label for field in layout.fields if field.row == 2] == ["填报单位", None]


def test_lines_of_a_card_are_no_header() -> None:
    """投保地址： above 保险数量：  头 heads nothing (R-REC-72)."""
    layout = read("""
| 投保单 | < |
| 投保地址： | 联系电话： |
| 保险数量：    头 | 每头保费：    元 |
""")

    assert list(paths(layout).values()) == ["投保地址", "联系电话", "保险数量", "每头保费"]


def test_notes_to_the_right_of_a_table_head_no_column() -> None:
    """说明：… beside the header is a note (R-REC-72)."""
    layout = read("""
| 花名册 | < | < | . |
| 序号 | 姓名 | 家庭类型 | 说明：家庭类型填低保、特困。 |
|  |  |  | . |
|  |  |  | . |
""")

    assert columns(layout) == ["序号", "姓名", "家庭类型"]


def test_sections_beside_each_other_are_not_nested() -> None:
    """儿童 is no parent of 家长 (R-REC-73)."""
    layout = read("""
| 登记表 | < | < | < | < | < |
| 儿童 | 姓名 |  | 家长 | 姓名 |  |
| ^ | 性别 |  | ^ | 电话 |  |
""")

    assert paths(layout) == {"C2": "儿童/姓名", "F2": "家长/姓名", "C3": "儿童/性别", "F3": "家长/电话"}


def test_year_month_and_day_may_be_columns() -> None:
    """年, 月, 日 below 出生日期 are three columns (R-REC-73)."""
    layout = read("""
| 花名册 | < | < | < | < |
| 序号 | 姓名 | 出生日期 | < | < |
| ^ | ^ | 年 | 月 | 日 |
|  |  |  |  |  |
|  |  |  |  |  |
""")

    assert list(paths(layout).values())[2:] == ["出生日期/年", "出生日期/月", "出生日期/日"]


def test_a_printed_relation_leaves_its_row_to_be_filled() -> None:
    """本人 in the first row of a family table is no label (R-REC-74)."""
    layout = read("""
| 证明表 | < | < |
| 申请人：          工作单位： | < | < |
| 姓名 | 与申请人关系 | 身份证号 |
|  | 本人 |  |
|  |  |  |
|  |  |  |
""")

    assert [field.kind for field in layout.fields if field.row == 4] == [FieldKind.COLUMN] * 3
