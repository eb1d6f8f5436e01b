"""Lists: which rows are records, and the lines around them."""

import pytest
from tests.engine.read.recognise.drawing import address, columns, field_at, read

from qingzhuang.engine.read.layout import Purpose, SheetKind


def test_sample_row_is_no_record() -> None:
    """A row that begins with 例 stays as it is; records begin below it (R-REC-15)."""
    layout = read("""
        | 序号 | 姓名 | 性别 | 电话 |
        | 例 | 张三 | 男 | 13800000000 |
        | 1 |  |  |  |
        | 2 |  |  |  |
    """)

    assert layout.tables[0].sample_rows == (2,)
    assert (layout.tables[0].first_row, layout.tables[0].last_row) == (3, 4)
    assert field_at(layout, "B3").label == "姓名"


def test_total_row_is_no_record_above_or_below() -> None:
    """合计 directly below the header, or at the end, is a row of sums (R-REC-15)."""
    layout = read("""
        | 序号 | 行政村 | 面积 | 金额 |
        | 合计 | < | =SUM(C3:C4) | =SUM(D3:D4) |
        | 1 | 东河村 |  |  |
        | 2 | 西河村 |  |  |
        | 小计 | < |  |  |
    """)

    assert layout.tables[0].total_rows == (2, 5)
    assert (layout.tables[0].first_row, layout.tables[0].last_row) == (3, 4)


def test_row_of_dots_ends_the_records() -> None:
    """… says that rows may go on; it is no record itself."""
    layout = read("""
        | 序号 | 姓名 | 身份证号 |
        | 1 |  |  |
        | 2 |  |  |
        | … |  |  |
    """)

    assert layout.tables[0].last_row == 3


def test_printed_names_are_records_not_row_labels() -> None:
    """People listed beforehand are completed, so the sheet stays a list (R-REC-16)."""
    layout = read("""
        | 序号 | 姓名 | 身份证号码 | 开户银行 |
        | 1 | 张三 |  |  |
        | 2 | 李四 |  |  |
    """)

    assert layout.kind is SheetKind.LIST
    assert columns(layout) == ["序号", "姓名", "身份证号码", "开户银行"]


def test_rows_of_data_below_a_header_are_records() -> None:
    """A list that is filled already is still read as a list (R-REC-14)."""
    layout = read("""
        | 姓名 | 身份证号 | 出生年月 | 学历 |
        | 张三 | 36099919900101123X | 1990/01/01 | 本科 |
    """)

    assert layout.kind is SheetKind.LIST
    assert (layout.tables[0].first_row, layout.tables[0].last_row) == (2, 2)


def test_signers_below_the_table_are_signatures() -> None:
    """审核人 and 填表人 sign; they are never gaps (R-REC-40)."""
    layout = read("""
        | 村名 | 人数 | 备注 |
        |  |  |  |
        |  |  |  |
        | 审核人：              填表人：              联系电话： | < | < |
    """)

    assert field_at(layout, "A4#1").purpose is Purpose.SIGNATURE
    assert field_at(layout, "A4#2").purpose is Purpose.SIGNATURE
    assert field_at(layout, "A4#3").purpose is Purpose.HEADER


def test_resident_whose_name_begins_like_a_signer_is_a_record() -> None:
    """审小明, 制大海 and 经天 are people, not footer lines (R-REC-15)."""
    layout = read("""
        | 序号 | 姓名 | 性别 | 备注 |
        | 1 | 审小明 | 男 |  |
        | 2 | 制大海 | 男 |  |
        | 3 | 经天 | 女 |  |
    """)

    assert layout.tables[0].last_row == 4


def test_repeated_header_starts_a_second_table() -> None:
    """The header printed again in the middle is no record."""
    layout = read("""
        | 序号 | 姓名 | 性别 |
        |  |  |  |
        |  |  |  |
        | 序号 | 姓名 | 性别 |
        |  |  |  |
        |  |  |  |
    """)

    assert [(table.first_row, table.last_row) for table in layout.tables] == [(2, 3), (5, 6)]


def test_merged_household_cells_stand_over_their_members() -> None:
    """A household cell over three member rows leaves the table in one piece."""
    layout = read("""
        | 户号 | 户主 | 姓名 | 关系 |
        |  |  |  |  |
        | ^ | ^ |  |  |
        | ^ | ^ |  |  |
        |  |  |  |  |
    """)

    assert (layout.tables[0].first_row, layout.tables[0].last_row) == (2, 5)


def test_list_without_borders_is_read_too() -> None:
    """
    Where a sheet draws no borders, empty cells beside the lines above and below are no blanks
    (R-REC-02).
    """
    layout = read(
        """
        | 花名册 | . | . | . |
        | 单位：万元 | . | . | . |
        | 序号 | 姓名 | 金额 | 备注 |
        | . | . | . | . |
        | . | . | . | . |
        | 审核人： | . | 填表人： | . |
        """,
        bordered=False,
    )

    assert [address(field) for field in layout.fields] == ["A4", "B4", "C4", "D4", "A6", "C6"]


def test_one_blank_row_of_a_roster_stands_for_many() -> None:
    """A first column 序号 makes a list of a single blank row (R-REC-18)."""
    layout = read("""
        | 残疾人登记 | < | < |
        | 序号 | 姓名 | 残疾证号 |
        |  |  |  |
    """)

    assert layout.kind is SheetKind.LIST
    assert layout.tables[0].last_row == 3


@pytest.mark.parametrize("bordered", [True, False])
@pytest.mark.parametrize(
    "rows",
    [
        "|  |  |\n|  |  |",
        "| . | . |\n| . | . |",
        "| 张三 |  |\n| 李四 | 13800000002 |",
        "| 张三 | 13800000001 |\n| 李四 | 13800000002 |",
        "| 张三 |  |",
    ],
)
def test_two_columns_are_a_list(rows: str, bordered: bool) -> None:
    """姓名 beside 联系电话 heads a list, whatever stands below it, borders or none (R-REC-23)."""
    layout = read(f"| 通讯录 | < |\n| 姓名 | 联系电话 |\n{rows}", bordered=bordered)

    assert (layout.kind, columns(layout)) == (SheetKind.LIST, ["姓名", "联系电话"])


def test_a_numbered_list_of_names_that_is_full_is_a_list() -> None:
    """序号 and 姓名 with everything filled in are still columns (R-REC-23)."""
    layout = read("""
        | 名单 | < |
        | 序号 | 姓名 |
        | #1 | 张三 |
        | #2 | 李四 |
    """)

    assert [(field.first_row, field.last_row) for field in layout.fields] == [(3, 4), (3, 4)]


def test_a_filled_card_of_two_columns_is_no_list() -> None:
    """Labels on the left and their answers on the right head nothing (R-REC-23)."""
    layout = read("""
        | 姓名 | 张三 |
        | 电话 | 13800000001 |
        | 备注 |  |
    """)

    assert layout.tables == ()


def test_a_last_row_with_name_and_head_is_a_record() -> None:
    """A name and a head printed with blanks behind them are a record, no card's line (R-REC-24)."""
    layout = read("""
        | 摸底表 | < | < | < | < |
        | 序号 | 姓名 | 性别 | 户主姓名 | 电话 |
        | 5 | 周小红 |  |  |  |
        | 6 | 周小川 |  | 周大河 |  |
    """)

    assert [(table.first_row, table.last_row) for table in layout.tables] == [(3, 4)]


def test_labels_with_blanks_below_a_list_are_a_cards_line() -> None:
    """Words that ask, alternating with blanks below a list of names, are no record (R-REC-24)."""
    layout = read("""
        | 摸底表 | < | < | < | < |
        | 序号 | 姓名 | 性别 | 户主姓名 | 电话 |
        |  |  |  |  |  |
        |  |  |  |  |  |
        |  | 经办人 |  | 负责人 |  |
    """)

    assert [table.last_row for table in layout.tables] == [4]


def test_groups_of_a_village_name_records_not_rows() -> None:
    """一组, 二组 printed below 村组 are records to be completed, no row labels (R-REC-16)."""
    layout = read(
        """
        | 整治台账 | < | < |
        | 村组 | 户主 | 整治内容 |
        | 一组 |  |  |
        | ^ |  |  |
        | 二组 |  |  |
        """
    )

    assert columns(layout) == ["村组", "户主", "整治内容"]
