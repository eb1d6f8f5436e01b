"""The three lists beside an application."""

import pytest

from qingzhuang.engine.admit.domain import Application, ListClass, Weight
from qingzhuang.engine.admit.listed import Lists, list_findings
from qingzhuang.engine.admit.lists.domain import DutyLine
from qingzhuang.engine.admit.lists.fitting import duty_index

LINES = (
    DutyLine(
        ListClass.SUPPORT, "12", "农村老年人关爱服务", department="县民政局", support="每村 300 元", id="1"
    ),
    DutyLine(ListClass.DUTY, "3", "村民会议的召集", id="2"),
    DutyLine(ListClass.NOT_OURS, "7", "燃气安全执法检查", id="3"),
)
DUTIES = Lists(LINES, duty_index(LINES), {ListClass.SUPPORT: "协助事项"})


def weights(title: str, list_class: ListClass | None, duty: str = "") -> list[Weight]:
    """How much weighs what is found."""
    application = Application(title=title, list_class=list_class, duty=duty)
    return [finding.weight for finding in list_findings(application, DUTIES)]


@pytest.mark.parametrize(
    ("title", "said", "found"),
    [
        ("农村老年人关爱服务", ListClass.SUPPORT, [Weight.INFORMS]),
        ("农村老年人关爱服务", ListClass.DUTY, [Weight.WARNS]),
        ("燃气安全执法检查", ListClass.SUPPORT, [Weight.BLOCKS]),
        ("村里的智慧大屏建设", ListClass.SUPPORT, [Weight.WARNS]),
        ("村里的智慧大屏建设", ListClass.NOT_OURS, [Weight.BLOCKS]),
        ("农村老年人关爱服务", None, []),
    ],
)
def test_the_lists_are_laid_beside_what_is_said(
    title: str, said: ListClass | None, found: list[Weight]
) -> None:
    """R-APP-13: what villages do not do blocks; another list, or none, warns; agreement informs."""
    assert weights(title, said) == found


def test_a_line_that_was_chosen_is_the_one_that_counts() -> None:
    """R-APP-13: the title may be called anything once the line is named."""
    assert weights("摸排表", ListClass.SUPPORT, duty="农村老年人关爱服务") == [Weight.INFORMS]


def test_a_county_without_lists_is_told_nothing() -> None:
    """R-APP-13: where no lists were published nothing can be missing from them."""
    assert list_findings(Application(title="摸排表", list_class=ListClass.OFF_LIST), None) == ()


def test_the_evidence_names_the_line_and_its_support() -> None:
    """R-APP-13: number, department and support stand one click away."""
    application = Application(title="农村老年人关爱服务", list_class=ListClass.SUPPORT)

    (finding,) = list_findings(application, DUTIES)

    assert finding.evidence == ("协助事项 12 农村老年人关爱服务；责任部门：县民政局；配套：每村 300 元",)


def test_a_title_is_fitted_by_its_telling_words() -> None:
    """R-APP-13, R-LST-07: what a form is made of (登记表, 统计) does not hide the line it is about."""
    application = Application(title="老年人关爱情况统计登记表", list_class=ListClass.SUPPORT)

    (finding,) = list_findings(application, DUTIES)

    assert finding.weight is Weight.INFORMS
