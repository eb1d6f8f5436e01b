"""Cross-tabs and indicator sheets: row label and column label together name the cell."""

from tests.engine.read.recognise.drawing import field_at, paths, read

from qingzhuang.engine.read.layout import FieldKind, SheetKind


def test_row_levels_stand_before_column_levels() -> None:
    """Path of a crossing: row labels, then column labels, the lowest last; codes are left out (R-REC-17)."""
    layout = read("""
        | 统计表 | < | < | < | < |
        |  | 行号 | 总数 | 失联时间 | < |
        | ^ | ^ | ^ | 一年内 | 一年以上 |
        | 列号 |  | 1 | 2 | 3 |
        | 教职工 | 01 |  |  |  |
        | 毕业生 | 02 |  |  |  |
    """)

    assert layout.kind is SheetKind.CROSSTAB
    assert paths(layout)["D5"] == "教职工/失联时间/一年内"
    assert paths(layout)["C6"] == "毕业生/总数"
    assert len(layout.fields) == 6


def test_relations_printed_in_a_column_are_row_labels() -> None:
    """父亲 and 母亲 are no records to be completed but whose data the row holds (R-REC-16)."""
    layout = read("""
        | 称谓 | 姓名 | 身份证号 |
        | 父亲 |  |  |
        | 母亲 |  |  |
    """)

    assert paths(layout)["B3"] == "母亲/姓名"
    assert field_at(layout, "B3").kind is FieldKind.CROSS


def test_indicator_sheet_takes_the_unit_of_its_row() -> None:
    """指标名称, 单位 and 代码 are row labels; only the number is asked for (R-REC-17)."""
    layout = read("""
        | 基本情况 | < | < | < |
        | 指标名称 | 计量单位 | 代码 | 数量 |
        | 一、人口 | < | < | < |
        | 户籍人口 | 人 | 01 |  |
        | 二、土地 | < | < | < |
        | 耕地面积 | 亩 | 02 |  |
    """)

    assert paths(layout) == {"D4": "一、人口/户籍人口/数量", "D6": "二、土地/耕地面积/数量"}
    assert [field.unit for field in layout.fields] == ["人", "亩"]


def test_row_labels_of_two_levels() -> None:
    """A tall row label stands before the one beside it."""
    layout = read("""
        | 类别 | < | 户数 | 人数 | < |
        | ^ | < | ^ | 男 | 女 |
        | 农业 | 常住 |  |  |  |
        | ^ | 外出 |  |  |  |
        | 非农业 | 常住 |  |  |  |
        | ^ | 外出 |  |  |  |
    """)

    assert paths(layout)["E4"] == "农业/外出/人数/女"


def test_two_halves_of_a_crosstab_read_their_own_row_labels() -> None:
    """Row labels repeated in the middle belong to the right half."""
    layout = read("""
        | 户数分组 | 村数 | 里程 | 户数分组 | 村数 | 里程 |
        | 5户以下 |  |  | 30户以上 |  |  |
        | 5户以上 |  |  | 40户以上 |  |  |
    """)

    assert paths(layout)["C2"] == "5户以下/里程"
    assert paths(layout)["F3"] == "40户以上/里程"


def test_before_and_after_columns_of_a_change_form() -> None:
    """
    A change form crosses what changes with before and after; pairs below a wide column keep their own
    label.
    """
    layout = read("""
        | 变更项目 | 原内容 | < | 变更为 | < |
        | 单位名称 |  | < |  | < |
        | 法定代表人 | 姓名 |  | 姓名 |  |
        | ^ | 电话 |  | 电话 |  |
    """)

    assert paths(layout)["B2"] == "单位名称/原内容"
    assert paths(layout)["E4"] == "法定代表人/变更为/电话"


def test_years_head_columns() -> None:
    """2023年 is a label, not data (R-REC-04)."""
    layout = read("""
        | 指标 | 2022年 | 2023年 |
        | 人均收入（元） |  |  |
        | 集体收入（万元） |  |  |
    """)

    assert paths(layout)["C3"] == "集体收入（万元）/2023年"
