"""Which dates are the form's own, and which are a house's, a vehicle's or a signer's."""

import pytest
from tests.engine.fill.drawn import DAY
from tests.engine.fill.shapes import family, filled, planned_form, workbook


def days(rows: list[list[str | int | None]], who: str = "姓名=张三") -> list[str]:
    """Every text or day of the filled card in which the day of filling stands."""
    template = workbook(rows, title="登记表")
    form = planned_form(template, family(), who)
    return [
        str(write.value)
        for output in form.outputs
        for write in output.plan.writes
        if DAY in str(write.value) or "2025年6月30日" in str(write.value)
    ]


@pytest.mark.parametrize("label", ["登记日期", "登记时间", "调查时间", "采集日期", "签订日期", "走访时间"])
def test_a_day_in_the_table_is_not_the_forms(label: str) -> None:
    """登记日期 beside a house's certificate is the house's: nobody writes today there (R-FIL-100)."""
    assert days([["姓名", None, "证号", None], [label, None, "面积", None]]) == []


@pytest.mark.parametrize("label", ["填报日期", "填表日期", "制表日期", "填表时间"])
def test_the_forms_own_day_is_filled(label: str) -> None:
    """填表日期 is the form's wherever it stands (R-FIL-100)."""
    assert len(days([["姓名", None, "民族", None], [label, None, "电话", None]])) == 1


def test_a_bare_day_below_everything_is_the_signers() -> None:
    """时间：____ below all that is asked is left to who signs (R-FIL-47)."""
    rows = filled([["姓名", None], ["民族", None], ["时间：            ", None]], family(), who="姓名=张三")

    assert str(rows[2][0]).strip() == "时间："
