"""The county's own file as matters of the register."""

import pytest
from tests.engine.admit.lists.drawn import Cells, sheet

from qingzhuang.engine.admit.domain import Frequency, Kind
from qingzhuang.engine.admit.lists.matters import ReadMatters, missing_targets, read_matters
from qingzhuang.engine.problems.lists import ListsCode

HEAD = ("序号", "事项名称", "种类", "发表单位", "频次", "依据", "账本", "起始", "终止", "去向")
ON = "2026-04-01"


def read(*rows: tuple[str, ...], name: str = "总账", head: tuple[str, ...] = HEAD) -> ReadMatters:
    """What a sheet of these rows holds."""
    cells: Cells = [head, *rows]
    return read_matters([sheet(name, cells)], on=ON)


def test_a_line_says_everything() -> None:
    """R-LST-08: kind, issuer, frequency, book and days are read in a county's words."""
    row = ("1", "党员台账", "台账", "县委组织部", "每月", "青组发〔2024〕2号", "党建", "2024.3.1", "", "保留")

    line = read(row).matters[0].line

    assert (line.kind, line.frequency, line.book) == (Kind.LEDGER, Frequency.MONTHLY, "party")
    assert (line.started_on, line.ended_on, line.why_ended) == ("2024-03-01", "", "")


def test_what_was_cancelled_or_merged_has_ended() -> None:
    """R-LST-08: without a last day it ended on the day of the list; where it went is kept."""
    cancelled = ("1", "甲表", "报表", "", "", "", "", "2024-01-01", "2026-03-31", "取消")
    merged = ("2", "乙台账", "台账", "", "", "", "", "2024-01-01", "", "整合到“走访台账”")

    lines = [each.line for each in read(cancelled, merged).matters]

    assert [(line.ended_on, line.into) for line in lines] == [("2026-03-31", ""), (ON, "走访台账")]


def test_a_tab_names_the_kind_where_no_column_does() -> None:
    """R-LST-08: the sheet 台账清理 holds ledgers, whatever their names end on."""
    found = read(("党员情况", "县委组织部"), name="台账清理", head=("事项名称", "发表单位"))

    assert [each.line.kind for each in found.matters] == [Kind.LEDGER]


def test_a_target_must_be_kept() -> None:
    """R-LST-08: what goes into nothing that is kept is a problem; a name of the register will do."""
    matters = read(("1", "乙台账", "台账", "", "", "", "", "", "", "整合到走访台账")).matters

    assert [problem.code for problem in missing_targets(matters, [])] == [ListsCode.LINE_NO_TARGET]
    assert missing_targets(matters, ["走访台账"]) == ()


@pytest.mark.parametrize(
    ("row", "code"),
    [
        (("1", "甲表", "啥", "", "", "", "", "", "", ""), ListsCode.LINE_BAD_KIND),
        (("1", "甲表", "报表", "", "看情况", "", "", "", "", ""), ListsCode.LINE_BAD_FREQUENCY),
        (("1", "甲台账", "台账", "", "", "", "杂账", "", "", ""), ListsCode.LINE_BAD_BOOK),
        (("1", "甲表", "报表", "", "", "", "党建账", "", "", ""), ListsCode.LINE_BOOK_OF_LEDGERS),
        (("1", "甲表", "报表", "", "", "", "", "去年", "", ""), ListsCode.LINE_BAD_DAY),
        (("1", "甲表", "报表", "", "", "", "", "", "", "再议"), ListsCode.LINE_BAD_FATE),
        (("1", "", "报表", "县局", "", "", "", "", "", ""), ListsCode.LINE_NO_NAME),
        (("1", "甲表", "报表", "", "", "", "", "2025-01-01", "2024-01-01", ""), ListsCode.LINE_ENDS_EARLY),
    ],
)
def test_every_wrong_line_is_told(row: tuple[str, ...], code: ListsCode) -> None:
    """R-LST-08: what cannot be read is said with its place; the line is not taken."""
    found = read(row)

    assert ([problem.code for problem in found.problems], found.matters) == ([code], ())


def test_the_word_ledger_in_a_title_makes_no_ledger_of_everything() -> None:
    """R-LST-08: 事项总账 and 台账报表清理 name no kind; then the end of a name does."""
    rows = (("高龄津贴核定表", "县民政局"), ("党员台账", "县委组织部"))

    found = [read(*rows, name=tab, head=("事项名称", "发表单位")) for tab in ("事项总账", "台账报表清理")]

    assert [[each.line.kind for each in one.matters] for one in found] == [[Kind.FORM, Kind.LEDGER]] * 2
