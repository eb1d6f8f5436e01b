"""Habits of departments' sheets: units and numbers in header rows, lines around tables, skeletons."""

from tests.engine.read.recognise.drawing import columns, field_at, paths, read

from qingzhuang.engine.read.layout import FieldKind, Purpose, SheetKind


def test_a_unit_below_its_label_is_no_blank() -> None:
    """R-REC-20: 亩 below 承包地面积, beside taller labels, is the column's unit."""
    layout = read("""
        | 序号 | 户主姓名 | 承包地面积 | 其中 | < | 补贴金额 |
        | ^ | ^ | 亩 | 水田 | 旱地 | （元） |
        | 1 |  |  |  |  |  |
        | 2 |  |  |  |  |  |
    """)

    assert columns(layout) == ["序号", "户主姓名", "承包地面积", "其中/水田", "其中/旱地", "补贴金额"]
    assert [field.unit for field in layout.fields][2::3] == ["亩", "元"]


def test_units_may_stand_above_column_numbers() -> None:
    """R-REC-20: （1） （2） … below the units number the columns and head nothing."""
    layout = read("""
        | 序号 | 姓名 | 务工情况 | < |
        | ^ | ^ | 务工地点 | 月收入 |
        | ^ | ^ | 省市县 | 元 |
        | （1） | （2） | （3） | （4） |
        |  |  |  |  |
        |  |  |  |  |
    """)

    assert columns(layout) == ["序号", "姓名", "务工情况/务工地点/省市县", "务工情况/月收入"]
    assert layout.tables[0].first_row == 5


def test_codes_and_sums_of_columns_belong_to_the_header() -> None:
    """R-REC-20: A01 A02 … and 4=（2+3）*2 are no records."""
    coded = read("""
        | 宅基地代码 | 户主姓名 | 家庭人口 |
        | A01 | A02 | A03 |
        |  |  |  |
        |  |  |  |
    """)
    summed = read("""
        | 农户姓名 | 国家级面积 | 省级面积 | 补偿金额 |
        | 1 | 2 | 3 | 4=（2+3）*2 |
        |  |  |  |  |
        |  |  |  |  |
    """)

    assert coded.tables[0].first_row == 3
    assert summed.tables[0].first_row == 3


def test_an_indicator_sheet_numbered_with_letters_and_one_number_is_a_crossing() -> None:
    """R-REC-20: 甲 乙 丙 1 below the header; the rows' labels, with their units, name the cells."""
    layout = read("""
        | 指标名称 | 代码 | 计量单位 | 数量 |
        | 甲 | 乙 | 丙 | 1 |
        | 一、人口 | < | < | < |
        | 户籍人口 | 01 | 人 |  |
        | 其中：女性 | 02 | 人 |  |
        | 二、土地 | < | < | < |
        | 耕地面积 | 03 | 亩 |  |
    """)

    assert layout.kind is SheetKind.CROSSTAB
    assert paths(layout)["D7"] == "二、土地/耕地面积/数量"
    assert field_at(layout, "D7").unit == "亩"


def test_indicators_in_two_halves_are_a_crossing() -> None:
    """R-REC-16: 指标 单位 数值 twice side by side are row labels twice."""
    layout = read("""
        | 指标 | 单位 | 数值 | 指标 | 单位 | 数值 |
        | 总户数 | 户 |  | 耕地面积 | 亩 |  |
        | 总人口 | 人 |  | 林地面积 | 亩 |  |
    """)

    assert paths(layout) == {
        "C2": "总户数/数值",
        "F2": "耕地面积/数值",
        "C3": "总人口/数值",
        "F3": "林地面积/数值",
    }


def test_a_line_that_carries_its_answer_is_no_parent() -> None:
    """R-REC-09: 单位：青禾镇 and 单位：元 right above a header are lines."""
    layout = read("""
        | 花名册 | < | < | < |
        | 单位：青禾镇 | < | 单位：元 | < |
        | 序号 | 姓名 | 年龄 | 金额 |
        |  |  |  |  |
        |  |  |  |  |
    """)

    assert columns(layout) == ["序号", "姓名", "年龄", "金额"]


def test_the_units_of_the_sheet_are_told() -> None:
    """R-REC-37: 单位：亩、元 outside the table gives both; 单位：青禾镇 gives none."""
    layout = read("""
        | 花名册 | < | < |
        | 单位：青禾镇 | . | 单位：亩、元 |
        | 户主 | 面积 | 金额 |
        |  |  |  |
        |  |  |  |
    """)

    assert layout.stated_units == ("亩", "元")


def test_bands_before_the_first_record_are_passed_over() -> None:
    """R-REC-22: the records of a roster begin below 一、村两委."""
    layout = read("""
        | 序号 | 姓名 | 职务 |
        | 一、村两委 | < | < |
        | 1 |  |  |
        | 2 |  |  |
    """)

    assert layout.tables[0].first_row == 3
    assert field_at(layout, "B3").first_row == 3


def test_a_second_table_begins_below_its_own_band() -> None:
    """R-REC-22: another header below blank records starts a table, titled by the band above it."""
    layout = read("""
        | 一、代表 | < | < | < |
        | 序号 | 姓名 | 性别 | 电话 |
        | 1 |  |  |  |
        | 2 |  |  |  |
        | 二、成员 | < | < | < |
        | 序号 | 姓名 | 职务 | 电话 |
        | 1 |  |  |  |
        | 2 |  |  |  |
    """)

    assert paths(layout)["C3"] == "一、代表/性别"
    assert paths(layout)["C7"] == "二、成员/职务"
    assert [table.last_row for table in layout.tables] == [4, 8]


def test_rows_of_labels_with_blanks_above_a_table_are_no_header() -> None:
    """R-REC-21: a card's rows group nothing, however their columns fall."""
    layout = read("""
        | 是否有卫生室 |  | 村医姓名 | < |  |
        | 厕所个数 |  | 村医人数 | < |  |
        | 垃圾点个数 |  | 就医路程 | 户数 | 人数 |
        | 医师人数 |  | 5公里以下 |  |  |
        | 护士人数 |  | 5公里以上 |  |  |
    """)

    assert paths(layout)["D4"] == "5公里以下/户数"
    assert paths(layout)["E1"] == "村医姓名"


def test_signatures_above_days_are_no_header() -> None:
    """R-REC-21: each signer is a blank, the day below another."""
    layout = read("""
        | 姓名 |  | 电话 |  |
        | 申请人（签字）： | < | 协办员（签字）： | < |
        | 年   月   日 | < | 年   月   日 | < |
    """)

    told = paths(layout)
    assert (told["A2"], told["C2"]) == ("申请人（签字）", "协办员（签字）")


def test_levels_of_an_address_are_a_blank() -> None:
    """R-REC-09: 乡（镇） 村 组 with room between them is written over."""
    layout = read("""
        | 户主姓名 |  | 电话 |  |
        | 家庭住址 | 乡（镇）      村      组 | 人口 |  |
    """)

    assert paths(layout)["B2"] == "家庭住址"
    assert paths(layout)["D2"] == "人口"


def test_stretched_labels_are_no_address() -> None:
    """R-REC-09: 村　　组 with two levels only heads a column."""
    layout = read("""
        | 序号 | 村　　组 | 姓　　名 |
        | 1 |  |  |
        | 2 |  |  |
    """)

    assert columns(layout) == ["序号", "村组", "姓名"]


def test_a_skeleton_for_a_sum_is_a_blank() -> None:
    """R-REC-09: 仟 佰 拾 元 and ￥ are written over."""
    layout = read("""
        | 领取人 |  | 电话 |  |
        | 金额（大写） | 仟   佰   拾   元 | 金额（小写） | ￥ |
        | 账号 |  | 开户行 |  |
    """)

    assert paths(layout)["B2"] == "金额（大写）"
    assert paths(layout)["D2"] == "金额（小写）"
    assert paths(layout)["D3"] == "开户行"


def test_a_word_that_opens_notes_asks_for_nothing() -> None:
    """R-REC-09: 说明： above numbered lines is no blank."""
    layout = read("""
        | 序号 | 姓名 | 电话 |
        |  |  |  |
        |  |  |  |
        | 说明： | < | < |
        | 1.本表由村填写； | < | < |
    """)

    assert columns(layout) == ["序号", "姓名", "电话"]
    assert len(layout.fields) == 3


def test_numbered_questions_are_no_section_titles() -> None:
    """R-REC-32: 1. … ： above 2. … ： asks; it does not stand above the next question."""
    layout = read("""
        | 问卷 | < |
        | 1. 户主姓名： | < |
        | 2. 常住人口：        人 | < |
        | 3. 联系电话： | < |
    """)

    assert [(field.path, field.kind) for field in layout.fields][:2] == [
        (("户主姓名",), FieldKind.INLINE),
        (("常住人口",), FieldKind.INLINE),
    ]


def test_a_label_with_a_colon_leaves_the_next_line_alone() -> None:
    """R-REC-30: 户主： above 走访时间： 年 月 日 is no parent of it."""
    layout = read("""
        | 走访记录 | < | < | < |
        | 户主： | < | 电话： | < |
        | 走访时间：    年   月   日 | < | 走访人： | < |
    """)

    assert paths(layout)["A3"] == "走访时间"


def test_an_annex_with_a_colon_is_no_title_and_no_blank() -> None:
    """R-REC-33: 附件1： asks for nothing; the title is the line below it."""
    layout = read("""
        | 附件1： | . | . |
        | 青禾村补贴明细表 | < | < |
        | 户主 | 面积 | 金额 |
        |  |  |  |
        |  |  |  |
    """)

    assert layout.title == "青禾村补贴明细表"
    assert columns(layout) == ["户主", "面积", "金额"]


def test_a_month_printed_behind_its_label_is_one_blank() -> None:
    """R-REC-07: 统计月份： 年 月 asks once."""
    layout = read("""
        | 月报表 | < | < |
        | 填报单位： | . | 统计月份：    年   月 |
        | 村 | 户数 | 人口 |
        |  |  |  |
        |  |  |  |
    """)

    assert [field.purpose for field in layout.fields if field.row == 2][1:] != [Purpose.SIGNATURE] * 2
    assert sum(field.column == 3 and field.row == 2 for field in layout.fields) == 1
