"""Filling a form a second time, and what becomes of the files that lie there already."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from tests.actions.test_fill import LI, TODAY, WANG, ZHANG, drawn, filled, rows_of
from tests.conftest import QINGHE

from qingzhuang.actions.collect import Roster, import_files
from qingzhuang.actions.organisations.villages import open_village
from qingzhuang.engine.problems import RefusedError
from qingzhuang.files.intake.opening import taken_in
from qingzhuang.store.actors import Actor


@pytest.fixture
def qinghe(zhang: Actor, tmp_path: Path) -> Path:
    """青禾村 with two households, one phone unknown; the folder for forms."""
    people = drawn(
        tmp_path / "常住人口.xlsx",
        [
            ["户号", "姓名", "与户主关系", "身份证号", "联系电话"],
            ["H1", "张三", "户主", ZHANG, "13800000001"],
            ["H1", "李四", "配偶", LI, None],
            ["H2", "王五", "户主", WANG, "13800000003"],
        ],
        title="青禾村常住人口花名册",
    )
    open_village(zhang, region=QINGHE, name="青禾村", today=TODAY)
    roster = Roster(QINGHE, "村委会", "2025-01-01", is_partial=False, today=TODAY)
    import_files(zhang, paths=[people], roster=roster)
    return tmp_path


@pytest.fixture
def template(tmp_path: Path) -> Path:
    """A list with three blank rows and a column for remarks."""
    rows = [["序号", "姓名", "身份证号", "联系电话", "备注"], [], [], []]
    return drawn(tmp_path / "摸底表.xlsx", rows, title="摸底表")


@pytest.mark.database
def test_a_stated_household_size_is_filled(zhang: Actor, qinghe: Path) -> None:
    """A household roster said 5 and 4: the form says so, whatever number we know by name (R-KNW-14)."""
    houses = drawn(
        qinghe / "农户.xlsx",
        [["户号", "户主姓名", "家庭人口数"], ["H1", "张三", 5], ["H2", "王五", 4]],
        title="农户基本情况表",
    )
    import_files(
        zhang, paths=[houses], roster=Roster(QINGHE, "统计", "2025-02-01", is_partial=False, today=TODAY)
    )
    template = drawn(qinghe / "户表.xlsx", [["序号", "户主姓名", "家庭人口数"], [], []], title="农户摸底表")

    result = filled(zhang, template, qinghe / "out.xlsx")

    assert rows_of(result.out)[2:] == [[1, "张三", 5], [2, "王五", 4]]


@pytest.mark.database
def test_what_was_completed_by_hand_is_kept(zhang: Actor, qinghe: Path, template: Path) -> None:
    """A changed output is kept under another name and said; once more keeps nothing (R-FIL-73)."""
    out = filled(zhang, template, qinghe / "out.xlsx").out
    book = load_workbook(out)
    book.worksheets[0]["E3"] = "手写"
    book.save(out)

    again, third = (filled(zhang, template, qinghe / "out.xlsx") for _ in range(2))

    assert rows_of(qinghe / "out-旧.xlsx")[2][4] == "手写"
    assert ("out-旧.xlsx" in again.notes[0], third.notes) == (True, ())
    assert sorted(path.name for path in qinghe.glob("out*.xlsx")) == ["out-旧.xlsx", "out.xlsx"]


@pytest.mark.database
def test_what_nobody_edited_is_replaced(zhang: Actor, qinghe: Path, template: Path) -> None:
    """New facts, the same place: our own older file goes, and no copies pile up (R-FIL-107)."""
    filled(zhang, template, qinghe / "out.xlsx")
    news = drawn(
        qinghe / "电话.xlsx", [["姓名", "身份证号", "联系电话"], ["李四", LI, "13800000009"]], title="电话表"
    )
    roster = Roster(QINGHE, "村委会", "2025-03-01", is_partial=True, today=TODAY)
    import_files(zhang, paths=[news], roster=roster)

    again = filled(zhang, template, qinghe / "out.xlsx")

    assert (rows_of(again.out)[3][3], again.notes) == ("13800000009", ())
    assert [path.name for path in qinghe.glob("out*.xlsx")] == ["out.xlsx"]


@pytest.mark.database
def test_an_outdated_list_of_gaps_goes(zhang: Actor, qinghe: Path, template: Path) -> None:
    """Once nothing is missing, the list from before does not send anybody round (R-FIL-54)."""
    listed = filled(zhang, template, qinghe / "out.xlsx").missing_list
    filled(zhang, template, qinghe / "out.xlsx", who="姓名=张三")

    assert listed is not None
    assert not listed.exists()


@pytest.mark.database
def test_a_template_that_changes_while_it_is_read_is_refused(
    zhang: Actor, qinghe: Path, template: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is planned and what is written are one and the same template (R-FIL-74)."""

    def read_and_save(path: Path) -> object:
        book = taken_in(path)
        path.write_bytes(path.read_bytes() + b" ")
        return book

    monkeypatch.setattr("qingzhuang.actions.fill.templates.taken_in", read_and_save)

    with pytest.raises(RefusedError) as refused:
        filled(zhang, template, qinghe / "out.xlsx")

    assert "被改了" in refused.value.problem.sentence


@pytest.mark.database
@pytest.mark.parametrize("rows", [[["姓名", "联系电话"], [], [], []], [["序号", "姓名"], [], [], []]])
def test_a_filled_list_of_two_columns_is_filled_again(
    zhang: Actor, qinghe: Path, rows: list[list[str]]
) -> None:
    """A list of two columns, filled already, stays a list: nothing changes, and that is said (R-FIL-56)."""
    first = filled(zhang, drawn(qinghe / "表.xlsx", rows, title="通讯录"), qinghe / "out.xlsx")

    again = filled(zhang, first.out, qinghe / "again.xlsx")

    assert rows_of(again.out) == rows_of(first.out)
    assert (again.files[0].plan.rows, "没有新填" in again.notes[0]) == (3, True)


@pytest.mark.database
@pytest.mark.parametrize("is_merged", [True, False])
def test_bands_in_a_list_are_nobody(zhang: Actor, qinghe: Path, *, is_merged: bool) -> None:
    """A row over all columns that divides a list takes nobody and is not said to be unknown (R-FIL-26)."""
    rows = [["序号", "姓名", "联系电话"], ["一、一组"], [], [], ["二、二组"], []]
    path = drawn(qinghe / "表.xlsx", rows, title="通讯录")
    book = load_workbook(path)
    for row in (3, 6) if is_merged else ():
        book.worksheets[0].merge_cells(start_row=row, start_column=1, end_row=row, end_column=3)
    book.save(path)

    result = filled(zhang, path, qinghe / "out.xlsx")

    assert [row[:2] for row in rows_of(result.out)[2:]] == [
        ["一、一组", None],
        [1, "张三"],
        [2, "李四"],
        ["二、二组", None],
        [3, "王五"],
    ]
    assert result.notes == ()


@pytest.mark.database
def test_a_filled_card_is_said_to_be_filled(zhang: Actor, qinghe: Path) -> None:
    """A card in which every blank is answered is refused as filled, with the way out (R-FIL-99)."""
    rows = [["姓名", "张三", "民族", "汉族"], ["身份证号", ZHANG, "联系电话", "13800000001"]]
    path = drawn(qinghe / "卡.xlsx", rows, title="居民登记卡")

    with pytest.raises(RefusedError) as refused:
        filled(zhang, path, qinghe / "out")

    assert "已经填好" in refused.value.problem.sentence
