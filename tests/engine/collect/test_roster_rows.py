"""Rows of a roster: accepted, refused with the reason, or neither."""

import time

import pytest
from tests.engine.collect.drawing import draw, identity

from qingzhuang.engine.collect.roster import collect
from qingzhuang.engine.collect.said import Collected
from qingzhuang.engine.collect.sheets import RosterSheet
from qingzhuang.engine.problems.collect import CollectCode
from qingzhuang.files.reference.catalogue import load_catalogue

ZHANG = identity("1956-03-08", 11)
LI = identity("1958-11-20", 22)
SON = identity("1985-06-01", 33)
WRONG = ZHANG[:-1] + ("0" if ZHANG[-1] != "0" else "1")


def read(sheet: RosterSheet, file_name: str = "名册.xlsx") -> Collected:
    """The sheet collected with the shipped catalogue."""
    return collect(sheet, file_name=file_name, catalogue=load_catalogue())


@pytest.mark.parametrize(
    "line",
    [
        "| 合计 | | 2人 | |",
        "| | 小 计 | | |",
        "| 本页合计： | | 2 | |",
        "| 总计 | < | 2 | |",
        "| 注：本表一式两份 | < | < | < |",
        "| 说明：以公安户籍为准。 | | | |",
        "| 填表人：赵强 | | 审核人（签字）： | |",
        "| 三组 | < | < | < |",
        "| 例 | 王某某 | | 汉 |",
        "| | | | |",
        "| #3 | | | |",
        "| #3 | | | |",
    ],
)
def test_rows_that_are_no_records_are_neither_accepted_nor_refused(line: str) -> None:
    """R-COL-06: totals, notes, footers, section lines, samples and empty numbered lines are nobody."""
    sheet = draw(
        f"| 序号 | 姓名 | 身份证号 | 民族 |\n| #1 | 张立 | {ZHANG} | 汉 |\n{line}\n| #2 | 李秀 | {LI} | 汉 |"
    )

    found = read(sheet)

    assert [said.row for said in found.said] == [2, 4]
    assert found.refused == ()


@pytest.mark.parametrize("name", ["审正", "制成", "经国", "合立"])
def test_a_resident_whose_name_begins_like_a_footer_is_a_resident(name: str) -> None:
    """R-COL-06: only whole words with a colon are footers; 审, 制, 经 and 合 begin names too."""
    found = read(draw(f"| 姓名 | 身份证号 | 户主 |\n| {name} | {ZHANG} | {name} |"))

    assert [said.person["person.name"] for said in found.said] == [name]


def test_a_wrong_checksum_refuses_the_row() -> None:
    """R-COL-14: a number that does not add up refuses its row, with row number, name and reason."""
    found = read(draw(f"| 姓名 | 身份证号 |\n| 张立 | {WRONG} |\n| 李秀 | {LI} |"))

    assert [said.row for said in found.said] == [3]
    assert [(row.row, row.name, row.problem.code) for row in found.refused] == [
        (2, "张立", CollectCode.ROW_BAD_ID)
    ]
    assert "对不上" in found.refused[0].problem.sentence


def test_a_number_cell_of_eighteen_digits_is_refused_even_if_it_adds_up() -> None:
    """R-COL-14: Excel keeps 15 digits of a number; nobody guesses the rest."""
    whole = next(number for n in range(1, 99) if (number := identity("1956-03-08", n)).isdigit())

    found = read(draw(f"| 姓名 | 身份证号 |\n| 张立 | #{whole} |"))

    assert found.said == ()
    assert found.refused[0].problem.code is CollectCode.ROW_BAD_ID


def test_a_row_without_number_needs_name_household_and_birth_date() -> None:
    """R-COL-14: name, 户主 and birth date stand in for an empty number; less is refused."""
    found = read(
        draw(
            f"""
            | 姓名 | 身份证号 | 户主 | 出生日期 |
            | 张立 | {ZHANG} | 张立 | 1956-03-08 |
            | 张明 | | 张立 | 1985年6月1日 |
            | 张亮 | | 张立 | |
            | 张强 | 无 | | |
            | | | 张立 | 1990-01-01 |
            """
        )
    )

    assert [said.row for said in found.said] == [2, 3]
    reasons = {row.row: row.problem.sentence for row in found.refused}
    assert "出生日期" in reasons[4]
    assert "户号或户主和出生日期" in reasons[5]
    assert "没有姓名" in reasons[6]


def test_a_roster_without_a_number_column_takes_names() -> None:
    """R-COL-14: where no row has a number, a name is taken; linking decides whether it is doubtful."""
    found = read(draw("| 姓名 | 联系电话 |\n| 张立 | 13800000001 |"))

    assert [said.person["person.name"] for said in found.said] == ["张立"]


def test_other_unreadable_values_are_left_out_and_counted() -> None:
    """R-COL-15: a bad phone does not cost the row; the note counts such cells and names the first rows."""
    found = read(
        draw(
            f"""
            | 姓名 | 身份证号 | 联系电话 |
            | 张立 | {ZHANG} | 12 |
            | 李秀 | {LI} | 34 |
            | 张明 | {SON} | |
            """
        )
    )

    assert len(found.said) == 3
    assert all("person.phone" not in said.person for said in found.said)
    assert any("联系电话" in note and "2格" in note and "2、3" in note for note in found.notes)


def test_repairs_are_reported() -> None:
    """R-COL-15: a blank and a small x in a number are repaired, and the notes say so."""
    ends_in_x = next(number for n in range(1, 999) if (number := identity("1956-03-08", n)).endswith("X"))

    found = read(draw(f"| 姓名 | 身份证号 |\n| 张立 | {ends_in_x[:6]} {ends_in_x[6:].lower()} |"))

    assert found.said[0].person["person.id_number"] == ends_in_x
    assert any("身份证号" in note and "空格" in note for note in found.notes)


def test_merged_cells_over_members_count_for_every_member() -> None:
    """R-COL-05: household number, head and house merged down a family stand in each of its rows."""
    sheet = draw(
        f"""
        | 户号 | 户主姓名 | 姓名 | 身份证号 | 建筑面积（平方米） |
        | 001 | 张立 | 张立 | {ZHANG} | #120 |
        | ^ | ^ | 李秀 | {LI} | ^ |
        | ^ | ^ | 张明 | {SON} | ^ |
        """
    )

    found = read(sheet)

    assert [dict(said.household) for said in found.said] == [
        {"household.no": "001", "household.head_name": "张立", "house.floor_area": "120"}
    ] * 3
    assert {said.family for said in found.said} == {"no:001"}


def test_members_below_a_head_belong_to_his_family() -> None:
    """R-COL-12: a 户主 left blank in members' rows is the one above."""
    sheet = draw(
        f"""
        | 户主 | 姓名 | 与户主关系 | 身份证号 |
        | 张立 | 张立 | 户主 | {ZHANG} |
        | | 李秀 | 妻 | {LI} |
        | 王军 | 王军 | 户主 | {SON} |
        """
    )

    marks = [said.family for said in read(sheet).said]

    assert marks[0] == marks[1] != marks[2]


def test_a_refused_head_still_opens_his_family() -> None:
    """R-COL-12: members below a refused head do not fall into the family above."""
    sheet = draw(
        f"""
        | 姓名 | 与户主关系 | 身份证号 |
        | 张立 | 户主 | {ZHANG} |
        | 王军 | 户主 | {WRONG} |
        | 李秀 | 妻 | {LI} |
        """
    )

    marks = [said.family for said in read(sheet).said]

    assert marks[0] != marks[1]


def test_a_list_of_households_has_household_rows() -> None:
    """R-COL-11: heads with house facts and nobody's name are household rows; the number is the head's."""
    found = read(
        draw(f"| 户主姓名 | 身份证号码 | 建筑面积 |\n| 张立 | {ZHANG} | 120平方米 |\n| 王军 | {WRONG} | 80 |")
    )

    assert [(said.row, said.is_household_row) for said in found.said] == [(2, True)]
    assert found.said[0].household["household.head_id_number"] == ZHANG
    assert found.said[0].household["house.floor_area"] == "120"
    assert [(row.row, row.name) for row in found.refused] == [(3, "王军")]


def test_people_in_side_columns_stay_with_the_row() -> None:
    """A guardian beside a child is no row of its own."""
    found = read(
        draw(f"| 姓名 | 身份证号 | 监护人姓名 | 监护人电话 |\n| 张小 | {SON} | 张立 | 13800000001 |")
    )

    assert len(found.said) == 1
    assert found.said[0].person["guardian.name"] == "张立"


def test_a_paper_number_is_the_identity_number_where_the_paper_is_an_identity_card() -> None:
    """R-COL-13: 证件号码 beside 居民身份证 is the identity number; beside a passport it is not."""
    sheet = draw(
        f"""
        | 姓名 | 证件类型 | 证件号码 | 户主 | 出生日期 |
        | 张立 | 居民身份证 | {ZHANG} | 张立 | |
        | 王军 | 居民身份证 | {WRONG} | 张立 | |
        | 李秀 | 普通护照 | E12345678 | 张立 | 1958-11-20 |
        """
    )

    found = read(sheet)

    assert [said.person.get("person.id_number") for said in found.said] == [ZHANG, None]
    assert [row.row for row in found.refused] == [3]


def test_units_of_the_header_and_of_the_cell_are_converted() -> None:
    """Amounts are kept in the element's unit: 公顷 as 亩, 万元 as 元."""
    found = read(
        draw(f"| 姓名 | 身份证号 | 耕地面积（公顷） | 个人年收入（万元） |\n| 张立 | {ZHANG} | #0.2 | 3.5 |")
    )

    assert found.said[0].household["household.farmland"] == "3"
    assert found.said[0].person["person.annual_income"] == "35000"


def test_a_hundred_thousand_rows_take_seconds() -> None:
    """20,000 rows of 12 columns are read in less than two seconds of one core."""
    header = "姓名 身份证号 民族 性别 户号 户主 联系电话 学历 村民小组 婚姻状况 政治面貌 备注".split()
    rows = [(1, tuple(header))]
    for n in range(20_000):
        number = identity(f"19{n % 90 + 10}-03-08", n % 999 + 1, region=f"36{n % 97:02d}{n // 999:02d}")
        rows.append(
            (
                n + 2,
                (
                    "张立",
                    number,
                    "汉",
                    "男",
                    f"H{n // 4}",
                    "张立",
                    "13800000001",
                    "初中",
                    "3组",
                    "",
                    "群众",
                    "",
                ),
            )
        )
    load_catalogue()
    start = time.process_time()

    found = read(RosterSheet("Sheet1", rows))

    assert len(found.said) + len(found.refused) == 20_000
    assert time.process_time() - start < 2
