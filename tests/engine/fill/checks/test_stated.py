"""Demands that notes state in words."""

import pytest
from tests.engine.fill.checks.drawn import doubtful, sheet

CODED = [
    ["指标", "代码", "本年"],
    ["总", "1", 8],
    ["甲", "2", 1],
    ["乙", "3", 2],
    ["丙", "4", 3],
    ["丁", "5", 3],
]
VILLAGES = [["村名", "户数", "人均收入"], ["东塘村", 3, 100], ["西塘村", 4, 300], ["合计", 8, 200]]


@pytest.mark.parametrize(
    "said", ["1=2至5之和", "1应等于2、3、4、5之和", "第1项为第2到第5项之和", "1=2—5之和"]
)
def test_a_sum_of_several_codes_may_be_said_in_words(said: str) -> None:
    """R-CHK-04: 1=2至5之和 means 1=2+3+4+5."""
    assert doubtful(sheet([*CODED, [f"注：{said}"]])) == ["表!C2"]


def test_the_total_of_a_list_of_villages_is_their_sum() -> None:
    """R-CHK-11: 合计为各村之和 judges what is added up, and no averages."""
    assert doubtful(sheet([*VILLAGES, ["注：合计为各村之和"]])) == ["表!B4"]
    assert doubtful(sheet(VILLAGES)) == []


def test_villages_with_something_between_them_are_not_added_up() -> None:
    """R-CHK-05: where it is not plain which rows are meant nothing is said."""
    rows = [*VILLAGES[:2], ["其中：贫困户", 1, 100], *VILLAGES[2:], ["注：合计为各村之和"]]

    assert doubtful(sheet(rows)) == []


def test_a_part_is_not_larger_than_the_row_above_it() -> None:
    """R-CHK-11: 其中数不得大于总数 judges rows that begin with 其中： against the row above."""
    rows = [["指标", "数"], ["总人口", 10], ["其中：女", 11], ["注：其中数不得大于总数"]]

    assert doubtful(sheet(rows)) == ["表!B3"]


def test_parts_of_another_unit_are_not_compared() -> None:
    """R-CHK-05: 面积（亩） below 户数（户） is no part of it; what follows a part is not judged."""
    rows = [
        ["指标", "数"],
        ["总户数（户）", 10],
        ["其中：面积（亩）", 110],
        ["女", 30],
        ["其中数不得大于总数"],
    ]

    assert doubtful(sheet(rows)) == []


@pytest.mark.parametrize(
    "said",
    [
        "1至3栏必填",
        "第2、3栏之和不超过100",
        "1>2或3",
        "各村之和",
        "其中数不得大于",
        "合计为各组之和",
        "1为2的一半",
    ],
)
def test_other_sentences_demand_nothing(said: str) -> None:
    """R-CHK-05: the numbers and words alone make no relation."""
    assert doubtful(sheet([*CODED, [said]])) == []
    assert doubtful(sheet([*VILLAGES, [said]])) == []
