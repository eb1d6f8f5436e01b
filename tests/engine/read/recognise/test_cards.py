"""Cards: each blank with its own label, to the left or on top."""

from tests.engine.read.recognise.drawing import columns, field_at, paths, read

from qingzhuang.engine.read.layout import FieldKind, Purpose, SheetKind


def test_blank_takes_the_label_to_its_left() -> None:
    """Label and blank alternate; stretched labels are closed up (R-REC-30)."""
    layout = read("""
        | 登记表 | < | < | < |
        | 姓　名 |  | 性 别 |  |
        | 家庭住址： |  | < | < |
    """)

    assert paths(layout) == {"B2": "姓名", "D2": "性别", "B3": "家庭住址"}
    assert layout.kind is SheetKind.CARD


def test_tall_label_heads_the_pairs_beside_it() -> None:
    """A section label over two rows is the parent of every pair in them (R-REC-31)."""
    layout = read("""
        | 考生 | 姓名 |  | 电话 |  |
        | ^ | 住址 |  | 邮编 |  |
        | 家长 | 姓名 |  | 电话 |  |
        | ^ | 住址 |  | 邮编 |  |
    """)

    assert paths(layout)["C1"] == "考生/姓名"
    assert paths(layout)["E4"] == "家长/邮编"


def test_sections_may_be_nested() -> None:
    """Two tall labels side by side are two levels."""
    layout = read("""
        | 施工单位 | 建筑工程 | 名称 |  |
        | ^ | ^ | 地址 |  |
        | ^ | 安装工程 | 名称 |  |
        | ^ | ^ | 地址 |  |
    """)

    assert paths(layout)["D3"] == "施工单位/安装工程/名称"


def test_label_with_its_own_blank_is_no_parent_of_the_next_label() -> None:
    """A neighbour that is no parent does not belong in the path (R-REC-31)."""
    layout = read("""
        | 负责人姓名 |  | 办公电话 |  |
        | ^ | ^ | 手机号码 |  |
    """)

    assert paths(layout) == {"B1": "负责人姓名", "D1": "办公电话", "D2": "手机号码"}


def test_captions_are_outer_levels_by_their_numbering() -> None:
    """一、 stands above （一）, which stands above the labels below it (R-REC-32)."""
    layout = read("""
        | 调查表 | < | < | < |
        | 一、家庭情况 | < | < | < |
        | （一）成员 | < | < | < |
        | 人口 |  | 劳力 |  |
        | （二）土地 | < | < | < |
        | 耕地（亩） |  | 林地（亩） |  |
    """)

    assert paths(layout)["B4"] == "一、家庭情况/（一）成员/人口"
    assert paths(layout)["D6"] == "一、家庭情况/（二）土地/林地（亩）"


def test_answer_below_a_wide_label_belongs_to_it() -> None:
    """失业原因 over the whole width names the blank below, as wide as itself (R-REC-32)."""
    layout = read("""
        | 登记表 | < | < | < |
        | 姓名 |  | 性别 |  |
        | 失业原因 | < | < | < |
        |  | < | < | < |
        | 求职意向 |  | < | < |
    """)

    assert paths(layout)["A4"] == "失业原因"
    assert paths(layout)["B5"] == "求职意向"


def test_answer_may_stand_beside_a_seal_skeleton() -> None:
    """（盖章） 年 月 日 below a label is where the answer goes."""
    layout = read("""
        | 注销申请表 | < |
        | 机构名称 |  |
        | 注销原因 | < |
        | （盖章） 年 月 日 | < |
    """)

    assert paths(layout)["A4#1"] == "注销原因"


def test_opinion_of_an_office_is_a_signature() -> None:
    """The opinion, the signer and the day are fields, and none of them is a gap (R-REC-36)."""
    layout = read("""
        | 姓名 |  | 电话 |  |
        | 村委会意见 | 经办人：     负责人：\\n（盖章）   年   月   日 | < | < |
    """)

    opinion = [field for field in layout.fields if field.row == 2]
    assert [field.label for field in opinion] == ["村委会意见", "经办人", "负责人", None]
    assert {field.purpose for field in opinion} == {Purpose.SIGNATURE}


def test_hint_in_brackets_is_a_blank() -> None:
    """Advice where the answer goes does not make it a label."""
    layout = read("""
        | 承办活动 | (请填写活动的具体名称) | < | < |
        | 时间 |  | 地点 |  |
    """)

    assert paths(layout)["B1"] == "承办活动"


def test_unit_alone_in_a_cell_is_a_blank_with_a_unit() -> None:
    """A cell that says only 万元 is to be filled in 万元 (R-REC-03)."""
    layout = read("""
        | 注册资本 | 万元 | 从业人员 | 人 |
        | 销售额 | 元/月 | 面积 | m 2 |
    """)

    assert [field.unit for field in layout.fields] == ["万元", "人", "元/月", "m2"]


def test_boxes_behind_their_words_are_options() -> None:
    """是□ 否□: the words before the boxes are the options, the first one too."""
    layout = read("""
        | 是否党员 | 是□ 否□ | 性别 | 男□女□ |
        | 姓名 |  | 民族 |  |
    """)

    assert [field_at(layout, place).options for place in ("B1", "D1")] == [("是", "否"), ("男", "女")]


def test_tick_boxes_are_options() -> None:
    """Boxes, empty brackets and numbered words are choices of one field (R-REC-03)."""
    layout = read("""
        | 性别 | □男 □女 | 是否低保户 | 是（ ） 否（ ） |
        | 结构 | ①砖混 ②砖木 ③土木 | 达标 | 是/否 |
    """)

    assert field_at(layout, "B1").options == ("男", "女")
    assert field_at(layout, "D1").options == ("是", "否")
    assert field_at(layout, "B2").options == ("砖混", "砖木", "土木")
    assert field_at(layout, "D2").options == ("是", "否")


def test_photo_box_is_no_blank_of_its_neighbour() -> None:
    """照片 beside the rows is a label without a blank."""
    layout = read("""
        | 姓名 |  | 性别 |  | 照片 |
        | 民族 |  | 籍贯 |  | ^ |
    """)

    assert sorted(paths(layout)) == ["B1", "B2", "D1", "D2"]


def test_header_over_one_row_of_blanks_labels_them_from_above() -> None:
    """预审机关 and 文号 over one row, below a section label, are single cells (R-REC-18)."""
    layout = read("""
        | 项目名称 |  | < |
        | 预审报告 | 预审机关 | 文号 |
        | ^ |  |  |
        | 评估报告 | 评估机关 | 文号 |
        | ^ |  |  |
    """)

    assert paths(layout)["B3"] == "预审报告/预审机关"
    assert paths(layout)["C5"] == "评估报告/文号"
    assert field_at(layout, "B3").kind is FieldKind.CELL


def test_table_inside_a_card_is_read_as_columns() -> None:
    """Family members are rows of a table; its section label is their parent (R-REC-41)."""
    layout = read("""
        | 困难家庭登记表 | < | < | < |
        | 户主姓名 |  | 电话 |  |
        | 家庭成员 | 姓名 | 关系 | 年龄 |
        | ^ |  |  |  |
        | ^ |  |  |  |
        | 致困原因 |  | < | < |
    """)

    assert columns(layout) == ["家庭成员/姓名", "家庭成员/关系", "家庭成员/年龄"]
    assert paths(layout)["B6"] == "致困原因"
    assert layout.kind is SheetKind.MIXED


def test_table_goes_on_below_a_second_section_label() -> None:
    """更换后 goes on with the columns that 更换前 began (R-REC-19)."""
    layout = read("""
        | 更换前 | 名称 | 型号 | 编号 |
        | ^ |  |  |  |
        | ^ |  |  |  |
        | 更换后 |  |  |  |
        | ^ |  |  |  |
    """)

    assert paths(layout)["B2"] == "更换前/名称"
    assert paths(layout)["C4"] == "更换后/型号"


def test_notes_are_told_and_are_no_fields() -> None:
    """填表说明 and the lines that follow are notes (R-REC-34)."""
    layout = read("""
        | 姓名 |  | 电话 |  |
        | 住址 |  | 邮编 |  |
        | 填表说明：1.本表由本人填写，没有的填无。 | < | < | < |
        | 2.一式三份。 | < | < | < |
    """)

    assert layout.notes == ("填表说明：1.本表由本人填写，没有的填无。", "2.一式三份。")
    assert len(layout.fields) == 4


def test_printed_day_is_the_day_the_data_are_of() -> None:
    """A day told as the day of the statistics goes before any other day printed (R-REC-35)."""
    layout = read("""
        | 统计表（2023年1月1日印发） | < | < |
        | 统计截止日期：2024年3月5日 | < | < |
        | 村名 | 人数 | 备注 |
        |  |  |  |
        |  |  |  |
    """)

    assert layout.printed_day == "2024-03-05"


def test_hidden_sheet_asks_for_nothing() -> None:
    """A sheet without texts has kind none."""
    layout = read("|  |  |")

    assert (layout.kind, layout.fields) == (SheetKind.NONE, ())


def test_blank_pairs_left_over_have_no_label() -> None:
    """A spare pair at the end of a grid of pairs takes no label from its neighbours (R-REC-30)."""
    layout = read("""
        | 电话 |  | 邮编 |  |
        | 备注 |  |  |  |
    """)

    assert field_at(layout, "D2").label is None


def test_section_labels_that_end_in_one_row_are_no_header() -> None:
    """Tall labels beside pairs stay sections, even where they end in the row before the next section."""
    layout = read("""
        | 考生情况 | 姓名 |  | 性别 |  |
        | ^ | 身份类别 | 归侨学生 |  | < |
        | ^ | ^ | 归侨子女 |  | < |
        | 家长情况 | 姓名 |  | 电话 |  |
        | ^ | 籍贯 |  | 单位 |  |
    """)

    assert paths(layout)["C1"] == "考生情况/姓名"
    assert paths(layout)["D3"] == "考生情况/身份类别/归侨子女"
    assert paths(layout)["C5"] == "家长情况/籍贯"


def test_column_headed_content_adds_nothing_to_the_row_label() -> None:
    """项目 over 内容 is a card written downwards."""
    layout = read("""
        | 项目 | 内容 |
        | 村名 |  |
        | 户数（户） |  |
    """)

    assert paths(layout) == {"B2": "村名", "B3": "户数（户）"}
