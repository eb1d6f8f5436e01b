"""What of a label counts when editions are compared."""

import pytest

from qingzhuang.engine.read.editions.codes import without_running_numbers
from qingzhuang.engine.read.editions.items import Type, bare_key, items_of
from qingzhuang.engine.read.grid import Cell, Grid, Style, Validation
from qingzhuang.engine.read.matching import match_fields
from qingzhuang.engine.read.recognise import recognise
from qingzhuang.files.reference.catalogue import load_catalogue

CATALOGUE = load_catalogue()


@pytest.mark.parametrize(
    "label", ["耕地面积", "A25 耕地面积（亩）", "01耕地面积", "一、耕地面积：", "耕　地　面　积*"]
)
def test_codes_units_and_spacing_are_no_text(label: str) -> None:
    """A code before a label, its unit, spacing and marks do not make it another label (R-EDI-08)."""
    assert bare_key(label) == "耕地面积"


def test_other_brackets_stay() -> None:
    """A bracket that is no unit belongs to the text: 60岁以上 is not 65岁以上."""
    assert bare_key("老人（60岁以上）") != bare_key("老人（65岁以上）")


def test_running_numbers_are_no_text() -> None:
    """Numbers that count the labels of a form go, even before a year or an age (R-EDI-08)."""
    labels = ["1总户数", "2年末人口", "360岁以上人数", "4耕地面积", "5粮食产量"]

    assert without_running_numbers(labels) == ["总户数", "年末人口", "60岁以上人数", "耕地面积", "粮食产量"]


def test_numbers_that_are_all_the_difference_stay() -> None:
    """1人户, 2人户, 3人户 … are not numbered labels (R-EDI-08)."""
    labels = [f"{n}人户" for n in range(1, 7)]

    assert without_running_numbers(labels) == labels


def card(label: str, text: str = "", validations: tuple[Validation, ...] = ()) -> Grid:
    """A label left of its blank."""
    box = Style(borders="lrtb")
    cells = {(1, 1): Cell(1, 1, label, label, style=box), (1, 2): Cell(1, 2, text, text or None, style=box)}
    return Grid("表", 1, 2, cells, validations=validations)


@pytest.mark.parametrize(
    ("grid", "kind"),
    [
        (card("获奖情况"), Type.TEXT),
        (card("获奖时刻", "  年  月  日"), Type.DAY),
        (card("种植规模（亩）"), Type.NUMBER),
        (
            card("获奖级别", validations=(Validation("list", ((1, 2, 1, 2),), ("国家级", "省级")),)),
            Type.CHOICE,
        ),
    ],
)
def test_the_blank_tells_its_type(grid: Grid, kind: Type) -> None:
    """A drop-down, a date skeleton and a unit tell what a blank takes (R-EDI-01)."""
    layout = recognise(grid)

    items = items_of([(grid, layout, match_fields(layout, catalogue=CATALOGUE))], CATALOGUE)

    assert [item.type for item in items] == [kind]
