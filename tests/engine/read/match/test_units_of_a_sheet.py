"""Units stated for a whole sheet (R-MAT-16)."""

from qingzhuang.engine.read.match import Binding, Context, Match
from qingzhuang.engine.read.matching import match_label
from qingzhuang.files.reference.catalogue import load_catalogue

CATALOGUE = load_catalogue()


def stated(label: str, *units: str) -> Match:
    """What a label beside 户主姓名 means on a sheet that states these units."""
    context = Context(neighbours=("户主姓名",), stated_units=units)
    return match_label(label, catalogue=CATALOGUE, context=context)


def test_an_area_takes_the_stated_unit() -> None:
    """R-MAT-16: 单位：亩、元 makes 耕地面积 sure, in 亩."""
    found = stated("耕地面积", "亩", "元")

    assert (found.binding, found.unit) == (Binding.AUTO, "亩")


def test_an_amount_in_ten_thousands_says_so() -> None:
    """R-MAT-16: below 单位：万元 an income is in 万元, so it is converted and never written in 元."""
    found = stated("家庭年收入", "万元")

    assert (found.binding, found.unit) == (Binding.AUTO, "万元")


def test_two_fitting_units_are_asked() -> None:
    """R-MAT-16: 单位：元、万元 does not tell which."""
    assert stated("家庭年收入", "元", "万元").binding is Binding.SUGGESTED


def test_a_printed_unit_goes_before_the_stated_one() -> None:
    """R-MAT-16: the label's own unit holds."""
    assert stated("家庭年收入（元）", "万元").unit == "元"
